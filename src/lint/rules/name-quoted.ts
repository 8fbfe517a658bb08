import { displayName } from '../../schema/lookups.ts'
import { byteLength, maximumNameBytes } from '../../schema/names.ts'
import { identifier } from '../../sql/quote.ts'
import { partIn } from '../facts.ts'
import type { Found, Rule } from '../rule.ts'

/** Names need no quotes and are at most 63 bytes. */
export const quotedName: Rule = {
  code: 'name/quoted',
  severity: 'warning',
  what: 'A table or column has a name that must be quoted, or that PostgreSQL cuts off.',
  why: 'Every query has to quote it, always, in the same case; past 63 bytes two names become one.',
  advice: 'Use snake_case that is no key word, at most 63 bytes.',
  fails: 'create table "Boats" (id uuid primary key, "order" integer); alter table "Boats" enable row level security;',
  passes: 'create table boats (id uuid primary key, place integer); alter table boats enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) => {
      const judge = (name: string, found: Omit<Found, 'message'>, shown: string): readonly Found[] => {
        if (byteLength(name) > maximumNameBytes) return [{ ...found, message: `${shown} is longer than 63 bytes.` }]
        return identifier(name) === name ? [] : [{ ...found, message: `${shown} has to be quoted in every query.` }]
      }
      return [
        ...judge(table.name, { part: partIn(table, 'table', table.name) }, displayName(table)),
        ...table.columns.flatMap((column) =>
          // Words such as "position" or "interval" are legal as column names.
          harmless.has(column.name)
            ? []
            : judge(column.name, { part: partIn(table, 'column', column.name) }, `${displayName(table)}.${column.name}`),
        ),
      ]
    }),
}

/** Key words that PostgreSQL takes as a column's name without quotes. */
const harmless: ReadonlySet<string> = new Set(
  'position interval values value time timestamp row precision numeric integer boolean char character bit national none normalize overlay setof substring treat trim extract float dec decimal int smallint bigint real exists coalesce between'.split(
    ' ',
  ),
)
