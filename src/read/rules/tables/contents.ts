import { isOnlyAttribute, notThings } from '../columns/common-names.ts'
import { isAttribute, isDefinable } from '../columns/field-lists.ts'
import type { Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { markersOf, nounListAfter } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'

/** What one thing contains several of, with what is said of each while it is in there: how much of it, and not what it is. */
export interface Content {
  readonly whole: NounPhrase
  readonly part: NounPhrase
  /** What is said of each, the measure among it. */
  readonly fields: readonly NounPhrase[]
}

const containing: readonly Meaning[] = ['HAS', 'INCLUDES', 'CONSISTS', 'LISTS', 'BE']

/** Names (English) of what is measured of a part in its whole: the same part is there with another measure in another whole. */
const measures =
  /^(?:\w+_)?(?:quantity|amount|count|sets?|series|reps?|repetition|dose|dosage|portion|share|percentage|proportion|round|lap)$/

function isMeasure(name: string): boolean {
  return measures.test(name)
}

/** Whether a measure counts whole things: sets of an exercise, laps of a run. */
export function isCounted(name: string): boolean {
  return /^(?:set|sets|rep|reps|repetitions?|rounds?|laps?)$/.test(name)
}

/**
 * What contains what, with a measure of each:
 * "an order contains cakes, each with a quantity", "a workout consists of exercises with sets and reps", "plan zawiera ćwiczenia z liczbą serii",
 * "w zamówieniu są produkty wraz z ilością", "for each exercise in a workout the coach sets the number of sets and the rest time", "a carer assigns drinks to a guest,
 * specifying the dose", "dla każdego składnika w przepisie podaje się ilość i jednostkę".
 *
 * Not: parts of which is said what they are ("a shelf has books with a title and an author"), refusals.
 */
export const contentsIn = oncePerSentence(readContents)

function readContents(sentence: Sentence): readonly Content[] {
  if (markersOf(sentence, 'NOT', 'NO', 'WITHOUT').length > 0) return []
  return [...readEachWithin(sentence), ...readAssigned(sentence), ...readWith(sentence)]
}

/** "For each exercise in a workout the coach sets …": what stands within what, and behind the verb what is said of each. */
function readEachWithin(sentence: Sentence): readonly Content[] {
  return markersOf(sentence, 'PER').flatMap((per) => {
    const part = sentence.nouns.find((noun) => noun.from <= per.to && noun.to > per.from)
    const into = part && markersOf(sentence, 'INTO', 'FOR').find((marker) => marker.from === part.to)
    const whole = into && sentence.nouns.find((noun) => noun.from === into.to)
    if (!part || !whole || !canBe(part) || !canBe(whole) || part.person || whole.person || isLine(part)) return []
    const verb = sentence.words.findIndex((word, index) => index >= whole.to && word.pos === 'verb')
    const clause = sentence.words.slice(whole.to, verb).every((word) => !/^[.;:!?]$/.test(word.text))
    return verb < 0 || verb - whole.to > 4 || !clause
      ? []
      : measured(whole, part, fieldsFrom(sentence, pastVerbs(sentence, verb)))
  })
}

/** "each line of a quote": a part by its very name. */
function isLine(noun: NounPhrase): boolean {
  return /^(?:\w+_)?(?:line|item|line_item|position|entry|row)$/.test(noun.name)
}

/** "assigns drinks to a guest, specifying the dose": what is given to whom, and behind the participle what is said of it there. */
function readAssigned(sentence: Sentence): readonly Content[] {
  return markersOf(sentence, 'ASSIGNS').flatMap((verb) => {
    const part = sentence.nouns.find((noun) => noun.from >= verb.to)
    const into = part && markersOf(sentence, 'INTO', 'FOR').find((marker) => marker.from === part.to)
    const whole = into && sentence.nouns.find((noun) => noun.from === into.to)
    const giving = whole && markersOf(sentence, 'GIVING').find((marker) => marker.from >= whole.to)
    const plain = part !== undefined && isPlain(sentence, verb.to, part.from) && part.from - verb.to <= 2
    if (!plain || !part.plural || !whole || !giving || !canBe(part) || !canBe(whole)) return []
    return measured(whole, part, fieldsFrom(sentence, giving.to))
  })
}

function measured(whole: NounPhrase, part: NounPhrase, fields: readonly NounPhrase[]): readonly Content[] {
  return fields.some((field) => isMeasure(field.name)) ? [{ whole, part, fields }] : []
}

function pastVerbs(sentence: Sentence, from: number): number {
  let at = from
  while (sentence.words[at]?.pos === 'verb' || sentence.words[at]?.pos === 'adverb') at += 1
  return at
}

function readWith(sentence: Sentence): readonly Content[] {
  return markersOf(sentence, 'WITH').flatMap((marker) => {
    const apart = sentence.words[marker.from - 1]?.text === ',' ? 1 : 0
    const part = sentence.nouns.find((noun) => noun.to === marker.from - apart)
    const whole = part && wholeOf(part, sentence)
    if (!part?.plural || !whole || !canBe(part) || !canBe(whole)) return []
    return measured(whole, part, fieldsFrom(sentence, marker.to))
  })
}

/** The noun before the verb that a noun is the object of; or the one that the sentence begins with behind a preposition ("w zamówieniu są produkty"). */
function wholeOf(part: NounPhrase, sentence: Sentence): NounPhrase | undefined {
  const verb = markersOf(sentence, ...containing).find(
    (marker) => marker.to <= part.from && part.from - marker.to <= 3 && isPlain(sentence, marker.to, part.from),
  )
  if (!verb) return undefined
  const whole = sentence.nouns.filter((noun) => noun.to <= verb.from).at(-1)
  const placed = whole !== undefined && whole.from <= 2 && sentence.words[whole.from - 1]?.pos === 'preposition'
  if (!whole || verb.from - whole.to > 2 || (verb.meaning === 'BE' && !placed)) return undefined
  return whole.plural && whole.quantifier === undefined && sentence.language === 'pl' ? undefined : whole
}

function isPlain(sentence: Sentence, from: number, to: number): boolean {
  return sentence.words.slice(from, to).every((word) => word.pos !== 'verb' && word.pos !== 'punctuation')
}

function canBe(noun: NounPhrase): boolean {
  if (noun.identifier || isOnlyAttribute(noun.name)) return false
  return !notThings.has(noun.name) || isDefinable(noun.name)
}

/** The list behind a word, as long as its items are fields. */
function fieldsFrom(sentence: Sentence, from: number): readonly NounPhrase[] {
  const list = nounListAfter(sentence, from).filter((noun) => !noun.identifier)
  const end = list.findIndex((noun) => noun.person || (!isAttribute(noun) && !isMeasure(noun.name) && noun.plural))
  return end < 0 ? list : list.slice(0, end)
}

/** Whether a sentence says that a part is contained with a measure: what its verb alone says of the two is then read already. */
export function isContent(sentence: Sentence, part: NounPhrase, whole: NounPhrase): boolean {
  return contentsIn(sentence).some((content) => content.part === part && content.whole === whole)
}
