import type { EntityFacts } from './facts.ts'

/**
 * Two words of a PRD for one thing: entities that no session names and of which the documents tell the same attributes and the same
 * parents ("expenses" and "transactions", each with an amount, a date, a note and a category). The one that more is said of gives the name.
 *
 * @returns for each word that is dropped, the key it means.
 */
export function sameThings(
  entities: ReadonlyMap<string, EntityFacts>,
  parentOf: (claim: EntityFacts['relationships'][number]) => string,
): ReadonlyMap<string, string> {
  const bySignature = new Map<string, EntityFacts[]>()
  for (const facts of entities.values()) {
    if (facts.entities.some((claim) => claim.as === 'table') || facts.mentions.some(({ mention }) => mention.identifier)) continue
    const attributes = [...facts.attributes.values()]
      .filter((attribute) => attribute.attributes.length > 0)
      .map((attribute) => attribute.key)
    if (attributes.length < 3) continue
    const parents = facts.relationships.filter((claim) => claim.cardinality === 'many to one').map(parentOf)
    const signature = [...attributes.sort(), '|', ...[...new Set(parents)].sort()].join(' ')
    const list = bySignature.get(signature) ?? []
    bySignature.set(signature, list)
    list.push(facts)
  }
  const same = new Map<string, string>()
  for (const list of bySignature.values()) {
    const [first, ...rest] = [...list].sort((a, b) => weight(b) - weight(a))
    if (first !== undefined) for (const facts of rest) same.set(facts.key, first.key)
  }
  return same
}

function weight(facts: EntityFacts): number {
  return facts.entities.length + facts.queries.length + facts.access.length
}
