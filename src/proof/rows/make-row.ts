import type { Column } from '../../schema/column.ts'
import type { ForeignKey } from '../../schema/constraint.ts'
import type { Table } from '../../schema/table.ts'
import type { Row } from '../probe.ts'
import { periodsApart } from './apart.ts'
import { candidatesFor, rowId, type Value } from './candidates.ts'
import { chooseParents, type Keys, type Lineage } from './choose-parents.ts'
import { nameOf } from './facts.ts'
import type { Wanted } from './plan-rows.ts'
import type { Assignment, Solution } from './solve.ts'

export interface Making {
  readonly table: Table
  /** Foreign keys to fill; the others stay empty. */
  readonly keys: readonly ForeignKey[]
  readonly solutions: readonly Solution[]
  readonly lineage: Lineage
  /** Values that unique keys have already: see {@link uniqueKeys}. */
  readonly taken: Set<string>
  /** Counts every row that is made, so that values differ. */
  readonly number: number
}

/** Values that meet every check and clash with no unique key, or why there are none. */
export type MadeValues = { readonly values: Readonly<Record<string, Value>> } | { readonly why: string }

export function makeRow(wanted: Wanted, making: Making): MadeValues {
  const { table, keys, solutions } = making
  const own = ownKey(table, making)
  const unfilled = Object.fromEntries(
    table.foreignKeys.filter((key) => !keys.includes(key)).flatMap((key) => nullableOf(table, key).map((name) => [name, null])),
  )
  const choices = chooseParents(
    table,
    keys,
    { ...making.lineage, own },
    { ...unfilled, ...wanted.given },
    { empty: wanted.empty, turn: wanted.turn ?? 0 },
  )
  if (choices.length === 0) return { why: 'no row that its foreign keys could lead to' }
  let why = 'no value found that meets its checks'
  for (const choice of choices) {
    const fixed = { ...own, ...choice }
    for (const solved of solve(solutions, fixed, wanted, making.number)) {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const apart = periodsApart(table, making.number)
        const values = { ...free(table, making, wanted, fixed, solved, attempt), ...solved, ...apart, ...wanted.given, ...fixed }
        const clash = uniqueKeys(table, values).find((key) => making.taken.has(key))
        if (clash === undefined) return { values: ordered(table, values) }
        why = 'every value of a unique key is taken'
      }
    }
  }
  return { why }
}

/** A key of the row's own: not one that leads elsewhere. */
function ownKey(table: Table, making: Making): Keys {
  const leading = new Set(table.foreignKeys.flatMap((key) => key.columns))
  const [key, ...rest] = table.primaryKey?.columns ?? []
  const column = table.columns.find((one) => one.name === key)
  if (key === undefined || rest.length > 0 || leading.has(key) || column === undefined || column.generated !== undefined)
    return {}
  if (column.type === 'uuid') return { [key]: rowId(making.number) }
  return /^(smallint|integer|bigint)$/.test(column.type) ? { [key]: 1000 + making.number } : {}
}

const nullableOf = (table: Table, key: ForeignKey): readonly string[] =>
  key.columns.filter((name) => table.columns.find((column) => column.name === name)?.nullable)

/** For each group of checked columns a valid assignment that agrees with what is fixed; the first few combinations of them. */
function solve(solutions: readonly Solution[], fixed: Keys, wanted: Wanted, number: number): readonly Assignment[] {
  let combined: readonly Assignment[] = [{}]
  for (const solution of solutions) {
    const fitting = solution.valid.filter((assignment) =>
      Object.entries(assignment).every(
        ([column, value]) => !(column in fixed) || JSON.stringify(fixed[column]) === JSON.stringify(value),
      ),
    )
    // Rows that should be empty take assignments with the most nulls, the others those with the fewest.
    const nulls = (assignment: Assignment) => Object.values(assignment).filter((value) => value === null).length
    const best = [...fitting].sort((left, right) => (wanted.empty ? nulls(right) - nulls(left) : nulls(left) - nulls(right)))
    const least = best[0] === undefined ? 0 : nulls(best[0])
    const alike = best.filter((assignment) => nulls(assignment) === least)
    const turned = [
      ...alike.slice(number % Math.max(1, alike.length)),
      ...alike.slice(0, number % Math.max(1, alike.length)),
      ...best.slice(alike.length),
    ]
    combined = turned
      .slice(0, 12)
      .flatMap((assignment) => combined.map((one) => ({ ...one, ...assignment })))
      .slice(0, 24)
  }
  return combined
}

function free(
  table: Table,
  making: Making,
  wanted: Wanted,
  fixed: Keys,
  solved: Assignment,
  attempt: number,
): Record<string, Value> {
  const values: Record<string, Value> = {}
  const enums = making.lineage.facts.schema.enums
  for (const column of table.columns) {
    const { name } = column
    if (name in fixed || name in solved || !isWritable(column)) continue
    if (column.default !== undefined && attempt === 0 && !isKeyed(table, name)) continue
    if (column.nullable && wanted.empty) values[name] = null
    else values[name] = candidatesFor(column, [], enums, making.number + attempt * 97)[0] ?? null
  }
  return values
}

export const isWritable = (column: Column): boolean => column.generated === undefined && column.identity !== 'always'

/** The values of a row that an INSERT may give. */
export function writableValues(table: Table, row: Row): Readonly<Record<string, Value>> {
  return Object.fromEntries(table.columns.filter(isWritable).map((column) => [column.name, (row[column.name] ?? null) as Value]))
}

const isKeyed = (table: Table, column: string): boolean =>
  table.uniques.some((unique) => unique.columns.includes(column)) ||
  table.indexes.some((index) => index.unique && index.keys.some((key) => key.column === column)) ||
  table.primaryKey?.columns.includes(column) === true

/** Each unique key of a row as text; a key with a null in it is unlike any other. */
export function uniqueKeys(table: Table, values: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = [
    ...(table.primaryKey === undefined ? [] : [table.primaryKey.columns]),
    ...table.uniques.map((unique) => unique.columns),
    ...table.indexes
      .filter((index) => index.unique && index.keys.every((key) => key.column !== undefined))
      .map((index) => index.keys.map((key) => key.column ?? '')),
  ]
  return keys
    .filter((columns) => columns.every((column) => values[column] !== undefined && values[column] !== null))
    .map((columns) => `${nameOf(table)} ${columns.join(',')} ${JSON.stringify(columns.map((column) => values[column]))}`)
}

/** In the table's order of columns, whatever order they were found in. */
function ordered(table: Table, values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(table.columns.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]])))
}
