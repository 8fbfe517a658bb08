import { attributeNames, isOnlyAttribute, notThings, viewHeads } from './common-names.ts'
import type { Marker, Meaning, NounPhrase, Sentence } from './language/sentence.ts'

/** A thing and the list of its fields that the layout of a sentence gives it. `from` and `to` index the list's words, `to` exclusive. */
export interface FieldList {
  readonly noun: NounPhrase
  readonly from: number
  readonly to?: number
}

/** Verbs whose object is what is kept. */
const keeping: ReadonlySet<Meaning> = new Set<Meaning>(['CREATES', 'STORES', 'MANAGES', 'EDITS'])

export function isKeeping(meaning: Meaning): boolean {
  return keeping.has(meaning)
}

/**
 * The lists that stand behind what is made or kept:
 * in a parenthesis, "customers (company, phone, email)", "Tabele: produkty (nazwa, cena), zamówienia (numer, data)";
 * behind a colon, "records services of a car: date, mileage and cost" (of the service, not of the car), "Boat details: name, length, draught", "Dane kursanta: imię, telefon".
 *
 * Not: examples ("e.g. …"), values ("status (open, closed)"), what stands behind an attribute or a part of the program ("the form (email, password)").
 */
export function fieldListsIn(sentence: Sentence): readonly FieldList[] {
  return [...inParentheses(sentence), ...behindColon(sentence)]
}

function inParentheses(sentence: Sentence): readonly FieldList[] {
  return sentence.nouns.flatMap((noun) => {
    if (sentence.words[noun.to]?.text !== '(' || depthAt(sentence, noun.from) > 0 || isShown(sentence, noun)) return []
    const close = closing(sentence, noun.to)
    const example = sentence.markers.some((marker) => marker.meaning === 'EXAMPLE' && marker.from > noun.to && marker.to < close)
    const clause = sentence.words.slice(noun.to, close).some((word) => word.pos === 'verb')
    const thing = heldBy(noun, sentence)
    const fields = fieldsBetween(sentence, noun.to + 1, close)
    const most = fields.filter(isAttribute).length * 2 >= fields.length
    return !example && !clause && most && canHave(thing) && areFields(fields)
      ? [{ noun: thing, from: noun.to + 1, to: close }]
      : []
  })
}

/** What is named last before the colon is only what the object belongs to: the list is the object's. */
function behindColon(sentence: Sentence): readonly FieldList[] {
  const colon = sentence.words.findIndex((word, index) => word.text === ':' && depthAt(sentence, index) === 0)
  if (colon < 1) return []
  const fields = fieldsBetween(sentence, colon + 1, endOfClause(sentence, colon + 1))
  const first = sentence.nouns[0]
  const verb = sentence.markers
    .filter((marker) => keeping.has(marker.meaning) && marker.to < colon && !isParticiple(sentence, marker))
    .at(-1)
  const noun = verb ? objectOf(sentence, verb) : first?.from === 0 ? first : undefined
  if (!noun || noun.to > colon || colon - noun.to > 6 || isShown(sentence, noun) || (!verb && !noun.known)) return []
  const gap = sentence.words.slice(noun.to, colon)
  if (gap.some((word) => word.pos === 'verb' || /^[,;()]$/.test(word.text))) return []
  const thing = heldBy(noun, sentence)
  const least = verb || thing !== noun ? 2 : 3
  return canHave(thing) && fields.length >= least && areFields(fields) ? [{ noun: thing, from: colon + 1 }] : []
}

/** What a page shows, filters or sorts by is kept elsewhere. */
function isShown(sentence: Sentence, noun: NounPhrase): boolean {
  return sentence.markers.some((marker) => showing.has(marker.meaning) && marker.from < noun.to)
}

const showing: ReadonlySet<Meaning> = new Set<Meaning>(['VIEWS', 'LISTS', 'SEARCH', 'FILTER', 'SORT', 'VIEW'])

/** "the saved route": said of a noun, it has no object. */
function isParticiple(sentence: Sentence, marker: Marker): boolean {
  return sentence.words.slice(marker.from, marker.to).every((word) => word.pos !== 'verb' && word.pos !== 'noun')
}

