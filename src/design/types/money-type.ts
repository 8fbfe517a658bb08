import { strongest } from '../claim-order.ts'
import type { EntityFacts, Facts } from '../identity/facts.ts'
import { isMoney, namedType } from './named-type.ts'
import { statedType } from './stated-type.ts'

/** The type that documents give amounts of money in general ("amounts as `NUMERIC(10,2)`"): a claim that names no table. */
export function moneyType(facts: Facts): string | undefined {
  const claims = [...facts.general.attributes, ...[...facts.entities.values()].flatMap(attributesOf)].filter(
    (claim) =>
      claim.entity === undefined &&
      !claim.attribute.identifier &&
      claim.type !== undefined &&
      /^(numeric|integer|bigint)/.test(statedType(claim.type)?.type ?? '') &&
      isMoney(namedType(claim.attribute.name)),
  )
  const type = strongest(claims)?.type
  return type === undefined ? undefined : statedType(type)?.type
}

function attributesOf(entity: EntityFacts) {
  return [...entity.attributes.values()].flatMap((known) => known.attributes)
}
