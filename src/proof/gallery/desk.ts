import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { View } from '../../schema/view.ts'
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

/** Things with a name and an owner; `uuid?` where the owner may be missing. */
const named = (name: string, ownerType: 'uuid' | 'uuid?', more: Partial<Table> = {}): Table =>
  table(name, [idColumn, column('owner_id', ownerType), column('name', 'text')], {
    foreignKeys: [reference(name, 'owner_id', accounts)],
    indexes: [index(name, 'owner_id')],
    ...more,
  })

export const folders = (more: Partial<Table> = {}): Table => named('folders', 'uuid', more)

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

/** The desk with nothing but folders. */
export const folderDesk = (more: Partial<Table> = {}): Schema => desk([folders(more)])

/** Rows whose owner may be missing; without one they are the backend's alone. */
export const orphans = (): Schema =>
  schema(supabase, [named('orphans', 'uuid?')], { rules: [rule('orphans', owner(), everything, callerIs('owner_id'))] })

/** The names of the caller's folders. */
export const folderNames: View = {
  schema: 'public',
  name: 'folder_names',
  columns: [{ name: 'name', type: 'text', reasons: [] }],
  query: 'select folders.name from public.folders',
  securityInvoker: true,
  reasons: [],
}
