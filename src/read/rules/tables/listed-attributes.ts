import { notThings } from '../columns/common-names.ts'
import { isAttribute } from '../columns/field-lists.ts'
import type { Sentence } from '../language/sentence.ts'

/** Whether a word stands in a parenthesis. */
export function isInside(sentence: Sentence, word: number): boolean {
  const before = sentence.words.slice(0, word).map((each) => each.text)
  return before.filter((text) => text === '(').length > before.filter((text) => text === ')').length
}

/** How many nouns of the list after a word are attributes by their names, if these are most of the list. */
export function attributesAfter(sentence: Sentence, from: number): number {
  const end = sentence.words.findIndex((word, index) => index >= from && /^[.;!?]$/.test(word.text))
  const stop = end < 0 ? sentence.words.length : end
  const colon = sentence.words.findIndex((word, index) => index >= from && word.text === ':')
  const named = sentence.nouns.filter(
    (noun) => noun.from >= from && noun.to <= stop && (colon < 0 || noun.to <= colon) && !isInside(sentence, noun.from),
  )
  // "the date of birth", "czas wypieku w minutach": what stands in another name, and what it is measured in, is none
  const list = named.filter(
    (noun) =>
      !named.some((other) => other !== noun && other.from <= noun.from && other.to >= noun.to && isAttribute(other)) &&
      !(noun.from > from && noun.to - noun.from === 1 && sentence.words[noun.from - 1]?.pos === 'preposition'),
  )
  const attributes = list.filter(isAttribute).length
  const likely = list.filter(
    (noun) => !noun.plural && !noun.person && noun.quantifier === 'one' && !notThings.has(noun.name) && !notThings.has(noun.head),
  ).length
  return Math.max(
    attributes >= 2 || attributes * 2 >= list.length ? attributes : 0,
    attributes + likely >= list.length ? (attributes > 0 ? list.length : likely / 1.5) : 0,
  )
}
