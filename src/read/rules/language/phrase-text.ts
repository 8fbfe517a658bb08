import type { Phrases } from './phrases.ts'
import type { Meaning } from './sentence.ts'

/** Phrases of a meaning as one text, separated by ` | `, so that a data file stays readable. */
export type PhraseText = Readonly<Partial<Record<Meaning, string>>>

/** The phrases of such texts, ready to be compiled. */
export function splitPhrases(text: PhraseText): Phrases {
  return Object.fromEntries(
    Object.entries(text).map(([meaning, phrases]) => [
      meaning,
      phrases
        .split('|')
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== ''),
    ]),
  )
}
