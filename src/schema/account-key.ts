import { findTable, uniqueKeys } from './lookups.ts'
import { traitsOf } from './platform.ts'
import type { Schema } from './schema.ts'
import type { Table } from './table.ts'

/** Whether a column holds an account's id: foreign keys lead from it to where the platform keeps accounts, or to a table of that name. */
export function leadsToAccount(schema: Schema, table: Table, column: string, seen: readonly Table[] = []): boolean {
  const { accounts } = traitsOf(schema.platform)
  const key = table.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === column)
  if (key === undefined) return accounts === null && ownAccounts.has(table.name) && table.primaryKey?.columns[0] === column
  const { schema: namespace, table: name, columns } = key.references
  if (accounts !== null && namespace === accounts.schema && name === accounts.table) return true
  const target = findTable(schema, namespace, name)
  if (target === undefined || seen.includes(target)) return false
  return leadsToAccount(schema, target, columns[0] ?? 'id', [...seen, table])
}

/** Where the platform keeps no accounts, a project does so in a table of such a name. */
const ownAccounts: ReadonlySet<string> = new Set(['users', 'accounts', 'user_accounts'])

/** The column by which a table holds one row per account at most: its key, or another unique column. Undefined where there is none. */
export function accountKey(schema: Schema, table: Table): string | undefined {
  return uniqueKeys(table)
    .filter((columns) => columns.length === 1)
    .map(([column]) => column ?? '')
    .find((column) => leadsToAccount(schema, table, column))
}
