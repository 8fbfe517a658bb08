import { displayName } from '../../schema/lookups.ts'
import type { RowSecurity, Table } from '../../schema/table.ts'
import { qualified } from '../quote.ts'
import type { Statement } from '../statement.ts'

const actions: Readonly<Record<RowSecurity, readonly string[]>> = {
  off: [],
  on: ['enable'],
  forced: ['enable', 'force'],
}

export function rowSecurity(table: Table): readonly Statement[] {
  const target = qualified(table.schema, table.name)
  return actions[table.rowSecurity].map((action) => ({
    kind: 'row security',
    object: displayName(table),
    sql: `alter table ${target} ${action} row level security`,
  }))
}
