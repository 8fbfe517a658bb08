import type { Column } from './column.ts'
import type { EnumType } from './enum-type.ts'
import type { Schema } from './schema.ts'
import type { Table } from './table.ts'

/** A name as the plan writes it: bare in `public`, qualified elsewhere, never quoted. For people, not for SQL. */
export function displayName(object: { readonly schema: string; readonly name: string }): string {
  return object.schema === 'public' ? object.name : `${object.schema}.${object.name}`
}

export function findTable(schema: Schema, schemaName: string, name: string): Table | undefined {
  return schema.tables.find((table) => table.schema === schemaName && table.name === name)
}

export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name)
}

export function findEnum(schema: Schema, schemaName: string, name: string): EnumType | undefined {
  return schema.enums.find((type) => type.schema === schemaName && type.name === name)
}

/** The column lists that identify a row: the primary key and every UNIQUE constraint, in this order. */
export function uniqueKeys(table: Table): readonly (readonly string[])[] {
  const keys = table.uniques.map((unique) => unique.columns)
  return table.primaryKey === undefined ? keys : [table.primaryKey.columns, ...keys]
}
