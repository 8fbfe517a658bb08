import { displayName } from '../../schema/lookups.ts'
import { identifier, shortName } from '../../sql/quote.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** `timestamptz`, never `timestamp` or `timetz`. squawk: `prefer-timestamptz`. */
export const plainTimestamp: Rule = {
  code: 'type/timestamp',
  severity: 'warning',
  what: 'A column is timestamp without time zone.',
  why: 'It does not say which moment is meant; what it shows depends on who wrote it.',
  advice: 'Use timestamptz, which stores the moment.',
  fails: 'create table gauges (id uuid primary key, read_at timestamp not null); alter table gauges enable row level security;',
  passes:
    'create table gauges (id uuid primary key, read_at timestamptz not null); alter table gauges enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.columns
        .filter(({ type }) => /^(timestamp|timetz)(\(\d\))?$/.test(type))
        .map((column) => ({
          part: partIn(table, 'column', column.name),
          message: `${displayName(table)}.${column.name} is ${column.type}, without a time zone that means a moment.`,
          ...(column.type.startsWith('timestamp')
            ? {
                sql: `alter table ${shortName(table)} alter column ${identifier(column.name)} type timestamptz using ${identifier(column.name)} at time zone 'UTC'`,
                replace: { from: /\btimestamp\b(\s+without\s+time\s+zone)?(?!\s+with|tz)/i, by: 'timestamptz' },
              }
            : {}),
        })),
    ),
}
