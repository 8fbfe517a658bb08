import type { Table } from '../../schema/table.ts'
import type { Row } from '../probe.ts'

/** The columns that tell the rows of a table apart. */
export function keyColumns(table: Table): readonly string[] {
  return table.primaryKey?.columns ?? table.columns.map((column) => column.name)
}

export const rowKey = (columns: readonly string[], row: Row): string =>
  JSON.stringify(columns.map((column) => row[column] ?? null))

export function keySet(columns: readonly string[], rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map((row) => rowKey(columns, row)))
}

export function sameKeys(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((key) => right.has(key))
}
