import type { ClaimOf } from '../../claim/claim.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import type { Remark } from '../../schema/notes.ts'
import { strongest } from '../claim-order.ts'
import type { Draft, DraftTable, DraftUnique } from '../draft.ts'
import { oneLine } from '../notes/one-line.ts'
import { remark } from '../notes/remark.ts'
import { because } from '../why.ts'
import { findColumn } from './find-column.ts'
import { rowLimits } from './row-limits.ts'
import { conditionOf, singledOut, stateOf } from './which-rows.ts'

/** "At most one per user" is uniqueness; any other number is not said of one row, and no constraint of the schema can say it. */
export function uniqueOfCount(claim: ClaimOf<'count'>, table: DraftTable, draft: Draft): DraftUnique | undefined {
  if (claim.maximum !== 1 || claim.period !== undefined || claim.per === undefined || table.part === 'join') return undefined
  const column = findColumn(table, claim.per, draft)
  if (column?.references === undefined || column.nullable) return undefined
  const which = singledOut(claim)
  const state = which === undefined ? undefined : stateOf(which, claim.entity.text, table)
  if (which !== undefined && state === undefined) return undefined
  const where = state === undefined ? {} : { where: conditionOf(state) }
  return { columns: [column.name], ...where, why: because([claim]), purpose: 'at most one' }
}

/** How many there may be, where no key and no trigger keeps it: each limit once, with every line that says it. */
export function countRemarks(draft: Draft): readonly Remark[] {
  return draft.tables.flatMap((table) => {
    const { kept, open } = rowLimits(table, draft)
    const said = new Set([...kept, ...open].flatMap((limit) => limit.claims))
    const claims = (table.facts?.counts ?? []).filter(
      (claim) => claim.maximum !== undefined && uniqueOfCount(claim, table, draft) === undefined && !said.has(claim),
    )
    const byLimit = groupedBy(claims, (claim) => `${claim.maximum}/${claim.period ?? ''}`)
    return [...byLimit.values()].map((same) =>
      remark(
        `At most ${same[0]?.maximum} rows of \`${table.name}\`${placeOf(same)}: the application keeps this limit, for ${leftWhy(same)}. Who counts before adding must hold a lock until the commit, or two sessions at once pass the limit.`,
        because(same),
      ),
    )
  })
}

/** Of what, and in which time, there may be as many; a claim that leaves it open means the same as one that says it. */
function placeOf(claims: readonly ClaimOf<'count'>[]): string {
  const per = strongest(claims.filter((claim) => claim.per !== undefined))?.per
  const period = claims[0]?.period
  const whose = per === undefined ? '' : ` per ${oneLine(per.name.replaceAll('_', ' '), 40)}`
  return period === undefined ? whose : `${whose}${whose === '' ? ' per' : ' and'} ${period}`
}

function leftWhy(claims: readonly ClaimOf<'count'>[]): string {
  if (claims[0]?.period !== undefined) return 'it is one of a time, and not of the rows that there are'
  return claims.some((claim) => claim.per !== undefined)
    ? 'no column says whose rows these are'
    : 'the documents do not say whose rows these are'
}
