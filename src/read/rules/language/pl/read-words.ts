import { isPlural, singularise } from '../../../../schema/inflect.ts'
import { plainLetters, snakeCase } from '../name-words.ts'
import type { PartOfSpeech, Word } from '../sentence.ts'
import type { MarkedStretch, Token } from '../token.ts'
import { tokenize } from '../tokenize.ts'
import { englishWords } from './english-words.ts'
import type { Entry, Lexicon, Reading } from './lexicon.ts'
import { ANY_CASE } from './morphology/form.ts'
import { guessWord } from './morphology/guess.ts'

/** A word with every reading it may have; `known` is false when its only reading was guessed. */
export interface ReadWord {
  readonly token: Token
  readonly readings: readonly Reading[]
  readonly known: boolean
  /** An English word, which makes compounds: `meal plan`. */
  readonly foreign?: true
}

const unread = (token: Token): ReadWord => ({ token, readings: [], known: true })

/** Tokens of a text with their readings. Names, quotations, numbers and signs have none. */
export function readWords(text: string, marks: readonly MarkedStretch[], lexicon: Lexicon): readonly ReadWord[] {
  return tokenize(text, marks).map((token, index, tokens) => {
    if (token.kind !== 'word') return unread(token)
    const found = lookUp(token.text, lexicon)
    if (found.length > 0) return { token, readings: found, known: true }
    return guessed(token, index > 0 && tokens[index - 1]?.kind !== 'punctuation')
  })
}

/** Endings that Polish hangs on abbreviations and foreign words: `PDF-ów`, `URL-em`, `like'ów`. */
const HUNG = /[-'’](?:u|a|y|i|e|ie|em|owi|ów|om|ami|ach|owy|owa|owe|owego|owej|ową|owych)$/u

export function lookUp(text: string, lexicon: Lexicon): readonly Reading[] {
  const word = text.toLowerCase().normalize('NFC')
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
})

/** Reads a word that the lexicon does not have: an English word, a proper name, or a Polish word by its ending. */
function guessed(token: Token, inside: boolean): ReadWord {
  const text = token.text
  const word = text.toLowerCase().normalize('NFC').replace(HUNG, '')
  const english = englishWords.has(word) ? word : englishWords.has(singularise(word)) ? singularise(word) : undefined
  if (english !== undefined) {
    const entry = { ...entryOf(english, 'noun', snakeCase(english)), abstract: englishWords.get(english) === true }
    return { token, readings: [{ entry, plural: english !== word, cases: ANY_CASE }], known: true, foreign: true }
  }
  const upper = /^\p{Lu}/u.test(text)
  if (upper && (inside || /\p{Lu}/u.test(text.slice(1)))) {
    const entry = { ...entryOf(text, 'proper noun', foreignName(word)), abstract: true }
    return { token, readings: [{ entry, plural: false, cases: ANY_CASE }], known: false }
  }
  if (/^[a-z-]+$/.test(word) && looksEnglish(word)) {
    const plural = isPlural(word)
    const lemma = plural ? singularise(word) : word
    return {
      token,
      readings: [{ entry: entryOf(lemma, 'noun', foreignName(lemma)), plural, cases: ANY_CASE }],
      known: false,
      foreign: true,
    }
  }
  const guess = guessWord(word)
  const entry = entryOf(guess.lemma, guess.pos, guess.pos === 'verb' || guess.pos === 'adverb' ? '' : foreignName(guess.lemma))
  return { token, readings: [{ entry, plural: guess.plural, cases: guess.cases }], known: false }
}

const looksEnglish = (word: string): boolean =>
  /[qxv]|ing$|tion|ment$|ness$|ck|sh|th|oo|ee|ght|[^aeiouy]le$|[^aeiouyrscd]s$|ers$|ors$|ies$|ty$|ble$|ay$|ey$|ou/.test(word) &&
  !/[aeo]ch$/.test(word)

const foreignName = (lemma: string): string => snakeCase(plainLetters(lemma)).replace(/[^a-z0-9_]/g, '')

/** The word of the contract for a token: its likeliest reading, in context chosen by `prefer`. */
export function wordOf({ token, readings }: ReadWord, reading: Reading | undefined = readings[0]): Word {
  const { text, start, end, strong } = token
  const place = { text, start, end, strong }
  switch (token.kind) {
    case 'name':
      return { ...place, lemma: text, pos: 'noun', identifier: true }
    case 'quoted':
      return { ...place, lemma: text.toLowerCase(), pos: 'noun', identifier: false, quoted: true }
    case 'number':
      return {
        ...place,
        lemma: text,
        pos: 'number',
        identifier: false,
        ...(token.value === undefined ? {} : { value: token.value }),
      }
    case 'cardinality':
    case 'symbol':
      return { ...place, lemma: text, pos: 'symbol', identifier: false }
    case 'punctuation':
      return { ...place, lemma: text, pos: 'punctuation', identifier: false }
    case 'reference':
      return { ...place, lemma: text, pos: 'other', identifier: false }
    case 'word': {
      const entry = reading?.entry
      const nominal = entry?.pos === 'noun' || entry?.pos === 'proper noun'
      return {
        ...place,
        lemma: entry?.lemma ?? text.toLowerCase(),
        pos: entry?.pos ?? 'other',
        identifier: false,
        ...(nominal ? { plural: reading?.plural ?? false } : {}),
        ...(entry?.value === undefined ? {} : { value: entry.value }),
      }
    }
  }
}
