import { isPlural, singularise } from '../../../../schema/inflect.ts'
import { plainLetters, snakeCase } from '../name-words.ts'
import type { PartOfSpeech, Word } from '../sentence.ts'
import type { MarkedStretch, Token, TokenKind } from '../token.ts'
import { tokenize } from '../tokenize.ts'
import { englishWords } from './english-words.ts'
import type { Entry, Lexicon, Reading } from './lexicon.ts'
import { ANY_CASE } from './morphology/form.ts'
import { guessWord } from './morphology/guess.ts'
import { isPlain, plainForms } from './plain-forms.ts'

/** A word with every reading it may have; `known` is false when its only reading was guessed. */
export interface ReadWord {
  readonly token: Token
  readonly readings: readonly Reading[]
  /** See {@link wordKey}; empty for what is no word. */
  readonly key: string
  readonly nouns: readonly Reading[]
  readonly adjectives: readonly Reading[]
  /** The lemma of a word of a closed class. */
  readonly closed: string | undefined
  /** The word in lower case and every lemma it may have. */
  readonly lemmas: ReadonlySet<string>
  readonly known: boolean
  /** An English word, which makes compounds: `meal plan`. */
  readonly foreign: boolean
}

const NONE: ReadonlySet<string> = new Set()

const unread = (token: Token): ReadWord => ({
  token,
  readings: [],
  key: '',
  foreign: false,
  nouns: [],
  adjectives: [],
  closed: undefined,
  lemmas: NONE,
  known: true,
})

type Sorted = Pick<ReadWord, 'key' | 'nouns' | 'adjectives' | 'closed' | 'lemmas'>

/** Sorted readings of the lexicon's word forms that came up before. */
const sortedBefore = new WeakMap<readonly Reading[], Sorted>()

/** Sorts a word's readings by class once, since phrases ask for them again and again. */
function readWord(token: Token, readings: readonly Reading[], known: boolean, foreign = false): ReadWord {
  const key = wordKey(token.text)
  let sorted = sortedBefore.get(readings)
  if (sorted === undefined || sorted.key !== key) {
    const first = readings[0]?.entry
    // `użyć` and `składa` are verbs before they are rare cases of nouns; the lexicon puts them first.
    const open =
      (known ? first?.pos !== 'verb' : true) && (first === undefined || /^(?:noun|proper noun|adjective|verb)$/.test(first.pos))
    sorted = {
      key,
      nouns: open ? readings.filter(({ entry }) => entry.pos === 'noun' || entry.pos === 'proper noun') : [],
      adjectives: open ? readings.filter(({ entry }) => entry.pos === 'adjective') : [],
      closed: open ? undefined : first?.lemma,
      lemmas: new Set([key, ...readings.map(({ entry }) => entry.lemma)]),
    }
    sortedBefore.set(readings, sorted)
  }
  const { nouns, adjectives, closed, lemmas } = sorted
  return { token, readings, known, foreign, key, nouns, adjectives, closed, lemmas }
}

/** How words are compared: lower case, composed letters, plain hyphens. */
export function wordKey(text: string): string {
  const lower = text.toLowerCase()
  return /^[a-ząćęłńóśźż]+$/.test(lower) ? lower : lower.normalize('NFC').replaceAll('‑', '-')
}

/** Tokens of a text with their readings. Names, quotations, numbers and signs have none. */
export function readWords(text: string, marks: readonly MarkedStretch[], lexicon: Lexicon): readonly ReadWord[] {
  const plain = isPlain(text)
  const tokens = tokenize(text, marks)
  const words: ReadWord[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') {
      words.push(unread(token))
      continue
    }
    const found = lookUp(token.text, lexicon)
    const undotted =
      found.length === 0 && plain && englishOf(token.text) === undefined
        ? plainForms(lexicon).get(wordKey(token.text))
        : undefined
    if (found.length > 0) words.push(readWord(token, found, true))
    else if (undotted !== undefined) words.push(readWord(token, undotted, true))
    else {
      const inside = index > 0 && tokens[index - 1]?.kind !== 'punctuation'
      words.push(doneBy(words.at(-1), token, tokens[index + 1]) ?? guessed(token, inside))
    }
  }
  return words
}

/** `Trener przerzuca zawodników`: behind a person in the nominative an unknown word with the ending is what the person does. */
function doneBy(before: ReadWord | undefined, token: Token, next: Token | undefined): ReadWord | undefined {
  const word = wordKey(token.text)
  const person = before?.nouns[0]?.entry.person === true && before.nouns[0].entry.lemma === before.key
  if (!person || next?.kind !== 'word' || !/^[a-ząćęłńóśźż]{4,}$/.test(token.text) || englishOf(token.text) !== undefined)
    return undefined
  if (!/(?:[^in]a|[bmpw]ia|[^ntcśk]i)$/.test(word)) return undefined
  return readWord(token, [{ entry: entryOf(`${word}ć`, 'verb', ''), plural: false, cases: 0 }], false)
}

