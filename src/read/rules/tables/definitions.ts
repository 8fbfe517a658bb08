import { notThings, viewHeads, weakThings } from '../columns/common-names.ts'
import {
  endOfClause,
  fieldListsIn,
  fieldsOfSection,
  heldBy,
  isAttribute,
  isFieldLike,
  isFieldList,
  isHolder,
  isKeeping,
  objectOf,
} from '../columns/field-lists.ts'
import { isChoice, valuesWithin } from '../columns/worded-values.ts'
import type { Marker, Meaning, NounPhrase, Sentence, Word } from '../language/sentence.ts'
import { isToBe, linesOf, nounListAfter } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'
import { contentsIn } from './contents.ts'
import { givenOfSection } from './given-of-section.ts'
import { isNoThing } from './is-no-thing.ts'
import { attributesAfter, isInside } from './listed-attributes.ts'
import { recordedChange } from './recorded-changes.ts'
import { pastBeing, storedOfSection } from './stored-of-section.ts'
import { announcedBefore, carriedBy, keptFor } from './worded-definitions.ts'

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
  if (sentence.markers.some((marker) => isListOfValues(marker, sentence))) return []
  if (sentence.markers.some((marker) => marker.meaning === 'NO' || marker.meaning === 'NOT' || marker.meaning === 'WITHOUT'))
    return []
  if (recordedChange(sentence)) return []
  if (sentence.nouns.some((noun) => isChoice(noun.head) && valuesWithin(noun, sentence) !== undefined)) return []
  const defined: Definition[] = []
  const add = (noun: NounPhrase, from: number, to?: number): void => {
    if (!defined.some((each) => each.noun === noun))
      defined.push({ noun, from, each: !noun.plural, ...(to === undefined ? {} : { to }) })
  }
  const described = sentence.markers.flatMap((marker) => {
    const list = marker.meaning === 'WITH' ? describedWith(sentence, marker) : undefined
    return list ? [{ ...list, from: marker.to }] : []
  })
  const lists = fieldListsIn(sentence)
  const per = sentence.markers.find((marker) => marker.meaning === 'PER')
  const each = per && sentence.nouns.find((noun) => noun.to > per.from && noun.from <= per.to)
  for (const marker of sentence.markers) {
    if (!having.includes(marker.meaning) && !storesItself(sentence, marker)) continue
    // "for each client the office keeps a name": the fields are the client's
    if (each && marker.meaning === 'STORES' && each.from <= 2 && marker.from >= each.to) continue
    // "assigns a task, specifying a date": what is given is of what is assigned, not of who does it
    if (sentence.markers.some((other) => other.meaning === 'GIVING' && other.from === marker.from)) continue
    // "a member has a card with a number and a date": the fields are the card's
    if (described.some(({ noun }) => noun.from >= marker.to && noun.from - marker.to <= 2)) continue
    if (contentsIn(sentence).some(({ part }) => part.from >= marker.to && part.from - marker.to <= 3)) continue
    // "every road has milestones: number, height": what is listed is of the milestones
    if (lists.some(({ noun }) => noun.plural && noun.from === marker.to)) continue
    const subject = subjectOf(sentence, marker.from)
    const from = listFrom(sentence, marker.to)
    const held = subject && heldBy(subject, sentence)
    // "each entry of the list contains: …": what a page shows
    if (from > marker.to && held && viewHeads.has(held.name)) continue
    if (!held || isCounted(sentence, marker)) continue
    const about = isSection(held, sentence) && hasAttribute(sentence, from)
    const fields = Math.max(
      attributesAfter(sentence, from),
      subject.quantifier === 'each' ? partsAfter(sentence, from, marker) : 0,
    )
    if (about || fields >= leastOf(subject, sentence)) add(held, from)
  }
  for (const { noun, from } of [...carriedBy(sentence), ...announcedBefore(sentence)]) add(noun, from)
  for (const { noun, from, to } of described) add(noun, from, to)
  for (const listed of lists) add(listed.noun, listed.from, listed.to)
  for (const given of givenFields(sentence)) add(given.noun, given.from)
  if (defined.length === 0 && sentence.section !== undefined && !isNoThing(sentence.section)) {
    const from = isFieldList(sentence) ? 0 : (fieldsOfSection(sentence) ?? storedOfSection(sentence) ?? givenOfSection(sentence))
    if (from !== undefined) add(sentence.section, from)
  }
  const stores = sentence.markers.filter((marker) => marker.meaning === 'STORES')
  const store =
    stores.find((marker) => each === undefined || marker.from >= each.to) ?? (per && keptFor(sentence, per)) ?? stores[0]
  const told =
    store !== undefined &&
    (attributesAfter(sentence, store.to) >= 1 || isAsked(sentence, store.to) || namesSeveral(sentence, store.to))
  if (each && store && store.from >= each.to && told) add(each, pastBeing(sentence, store.to))
  const event = eventOf(sentence)
  if (event && store && store.from >= event.to && attributesAfter(sentence, store.to) >= 2) add(event, store.to)
  return defined
}

