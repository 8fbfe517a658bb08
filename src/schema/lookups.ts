import type { Column } from './column.ts'
import type { EnumType } from './enum-type.ts'
import type { Schema } from './schema.ts'
import type { Table } from './table.ts'

/** A name as the plan writes it: bare in `public`, qualified elsewhere, never quoted. For people, not for SQL. */
export function displayName(object: { readonly schema: string; readonly name: string }): string {
  return object.schema === 'public' ? object.name : `${object.schema}.${object.name}`
}

/** The tables of a schema by name, made once per schema: statements and plans look tables up by the thousand. */
const tablesByName = new WeakMap<readonly Table[], ReadonlyMap<string, Table>>()

export function findTable(schema: Schema, schemaName: string, name: string): Table | undefined {
  let tables = tablesByName.get(schema.tables)
  if (tables === undefined) {
    // Of two tables of one name, which no database has, the first is found.
    tables = new Map([...schema.tables].reverse().map((table) => [nameKey(table.schema, table.name), table]))
    tablesByName.set(schema.tables, tables)
  }
  return tables.get(nameKey(schemaName, name))
}

function nameKey(schemaName: string, name: string): string {
  return `${schemaName}\u0000${name}`
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

/** The names of a table's constraints. */
export function constraintNames(table: Table): readonly string[] {
  const key = table.primaryKey === undefined ? [] : [table.primaryKey]
  return [...key, ...table.uniques, ...table.checks, ...table.foreignKeys, ...table.exclusions].map(({ name }) => name)
}
