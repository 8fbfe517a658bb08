import type { ClaimOf } from '../../claim/claim.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import { strongest } from '../claim-order.ts'

/** Whether a claim says within what its attributes are unique, or that it is within nothing. */
export function saysScope(claim: ClaimOf<'unique'>): boolean {
  return claim.per !== undefined && claim.attributes.length > 0 && claim.which === undefined
}

/** What is said to be unique, in words; the same for all claims about the same. */
export function attributesOf(claim: ClaimOf<'unique'>): string {
  return claim.attributes
    .map((mention) => mention.name.replaceAll('_', ' '))
    .sort()
    .join(', ')
}

/** "Unique among all" and "unique within a project" contradict each other: of one attribute the stronger of the two holds. */
export function settleScopes(claims: readonly ClaimOf<'unique'>[]): readonly ClaimOf<'unique'>[] {
  const lost = [...groupedBy(claims.filter(saysScope), attributesOf).values()].flatMap((same) => {
    const everywhere = strongest(same)?.per?.length === 0
    return same.filter((claim) => (claim.per?.length === 0) !== everywhere)
  })
  return claims.filter((claim) => !lost.includes(claim))
}
