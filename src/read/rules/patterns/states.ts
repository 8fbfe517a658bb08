import type { Mention } from '../../../claim/mention.ts'
import { isOnlyAttribute } from '../columns/common-names.ts'
import { readPhrases } from '../columns/worded-values.ts'
import type { Meaning, NounPhrase, Sentence, Word } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { definitionsIn } from '../tables/definitions.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, markersOf, namedEntity } from '../text/grammar.ts'

/**
 * The states that things can be in, and the one they begin in:
 * "A boat can be available, rented or withdrawn", "Kurs może być planowany, trwający lub zakończony", "A new order starts as open", "Nowe zgłoszenie otrzymuje status „przyjęte”".
 *
 * "An invoice goes through the statuses draft, sent and paid", "A project is either active or archived".
 *
 * Not: what people do with things ("orders can be edited or deleted"), kinds of access ("a list can be public or private"), what fields may be ("the note can be empty").
 */
export const states: Pattern = {
  name: 'states',
  read(block, reading) {
    if (reading.document.kind !== 'prd') return []
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) ? [...readStated(sentence, reading), ...readFirst(sentence, reading)] : [],
      )
  },
}

/** The states that a sentence lists. */
export function readStated(sentence: Sentence, reading: Reading): readonly Found[] {
  return [...readStates(sentence, reading), ...readListed(sentence, reading), ...readEither(sentence, reading)]
}

const status = { text: 'status', name: 'status', identifier: false, known: true }

/** What is done with things rather than what becomes of them, and who may see them. */
const doing: ReadonlySet<Meaning> = new Set<Meaning>([
  'DELETE',
  'VIEWS',
  'LISTS',
  'SEARCH',
  'SORT',
  'FILTER',
  'SHARE',
  'PUBLIC',
  'OPTIONAL',
  'REQUIRED',
  'NOT',
])

