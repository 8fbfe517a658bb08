import { displayName } from '../../schema/lookups.ts'
import { identifier, shortName } from '../../sql/quote.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** `jsonb`, not `json`. */
export const jsonType: Rule = {
  code: 'type/json',
  severity: 'note',
  what: 'A column is json.',
  why: 'It is kept as text: no equality, no index, parsed again each time it is read.',
  advice: 'Use jsonb.',
  fails: 'create table gauges (id uuid primary key, readings json not null); alter table gauges enable row level security;',
  passes: 'create table gauges (id uuid primary key, readings jsonb not null); alter table gauges enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.columns
        .filter(({ type }) => type === 'json')
        .map((column) => ({
          part: partIn(table, 'column', column.name),
          message: `${displayName(table)}.${column.name} is json.`,
          sql: `alter table ${shortName(table)} alter column ${identifier(column.name)} type jsonb`,
          replace: { from: /\bjson\b/i, by: 'jsonb' },
        })),
    ),
}
