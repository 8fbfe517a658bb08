import type { Marker, Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { isNamedAfter } from '../language/verb-stem.ts'
import { isToBe } from '../text/grammar.ts'
import { attributeNames, choiceNames, isNamedByModifier, isOnlyAttribute, notThings, viewHeads } from './common-names.ts'
import { isBound, isMoment } from './field-items.ts'

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
    const open = keptUntil(sentence, noun)
    if (sentence.words[open]?.text !== '(' || depthAt(sentence, noun.from) > 0 || isShown(sentence, noun)) return []
    const close = closing(sentence, open)
    const example = sentence.markers.some((marker) => marker.meaning === 'EXAMPLE' && marker.from > noun.to && marker.to < close)
    const clause = sentence.words.some(
      (word, index) =>
        index >= open &&
        index < close &&
        word.pos === 'verb' &&
        !isMoment(sentence.words.slice(index, index + 2)) &&
        !isAsked(sentence, index),
    )
    const thing = heldBy(keptOf(noun, sentence) ?? noun, sentence)
    const fields = fieldsBetween(sentence, open + 1, close)
    const most = fields.filter(isAttribute).length * 2 >= fields.length
    return !example && !clause && most && canHave(thing) && areFields(fields) ? [{ noun: thing, from: open + 1, to: close }] : []
  })
}

