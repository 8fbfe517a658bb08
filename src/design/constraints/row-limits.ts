import type { ClaimOf } from '../../claim/claim.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import { strongest } from '../claim-order.ts'
import { softDeletion } from '../conventions/add-soft-deletion.ts'
import type { Draft, DraftColumn, DraftTable } from '../draft.ts'
import { findColumn } from './find-column.ts'
import { type RowState, singledOut, stateOf } from './which-rows.ts'

/** At most so many rows with the same value in a column, those of a condition alone. */
export interface RowLimit {
  readonly column: DraftColumn
  readonly maximum: number
  /** What the rows that count hold. */
  readonly counting: readonly RowState[]
  readonly claims: readonly ClaimOf<'count'>[]
}

/** A limit that the documents speak of and that nothing keeps, since they leave open what is needed for it. */
export interface OpenLimit {
  readonly open: 'number' | 'which rows' | 'whose'
  readonly claims: readonly ClaimOf<'count'>[]
}

/**
 * The limits that a table can keep: so many rows per owner or parent, by the strongest claim. Not those within a time, nor those of
 * which the documents do not say whose rows are counted. "At most one" is a key and no limit.
 */
export function rowLimits(
  table: DraftTable,
  draft: Draft,
): { readonly kept: readonly RowLimit[]; readonly open: readonly OpenLimit[] } {
  const kept: RowLimit[] = []
  const open: OpenLimit[] = []
  const counts = (table.facts?.counts ?? []).filter((claim) => claim.period === undefined)
  const placed = groupedBy(counts, (claim) => (claim.per === undefined ? undefined : findColumn(table, claim.per, draft)?.name))
  for (const [name, claims] of placed) {
    const column = table.columns.find((one) => one.name === name)
    const ofSome = column === undefined ? claims.filter(isOfSome) : []
    if (ofSome.length > 0) open.push({ open: 'whose', claims: ofSome })
    if (column?.references === undefined || column.nullable) continue
    const holding = strongest(claims.filter((claim) => claim.maximum !== undefined))
    if (holding?.maximum === undefined) {
      const unnumbered = claims.filter((claim) => claim.minimum === undefined)
      if (unnumbered.length > 0) open.push({ open: 'number', claims: unnumbered })
      continue
    }
    if (holding.maximum < 2) continue
    const same = counts.filter(
      (claim) => claim.maximum === holding.maximum && (claim.per === undefined || claims.includes(claim)),
    )
    const which = singledOut(holding)
    const state = which === undefined ? undefined : stateOf(which, holding.entity.text, table)
    if (which !== undefined && state === undefined) open.push({ open: 'which rows', claims: same })
    else {
      const deleted = softDeletion(table)
      const gone: readonly RowState[] = deleted === undefined ? [] : [{ column: deleted, holds: 'null' }]
      const counting = [...(state === undefined ? [] : [state]), ...gone]
      kept.push({ column, maximum: holding.maximum, counting, claims: same })
    }
  }
  return { kept, open }
}

/** "Free users can have 3": a limit of some people, and no column of the table tells who they are. */
function isOfSome({ per }: ClaimOf<'count'>): boolean {
  return per?.identifier === false && /_(?:user|account|member|person|customer|client)$/.test(per.name)
}
