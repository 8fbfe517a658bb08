import { displayName } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import type { Index, IndexKey } from '../../schema/table-index.ts'
import { qualified } from '../../sql/quote.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** No index repeats another, or the first columns of another. Supabase's advisor: `duplicate_index`; Azimutt: `duplicated index`. */
export const duplicateIndex: Rule = {
  code: 'index/duplicate',
  severity: 'warning',
  what: 'An index does nothing that another one, or a constraint, does not do already.',
  why: 'It costs every write and space, and no query is faster for it.',
  advice: 'Leave it out.',
  fails:
    'create table boats (id uuid primary key, name text not null unique); create index boats_name_idx on boats (name); alter table boats enable row level security;',
  passes:
    'create table boats (id uuid primary key, name text not null unique, length integer); create index boats_length_idx on boats (length); alter table boats enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) => {
      const brought = constraintIndexes(table)
      return table.indexes.flatMap((index, at) => {
        const by =
          brought.find((one) => serves(one, index)) ??
          table.indexes.find((one, other) => other !== at && serves(one, index) && (!serves(index, one) || other < at))
        if (by === undefined) return []
        return [
          {
            part: partIn(table, 'index', index.name),
            message: `The index ${index.name} on ${displayName(table)} does nothing that ${by.name} does not do.`,
            sql: `drop index ${qualified(table.schema, index.name)}`,
          },
        ]
      })
    }),
}

type Led = Pick<Index, 'name' | 'method' | 'keys' | 'where' | 'unique'>

function constraintIndexes(table: Table): readonly Led[] {
  const led = (name: string, columns: readonly string[]): Led => ({
    name,
    method: 'btree',
    unique: true,
    keys: columns.map((column) => ({ column })),
  })
  return [
    ...(table.primaryKey === undefined ? [] : [led(table.primaryKey.name, table.primaryKey.columns)]),
    ...table.uniques.map((unique) => led(unique.name, unique.columns)),
  ]
}

/** Whether `one` does all that `index` does. A unique index is needed unless `one` is as strict. */
function serves(one: Led, index: Led): boolean {
  if (one.method !== index.method || (one.where !== undefined && one.where !== index.where)) return false
  if (index.unique && !(one.unique && one.keys.length <= index.keys.length && one.where === index.where)) return false
  if (one.method !== 'btree')
    return sameKeys(one.keys, index.keys) && one.keys.length === index.keys.length && one.where === index.where
  if (index.unique) return one.keys.length === index.keys.length && sameKeys(one.keys, index.keys)
  return one.keys.length >= index.keys.length && sameKeys(one.keys.slice(0, index.keys.length), index.keys)
}

function sameKeys(left: readonly IndexKey[], right: readonly IndexKey[]): boolean {
  return right.every((key, at) => {
    const other = left[at]
    const same =
      other !== undefined &&
      other.column === key.column &&
      other.expression === key.expression &&
      other.operatorClass === key.operatorClass
    // A single column is read either way round.
    return same && (right.length === 1 || (other.descending ?? false) === (key.descending ?? false))
  })
}
