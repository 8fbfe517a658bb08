import type { ForeignKey } from '../../schema/constraint.ts'
import type { Table } from '../../schema/table.ts'
import type { Person } from '../people/people.ts'
import type { Value } from './candidates.ts'
import { type Facts, isOptional, nameOf, targetOf } from './facts.ts'
import type { MadeRow, Place } from './world.ts'

export type Keys = Readonly<Record<string, Value>>

export interface Lineage {
  readonly facts: Facts
  readonly place: Place
  /** The account that the row belongs to. */
  readonly person: Person | undefined
  /** Other accounts that the row may name. */
  readonly others: readonly Person[]
  readonly made: (table: string) => readonly MadeRow[]
  /** The row's own key, for a table whose rows lead to one another. */
  readonly own?: Keys
}

const most = 60

/**
 * The values of the foreign key columns, in the order to try them: every key leads to a row of the same place, or to one that all share, and
 * keys that have columns in common agree. With `empty`, keys that may stay empty do so first.
 */
export function chooseParents(
  table: Table,
  keys: readonly ForeignKey[],
  lineage: Lineage,
  given: Keys,
  options: { readonly empty: boolean; readonly turn: number },
): readonly Keys[] {
  let partial: readonly Keys[] = [given]
  // Keys of several columns first: they bind more.
  const ordered = [...keys].sort((left, right) => right.columns.length - left.columns.length)
  for (const key of ordered) {
    const choices = choicesFor(table, key, lineage, options)
    partial = partial
      .flatMap((soFar) => choices.map((choice) => merge(soFar, choice)))
      .filter((keysSoFar) => keysSoFar !== undefined)
      .slice(0, most)
  }
  return partial
}

function merge(left: Keys, right: Keys): Keys | undefined {
  const clash = Object.entries(right).some(([column, value]) => {
    const known = left[column]
    return known !== undefined && known !== value
  })
  return clash ? undefined : { ...left, ...right }
}

function choicesFor(
  table: Table,
  key: ForeignKey,
  lineage: Lineage,
  options: { readonly empty: boolean; readonly turn: number },
): readonly Keys[] {
  const filled = parentsFor(table, key, lineage)
  const turn = isAccount(lineage.facts, table, key) ? 0 : options.turn
  const turned = filled.map((_, at) => filled[(at + turn) % filled.length] ?? {})
  if (!isOptional(table, key)) return turned
  const absent = emptied(table, key)
  return options.empty || lineage.place === 'nobody' ? [absent, ...turned] : [...turned, absent]
}

/** A key is empty when one of its columns is; the others stay open to what else wants them. */
function emptied(table: Table, key: ForeignKey): Keys {
  const nullable = key.columns.filter((name) => table.columns.find((column) => column.name === name)?.nullable)
  return Object.fromEntries(nullable.map((name) => [name, null]))
}

function parentsFor(table: Table, key: ForeignKey, lineage: Lineage): readonly Keys[] {
  const { facts, place, person, others } = lineage
  const target = targetOf(key)
  const asKeys = (row: MadeRow['row']): Keys =>
    Object.fromEntries(key.columns.map((column, at) => [column, (row[key.references.columns[at] ?? ''] ?? null) as Value]))
  const [only] = key.columns
  if (isAccount(facts, table, key) && only !== undefined) {
    // The id itself: an account's id is the same wherever it is kept.
    const ids = [person, ...others].flatMap((one) => (one === undefined ? [] : [idValue(facts, one.id)]))
    const kept = facts.tables.has(target)
      ? lineage.made(target).map((made) => made.row[key.references.columns[0] ?? 'id'])
      : undefined
    return ids.filter((id) => kept === undefined || kept.includes(id)).map((id) => ({ [only]: id }))
  }
  const rows = lineage.made(target)
  const near = rows.filter((made) => made.place === place || made.place === 'shared')
  const own = near.filter((made) => person === undefined || made.person === undefined || made.person === person)
  const chosen = [...own, ...near.filter((made) => !own.includes(made))]
  const found = chosen.map((made) => asKeys(made.row)).filter((keys) => Object.values(keys).every((value) => value !== null))
  // The first row of a table that must lead to itself can only lead to itself.
  const self = target === nameOf(table) && lineage.own !== undefined ? asKeys(lineage.own) : undefined
  return self === undefined || Object.values(self).includes(null) ? found : [...found, self]
}

const isAccount = (facts: Facts, table: Table, key: ForeignKey) =>
  key.columns.length === 1 && facts.accountColumns.has(`${nameOf(table)}.${key.columns[0]}`)

/** An account's id as to_jsonb writes it. */
export function idValue(facts: Facts, id: string): Value {
  const column = facts.tables.get(facts.accounts?.table ?? '')?.columns.find((one) => one.name === facts.accounts?.key)
  return column !== undefined && /^(integer|bigint|smallint|numeric)/.test(column.type) ? Number(id) : id
}
