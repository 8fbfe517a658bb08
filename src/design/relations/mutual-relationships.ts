import type { ClaimOf } from '../../claim/claim.ts'
import { fromSession } from '../claim-order.ts'
import type { Draft } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'

/**
 * Pairs of entities of which a PRD says both that one has many of the other and the other way round ("a rehearsal includes many songs", "a song can be
 * rehearsed in many rehearsals"): many to many. Keys are the pair's two entity keys in their order, joined by `+`.
 */
export function mutualPairs(draft: Draft): ReadonlyMap<string, ClaimOf<'relationship'>> {
  const { identity, entities } = draft.facts
  const seen = new Map<string, ClaimOf<'relationship'>>()
  const mutual = new Map<string, ClaimOf<'relationship'>>()
  for (const facts of entities.values())
    for (const claim of facts.relationships) {
      if (claim.cardinality !== 'many to one' || claim.part === true || claim.column !== undefined || fromSession(claim.source))
        continue
      const from = identity.keyOf(claim.from)
      const to = identity.keyOf(claim.to)
      if (from === to || from === accountKey || to === accountKey) continue
      const other = seen.get(`${to}+${from}`)
      // the first that is said names the link: "a rehearsal includes many songs" makes `rehearsal_songs`
      const first = other !== undefined && other.source.order < claim.source.order ? other : claim
      if (other !== undefined) mutual.set(pairOf(from, to), { ...first, from: first.to, to: first.from })
      seen.set(`${from}+${to}`, claim)
    }
  return mutual
}

export function pairOf(a: string, b: string): string {
  return a < b ? `${a}+${b}` : `${b}+${a}`
}
