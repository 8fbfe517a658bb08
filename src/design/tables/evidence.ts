import type { Claim } from '../../claim/claim.ts'
import { fromSession } from '../claim-order.ts'
import type { EntityFacts } from '../identity/facts.ts'

/** How much the documents say about an entity, apart for the planning session and the PRD. */
export interface Evidence {
  /** The session calls it a table or an entity. */
  readonly sessionTable: boolean
  /** The PRD's own data model does. */
  readonly prdTable: boolean
  readonly sessionColumns: number
  /** Columns that the PRD states for it; attributes it names in passing. */
  readonly prdColumns: number
  readonly passing: number
  /** Requirements of the PRD that speak of it as something kept. */
  readonly requirements: number
  /** People create, own or manage it: a relationship to accounts or owner access. */
  readonly owned: boolean
  readonly listed: boolean
  /** A part of the requirements is called after it. */
  readonly titled: boolean
  readonly related: number
  /** People belong to it, and something leads to it. */
  readonly shared: boolean
  /** Other things it belongs to. */
  readonly parents: number
  /** A thing that the documents name links it to another. */
  readonly linked: boolean
  /** Documents say what becomes of it when it is deleted. */
  readonly kept: boolean
  /** People belong to it together. */
  readonly group: boolean
}

export function evidenceOf(
  facts: EntityFacts,
  isAccount: (key: string) => boolean,
  otherSide: (claim: EntityFacts['relationships'][number]) => string,
): Evidence {
  const stated = [...facts.attributes.values()].flatMap((attribute) =>
    attribute.attributes.slice(0, 1).map((first) => ({ first, all: attribute.attributes })),
  )
  const requirements = new Set(
    [...facts.entities, ...facts.queries, ...facts.access].flatMap(
      (claim: Claim) => claim.source.requirement ?? `${claim.source.document}:${claim.source.line}`,
    ),
  )
  return {
    sessionTable:
      facts.entities.some((claim) => claim.as === 'table' && fromSession(claim.source)) ||
      facts.through.some((claim) => fromSession(claim.source)),
    prdTable:
      facts.entities.some((claim) => claim.as === 'table' && !fromSession(claim.source)) ||
      facts.through.some((claim) => !fromSession(claim.source)),
    sessionColumns: stated.filter(({ all }) => all.some((claim) => claim.strength === 'stated' && fromSession(claim.source)))
      .length,
    prdColumns: stated.filter(({ all }) => all.some((claim) => claim.strength === 'stated' && !fromSession(claim.source))).length,
    passing: stated.filter(({ all }) => all.every((claim) => claim.strength === 'passing')).length,
    requirements: requirements.size,
    owned:
      facts.relationships.some((claim) => isAccount(otherSide(claim))) ||
      facts.access.some((claim) => claim.who.kind === 'owner' && claim.denied !== true),
    linked: [...facts.relationships, ...facts.incoming].some((claim) => claim.through !== undefined),
    group: facts.groups.length > 0,
    kept: facts.deleteRules.length > 0,
    listed: facts.queries.length > 0,
    titled: facts.entities.some((claim) => claim.titled === true),
    related: facts.relationships.length + facts.incoming.length,
    shared: facts.groups.length > 0 && facts.incoming.length > 0,
    parents: new Set(
      facts.relationships
        .filter((claim) => claim.cardinality === 'many to one' && !isAccount(otherSide(claim)) && otherSide(claim) !== facts.key)
        .map(otherSide),
    ).size,
  }
}

/** Whether the PRD alone says enough of an entity to keep it: an architect adds no table for a word that was dropped in passing. */
export function deservesTable(evidence: Evidence): boolean {
  if (evidence.prdTable || evidence.linked || evidence.shared || (evidence.group && evidence.owned)) return true
  const attributes = evidence.prdColumns + Math.min(evidence.passing, 2) / 2
  if (evidence.prdColumns >= 2) return true
  if (attributes >= 1 && (evidence.owned || evidence.requirements >= 2)) return true
  if (evidence.prdColumns >= 1 && evidence.related >= 1) return true
  if (evidence.parents >= 1 || (evidence.kept && evidence.owned)) return true
  if (evidence.titled && (evidence.owned || evidence.related >= 1 || attributes >= 1)) return true
  return evidence.owned && evidence.requirements >= 2 && (evidence.listed || evidence.related >= 2 || evidence.requirements >= 3)
}
