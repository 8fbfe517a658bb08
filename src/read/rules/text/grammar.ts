import type { ClaimBody } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { attributeNames } from '../columns/common-names.ts'
import { inlineOfSentence } from '../language/analyse-document.ts'
import type { Marker, Meaning, NounPhrase, Sentence, Word } from '../language/sentence.ts'
import { type Found, identifierMention, type Reading } from '../reading.ts'
import { readQualified } from '../tables/identifiers.ts'
import { type Passage, part } from './passage.ts'

/** The markers of one of `meanings`, in order. */
export function markersOf(sentence: Pick<Sentence, 'markers'>, ...meanings: readonly Meaning[]): readonly Marker[] {
  return sentence.markers.filter((marker) => meanings.includes(marker.meaning))
}

export function means(sentence: Pick<Sentence, 'markers'>, ...meanings: readonly Meaning[]): boolean {
  return sentence.markers.some((marker) => meanings.includes(marker.meaning))
}

/** Whether a marker of one of `meanings` lies between two words. */
export function meansBetween(sentence: Sentence, from: number, to: number, ...meanings: readonly Meaning[]): boolean {
  return sentence.markers.some((marker) => meanings.includes(marker.meaning) && marker.from >= from && marker.to <= to)
}

/** Whether the sentence speaks of all tables: "on every table", "wszystkie tabele". */
export function everyTable(sentence: Pick<Sentence, 'words' | 'markers'>): boolean {
  if (!means(sentence, 'ALL', 'EACH')) return false
  const tables = sentence.words.flatMap((word, index) => (/^(?:table|entity|tabela|encja)$/i.test(word.lemma) ? [index] : []))
  return tables.some((table) =>
    sentence.markers.some(
      (marker) => (marker.meaning === 'ALL' || marker.meaning === 'EACH') && marker.from <= table && table - marker.to <= 2,
    ),
  )
}

/** The passage of the words from `from` to `to` (exclusive), or of the whole sentence. */
export function passageOfWords(reading: Reading, sentence: Sentence, from = 0, to = sentence.words.length): Passage | undefined {
  const inline = inlineOfSentence(reading.document, sentence)
  if (!inline) return undefined
  const whole: Passage = { inline, start: sentence.offset, end: sentence.offset + sentence.text.length }
  const first = sentence.words[from]
  const last = sentence.words[to - 1]
  return first && last ? part(whole, first.start, last.end) : whole
}

/** A claim read from a whole sentence. */
export function foundIn(reading: Reading, sentence: Sentence, body: ClaimBody, from?: number, to?: number): Found {
  const at = passageOfWords(reading, sentence, from, to)
  return { body, block: sentence.block, at: at ?? { line: reading.block(sentence.block)?.line ?? 1 } }
}

export function mentionOf(noun: NounPhrase): Mention {
  if (noun.identifier) {
    const named = readQualified(noun.name)
    return {
      ...identifierMention(named && named.column === undefined && named.schema === undefined ? named.table : noun.name),
      text: noun.text,
    }
  }
  return { text: noun.text, name: noun.name, identifier: false, known: noun.known }
}

/** The lines of something that a noun is the whole of: the items, of the order in "each item of an order", "pozycja zamówienia". */
export function linesOf(noun: NounPhrase, sentence: Sentence): NounPhrase | undefined {
  return sentence.nouns.find(
    (each) =>
      each !== noun &&
      each.possessor !== undefined &&
      sentence.nouns[each.possessor] === noun &&
      each.name === `${noun.name}_${each.head}` &&
      lineHeads.test(each.head),
  )
}

const lineHeads = /^(?:item|line|line_item|entry|position)$/

/** A form of "to be". */
export function isToBe(word: Word | undefined): boolean {
  return word !== undefined && /^(?:be|być)$/.test(word.lemma)
}

