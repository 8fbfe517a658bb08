import { isOnlyAttribute, notThings } from '../columns/common-names.ts'
import { isDefinable } from '../columns/field-lists.ts'
import type { NounPhrase } from '../language/sentence.ts'

/** Whether a noun phrase names an attribute or a part of a program, which nothing defines. */
export function isNoThing(noun: NounPhrase): boolean {
  return isOnlyAttribute(noun.name) || (notThings.has(noun.name) && !isDefinable(noun.name))
}