/** Endings that Polish hangs on abbreviations and foreign words: `PDF-ów`, `URL-em`, `like'ów`. */
const HUNG = /[-'’](?:u|a|y|i|e|ie|em|owi|ów|om|ami|ach|owy|owa|owe|owego|owej|ową|owych)$/u

export function lookUp(text: string, lexicon: Lexicon): readonly Reading[] {
  const word = wordKey(text)
  const whole = lexicon.get(word)
  if (whole !== undefined) return whole
  const bare = lexicon.get(word.replace(HUNG, ''))
  if (bare !== undefined) return bare.map((reading) => ({ ...reading, cases: ANY_CASE }))
  // `nieopłacony` is not in the lexicon, `opłacony` is.
  if (word.startsWith('nie') && word.length > 6) {
    const positive = lexicon.get(word.slice(3))?.filter(({ entry }) => entry.pos === 'adjective') ?? []
    return positive.map((reading) => ({ ...reading, entry: negated(reading.entry) }))
  }
  return []
}

const negated = (entry: Entry): Entry => ({
  ...entry,
  lemma: `nie${entry.lemma}`,
  name: entry.name === '' ? '' : `un${entry.name}`.replace(/^unun/, ''),
})

const entryOf = (lemma: string, pos: PartOfSpeech, name: string): Entry => ({
  lemma,
  pos,
  name,
  person: false,
  abstract: false,
  action: false,
  participle: false,
})

function englishOf(text: string): string | undefined {
  const word = wordKey(text).replace(HUNG, '')
  return englishWords.has(word) ? word : englishWords.has(singularise(word)) ? singularise(word) : undefined
}

/** Reads a word that the lexicon does not have: an English word, a proper name, or a Polish word by its ending. */
function guessed(token: Token, inside: boolean): ReadWord {
  const text = token.text
  const word = wordKey(text).replace(HUNG, '')
  const english = englishOf(text)
  if (english !== undefined) {
    const entry = { ...entryOf(english, 'noun', snakeCase(english)), abstract: englishWords.get(english) === true }
    return readWord(token, [{ entry, plural: english !== word, cases: ANY_CASE }], true, true)
  }
  const upper = /^\p{Lu}/u.test(text)
  if (upper && (inside || /\p{Lu}/u.test(text.slice(1)))) {
    const entry = { ...entryOf(text, 'proper noun', foreignName(word)), abstract: true }
    return readWord(token, [{ entry, plural: false, cases: ANY_CASE }], false)
  }
  if (/^[a-z-]+$/.test(word) && looksEnglish(word)) {
    const plural = isPlural(word)
    const lemma = plural ? singularise(word) : word
    return readWord(token, [{ entry: entryOf(lemma, 'noun', foreignName(lemma)), plural, cases: ANY_CASE }], false, true)
  }
  const guess = guessWord(word)
  const entry = entryOf(guess.lemma, guess.pos, guess.pos === 'verb' || guess.pos === 'adverb' ? '' : foreignName(guess.lemma))
  return readWord(token, [{ entry, plural: guess.plural, cases: guess.cases }], false)
}

const looksEnglish = (word: string): boolean =>
  /[qxv]|ing$|tion|ment$|ness$|ck|sh|th|oo|ee|ght|[^aeiouy]le$|[^aeiouyrscd]s$|ers$|ors$|ies$|ty$|ble$|ay$|ey$|ou/.test(word) &&
  !/[aeo]ch$/.test(word)

const foreignName = (lemma: string): string => snakeCase(plainLetters(lemma)).replace(/[^a-z0-9_]/g, '')

const POS_OF_KIND: Readonly<Record<TokenKind, PartOfSpeech>> = {
  word: 'other',
  name: 'noun',
  quoted: 'noun',
  number: 'number',
  cardinality: 'symbol',
  symbol: 'symbol',
  punctuation: 'punctuation',
  reference: 'other',
}

/** The word of the contract for a token: its likeliest reading, or the one a phrase chose. */
export function wordOf({ token, readings, key }: ReadWord, reading: Reading | undefined = readings[0]): Word {
  const { kind, text, start, end, strong } = token
  const entry = reading?.entry
  const word: { -readonly [K in keyof Word]: Word[K] } = {
    text,
    lemma: entry?.lemma ?? (kind === 'word' ? key : kind === 'quoted' ? text.toLowerCase() : text),
    pos: entry?.pos ?? POS_OF_KIND[kind],
    start,
    end,
    identifier: kind === 'name',
    strong,
  }
  const value = token.value ?? entry?.value
  if (value !== undefined) word.value = value
  if (kind === 'quoted') word.quoted = true
  if (entry?.pos === 'noun' || entry?.pos === 'proper noun') word.plural = reading?.plural ?? false
  return word
}
