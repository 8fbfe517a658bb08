import type { ForeignKey } from '../../schema/constraint.ts'
import type { Table } from '../../schema/table.ts'
import type { Row } from '../probe.ts'
import { type Facts, nameOf } from '../rows/facts.ts'
import { keyColumns, rowKey } from './row-keys.ts'

/** What becomes of the rows when one is deleted, as the plan's ON DELETE clauses say. */
export interface Aftermath {
  readonly refusedBy?: string
  /** `schema.table` and key of each row that goes with it. */
  readonly gone: ReadonlySet<string>
  readonly emptied: readonly { readonly table: Table; readonly row: Row; readonly columns: readonly string[] }[]
}

/** Follows the foreign keys of the plan over the generated rows; knows nothing of NOT NULL or CHECK, which the plan must agree with. */
export function simulateDelete(
  facts: Facts,
  rowsOf: (table: string) => readonly Row[],
  start: { readonly table: string; readonly row: Row; readonly key: readonly string[] },
): Aftermath {
  const gone = new Set<string>()
  const emptied: { table: Table; row: Row; columns: readonly string[] }[] = []
  const waiting = [start]
  const strict: { key: ForeignKey; id: string }[] = []
  while (waiting.length > 0) {
    const { table, row, key } = waiting.shift() as typeof start
    const id = `${table} ${rowKey(key, row)}`
    if (gone.has(id)) continue
    gone.add(id)
    for (const { table: child, key: foreignKey } of facts.referring.get(table) ?? []) {
      for (const referring of rowsOf(nameOf(child)).filter((one) => refers(foreignKey, one, row))) {
        const childId = `${nameOf(child)} ${rowKey(keyColumns(child), referring)}`
        if (foreignKey.onDelete === 'cascade') waiting.push({ table: nameOf(child), row: referring, key: keyColumns(child) })
        else if (foreignKey.onDelete === 'set null') {
          emptied.push({ table: child, row: referring, columns: foreignKey.onDeleteColumns ?? foreignKey.columns })
        } else if (foreignKey.onDelete === 'restrict') return { refusedBy: foreignKey.name, gone, emptied }
        else if (foreignKey.onDelete === 'no action') strict.push({ key: foreignKey, id: childId })
      }
    }
  }
  const refused = strict.find((one) => !gone.has(one.id))
  return { ...(refused === undefined ? {} : { refusedBy: refused.key.name }), gone, emptied }
}

export function refers(key: ForeignKey, child: Row, parent: Row): boolean {
  return key.columns.every((column, at) => {
    const value = child[column]
    return value !== null && value !== undefined && String(value) === String(parent[key.references.columns[at] ?? ''])
  })
}
