import { plainLetters } from '../name-words.ts'
import type { Lexicon } from './lexicon.ts'

const made = new WeakMap<Lexicon, Lexicon>()

/** The lexicon's forms by their spelling without diacritics, for text that is typed without them: `uzytkownik`, `kazda`. Made when first asked for. */
export function plainForms(lexicon: Lexicon): Lexicon {
  const known = made.get(lexicon)
  if (known !== undefined) return known
  const plain = new Map<string, Lexicon extends ReadonlyMap<string, infer Readings> ? Readings : never>()
  for (const [text, readings] of lexicon) {
    const bare = plainLetters(text)
    if (bare !== text && !lexicon.has(bare) && !plain.has(bare)) plain.set(bare, readings)
  }
  made.set(lexicon, plain)
  return plain
}

/** Whether a text has no letter with a diacritic: then its words may be spelled without. */
export function isPlain(text: string): boolean {
  return !/[ąćęłńóśźż]/iu.test(text)
}