/** "how it went", "who paid": the verb of a field that is said in a clause. */
function isAsked(sentence: Sentence, verb: number): boolean {
  const start = sentence.words.findLastIndex((word, index) => index < verb && /^[,(:]$/.test(word.text))
  return /^(?:who|when|whether|how|what|why|kto|kiedy|czy)$/i.test(sentence.words[start + 1]?.text ?? '')
}

/** Behind "repairs are recorded", "historia dzierżaw jest zachowywana" the word after what is done to them; behind any other noun its end. */
function keptUntil(sentence: Sentence, noun: NounPhrase): number {
  const verb = sentence.markers.find(
    (marker) => (keeping.has(marker.meaning) || marker.meaning === 'KEEP') && marker.from >= noun.to && marker.to - noun.to <= 2,
  )
  const words = verb === undefined ? [] : sentence.words.slice(noun.to, verb.to + 1)
  if (verb === undefined || noun.from > 1 || !words.some(isToBe)) return noun.to
  return isToBe(sentence.words[verb.to]) ? verb.to + 1 : verb.to
}

/** "records each delivery of an order (carrier, …)": what is kept has the fields, not what it is of. */
function keptOf(noun: NounPhrase, sentence: Sentence): NounPhrase | undefined {
  const outer = sentence.nouns.find((each) => each.possessor !== undefined && sentence.nouns[each.possessor] === noun)
  const own = sentence.markers.some((marker) => marker.meaning === 'OWN' && outer !== undefined && marker.from === outer.from)
  const counted = outer !== undefined && (own || outer.plural || outer.quantifier === 'each' || outer.quantifier === 'one')
  if (!outer || !counted || isAttribute(outer) || isHolder(outer.name)) return undefined
  if (outer.abstract && !isDefinable(outer.name)) return undefined
  return sentence.words[outer.from - 1]?.pos === 'verb' ? outer : undefined
}

/** What is named last before the colon is only what the object belongs to: the list is the object's. */
function behindColon(sentence: Sentence): readonly FieldList[] {
  const colons = sentence.words.flatMap((word, index) => (word.text === ':' && depthAt(sentence, index) === 0 ? [index] : []))
  return colons.flatMap((colon, index) => {
    const next = colons[index + 1]
    // "Reviews: a guest may leave a review: …": what stands between two colons is a sentence of its own
    const said = next !== undefined && sentence.words.slice(colon, next).some((word) => word.pos === 'verb')
    return colon < 1 || said ? [] : behind(sentence, colon)
  })
}

function behind(sentence: Sentence, colon: number): readonly FieldList[] {
  const fields = fieldsBetween(sentence, colon + 1, endOfClause(sentence, colon + 1))
  const first = sentence.nouns[0]
  const verb = sentence.markers
    .filter((marker) => keeping.has(marker.meaning) && marker.to < colon && !isParticiple(sentence, marker))
    .at(-1)
  const said = verb ? (objectOf(sentence, verb) ?? madeBefore(sentence, verb, colon)) : first?.from === 0 ? first : undefined
  const met = objectAt(sentence, colon) ?? hadBefore(sentence, colon)
  const noun = verb && said !== undefined && colon - said.to <= 6 ? said : (met ?? said)
  if (!noun || noun.to > colon || isShown(sentence, noun)) return []
  if (noun !== met && (colon - noun.to > 6 || (!verb && !noun.known) || isPastAct(sentence, noun, verb, colon))) return []
  const thing = heldBy(noun, sentence)
  // "each photo: file path, caption"
  const each = noun.quantifier === 'each'
  const least = verb || met || each || thing !== noun ? 2 : 3
  // "umawia wizyty: pacjent, lekarz, data i godzina"
  const several = noun.plural && verb !== undefined && fields.some(isAttribute)
  const listed = fields.length >= least && (areFields(fields) || ((each || several) && areNamed(fields)))
  const entry = thing.name === 'entry' && verb !== undefined
  return (canHave(thing) || entry) &&
    (listed || ((met || each || (verb && noun.to === colon)) && listsFields(sentence, colon + 1)))
    ? [{ noun: thing, from: colon + 1 }]
    : []
}

function isPastAct(sentence: Sentence, noun: NounPhrase, verb: Marker | undefined, colon: number): boolean {
  const gap = sentence.words.slice(Math.max(noun.to, verb?.to ?? 0), colon)
  // "the works to be done: …"
  const ahead = gap[0]?.text === 'to' && isToBe(gap[1])
  return gap.some((word) => (word.pos === 'verb' && !ahead) || /^[,;()]$/.test(word.text))
}

/**
 * What stands right before the colon as the object of any verb, or behind "for each": "The club charges fees: …", "For each attempt: …"; of "whenever a payment
 * arrives, the clerk registers it: …" the payment.
 */
function objectAt(sentence: Sentence, colon: number): NounPhrase | undefined {
  const last = sentence.words[colon - 1]
  if (last?.pos === 'pronoun' && /^(?:it|them)$/i.test(last.text) && sentence.words[colon - 2]?.pos === 'verb') {
    const verb = sentence.nouns.filter((noun) => noun.to <= colon - 2).at(-1)
    const named = sentence.nouns.filter((noun) => noun.to <= colon - 2 && noun !== verb && !noun.person && !noun.abstract)
    return verb?.person === true && named.length === 1 ? named[0] : undefined
  }
  const near = sentence.nouns.find((noun) => noun.to === colon)
  const noun =
    near && (sentence.nouns.find((each) => each.possessor !== undefined && sentence.nouns[each.possessor] === near) ?? near)
  if (!noun || noun.person || noun.from === 0) return undefined
  if (!noun.plural && noun.quantifier !== 'each' && noun.quantifier !== 'one') return undefined
  const before = sentence.words[noun.from - 1]
  const per = sentence.markers.some((marker) => marker.meaning === 'PER' && marker.from < noun.to && marker.to > noun.from - 1)
  // "splits a site into stages: …", "dzieli budowę na etapy: …"
  const split = sentence.nouns.find((each) => each.to === noun.from - 1 && before?.pos === 'preposition' && noun.plural)
  const parted = split !== undefined && !split.person && sentence.words[split.from - 1]?.pos === 'verb'
  return (before?.pos === 'verb' && !isToBe(before)) || parted || (per && before?.pos !== 'noun') ? noun : undefined
}

/** "every road has milestones in order: …": the parts that something has, with their fields. */
function hadBefore(sentence: Sentence, colon: number): NounPhrase | undefined {
  const verb = sentence.markers.findLast((marker) => marker.meaning === 'HAS' && marker.to < colon)
  const noun = verb && sentence.nouns.find((each) => each.from === verb.to)
  const gap = noun ? sentence.words.slice(noun.to, colon) : []
  const short = gap.length <= 3 && gap.every((word) => word.pos !== 'verb' && !/^[,;()]$/.test(word.text))
  return noun?.plural && !noun.person && !isAttribute(noun) && short ? noun : undefined
}

/** Plain names, none of a person of whom there are several: what each one of a thing is said to have need not be called like an attribute. */
function areNamed(fields: readonly NounPhrase[]): boolean {
  return fields.length >= 3 && fields.every((noun) => !(noun.person && noun.plural) && !noun.identifier && noun.known)
}

/** "Every loan is logged: …", "zapisywana jest wizyta: …": what the verb right before the colon is done to. */
function madeBefore(sentence: Sentence, verb: Marker, colon: number): NounPhrase | undefined {
  const noun = sentence.nouns.filter((each) => each.to <= verb.from).at(-1)
  const gap = noun && sentence.words.slice(noun.to, verb.from)
  const passive =
    gap !== undefined && gap.length > 0 && gap.length <= 3 && gap.every((word) => word.pos === 'verb' || word.pos === 'adverb')
  return passive && verb.to === colon ? noun : undefined
}

/**
 * The fields of what a section is about, behind a colon: "Members can leave one: rating, comment", "A fixed list: name, icon, position".
 *
 * Not: values of a field ("Status: open, closed"), what a page shows or sorts by, what another thing has.
 */
export function fieldsOfSection(sentence: Sentence): number | undefined {
  const colon = sentence.words.findIndex((word, index) => word.text === ':' && depthAt(sentence, index) === 0)
  if (colon < 1 || isShown(sentence, { from: 0, to: colon })) return undefined
  const before = sentence.nouns.filter((noun) => noun.to <= colon)
  const had = sentence.markers.some((marker) => having.has(marker.meaning) && marker.to <= colon)
  if (had && !before.some((noun) => noun.name === sentence.section?.name)) return undefined
  if (before.some((noun) => isOnlyAttribute(noun.name) && noun.from === 0)) return undefined
  if (isOfAnother(sentence, colon)) return undefined
  return listsFields(sentence, colon + 1) ? colon + 1 : undefined
}

/** Below "Journal", "people add entries to the journal: …" lists what an entry has; below "Reports", "people report a tool: …" what a report has. */
export function isOfAnother(sentence: Sentence, colon: number): boolean {
  const verb = sentence.markers.filter((marker) => keeping.has(marker.meaning) && marker.to <= colon).at(-1)
  const object = verb && objectOf(sentence, verb)
  if (!verb || !object || object.name === sentence.section?.name || object.head === sentence.section?.head) return false
  const lemma = sentence.words[verb.from]?.lemma ?? ''
  return !isNamedAfter(sentence.section?.head ?? '', lemma)
}

const having: ReadonlySet<Meaning> = new Set<Meaning>(['HAS', 'INCLUDES', 'CONSISTS', 'EXAMPLE', 'ROLE'])

/**
 * Whether a sentence is nothing but a list of fields: "Make, model, year, colour.", "handed over at, due date, returned at (optional)". Most of its items are
 * attributes by their names, and nobody does anything in it.
 */
export function isFieldList(sentence: Sentence): boolean {
  if (isShown(sentence, { from: 0, to: sentence.words.length })) return false
  const stop = endOfClause(sentence, 0)
  const colon = sentence.words.findIndex((word, index) => index < stop && word.text === ':' && depthAt(sentence, index) === 0)
  // "name, length, difficulty: easy / hard": behind the last field stands what it may hold
  const chosen = colon > 0 && sentence.nouns.some((noun) => noun.to === colon && noun.from > 1 && choiceNames.test(noun.name))
  if (colon >= 0 && !chosen) return false
  const end = chosen ? colon : stop
  // behind a semicolon a cell says more of it; a sentence says something else
  if (sentence.words[end]?.text === ';' && sentence.cell === undefined) return false
  return listsFields(sentence, 0, 3, end)
}

/** Whether the words from one on are a list of short names, of which some are certainly fields: attributes by their names, moments ("returned at"). */
function listsFields(sentence: Sentence, start: number, least = 2, end = endOfClause(sentence, start)): boolean {
  const cuts = sentence.words.flatMap((word, index) =>
    index >= start && index < end && depthAt(sentence, index) === 0 && (word.text === ',' || word.pos === 'conjunction')
      ? [index]
      : [],
  )
  const items = [start - 1, ...cuts]
    .map((cut, index) => ({ from: cut + 1, to: cuts[index] ?? end }))
    .filter(({ from, to }) => from < to)
  const certain = items.filter(({ from, to }) => {
    const nouns = sentence.nouns.filter((noun) => noun.from >= from && noun.to <= to && depthAt(sentence, noun.from) === 0)
    return nouns.some(isFieldLike) || isMoment(sentence.words.slice(from, to)) || isBound(sentence.words.slice(from, to))
  }).length
  const plain = items.every(({ from, to }) => {
    const words = sentence.words
      .slice(from, to)
      .filter((word, index) => depthAt(sentence, from + index) === 0 && !/^[()]$/.test(word.text))
    const verb = words.findIndex((word) => word.pos === 'verb')
    return words.length <= 7 && (verb < 0 || verb === words.length - 1 || isMoment(words))
  })
  return plain && items.length >= least && certain >= 2 && certain * 3 >= items.length
}

/** What a page shows, filters or sorts by is kept elsewhere. */
function isShown(sentence: Sentence, noun: Pick<NounPhrase, 'from' | 'to'>): boolean {
  return sentence.markers.some((marker) => showing.has(marker.meaning) && marker.from < noun.to)
}

const showing: ReadonlySet<Meaning> = new Set<Meaning>(['VIEWS', 'LISTS', 'SEARCH', 'FILTER', 'SORT', 'VIEW'])

/** "the saved route": said of a noun, it has no object. */
function isParticiple(sentence: Sentence, marker: Marker): boolean {
  return sentence.words.slice(marker.from, marker.to).every((word) => word.pos !== 'verb' && word.pos !== 'noun')
}

/**
 * "Wpłatę rejestruje kasa", "Kategorie tworzy kierownik": Polish puts what is made first and who makes it behind the verb, in the nominative, which a feminine noun
 * in -a and a man's shows. Not in the passive ("zapisywana jest data"), nor where nothing stands before the verb.
 */
export function doerBehind(sentence: Sentence, verb: Pick<Marker, 'from' | 'to'>): NounPhrase | undefined {
  if (sentence.language !== 'pl' || sentence.words[verb.from]?.pos !== 'verb') return undefined
  const noun = sentence.nouns.find((each) => each.from >= verb.to)
  const object = sentence.nouns.find((each) => each.to === verb.from)
  const head = noun && sentence.words.slice(noun.from, noun.to).find((word) => word.pos === 'noun')
  if (!noun || noun.from !== verb.to || !object || object.person || head === undefined) return undefined
  if (sentence.words.slice(verb.from, verb.to).some((word) => word.lemma === 'być' || word.lemma === 'się')) return undefined
  return head.text.toLowerCase() === head.lemma && (/a$/.test(head.lemma) || noun.person) ? noun : undefined
}

/** The first noun behind a verb: what is made, with nothing between but determiners and adjectives. */
export function objectOf(sentence: Sentence, verb: Marker): NounPhrase | undefined {
  const doer = doerBehind(sentence, verb)
  if (doer) return sentence.nouns.find((each) => each.to === verb.from && each !== doer)
  const noun = sentence.nouns.find((each) => each.to > verb.to && each.from >= verb.from)
  if (!noun || noun.identifier || noun.from - verb.to > 2) return undefined
  const gap = sentence.words.slice(verb.to, noun.from)
  // "rejestrowane są przeglądy"
  return gap.every(
    (word) => word.pos === 'determiner' || word.pos === 'adjective' || word.pos === 'pronoun' || word.lemma === 'być',
  )
    ? noun
    : undefined
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
  const profile = noun.name.endsWith('_profile') || (noun.name === 'profile' && possessor !== undefined)
  // "historia dzierżaw": of each lease
  const history = noun.head === 'history' && possessor?.plural === true && !possessor.abstract
  if (!holders.test(noun.name) && !profile && !history) return noun
  if (possessor) return possessor.name === 'user' ? noun : possessor
  const prefix = /^(\w+)_(?:detail|data|information|info|field|attribute|parameter|profile)$/.exec(noun.name)?.[1]
  return prefix === undefined || prefix === 'user'
    ? noun
    : { ...noun, name: prefix, head: prefix.split('_').at(-1) ?? prefix, abstract: false }
}

/** Whether a name stands for what people settle for themselves: it is kept with the person, not as a thing of its own. */
export function isPreferences(name: string): boolean {
  return /^(?:\w+_)?(?:preference|setting)$/.test(name)
}

function canHave(noun: NounPhrase): boolean {
  if (isPreferences(noun.name)) return false
  if (noun.identifier || isOnlyAttribute(noun.name) || (attributeNames.has(noun.head) && !isSeveral(noun))) return false
  if (viewHeads.has(noun.name) || holders.test(noun.name)) return noun.quantifier === 'each' || noun.quantifier === 'one'
  if (isNamedByModifier(noun.name)) return true
  if ((noun.quantifier === 'each' || noun.quantifier === 'many') && isDefinable(noun.head)) return true
  return noun.name.length >= 3 && (isDefinable(noun.name) || !(notThings.has(noun.name) || notThings.has(noun.head)))
}

/** "discount codes", "ratings of trips" in the plural: things, though one of them is called like a field. */
function isSeveral(noun: NounPhrase): boolean {
  return noun.plural && noun.name !== noun.head
}

/**
 * Names that a program also has for parts of itself, and that are things of the product once a sentence says what each has:
 * "a list has a name and a colour", "each owner has a phone number".
 */
const definable: ReadonlySet<string> = new Set(
  `part tool word phrase list section chapter line language owner author creator client customer history period stage project event place area zone goal example
  device feature version release person human option requirement note message notification photo image link file document comment answer question result session generation response inspection request submission criterion description
  service menu import export alert test`
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
  const attributes = fields.some(isAttribute) ? fields.filter(isFieldLike).length : 0
  const others = fields.filter((noun) => !isAttribute(noun))
  if (attributes * 2 >= fields.length) return attributes >= 2
  return attributes >= 1 && fields.length >= 3 && others.every((noun) => !noun.person && !notThings.has(noun.name))
}

/** Names (English) of things that are fields where they stand in the singular among other fields. */
const smallThings = /^(?:comment|note|message|remark|feedback|reply|photo|image|file|attachment|location|category|rating)$/

/** Names (English) of free text that is one field in the plural as well: "uwagi", "remarks". */
const writtenDown = /^(?:note|remark)$/

/** Whether a noun among fields is one: an attribute by its name, or a small thing in the singular. */
export function isFieldLike(noun: NounPhrase): boolean {
  return isAttribute(noun) || (!noun.plural && smallThings.test(noun.name)) || writtenDown.test(noun.name)
}

export function isAttribute(noun: NounPhrase): boolean {
  const last = noun.name.slice(noun.name.lastIndexOf('_') + 1)
  // "nazwa firmy": a term is its own head
  const named = noun.head === noun.name && last !== noun.name && !/^(?:order|limit)$/.test(last) && attributeNames.has(last)
  return (
    named ||
    attributeNames.has(noun.name) ||
    attributeNames.has(noun.head) ||
    /_(?:at|date|time|count|number|url)$/.test(noun.name)
  )
}

export function endOfClause(sentence: Sentence, from: number): number {
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
