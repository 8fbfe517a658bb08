import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Identity columns instead of serial. squawk: `prefer-identity`. */
export const serialKey: Rule = {
  code: 'key/serial',
  severity: 'note',
  what: 'A column is serial.',
  why: 'Its sequence has rights of its own, which have to be granted, and any insert can write over it; identity is the standard since PostgreSQL 10.',
  advice: 'Write "bigint generated always as identity".',
  fails: 'create table gauges (id serial primary key); alter table gauges enable row level security;',
  passes:
    'create table gauges (id bigint generated always as identity primary key); alter table gauges enable row level security;',
  check: (facts) =>
    facts.schema.tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const written = facts.writtenType(table, column.name)
        if (written === undefined || !/^(small|big)?serial\d?$/i.test(written)) return []
        const type = /^bigserial|^serial8/i.test(written) ? 'bigint' : /^small|^serial2/i.test(written) ? 'smallint' : 'integer'
        return [
          {
            part: partIn(table, 'column', column.name),
            message: `${displayName(table)}.${column.name} is ${written.toLowerCase()}.`,
            replace: { from: /\b(small|big)?serial\d?\b/i, by: `${type} generated always as identity` },
          },
        ]
      }),
    ),
}
