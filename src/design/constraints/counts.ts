import type { ClaimOf } from '../../claim/claim.ts'
import type { Remark } from '../../schema/notes.ts'
import type { Draft, DraftTable, DraftUnique } from '../draft.ts'
import { oneLine } from '../notes/one-line.ts'
import { because, reasonsOf } from '../why.ts'
import { findColumn } from './find-column.ts'

/** "At most one per user" is uniqueness; any other number is not said of one row, and no constraint of the schema can say it. */
export function uniqueOfCount(claim: ClaimOf<'count'>, table: DraftTable, draft: Draft): DraftUnique | undefined {
  if (claim.maximum !== 1 || claim.period !== undefined || claim.per === undefined || table.part === 'join') return undefined
  const column = findColumn(table, claim.per, draft)
  if (column?.references === undefined || column.nullable) return undefined
  return { columns: [column.name], why: because([claim]), purpose: 'at most one' }
}

/** How many there may be, where that is for the backend to keep to. */
export function countRemarks(draft: Draft): readonly Remark[] {
  return draft.tables.flatMap((table) =>
    (table.facts?.counts ?? []).flatMap((claim): readonly Remark[] => {
      if (claim.maximum === undefined || uniqueOfCount(claim, table, draft) !== undefined) return []
      const per = claim.per === undefined ? '' : ` per ${oneLine(claim.per.name.replaceAll('_', ' '), 40)}`
      const period = claim.period === undefined ? '' : ` and ${claim.period}`
      const text = `At most ${claim.maximum} rows of \`${table.name}\`${per}${period}: no constraint on one row can say so, the backend keeps to it.`
      return [{ text, reasons: reasonsOf(because([claim]), new Map()) }]
    }),
  )
}