/** "can be A, B or C": a thing, a verb of being that may, and at least two describing words. */
function readStates(sentence: Sentence, reading: Reading): readonly Found[] {
  const noun = sentence.nouns[0]
  const entity = noun && isThing(noun) && noun.from <= 1 ? namedEntity(noun, reading) : undefined
  const may = noun && sentence.words.findIndex((word, index) => index >= noun.to && word.pos !== 'verb')
  if (!entity || !noun || may === undefined || may - noun.to < 2) return []
  if (!markersOf(sentence, 'CAN', 'AGREE').some((marker) => marker.from === noun.to)) return []
  // "can have a priority of …": what it has says so itself
  if (markersOf(sentence, 'HAS').some((marker) => marker.from >= noun.to && marker.to <= may)) return []
  const stop = sentence.words.findIndex((word, index) => index > may && /^[.;:!?(–—]$/.test(word.text))
  const end = stop < 0 ? sentence.words.length : stop
  if (sentence.markers.some((marker) => doing.has(marker.meaning) && marker.from >= may && marker.to <= end)) return []
  const values = describedBy(sentence, may, end)
  if (values.length < 2) return []
  return [statusOf({ ...entity, text: noun.text }, values, sentence, reading)]
}

/** Words (lemmas) of what a thing goes through, one after the other. */
const passed = /^(?:status|state|stage|stan|etap)$/

/** "An invoice goes through the statuses draft, sent and paid", "one of the states stored, claimed, returned": bare words right behind the plural. */
function readListed(sentence: Sentence, reading: Reading): readonly Found[] {
  const at = sentence.words.findIndex((word) => word.plural === true && passed.test(word.lemma))
  const noun = sentence.nouns.find((each) => each.to <= at && isThing(each) && namedEntity(each, reading) !== undefined)
  const entity = noun && namedEntity(noun, reading)
  if (at < 0 || !entity || markersOf(sentence, 'NOT', 'FILTER', 'SORT', 'SEARCH', 'EXAMPLE').length > 0) return []
  const stop = sentence.words.findIndex((word, index) => index > at && /^[.;:!?(–—]$/.test(word.text))
  const behind = sentence.words.slice(at + 1, stop < 0 ? undefined : stop)
  const [first] = behind
  if (!first || !isPlain(first) || /^(?:preposition|conjunction|punctuation)$/.test(first.pos)) return []
  const values = readPhrases(sentence.text.slice(first.start, behind.at(-1)?.end))
  return values && (values.length >= 3 || behind.some((word) => word.pos === 'conjunction'))
    ? [statusOf({ ...entity, text: noun.text }, values, sentence, reading)]
    : []
}

/** "A project is either active or archived", "whether my order is new, accepted, shipped or delivered". */
function readEither(sentence: Sentence, reading: Reading): readonly Found[] {
  return markersOf(sentence, 'BE').flatMap((be) => {
    const either = markersOf(sentence, 'ONE_OF').find((marker) => marker.from === be.to)
    const near = sentence.nouns.find((each) => each.to === be.from)
    const asked = near !== undefined && /^(?:whether|czy)$/i.test(sentence.words[near.from - 1]?.text ?? '')
    const it = sentence.words[be.from - 1]?.pos === 'pronoun' ? definitionsIn(sentence)[0]?.noun : undefined
    const noun = near ?? it
    const entity = noun && isThing(noun) && !noun.person ? namedEntity(noun, reading) : undefined
    if (!entity || !noun || !(either || asked)) return []
    const from = either?.to ?? be.to
    const stop = sentence.words.findIndex((word, index) => index >= from && /^[.;:!?(–—]$/.test(word.text))
    const end = stop < 0 ? sentence.words.length : stop
    if (sentence.markers.some((marker) => doing.has(marker.meaning) && marker.from >= from && marker.to <= end)) return []
    const values = describedBy(sentence, from, end)
    return values.length >= (either ? 2 : 3) ? [statusOf({ ...entity, text: noun.text }, values, sentence, reading)] : []
  })
}

function statusOf(entity: Mention, values: readonly string[], sentence: Sentence, reading: Reading): Found {
  return foundIn(reading, sentence, { kind: 'values', entity, attribute: status, values, open: false })
}

/** The members of "active, on hold or closed"; none where a member is more than a describing word, or all are things done. */
function describedBy(sentence: Sentence, from: number, to: number): readonly string[] {
  const members: (readonly Word[])[] = []
  let describing = false
  let joined = false
  let begin = from
  for (let at = from; at <= to; at += 1) {
    const word = sentence.words[at]
    const joins = word?.pos === 'conjunction' || word?.text === ','
    if (at < to && !joins) continue
    joined ||= word?.pos === 'conjunction' && at < to
    const member = sentence.words.slice(begin, at)
    const done = markersOf(sentence, 'CREATES', 'EDITS', 'ASSIGNS', 'LINKS').some(
      (marker) => marker.from >= begin && marker.to <= at,
    )
    describing ||= !done && member.some((each) => each.pos === 'adjective')
    if (member.length > 0) members.push(member)
    begin = at + 1
  }
  const plain = members.every((member) => member.length <= 2 && member.every(isPlain))
  return plain && describing && joined ? members.map((member) => member.map((word) => word.text).join(' ')) : []
}

function isPlain(word: Word): boolean {
  return !word.identifier && word.value === undefined && word.pos !== 'pronoun' && word.pos !== 'determiner'
}

/** "New boats start as available", "a new member gets the status pending": the value behind the words is the one they begin with. */
function readFirst(sentence: Sentence, reading: Reading): readonly Found[] {
  const noun = sentence.nouns[0]
  const entity = noun && isThing(noun) && noun.from <= 1 ? namedEntity(noun, reading) : undefined
  if (!entity || !noun || !markersOf(sentence, 'NEW').some((marker) => marker.from <= 1)) return []
  const said = sentence.nouns.find((each) => each !== noun && each.name === 'status' && each.from - noun.to <= 4)
  const starts = markersOf(sentence, 'DEFAULT').find((marker) => marker.from - noun.to <= 2)
  const from = said?.to ?? starts?.to
  const behind = from === undefined ? -1 : sentence.words.findIndex((word, index) => index >= from && isValue(word))
  const value = behind < 0 ? stateAt(sentence, noun) : sentence.words[behind]
  if (!value) return []
  return [
    foundIn(reading, sentence, {
      kind: 'attribute',
      entity: { ...entity, text: noun.text },
      attribute: status,
      default: value.text.replace(/^[„"'`]|[”"'`]$/g, ''),
      strength: behind < 0 ? 'passing' : 'stated',
    }),
  ]
}

function isValue(word: Word): boolean {
  return /\p{L}/u.test(word.text) && word.pos !== 'preposition' && word.pos !== 'determiner' && word.pos !== 'conjunction'
}

/** "New visits are scheduled.": a verb of being and one describing word, and there the clause ends. */
function stateAt(sentence: Sentence, noun: NounPhrase): Word | undefined {
  const [be, value, after] = sentence.words.slice(noun.to, noun.to + 3)
  const ends = after === undefined || /^[.;,]$/.test(after.text)
  return be?.pos === 'verb' && (value?.pos === 'verb' || value?.pos === 'adjective') && ends ? value : undefined
}

function isThing(noun: NounPhrase): boolean {
  return !noun.identifier && !isOnlyAttribute(noun.name)
}