/** "For each run the system stores the press, the operator and the order": one of each. */
function namesSeveral(sentence: Sentence, from: number): boolean {
  const list = nounListAfter(sentence, from)
  const certain = list.some(isAttribute) || list.every((noun) => !noun.abstract)
  return list.length >= 2 && certain && list.every((noun) => !noun.plural)
}

/** "For each run we keep who started it": a clause that asks is a field. */
function isAsked(sentence: Sentence, from: number): boolean {
  const comma = sentence.words[from]?.text === ',' ? 1 : 0
  return /^(?:who|when|kto|kiedy)$/i.test(sentence.words[from + comma]?.text ?? '')
}

/** "one of the statuses open and closed", "either new or used": unless it stands in a list of fields, as what one of them holds. */
function isListOfValues(marker: Marker, sentence: Sentence): boolean {
  if (marker.meaning !== 'ENUM' && marker.meaning !== 'ONE_OF') return false
  const opens = (word: Word, index: number): boolean =>
    word.text === ':' ||
    sentence.markers.some((each) => each.to - 1 === index && (having.includes(each.meaning) || each.meaning === 'STORES'))
  const opening = sentence.words.findLastIndex((word, index) => index < marker.from && opens(word, index))
  return opening < 0 || !sentence.words.slice(opening, marker.from).some((word) => word.text === ',' || word.text === '(')
}

/** "Each question has the wording, four options and an explanation", "each entry stores the start, the end and what was done": how much each one has, whatever it is called. */
function partsAfter(sentence: Sentence, from: number, marker: Marker): number {
  const list = nounListAfter(sentence, from)
  if (list.some((noun) => noun.person || noun.identifier)) return 0
  const kept = marker.meaning === 'STORES'
  return list.length >= (kept ? 2 : 3) && (kept || list.some(isAttribute)) ? list.length : 0
}

/** "A booking stores the date and the time": what a thing stores it has; what a program, a person or nobody in particular stores is kept elsewhere. */
function storesItself(sentence: Sentence, marker: Marker): boolean {
  const verb = sentence.words[marker.from]
  if (marker.meaning !== 'STORES' || verb?.pos !== 'verb' || isToBe(verb) || /(?:my|ć|no|to)$/.test(verb.text)) return false
  const subject = subjectOf(sentence, marker.from)
  return subject !== undefined && !subject.person && !subject.abstract && !isNoThing(subject)
}

/** "adds a plot by entering its label and area", "dodaje ucznia, podając imię i nazwisko", "several notes, each naming a place and a date". */
function givenFields(sentence: Sentence): readonly { readonly noun: NounPhrase; readonly from: number }[] {
  return sentence.markers.flatMap((marker) => {
    if (marker.meaning !== 'GIVING' || contentsIn(sentence).length > 0) return []
    const from = sentence.words[marker.to]?.text === ':' ? marker.to + 1 : marker.to
    const verb = sentence.markers.filter((other) => isKeeping(other.meaning) && other.to <= marker.from).at(-1)
    const near = sentence.nouns.find((noun) => noun.to === marker.from - 1 && sentence.words[noun.to]?.text === ',')
    const noun = (verb && objectOf(sentence, verb)) ?? near
    return noun && !isNoThing(noun) && !isAccountWord(noun) && nounListAfter(sentence, from).some((each) => !each.abstract)
      ? [{ noun, from }]
      : []
  })
}

