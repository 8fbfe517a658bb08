import type { Claim, ClaimOf } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import type { Source } from '../../claim/source.ts'
import { fromSession } from '../claim-order.ts'
import { attributeKey } from './attribute-key.ts'
import { emptyAttribute, emptyEntity, type Growing, type GrowingEntity } from './empty-entity.ts'
import type { AttributeFacts, Facts, GeneralFacts } from './facts.ts'
import { identify } from './identify.ts'
import type { Identity } from './identity.ts'
import { means, sameAttributes } from './same-attributes.ts'
import { sameThings } from './same-things.ts'

/**
 * Groups the claims by the entity and the attribute they speak of. A claim about an attribute that names no entity goes to the one
 * entity that has such an attribute, or to the one that stands on the same line of the document; otherwise it is left among the general ones.
 */
export function gatherFacts(claims: readonly Claim[]): Facts {
  const facts = gather(claims, identify(claims))
  const same = sameThings(facts.entities, (claim) => facts.identity.keyOf(claim.to))
  return same.size === 0 ? facts : gather(claims, identify(claims, same))
}

function gather(claims: readonly Claim[], identity: Identity): Facts {
  const entities = new Map<string, GrowingEntity>()
  const general: Growing<GeneralFacts> = {
    keys: [],
    deleteRules: [],
    access: [],
    indexes: [],
    uniques: [],
    attributes: [],
    everywhere: [],
    roles: [],
    conventions: [],
    features: [],
    openQuestions: [],
    requirements: [],
  }
  const entity = (mention: Mention): GrowingEntity => {
    const key = identity.keyOf(mention)
    const known = entities.get(key) ?? emptyEntity(key)
    entities.set(key, known)
    return known
  }
  const mentionEntity = (mention: Mention, source: Source, asTable: boolean): GrowingEntity => {
    const facts = entity(mention)
    facts.mentions.push({ mention, source, asTable })
    return facts
  }
  const attribute = (facts: GrowingEntity, mention: Mention, source: Source): Growing<AttributeFacts> => {
    const key = attributeKey(mention.name, facts.key)
    const known = facts.attributes.get(key) ?? emptyAttribute(key)
    facts.attributes.set(key, known)
    known.mentions.push({ mention, source })
    return known
  }

  const homeless: (ClaimOf<'limit'> | ClaimOf<'values'> | ClaimOf<'attribute'> | ClaimOf<'exclusion'>)[] = []
  const byLine = new Map<string, Set<string>>()
  const put: { readonly [K in Claim['kind']]: (claim: ClaimOf<K>) => void } = {
    entity: (claim) => {
      mentionEntity(claim.entity, claim.source, claim.as === 'table').entities.push(claim)
      const line = `${claim.source.document}:${claim.source.line}`
      byLine.set(line, (byLine.get(line) ?? new Set()).add(identity.keyOf(claim.entity)))
    },
    attribute: (claim) => {
      if (claim.references !== undefined) mentionEntity(claim.references.entity, claim.source, claim.references.entity.identifier)
      if (claim.everywhere !== undefined) general.everywhere.push(claim)
      else if (claim.entity === undefined) homeless.push(claim)
      else
        attribute(
          mentionEntity(claim.entity, claim.source, claim.entity.identifier),
          claim.attribute,
          claim.source,
        ).attributes.push(claim)
    },
    limit: (claim) => {
      if (claim.entity === undefined) homeless.push(claim)
      else attribute(entity(claim.entity), claim.attribute, claim.source).limits.push(claim)
    },
    values: (claim) => {
      if (claim.entity === undefined) homeless.push(claim)
      else attribute(entity(claim.entity), claim.attribute, claim.source).values.push(claim)
    },
    unique: (claim) => {
      if (claim.entity === undefined) general.uniques.push(claim)
      else entity(claim.entity).uniques.push(claim)
    },
    relationship: (claim) => {
      mentionEntity(claim.from, claim.source, false).relationships.push(claim)
      mentionEntity(claim.to, claim.source, false).incoming.push(claim)
      if (claim.through !== undefined) mentionEntity(claim.through, claim.source, true).through.push(claim)
    },
    'delete rule': (claim) => {
      if (claim.entity === undefined) general.deleteRules.push(claim)
      else entity(claim.entity).deleteRules.push(claim)
    },
    key: (claim) => {
      if (claim.entity === undefined) general.keys.push(claim)
      else entity(claim.entity).keys.push(claim)
    },
    count: (claim) => void entity(claim.entity).counts.push(claim),
    access: (claim) => {
      if (claim.entity === undefined) general.access.push(claim)
      else entity(claim.entity).access.push(claim)
    },
    role: (claim) => void general.roles.push(claim),
    group: (claim) => void mentionEntity(claim.entity, claim.source, false).groups.push(claim),
    index: (claim) => {
      if (claim.entity === undefined) general.indexes.push(claim)
      else entity(claim.entity).indexes.push(claim)
    },
    query: (claim) => void mentionEntity(claim.entity, claim.source, false).queries.push(claim),
    condition: (claim) => {
      if (claim.entity !== undefined) entity(claim.entity).conditions.push(claim)
    },
    'no overlap': (claim) => void mentionEntity(claim.entity, claim.source, false).overlaps.push(claim),
    exclusion: (claim) => {
      if (claim.subject === 'attribute' && claim.attribute !== undefined) {
        if (claim.entity === undefined) homeless.push(claim)
        else attribute(entity(claim.entity), claim.attribute, claim.source).exclusions.push(claim)
      } else if (claim.subject === 'entity' && claim.entity !== undefined) entity(claim.entity).exclusions.push(claim)
      else general.features.push(claim)
    },
    convention: (claim) => void general.conventions.push(claim),
    'open question': (claim) => void general.openQuestions.push(claim),
    requirement: (claim) => void general.requirements.push(claim),
  }
  for (const claim of claims) (put[claim.kind] as (claim: Claim) => void)(claim)

  const owners = new Map<string, string[]>()
  for (const facts of entities.values())
    for (const [key, known] of facts.attributes) {
      if (known.attributes.length === 0) continue
      const list = owners.get(key) ?? []
      owners.set(key, list)
      list.push(facts.key)
    }
  for (const claim of homeless) {
    const mention = claim.kind === 'exclusion' ? claim.attribute : claim.attribute
    if (mention === undefined) continue
    const home = homeOf(mention, claim.source, owners, byLine)
    const facts = home === undefined ? undefined : entities.get(home)
    if (facts === undefined) {
      if (claim.kind === 'attribute') general.attributes.push(claim)
      if (claim.kind === 'exclusion') general.features.push(claim)
      continue
    }
    const known = attribute(facts, mention, claim.source)
    if (claim.kind === 'attribute') known.attributes.push(claim)
    else if (claim.kind === 'limit') known.limits.push(claim)
    else if (claim.kind === 'values') known.values.push(claim)
    else known.exclusions.push(claim)
  }
  for (const facts of entities.values()) {
    for (const claim of columnsOfIndexes(facts)) attribute(facts, claim.attribute, claim.source).attributes.push(claim)
    foldAttributes(facts.attributes)
  }
  return { identity, entities, general }
}

