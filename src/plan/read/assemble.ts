import { displayName } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'
import type { Table } from '../../schema/table.ts'
import type { PlacedIndex } from './indexes.ts'
import type { Report } from './report.ts'
import type { SqlState } from './sql/state.ts'

/** Puts the indexes of section 3 on their tables. A unique index that stands under its table already is only repeated there. */
export function placeIndexes(tables: readonly Table[], indexes: readonly PlacedIndex[], report: Report): readonly Table[] {
  const known = new Set(tables.map(keyOf))
  for (const { table, offset } of indexes) if (!known.has(keyOf(table))) report.addMissing(displayName(table), offset)
  return tables.map((table) => {
    const own = indexes.filter((placed) => keyOf(placed.table) === keyOf(table))
    const added = own.filter(({ index }) => !(index.unique && table.indexes.some(({ name }) => name === index.name)))
    return { ...table, indexes: [...table.indexes, ...added.map(({ index }) => index)] }
  })
}

/** Puts row level security and policies on their tables. */
export function placePolicies(tables: readonly Table[], sql: SqlState, report: Report): readonly Table[] {
  const known = new Set(tables.map(keyOf))
  for (const [key, policies] of sql.policies)
    if (!known.has(key)) for (const { table, offset } of policies) report.addMissing(displayName(table), offset)
  return tables.map((table) => ({
    ...table,
    rowSecurity: sql.rowSecurity.get(keyOf(table)) ?? 'off',
    policies: (sql.policies.get(keyOf(table)) ?? []).map(({ policy }) => policy),
  }))
}