function isAccountWord(noun: NounPhrase): boolean {
  return noun.name === 'user' || noun.name === 'account'
}

/** "At check-in we record the date and the fuel level": what a sentence begins with behind a preposition, when its fields are written down. */
function eventOf(sentence: Sentence): NounPhrase | undefined {
  const noun = sentence.nouns[0]
  const begins = noun !== undefined && noun.from <= 2 && sentence.words[0]?.pos === 'preposition'
  return begins && !noun.person && !noun.abstract && !isNoThing(noun) ? noun : undefined
}

/** Where the list behind a verb of having begins: at once, or behind "the following fields:" and a colon. */
function listFrom(sentence: Sentence, from: number): number {
  // "has a public page with its name and its address"
  const shown = sentence.nouns.find((noun) => noun.from === from && (noun.abstract || viewHeads.has(noun.head)))
  const shows = shown && sentence.markers.find((marker) => marker.meaning === 'WITH' && marker.from === shown.to)
  if (shows) return shows.to
  const colon = sentence.words.findIndex((word, index) => index >= from && word.text === ':')
  if (colon < 0) return from
  const before = sentence.nouns.filter((noun) => noun.from >= from && noun.to <= colon)
  return before.every((noun) => isHolder(noun.name)) && colon - from <= 4 ? colon + 1 : from
}

/**
 * "songs with title, composer and key", "patients, each with a name and a date of birth", "produkty z nazwą i ceną": the noun right before, and a list of at
 * least two, most of which are attributes.
 */
function describedWith(sentence: Sentence, marker: Marker): { readonly noun: NounPhrase; readonly to: number } | undefined {
  const apart = sentence.words[marker.from - 1]?.text === ',' ? 1 : 0
  const near =
    sentence.nouns.find((each) => each.to === marker.from - apart && !isInside(sentence, each.from)) ??
    recordedBefore(sentence, marker)
  if (contentsIn(sentence).some(({ part }) => part === near)) return undefined
  const noun = near && objectAbove(near, sentence)
  if (!noun || noun.identifier || isNoThing(noun) || (!noun.plural && isAttribute(noun))) return undefined
  const list = nounListAfter(sentence, marker.to)
  const last = list.at(-1)
  const attributes = list.filter(isFieldLike).length
  const likely =
    attributes >= 1 &&
    list.every((item) => isFieldLike(item) || (!item.plural && (!item.person || item.quantifier === undefined)))
  return last && list.length >= 2 && (likely || (attributes >= 2 && attributes * 2 >= list.length))
    ? { noun, to: endOfList(sentence, last) }
    : undefined
}

/** "Every reminder is recorded with the time and the recipient": what the verb right before is done to. */
function recordedBefore(sentence: Sentence, marker: Marker): NounPhrase | undefined {
  // "zapisywane są z datą": the verb of being stands behind
  const verb = sentence.markers.find((each) => isKeeping(each.meaning) && pastBeing(sentence, each.to) === marker.from)
  const noun = verb && sentence.nouns.filter((each) => each.to <= verb.from).at(-1)
  const gap = noun ? sentence.words.slice(noun.to, marker.from) : []
  const plain = gap.every(
    (word, index) => word.pos === 'verb' || word.pos === 'adverb' || (noun !== undefined && noun.to + index === verb?.from),
  )
  return noun && gap.some(isToBe) && plain && !noun.person ? noun : undefined
}

/** "set reminders for a boat with a title and a date": what is made has them, not what it is made for. */
function objectAbove(near: NounPhrase, sentence: Sentence): NounPhrase {
  const object = sentence.nouns.find((noun) => noun.to === near.from - 1 && sentence.words[noun.to]?.pos === 'preposition')
  const made = object && sentence.markers.some((marker) => isKeeping(marker.meaning) && objectOf(sentence, marker) === object)
  return made && !object.person && !isNoThing(object) ? object : near
}