/**
 * What a session's index is of is a column, named or not elsewhere: "`click_events` (index `(kind, occurred_at)`)". Stamps come by convention, and a key may
 * stand there for the column's own name.
 */
function columnsOfIndexes(facts: GrowingEntity): readonly ClaimOf<'attribute'>[] {
  return facts.indexes.flatMap((claim) =>
    claim.keys.flatMap(({ attribute }): readonly ClaimOf<'attribute'>[] =>
      fromSession(claim.source) &&
      attribute.identifier &&
      !/_id$|^(?:created|updated)_at$/.test(attribute.name) &&
      !facts.attributes.has(attributeKey(attribute.name, facts.key))
        ? [
            {
              kind: 'attribute',
              ...(claim.entity === undefined ? {} : { entity: claim.entity }),
              attribute,
              strength: 'stated',
              source: claim.source,
              reader: claim.reader,
            },
          ]
        : [],
    ),
  )
}

function foldAttributes(attributes: GrowingEntity['attributes']): void {
  for (const [key, meant] of sameAttributes(attributes)) {
    const [folded, into] = [attributes.get(key), attributes.get(meant)]
    if (folded === undefined || into === undefined) continue
    attributes.delete(key)
    // The column's name is the one that the list gives it.
    into.attributes.push(...folded.attributes)
    into.limits.push(...folded.limits)
    into.values.push(...folded.values)
    into.exclusions.push(...folded.exclusions)
  }
}

function homeOf(
  mention: Mention,
  source: Source,
  owners: ReadonlyMap<string, readonly string[]>,
  byLine: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const key = attributeKey(mention.name, '')
  const own = owners.get(key) ?? []
  const candidates =
    own.length > 0 || mention.identifier ? own : [...owners].flatMap(([other, keys]) => (means(key, other) ? keys : []))
  if (candidates.length === 1) return candidates[0]
  const onLine = [...(byLine.get(`${source.document}:${source.line}`) ?? [])]
  const both = onLine.filter((key) => candidates.includes(key))
  if (both.length === 1) return both[0]
  return candidates.length === 0 && onLine.length === 1 ? onLine[0] : undefined
}
