import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** `text`, never `char(n)`. squawk: `ban-char-field`. */
export const charType: Rule = {
  code: 'type/char',
  severity: 'warning',
  what: 'A column is char(n).',
  why: 'It is padded with blanks, which comparisons then ignore or not, as it happens; it saves nothing.',
  advice: 'Use text with a check on char_length.',
  fails: 'create table gauges (id uuid primary key, code char(8) not null); alter table gauges enable row level security;',
  passes:
    'create table gauges (id uuid primary key, code text not null check (char_length(code) = 8)); alter table gauges enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.columns
        .filter(({ type }) => /^char(\(\d+\))?$/.test(type))
        .map((column) => ({
          part: partIn(table, 'column', column.name),
          message: `${displayName(table)}.${column.name} is ${column.type}, padded with blanks.`,
        })),
    ),
}
