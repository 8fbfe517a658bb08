import type { ClaimOf } from '../../claim/claim.ts'
import { singularise } from '../../schema/inflect.ts'
import { attributeKey } from '../identity/attribute-key.ts'
import { emptyAttribute } from '../identity/empty-entity.ts'
import type { EntityFacts, Facts } from '../identity/facts.ts'

/**
 * What is known of a table, with the columns that documents give to every table: "every table has `studio_id`", but `studios` itself. Whose a row is, "every
 * table has `user_id`", is said of rows that people have, and not of what the program keeps for itself.
 */
export function withColumnsOfAll(entity: EntityFacts, { general, identity }: Facts): EntityFacts {
  const claims = general.everywhere.filter(
    (claim) =>
      !leadsToItself(claim, entity) &&
      !(isOwner(claim) && isKeptByProgram(entity)) &&
      !claim.everywhere?.except.some((mention) => identity.keyOf(mention) === entity.key),
  )
  if (claims.length === 0) return entity
  const attributes = new Map(entity.attributes)
  for (const claim of claims) {
    const key = attributeKey(claim.attribute.name, entity.key)
    const mention = { mention: claim.attribute, source: claim.source }
    const known = attributes.get(key) ?? { ...emptyAttribute(key), mentions: [mention] }
    attributes.set(key, { ...known, attributes: [...known.attributes, claim] })
  }
  return { ...entity, attributes }
}

function leadsToItself(claim: ClaimOf<'attribute'>, entity: EntityFacts): boolean {
  return singularise(claim.attribute.name.replace(/_(?:id|uuid)$/, '')) === entity.key
}

function isOwner(claim: ClaimOf<'attribute'>): boolean {
  return /^(?:user|owner|account|author|creator)_(?:id|uuid)$/.test(claim.attribute.name)
}

function isKeptByProgram(entity: EntityFacts): boolean {
  const allowed = entity.access.filter((claim) => claim.denied !== true)
  return (
    allowed.some(({ who }) => who.kind === 'backend' || who.kind === 'role') && !allowed.some(({ who }) => who.kind === 'owner')
  )
}
