import { displayName } from '../../schema/lookups.ts'
import { uniqueName } from '../../schema/names.ts'
import { identifier, identifiers, shortName } from '../../sql/quote.ts'
import { partIn } from '../facts.ts'
import type { Found, Rule } from '../rule.ts'

const position =
  /^(position|sort_order|order_index|sort_index|display_order|ordinal|order_number|order_no|sequence_number|rank|seq|sort_position|(\w+_)?position|kolejnosc|pozycja|lp)$/

/** A position that is unique can be reordered: its constraint waits for the end of the transaction. */
export const uniquePosition: Rule = {
  code: 'constraint/unique-position',
  severity: 'warning',
  what: 'A position is unique, and checked after every row.',
  why: 'Swapping two rows, or moving one up, meets the other on its way and fails with 23505. A unique index can never wait; a constraint can.',
  advice: 'Make it a constraint that is "deferrable initially deferred".',
  fails:
    'create table songs (id uuid primary key, album text not null, position integer not null, unique (album, position)); alter table songs enable row level security;',
  passes:
    'create table songs (id uuid primary key, album text not null, position integer not null, unique (album, position) deferrable initially deferred); alter table songs enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) => {
      const say = (column: string) =>
        `${displayName(table)}.${column} is unique after every row, so rows cannot change places (23505).`
      const deferred = (columns: readonly string[]) =>
        `add constraint ${identifier(uniqueName(table.name, columns))} unique (${identifiers(columns)}) deferrable initially deferred`
      const byConstraint = table.uniques.flatMap((unique): readonly Found[] => {
        const column = unique.columns.find((name) => position.test(name))
        if (column === undefined || unique.deferrable !== undefined) return []
        const sql = `alter table ${shortName(table)} drop constraint ${identifier(unique.name)}, ${deferred(unique.columns)}`
        return [{ part: partIn(table, 'constraint', unique.name), message: say(column), sql }]
      })
      const byIndex = table.indexes.flatMap((index): readonly Found[] => {
        const columns = index.keys.flatMap((key) => (key.column === undefined ? [] : [key.column]))
        const column = columns.find((name) => position.test(name))
        if (column === undefined || !index.unique) return []
        const isPlain = columns.length === index.keys.length && index.where === undefined
        const sql = `drop index ${identifier(index.name)};\nalter table ${shortName(table)} ${deferred(columns)}`
        return [{ part: partIn(table, 'index', index.name), message: say(column), ...(isPlain ? { sql } : {}) }]
      })
      return [...byConstraint, ...byIndex]
    }),
}
