import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** A default is one of the values of its type. */
export const enumDefault: Rule = {
  code: 'type/enum-default',
  severity: 'error',
  what: 'The default of a column is none of the values of its enum.',
  why: 'The table cannot be created (22P02).',
  advice: 'Correct the value, or add it to the type.',
  fails:
    "create type gauge_kind as enum ('wind', 'rain'); create table gauges (id uuid primary key, kind gauge_kind not null default 'sun'); alter table gauges enable row level security;",
  passes:
    "create type gauge_kind as enum ('wind', 'rain'); create table gauges (id uuid primary key, kind gauge_kind not null default 'rain'); alter table gauges enable row level security;",
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const type = schema.enums.find((one) => one.name === column.type.replace(/^public\./, ''))
        const value = /^'((?:[^']|'')*)'(?:::[\w."]+)?$/.exec(column.default ?? '')?.[1]
        if (type === undefined || value === undefined || type.values.includes(value)) return []
        return [
          {
            part: partIn(table, 'column', column.name),
            message: `${displayName(table)}.${column.name} defaults to '${value}'; ${type.name} has ${type.values.map((one) => `'${one}'`).join(', ')}.`,
          },
        ]
      }),
    ),
}
