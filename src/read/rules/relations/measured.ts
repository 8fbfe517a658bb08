import { isAttribute } from '../columns/field-lists.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'

/** Whether a noun behind a word only says what a field there counts or names, and is nothing that is had itself: the sheets of "ma liczbę arkuszy". */
export function isMeasured(sentence: Sentence, noun: NounPhrase, from: number): boolean {
  return sentence.nouns.some(
    (other) =>
      other.from >= from &&
      other.from < noun.from &&
      other.possessor !== undefined &&
      sentence.nouns[other.possessor] === noun &&
      isAttribute(other),
  )
}
