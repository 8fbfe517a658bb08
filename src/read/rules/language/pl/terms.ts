import { FIELD_TERMS } from './lexicon/field-terms.ts'
import { RECORD_TERMS } from './lexicon/record-terms.ts'
import { TERMS } from './lexicon/terms.ts'
import type { Lexicon } from './lexicon.ts'
import { lookUp, type ReadWord, wordKey } from './read-words.ts'

/** A term of one or several words with a name of its own. */
export interface Term {
  readonly name: string
  readonly person: boolean
  readonly abstract: boolean
  /** What it belongs to is part of its name: `data ważności polisy` is policy_expiry_date. */
  readonly joins: boolean
  /** Lemmas that each word may have. */
  readonly words: readonly ReadonlySet<string>[]
}

/** Terms by every lemma their first word may have, longest first. */
export type Terms = ReadonlyMap<string, readonly Term[]>

/** Compiles lines `words = name flags`, and further terms (the project's glossary), which win over lines of the same words. */
export function compileTerms(lexicon: Lexicon, further: readonly { readonly text: string; readonly name: string }[]): Terms {
  const terms: Term[] = []
  const wordsOf = (text: string) =>
    text
      .trim()
      .split(/\s+/)
      .map((word) => new Set([wordKey(word), ...lookUp(word, lexicon).map(({ entry }) => entry.lemma)]))
  for (const { text, name } of further) {
    if (text.trim() !== '') terms.push({ name, person: false, abstract: false, joins: false, words: wordsOf(text) })
  }
  for (const line of (TERMS + FIELD_TERMS + RECORD_TERMS).split('\n')) {
    const [text, meaning] = line.split(' = ')
    if (text === undefined || meaning === undefined) continue
    const [name = '', ...flags] = meaning.split(' ')
    terms.push({
      name,
      person: flags.includes('p'),
      abstract: flags.includes('a'),
      joins: flags.includes('of'),
      words: wordsOf(text),
    })
  }
  const byFirst = new Map<string, Term[]>()
  for (const term of terms) {
    for (const lemma of term.words[0] ?? []) byFirst.set(lemma, [...(byFirst.get(lemma) ?? []), term])
  }
  // Longest first; of equal length the earlier, so the glossary wins (sorting is stable).
  for (const each of byFirst.values()) each.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

/** The longest term that begins at a word. */
export function termAt(words: readonly ReadWord[], at: number, terms: Terms): Term | undefined {
  const first = words[at]
  if (first === undefined || first.token.kind !== 'word') return undefined
  let best: Term | undefined
  for (const lemma of first.lemmas) {
    for (const term of terms.get(lemma) ?? []) {
      if (best !== undefined && best.words.length >= term.words.length) break
      if (term.words.every((wanted, offset) => offset === 0 || fits(words[at + offset], wanted))) best = term
    }
  }
  return best
}

function fits(word: ReadWord | undefined, wanted: ReadonlySet<string>): boolean {
  if (word === undefined || word.token.kind !== 'word') return false
  for (const lemma of word.lemmas) if (wanted.has(lemma)) return true
  return false
}