/** The table or thing that a noun phrase names, as the notes write it. */
export function entityOfNoun(noun: NounPhrase | undefined, reading: Reading): Mention | undefined {
  if (!noun) return undefined
  if (noun.identifier) {
    const named = readQualified(noun.name)
    if (!named || named.column !== undefined) return undefined
    if (named.schema === 'auth' && named.table !== 'users') return undefined
    if (named.schema === 'auth') return { ...identifierMention(`auth.${named.table}`), text: noun.text }
  }
  const known = namedEntity(noun, reading)
  return known && { ...known, text: noun.text }
}

/** The table or thing of a noun that is no identifier: by its whole name, by its head, or as the one table that ends in it. */
export function namedEntity(
  noun: Pick<NounPhrase, 'name' | 'head'>,
  reading: Pick<Reading, 'entities' | 'things'>,
): Mention | undefined {
  return (
    reading.entities.find(noun.name) ??
    reading.things.find(noun.name) ??
    reading.entities.findNamed(noun.name) ??
    reading.things.speaker(noun.name) ??
    (noun.head === noun.name || attributeNames.has(noun.head)
      ? undefined
      : (reading.entities.find(noun.head) ?? reading.things.find(noun.head) ?? reading.entities.find(noun.head)))
  )
}

export function isAccounts(noun: NounPhrase): boolean {
  return noun.name === 'user' || noun.name === 'account' || noun.name === 'auth.users' || noun.name === 'user_account'
}

/** The nearest noun phrase that ends at or before a word, or begins at or after one. */
export function nounBefore(
  sentence: Sentence,
  word: number,
  accept: (noun: NounPhrase) => boolean = () => true,
): NounPhrase | undefined {
  return sentence.nouns.filter((noun) => noun.to <= word && accept(noun)).at(-1)
}

export function nounAfter(
  sentence: Sentence,
  word: number,
  accept: (noun: NounPhrase) => boolean = () => true,
): NounPhrase | undefined {
  return sentence.nouns.find((noun) => noun.from >= word && accept(noun))
}

/**
 * The noun phrases right after a word that are joined by commas and conjunctions: the list that a verb or colon opens. What stands in parentheses says
 * more of an item, and is none: "a name (max 80 characters), a difficulty (easy, medium, hard) and a length". What stands inside another name ("treść wpisu") ends the
 * list, or is passed over.
 */
export function nounListAfter(sentence: Sentence, word: number, inner: 'ends' | 'passed over' = 'ends'): readonly NounPhrase[] {
  const list: NounPhrase[] = []
  const aside = asideAfter(sentence, word)
  let at = word
  for (const noun of sentence.nouns) {
    if (noun.from < word || aside.has(noun.from)) continue
    if (inner === 'passed over' && list.length > 0 && noun.to <= at) continue
    const gap = sentence.words.filter((_, index) => index >= at && index < noun.from && !aside.has(index))
    if (list.length > 0 && !gap.some(joins)) break
    if (gap.some((each) => (list.length > 0 ? breaks(each) : each.pos === 'verb'))) break
    list.push(noun)
    at = noun.to
  }
  return list
}

/** The words after one that stand in parentheses which open behind it, the parentheses among them. */
function asideAfter(sentence: Sentence, word: number): ReadonlySet<number> {
  const aside = new Set<number>()
  let depth = 0
  for (let index = word; index < sentence.words.length; index += 1) {
    const text = sentence.words[index]?.text
    if (text === '(') depth += 1
    if (depth > 0) aside.add(index)
    if (text === ')') depth -= 1
    if (depth < 0) break
  }
  return aside
}

function joins(word: Word): boolean {
  return word.pos === 'conjunction' || /^[,;/&+]$/.test(word.text)
}

function breaks(word: Word): boolean {
  return word.pos === 'verb' || /^[.:!?]$/.test(word.text)
}

/** The things that a sentence names, without repetitions. */
export function entitiesIn(
  sentence: Sentence,
  reading: Reading,
): readonly { readonly noun: NounPhrase; readonly entity: Mention }[] {
  return sentence.nouns.flatMap((noun) => {
    const entity = entityOfNoun(noun, reading)
    return entity ? [{ noun, entity }] : []
  })
}
