import type { AccessRule } from '../../schema/access.ts'
import type { Column } from '../../schema/column.ts'
import { findTable as tableNamed } from '../../schema/lookups.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'

/** A table's place in the database, and as a key: `public.recipes`. */
export interface TableName {
  readonly schema: string
  readonly table: string
}

export const keyOf = (name: TableName): string => `${name.schema}.${name.table}`

export function findTable(schema: Schema, name: TableName): Table | undefined {
  return tableNamed(schema, name.schema, name.table)
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

/** The access rules of a table, made once per schema. */
const ruleIndexes = new WeakMap<readonly AccessRule[], ReadonlyMap<string, readonly AccessRule[]>>()

export function rulesOf(schema: Schema, name: TableName): readonly AccessRule[] {
  let index = ruleIndexes.get(schema.access.rules)
  if (index === undefined) {
    const made = new Map<string, AccessRule[]>()
    for (const rule of schema.access.rules) {
      const rules = made.get(keyOf(rule))
      if (rules === undefined) made.set(keyOf(rule), [rule])
      else rules.push(rule)
    }
    index = made
    ruleIndexes.set(schema.access.rules, index)
  }
  return index.get(keyOf(name)) ?? []
}
