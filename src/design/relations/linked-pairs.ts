import type { ClaimOf } from '../../claim/claim.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import { rankOf } from '../claim-order.ts'
import type { Draft } from '../draft.ts'
import { pairOf } from './mutual-relationships.ts'

/**
 * Whether a document names what links the two entities of a relationship, and none of more weight says otherwise: that one has the other in it is then said
 * of the link.
 */
export function linkedPairs(draft: Draft): (claim: ClaimOf<'relationship'>) => boolean {
  const { identity, entities } = draft.facts
  const pair = (claim: ClaimOf<'relationship'>) => pairOf(identity.keyOf(claim.from), identity.keyOf(claim.to))
  const links = groupedBy(
    [...entities.values()].flatMap((facts) =>
      facts.relationships.filter((claim) => claim.cardinality === 'many to many' && claim.through !== undefined),
    ),
    pair,
  )
  return (claim) =>
    claim.column === undefined &&
    claim.through === undefined &&
    (links.get(pair(claim)) ?? []).some((link) => rankOf(link.source) <= rankOf(claim.source))
}