/** The first noun behind a verb: what is made, with nothing between but determiners and adjectives. */
export function objectOf(sentence: Sentence, verb: Marker): NounPhrase | undefined {
  const noun = sentence.nouns.find((each) => each.to > verb.to && each.from >= verb.from)
  if (!noun || noun.identifier || noun.from - verb.to > 2) return undefined
  const gap = sentence.words.slice(verb.to, noun.from)
  return gap.every((word) => word.pos === 'determiner' || word.pos === 'adjective' || word.pos === 'pronoun') ? noun : undefined
}

/** Names (English) of what a thing's fields are called together, and of what things of one kind are kept in. */
const holders =
  /^(?:\w+_)?(?:detail|data|information|info|field|attribute|parameter|record|list|price_list|catalog|catalogue|register|directory|file|card)$/

export function isHolder(name: string): boolean {
  return holders.test(name)
}

/** "boat details", "price list of services", "kartoteka pacjenta": what the fields are of is the boat, the services, the patient. */
export function heldBy(noun: NounPhrase, sentence: Sentence): NounPhrase {
  const possessor = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
  if (!holders.test(noun.name)) return noun
  if (possessor) return possessor
  const prefix = /^(\w+)_(?:detail|data|information|info|field|attribute|parameter)$/.exec(noun.name)?.[1]
  return prefix === undefined ? noun : { ...noun, name: prefix, head: prefix.split('_').at(-1) ?? prefix, abstract: false }
}

/** Whether a name stands for what people settle for themselves: it is kept with the person, not as a thing of its own. */
export function isPreferences(name: string): boolean {
  return /^(?:\w+_)?(?:preference|setting)$/.test(name)
}

function canHave(noun: NounPhrase): boolean {
  if (isPreferences(noun.name)) return false
  if (noun.identifier || isOnlyAttribute(noun.name) || attributeNames.has(noun.head)) return false
  if (viewHeads.has(noun.name) || holders.test(noun.name)) return noun.quantifier === 'each' || noun.quantifier === 'one'
  return noun.name.length >= 3 && (isDefinable(noun.name) || !(notThings.has(noun.name) || notThings.has(noun.head)))
}

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

/** The noun phrases that a list names: those inside others ("date of birth"), and in inner parentheses, left out. */
function fieldsBetween(sentence: Sentence, from: number, to: number): readonly NounPhrase[] {
  const depth = depthAt(sentence, from)
  const inside = sentence.nouns.filter((noun) => noun.from >= from && noun.to <= to && depthAt(sentence, noun.from) === depth)
  return inside.filter(
    (noun) =>
      !inside.some((other) => other !== noun && other.from <= noun.from && other.to >= noun.to) &&
      !(sentence.words[noun.from - 1]?.pos === 'preposition' && noun.from > from),
  )
}

/** Most items are attributes by their names; of others none is a person or a part of a program. */
function areFields(fields: readonly NounPhrase[]): boolean {
  if (fields.some((noun) => noun.count !== undefined || /^[\d≤≥<>]/.test(noun.text))) return false
  const attributes = fields.filter(isAttribute).length
  const others = fields.filter((noun) => !isAttribute(noun))
  if (attributes * 2 >= fields.length) return attributes >= 2
  return attributes >= 1 && fields.length >= 3 && others.every((noun) => !noun.person && !notThings.has(noun.name))
}

export function isAttribute(noun: NounPhrase): boolean {
  return attributeNames.has(noun.name) || attributeNames.has(noun.head) || /_(?:at|date|time|count|number|url)$/.test(noun.name)
}

function endOfClause(sentence: Sentence, from: number): number {
  const end = sentence.words.findIndex((word, index) => index >= from && /^[.;!?]$/.test(word.text))
  return end < 0 ? sentence.words.length : end
}

function depthAt(sentence: Sentence, word: number): number {
  let depth = 0
  for (const { text } of sentence.words.slice(0, word)) depth += text === '(' ? 1 : text === ')' ? -1 : 0
  return depth
}

function closing(sentence: Sentence, open: number): number {
  let depth = 0
  for (let at = open; at < sentence.words.length; at += 1) {
    const text = sentence.words[at]?.text
    depth += text === '(' ? 1 : text === ')' ? -1 : 0
    if (depth === 0) return at
  }
  return sentence.words.length
}
