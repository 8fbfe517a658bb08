import { attributeNames, isOnlyAttribute, notThings, weakThings } from './common-names.ts'
import { nounListAfter } from './grammar.ts'
import type { Marker, Meaning, NounPhrase, Sentence } from './language/sentence.ts'
import { oncePerSentence } from './once-per-sentence.ts'

/**
 * Names that a program also has for parts of itself, and that are things of the product once a sentence says what each has:
 * "a list has a name and a colour", "each owner has a phone number".
 */
const definable: ReadonlySet<string> = new Set(
  `tool word phrase list section chapter line language owner author creator client customer history period stage project event place area zone goal example
  device feature version release person human option requirement note message notification photo image link file document comment answer question result session`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

export function isDefinable(name: string): boolean {
  return definable.has(name)
}

const having: readonly Meaning[] = ['HAS', 'INCLUDES', 'CONSISTS']

/**
 * The noun phrases that a sentence defines by saying what each of them has: "a singer has a first name, a last name and an email", "Wpłata ma kwotę i datę",
 * "Member: first name, last name, join date", "for each enrolment the school stores the date and the grade".
 *
 * Not: what has one attribute in passing, plural wholes ("users have names"), lists in which most items are no attribute.
 */
export function definedIn(sentence: Sentence): readonly NounPhrase[] {
  return definitionsIn(sentence).map((each) => each.noun)
}

export interface Definition {
  readonly noun: NounPhrase
  /** The word at which the list of what it has begins. */
  readonly from: number
  /** The word at which the list ends, where it is known. */
  readonly to?: number
  /** It says of what is always there ("each …", "a …"), not of one case. */
  readonly each: boolean
}

/** What a sentence defines, each with the list of what it has. */
export const definitionsIn = oncePerSentence(readDefinitions)

function readDefinitions(sentence: Sentence): readonly Definition[] {
  // a list of values, not of attributes
  if (sentence.markers.some((marker) => marker.meaning === 'ENUM' || marker.meaning === 'ONE_OF')) return []
  if (sentence.markers.some((marker) => marker.meaning === 'NO' || marker.meaning === 'NOT' || marker.meaning === 'WITHOUT'))
    return []
  const defined: Definition[] = []
  const add = (noun: NounPhrase, from: number, to?: number): void => {
    if (!defined.some((each) => each.noun === noun))
      defined.push({ noun, from, each: !noun.plural, ...(to === undefined ? {} : { to }) })
  }
  for (const marker of sentence.markers) {
    if (!having.includes(marker.meaning)) continue
    const subject = subjectOf(sentence, marker.from)
    if (subject && attributesAfter(sentence, marker.to) >= leastOf(subject, sentence)) add(subject, marker.to)
  }
  for (const marker of sentence.markers) {
    const described = marker.meaning === 'WITH' ? describedWith(sentence, marker) : undefined
    if (described) add(described.noun, marker.to, described.to)
  }
  const [first] = sentence.nouns
  if (first?.from === 0 && sentence.words[first.to]?.text === ':' && attributesAfter(sentence, first.to + 1) >= 3)
    add(first, first.to + 1)
  for (const marker of sentence.markers) {
    const listed = marker.meaning === 'CREATES' ? listedBehind(sentence, marker.to) : undefined
    if (listed) add(listed.noun, listed.from)
  }
  const per = sentence.markers.find((marker) => marker.meaning === 'PER')
  const store = sentence.markers.find((marker) => marker.meaning === 'STORES')
  const each = per && sentence.nouns.find((noun) => noun.to > per.from && noun.from <= per.to)
  if (each && store && store.from >= each.to && attributesAfter(sentence, store.to) >= 1) add(each, store.to)
  return defined
}

/**
 * "songs with title, composer and key", "patients, each with a name and a date of birth", "produkty z nazwą i ceną": the noun right before, and a list of at
 * least two, most of which are attributes.
 */
function describedWith(sentence: Sentence, marker: Marker): { readonly noun: NounPhrase; readonly to: number } | undefined {
  const apart = sentence.words[marker.from - 1]?.text === ',' ? 1 : 0
  const noun = sentence.nouns.find((each) => each.to === marker.from - apart && !isInside(sentence, each.from))
  if (!noun || noun.identifier || isNoThing(noun)) return undefined
  const list = nounListAfter(sentence, marker.to)
  const last = list.at(-1)
  const attributes = list.filter(isAttribute).length
  const likely =
    attributes >= 1 &&
    list.every((item) => isAttribute(item) || (!item.plural && (!item.person || item.quantifier === undefined)))
  return last && list.length >= 2 && (likely || (attributes >= 2 && attributes * 2 >= list.length))
    ? { noun, to: endOf(sentence, last) }
    : undefined
}

/** "add items to lend: name, description and condition": what is made, with a list of at least three attributes behind a colon. */
function listedBehind(sentence: Sentence, verb: number): { readonly noun: NounPhrase; readonly from: number } | undefined {
  const noun = sentence.nouns.find((each) => each.from >= verb && each.from - verb <= 2)
  if (!noun || noun.identifier || isNoThing(noun)) return undefined
  const colon = sentence.words.findIndex((word, index) => index >= noun.to && index - noun.to <= 4 && word.text === ':')
  return colon >= 0 && attributesAfter(sentence, colon + 1) >= 3 ? { noun, from: colon + 1 } : undefined
}

function isNoThing(noun: NounPhrase): boolean {
  return isOnlyAttribute(noun.name) || (notThings.has(noun.name) && !isDefinable(noun.name))
}

function isAttribute(noun: NounPhrase): boolean {
  return attributeNames.has(noun.name) || attributeNames.has(noun.head)
}

/** Where a list's last item ends: behind its complement ("date of birth") and what stands in a parenthesis. */
function endOf(sentence: Sentence, last: NounPhrase): number {
  const complement = last.possessor === undefined ? undefined : sentence.nouns[last.possessor]
  const to = complement && complement.from >= last.to ? complement.to : last.to
  if (sentence.words[to]?.text !== '(') return to
  const close = sentence.words.findIndex((word, index) => index > to && word.text === ')')
  return close < 0 ? to : close + 1
}

/** How many attributes make a definition: one is enough of "each episode" and of what the sentence begins with, two of names that programs have as well. */
function leastOf(subject: NounPhrase, sentence: Sentence): number {
  if (notThings.has(subject.name) || weakThings.has(subject.name) || subject.plural) return 2
  const begins = subject.from === 0 || sentence.words[subject.from - 1]?.text === ':'
  return subject.quantifier === 'each' || begins ? 1 : 2
}

/** The nearest noun before a verb of having, with nothing between but auxiliaries, adverbs and an earlier predicate of the same subject. */
function subjectOf(sentence: Sentence, verb: number): NounPhrase | undefined {
  const before = sentence.nouns.filter((noun) => noun.to <= verb && !isInside(sentence, noun.from))
  const near = before.at(-1)
  if (!near) return undefined
  const gap = sentence.words.slice(near.to, verb)
  if (gap.length <= 3 && gap.every((word) => word.pos === 'verb' || word.pos === 'adverb' || word.pos === 'other')) {
    // "each item on the list includes …": what stands behind a preposition has nothing
    const behind = sentence.words[near.from - 1]?.pos === 'preposition' && near.quantifier !== 'each'
    // "the file contains": a name that programs have as well is defined by "each" or "a", not by "the"
    const common = notThings.has(near.name) || weakThings.has(near.name)
    return behind || (common && near.quantifier !== 'each' && near.quantifier !== 'one' && sentence.language === 'en')
      ? undefined
      : near
  }
  // "a payment belongs to a donor, has an amount": the subject of the clause before
  if (!gap.every((word) => word.pos === 'verb' || word.pos === 'adverb' || word.pos === 'conjunction' || word.text === ','))
    return undefined
  const belongs = sentence.markers.find(
    (marker) =>
      (marker.meaning === 'BELONGS' || marker.meaning === 'ASSIGNS' || marker.meaning === 'REFERENCES') && marker.to <= near.from,
  )
  return belongs && before.filter((noun) => noun.to <= belongs.from).at(-1)
}

function isInside(sentence: Sentence, word: number): boolean {
  const before = sentence.words.slice(0, word).map((each) => each.text)
  return before.filter((text) => text === '(').length > before.filter((text) => text === ')').length
}

/** How many nouns of the list after a word are attributes by their names, if these are most of the list. */
function attributesAfter(sentence: Sentence, from: number): number {
  const end = sentence.words.findIndex((word, index) => index >= from && /^[.;!?]$/.test(word.text))
  const stop = end < 0 ? sentence.words.length : end
  const colon = sentence.words.findIndex((word, index) => index >= from && word.text === ':')
  const list = sentence.nouns.filter(
    (noun) => noun.from >= from && noun.to <= stop && (colon < 0 || noun.to <= colon) && !isInside(sentence, noun.from),
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
