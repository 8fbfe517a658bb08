import { findTable } from '../schema/lookups.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'

/**
 * Whether a constraint on the table, or a foreign key that leads to it, can wait until the transaction ends. While something of it waits, PostgreSQL alters the table no
 * more (55006). PostgreSQL manual, SET CONSTRAINTS.
 */
export function canWait(schema: Schema, { schema: home, name }: Pick<Table, 'schema' | 'name'>): boolean {
  const table = findTable(schema, home, name)
  const own = table === undefined ? [] : [...table.uniques, ...table.exclusions, ...table.foreignKeys]
  const leading = schema.tables.flatMap(({ foreignKeys }) =>
    foreignKeys.filter(({ references }) => references.schema === home && references.table === name),
  )
  return [...own, ...leading].some(({ deferrable }) => deferrable !== undefined)
}
