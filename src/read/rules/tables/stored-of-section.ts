import { isAttribute } from '../columns/field-lists.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { isToBe, nounListAfter } from '../text/grammar.ts'
import { isNoThing } from './is-no-thing.ts'

/** Below "Loans", "the system stores who borrowed it, the due date and the deposit": fields of a loan, where what stores them is the program or nobody in particular. */
export function storedOfSection(sentence: Sentence): number | undefined {
  const store = sentence.markers.find((marker) => marker.meaning === 'STORES')
  const verb = store && sentence.words[store.from]
  if (store === undefined || verb === undefined) return undefined
  const from = pastBeing(sentence, store.to)
  if (verb.pos !== 'verb' && from === store.to) return undefined
  const clause = sentence.words.findLastIndex((word, index) => index < store.from && word.text === ';') + 1
  const before = sentence.nouns.filter((noun) => noun.from >= clause && noun.to <= store.from)
  if (before.some((noun) => !isNoThing(noun))) return undefined
  const list = nounListAfter(sentence, from)
  const clauses = sentence.words.some((word, index) => index >= from && /^(?:who|when|kto|kiedy)$/i.test(word.text))
  const fields = sentence.nouns.filter((noun) => noun.from >= from && isAttribute(noun)).length
  return (clauses && fields >= 1) || isMostlyAttributes(list, store.from === clause ? 1 : 2) ? from : undefined
}

/** A list of at least so many names, all or most of them attributes, none of a person or of several of something. */
function isMostlyAttributes(list: readonly NounPhrase[], least: number): boolean {
  const attributes = list.filter(isAttribute)
  if (attributes.length === list.length) return list.length >= least
  return attributes.length >= 2 && list.every((noun) => isAttribute(noun) || (!noun.plural && !noun.person && !noun.identifier))
}

/** "zapisywany jest numer", "are stored the name and …": the list begins behind the verb of being. */
export function pastBeing(sentence: Sentence, from: number): number {
  return isToBe(sentence.words[from]) ? from + 1 : from
}
