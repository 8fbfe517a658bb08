import type { Claim, ClaimOf } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'

type EntityMentions = { readonly [K in Claim['kind']]: (claim: ClaimOf<K>) => readonly (Mention | undefined)[] }

/** Where each kind of claim names entities. A record, so that a kind of claim that is added and forgotten here does not compile. */
const mentioned: EntityMentions = {
  entity: (claim) => [claim.entity],
  attribute: (claim) => [claim.entity, claim.references?.entity],
  limit: (claim) => [claim.entity],
  values: (claim) => [claim.entity],
  unique: (claim) => [claim.entity],
  relationship: (claim) => [claim.from, claim.to, claim.through],
  'delete rule': (claim) => [claim.entity, claim.to],
  key: (claim) => [claim.entity],
  count: (claim) => [claim.entity, claim.per],
  access: (claim) => [claim.entity, claim.who.kind === 'member' ? claim.who.group : undefined],
  role: (claim) => [claim.group],
  group: (claim) => [claim.entity, claim.members],
  index: (claim) => [claim.entity],
  query: (claim) => [claim.entity],
  condition: (claim) => [claim.entity],
  'no overlap': (claim) => [claim.entity, ...claim.per],
  exclusion: (claim) => [claim.entity],
  convention: () => [],
  'open question': () => [],
  requirement: () => [],
}

/** The entities a claim names. */
export function entityMentions(claim: Claim): readonly Mention[] {
  const list = mentioned[claim.kind] as (claim: Claim) => readonly (Mention | undefined)[]
  return list(claim).filter((mention) => mention !== undefined)
}