/** Where a list ends: with its last noun, or with the clauses behind it: "with the date and whether it was delivered". */
function endOfList(sentence: Sentence, last: NounPhrase): number {
  const end = endOf(sentence, last)
  const behind = sentence.words
    .slice(end, end + 3)
    .findIndex((word) => /^(?:who|when|whether|how|kto|kiedy|czy)$/i.test(word.text))
  const joined =
    behind > 0 && sentence.words.slice(end, end + behind).every((word) => word.pos === 'conjunction' || word.text === ',')
  return joined ? endOfClause(sentence, end) : end
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
  // "a fine, which has an amount", "karę, która ma kwotę"
  const relative =
    gap.length > 0 && gap.length <= 3 && gap.every((word) => word.text === ',' || word.pos === 'verb' || isRelative(word))
  if (relative && gap.some(isRelative)) return near
  const lines = linesOf(near, sentence)
  if (lines && gap.every((word) => word.pos === 'verb' || word.pos === 'adverb')) return lines
  const made = madeFor(sentence, near, verb)
  if (made) return made
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
  const [first] = sentence.nouns
  const joined = sentence.words[verb - 1]?.pos === 'conjunction'
  if (joined && first && first.from <= 1 && !first.person && !isNoThing(first) && isPredicate(sentence, first.to, verb - 1))
    return first
  const belongs = sentence.markers.find(
    (marker) =>
      (marker.meaning === 'BELONGS' || marker.meaning === 'ASSIGNS' || marker.meaning === 'REFERENCES') && marker.to <= near.from,
  )
  const subject = belongs && before.filter((noun) => noun.to <= belongs.from).at(-1)
  return subject && (linesOf(subject, sentence) ?? subject)
}

/** "Wynik jest zapisywany po meczu i zawiera …": between the sentence's first noun and the conjunction one verb, and no other clause. */
function isPredicate(sentence: Sentence, from: number, to: number): boolean {
  const words = sentence.words.slice(from, to)
  return words[0]?.pos === 'verb' && !words.some((word) => /^[,;:.]$/.test(word.text))
}

function isRelative(word: Word): boolean {
  return /^(?:który|which|that)$/i.test(word.lemma)
}

/** "A job is opened for a vehicle and contains …": the subject of both verbs, not what it is for. */
function madeFor(sentence: Sentence, near: NounPhrase, verb: number): NounPhrase | undefined {
  const first = sentence.nouns.find((noun) => !noun.abstract)
  if (!first || first === near || first.from > 1 || first.person || first.possessor !== undefined) return undefined
  const gap = sentence.words.slice(near.to, verb)
  const joined = gap.length <= 2 && gap[0]?.pos === 'conjunction'
  const placed = sentence.words.slice(first.to, near.from).some((word) => word.pos === 'preposition')
  const done = sentence.words.slice(first.to, near.from)[0]?.pos !== 'conjunction'
  const clause = sentence.words.slice(first.to, verb).every((word) => !/^[,;:.()]$/.test(word.text))
  return joined && placed && done && clause ? first : undefined
}

/** Whether a noun is what the title above names, by its whole name or in short: the session, below "Training sessions". */
function isSection(noun: NounPhrase, sentence: Sentence): boolean {
  const { section } = sentence
  return (
    section !== undefined &&
    !noun.plural &&
    (section.name === noun.name || section.head === noun.name || section.name === noun.head)
  )
}

/** "a dog may have only one walk at a time": how many there may be, and no field. */
function isCounted(sentence: Sentence, marker: Marker): boolean {
  const bound = sentence.markers.find(
    (other) =>
      ['ONLY', 'AT_MOST', 'AT_LEAST', 'EXACTLY'].includes(other.meaning) &&
      other.from >= marker.to &&
      other.from - marker.to <= 1,
  )
  return (
    bound !== undefined &&
    sentence.nouns.some((noun) => noun.from >= marker.to && noun.from - bound.to <= 1 && !isAttribute(noun))
  )
}

/** Of what the section is about, one attribute among what it has is enough. */
function hasAttribute(sentence: Sentence, from: number): boolean {
  return nounListAfter(sentence, from).some(isAttribute)
}
