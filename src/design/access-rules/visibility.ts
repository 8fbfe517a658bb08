import { fromSession } from '../claim-order.ts'
import type { DraftTable } from '../draft.ts'

/** A column that makes a row public, if the table has one. */
export function publicFlag(table: DraftTable): string | undefined {
  return table.columns.find((column) => column.type === 'boolean' && /^(is_)?(public|published|shared)$/.test(column.name))?.name
}

/** Whether only the owner may read the table's rows: no document lets others. */
export function isPrivate(table: DraftTable): boolean {
  if (publicFlag(table) !== undefined) return false
  return !(table.facts?.access ?? []).some(
    (claim) =>
      claim.denied !== true &&
      fromSession(claim.source) &&
      claim.may.includes('select') &&
      (claim.who.kind === 'anonymous' || claim.who.kind === 'signed in' || claim.who.kind === 'member'),
  )
}
