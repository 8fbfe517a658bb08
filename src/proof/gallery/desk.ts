import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import {
  callerIs,
  column,
  createdAt,
  everything,
  idColumn,
  index,
  owner,
  reference,
  rule,
  schema,
  supabase,
  table,
} from './build.ts'

const accounts = 'auth.users'

export const folders = (more: Partial<Table> = {}): Table =>
  table('folders', [idColumn, column('owner_id', 'uuid'), column('name', 'text')], {
    foreignKeys: [reference('folders', 'owner_id', accounts)],
    indexes: [index('folders', 'owner_id')],
    ...more,
  })

export const papers = (more: Partial<Table> = {}): Table =>
  table('papers', [idColumn, column('owner_id', 'uuid'), column('folder_id', 'uuid'), column('title', 'text'), createdAt], {
    foreignKeys: [reference('papers', 'owner_id', accounts), reference('papers', 'folder_id', 'folders')],
    indexes: [index('papers', 'owner_id'), index('papers', 'folder_id')],
    ...more,
  })

/** The smallest schema in which owners can be told apart: folders, and papers that have an owner column of their own. */
export function desk(tables: readonly Table[] = [folders(), papers()], more: Partial<Schema> = {}): Schema {
  const names = tables.map((one) => one.name)
  const rules = ['folders', 'papers']
    .filter((name) => names.includes(name))
    .map((name) => rule(name, owner(), everything, callerIs('owner_id')))
  return schema(supabase, tables, { rules }, more)
}
