import type { Table } from '../../schema/table.ts'
import type { IndexKey } from '../../schema/table-index.ts'
import { attempt } from '../attempt.ts'
import type { Attempt } from '../proof.ts'
import type { Facts } from '../rows/facts.ts'

interface Led {
  readonly name: string
  readonly method: string
  readonly keys: readonly IndexKey[]
  readonly where?: string
  readonly unique: boolean
  readonly own: boolean
}

/** No index repeats another, or the first columns of another: each costs every write and serves nothing that the longer one does not. */
export function prefixAttempts(facts: Facts): readonly Attempt[] {
  return facts.schema.tables.flatMap((table) => {
    const all = indexesOf(table)
    return all
      .filter((index) => index.own && !index.unique)
      .map((index) => {
        const longer = all.find(
          (other) => other !== index && covers(other, index) && (!covers(index, other) || other.name < index.name || !other.own),
        )
        return attempt(
          'indexes',
          index.name,
          'look for an index that does the same',
          'none',
          longer === undefined ? 'none' : `${longer.name} begins with the same columns`,
          longer === undefined,
        )
      })
  })
}

function indexesOf(table: Table): readonly Led[] {
  const keyed = (name: string, columns: readonly string[]): Led => ({
    name,
    method: 'btree',
    keys: columns.map((column) => ({ column })),
    unique: true,
    own: false,
  })
  return [
    ...(table.primaryKey === undefined ? [] : [keyed(table.primaryKey.name, table.primaryKey.columns)]),
    ...table.uniques.map((unique) => keyed(unique.name, unique.columns)),
    ...table.indexes.map((index) => ({ ...index, own: true })),
  ]
}

/** Whether everything that `index` serves, `other` serves: read backwards as well, if all directions are turned round. */
function covers(other: Led, index: Led): boolean {
  if (other.method !== 'btree' || index.method !== 'btree') {
    return other.method === index.method && sameText(other, index) && other.where === index.where
  }
  if (other.where !== undefined && other.where !== index.where) return false
  if (other.keys.length < index.keys.length) return false
  const pairs = index.keys.map((key, at) => [key, other.keys[at]] as const)
  const same = (turned: boolean) =>
    pairs.every(
      ([key, its]) =>
        its !== undefined &&
        key.column === its.column &&
        key.expression === its.expression &&
        key.operatorClass === its.operatorClass &&
        (key.descending ?? false) === (turned !== (its.descending ?? false)) &&
        key.nulls === its.nulls,
    )
  return (
    same(false) ||
    same(true) ||
    (index.keys.length === 1 && pairs[0]?.[0].column !== undefined && pairs[0][0].column === pairs[0][1]?.column)
  )
}

const sameText = (left: Led, right: Led) => JSON.stringify(left.keys) === JSON.stringify(right.keys)
