import type { Marker, Meaning, Sentence } from '../language/sentence.ts'
import { everyTable } from './grammar.ts'

type Words = Pick<Sentence, 'markers' | 'words'> & { readonly zone?: Sentence['zone'] }

const refusing: ReadonlySet<Meaning> = new Set(['NO', 'NOT', 'WITHOUT', 'REJECT', 'LATER', 'OUT_OF_SCOPE', 'INSTEAD'])

/**
 * Whether what stands at a word is refused, put off or replaced: a negation, "later" or "instead of" within the five words before it; "Deferred: …" too;
 * or its sentence says so of it, see {@link refusalOf}.
 */
export function isRefused(sentence: Words, word: number): boolean {
  return refusalOf(sentence, word) !== undefined || sentence.markers.some((marker) => isBefore(sentence, marker, word))
}

function isBefore(sentence: Words, marker: Marker, word: number): boolean {
  return (
    refusing.has(marker.meaning) &&
    !isAside(sentence, marker) &&
    marker.from <= word &&
    word - marker.to <= 4 &&
    !sentence.words
      .slice(marker.to, word)
      .some((each, index) => /^[.;]$/.test(each.text) || (each.text === ':' && index > 0) || each.identifier)
  )
}

/** Whether what a block begins with, a table or column by its exact name, is refused by the sentence it stands in. */
export function isRefusedName(sentences: readonly Words[], name: string): boolean {
  const [first] = sentences
  return (
    first?.words.some(
      (word, index) => word.identifier && word.text.split('.').at(-1) === name && refusalOf(first, index) !== undefined,
    ) === true
  )
}

const predicates: ReadonlySet<Meaning> = new Set(['REJECT', 'LATER', 'OUT_OF_SCOPE'])
const linking: ReadonlySet<Meaning> = new Set(['BE', 'CAN', 'MUST', 'CREATES', 'TABLE', 'ENTITY', 'COLUMN'])
const small: ReadonlySet<string> = new Set(['adverb', 'preposition', 'determiner'])

/**
 * The refusal that a sentence says of its subject at a word: "the table `tags` is out of scope", "`tags` will be added later", "kolumna `x` jest zbędna".
 * Between them stand only what a thing is called, the verb to be and words of making; and the refusal has no object: not "`tags` will be extended
 * later", and not "`tags` does not store colours".
 */
export function refusalOf(sentence: Words, word: number): Marker | undefined {
  const marker = sentence.markers.find((each) => predicates.has(each.meaning) && each.from > word)
  if (!marker || marker.from - word > 7) return undefined
  // "the table `tags` is …", asked of "table"
  const named = sentence.words[word]?.identifier === false && sentence.words[word + 1]?.identifier === true ? 1 : 0
  const first = word + 1 + named
  const between = sentence.words
    .slice(first, marker.from)
    .map((each, index) => ({ each, meanings: meaningsAt(sentence, first + index) }))
  if (!between.every(({ each, meanings }) => meanings.some((one) => linking.has(one)) || small.has(each.pos))) return undefined
  const said = sentence.words.slice(marker.from, marker.to).some((each) => each.pos === 'verb')
  const verbs = between.some(({ meanings }) => meanings.some(isVerbal))
  const next = sentence.words[marker.to]
  const closed = next === undefined || /^(?:punctuation|preposition|conjunction|adverb)$/.test(next.pos)
  return (said || verbs) && closed ? marker : undefined
}

function meaningsAt(sentence: Words, word: number): readonly Meaning[] {
  return sentence.markers.filter((marker) => marker.from <= word && word < marker.to).map((marker) => marker.meaning)
}

function isVerbal(meaning: Meaning): boolean {
  return meaning === 'BE' || meaning === 'CREATES'
}

/**
 * A word of refusal that refuses nothing behind it: "instead" without "of" ("zamiast tego flaga", "a flag instead"), and the "no," that an answer begins with, which
 * is said of its question. Neither does the exception from what every table has: "every table but `rooms` has …".
 */
export function isAside(sentence: Words, { meaning, from, to }: Marker): boolean {
  const { words, zone, markers } = sentence
  if (markers.some((other) => other.meaning === 'EXCEPT' && other.from === from) && everyTable(sentence)) return true
  if (meaning === 'INSTEAD') return /^(?:instead|tego|that)$/i.test(words[to - 1]?.text ?? '')
  return zone === 'answers' && from === 0 && /^[,;–—-]$/.test(words[to]?.text ?? '')
}
