import type { Column } from '../../schema/column.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'

/** A table's place in the database, and as a key: `public.recipes`. */
export interface TableName {
  readonly schema: string
  readonly table: string
}

export const keyOf = (name: TableName): string => `${name.schema}.${name.table}`

export function findTable(schema: Schema, name: TableName): Table | undefined {
  return schema.tables.find((table) => table.schema === name.schema && table.name === name.table)
}

export function findColumn(table: Table | undefined, name: string): Column | undefined {
  return table?.columns.find((column) => column.name === name)
}

/** Whether the columns identify at most one row. */
export function isUnique(table: Table, columns: readonly string[]): boolean {
  const keys = [table.primaryKey?.columns ?? [], ...table.uniques.map((unique) => unique.columns)]
  return keys.some((key) => key.length > 0 && key.every((column) => columns.includes(column)))
}

export function isPrimaryKey(table: Table, column: string): boolean {
  return table.primaryKey?.columns.length === 1 && table.primaryKey.columns[0] === column
}
