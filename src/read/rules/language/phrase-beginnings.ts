import { plainLetters } from './name-words.ts'
import type { Phrases } from './phrases.ts'
import type { Meaning } from './sentence.ts'

/** Enough to tell most words apart, and the same in all forms of a word. */
const length = 3

/** Accents may be characters of their own. */
const beginningOf = (word: string): string => plainLetters(word.slice(0, 2 * length).toLowerCase()).slice(0, length)

/**
 * Whether a phrase of one of the meanings may stand at the very beginning of a text, by its first letters: false only where none does, so that a text need not
 * be analysed to learn that.
 */
export function phraseBeginnings(phrases: Phrases, meanings: readonly Meaning[]): (text: string) => boolean {
  const beginnings = new Set<string>()
  for (const line of meanings.flatMap((meaning) => phrases[meaning] ?? [])) {
    for (const piece of line.trim().split(/\s+/)) {
      for (const option of piece.replace(/\?$/, '').split('/')) {
        const [word = ''] = option.replace(/^=/, '').split(':')
        // Any word at all may begin the phrase.
        if (/^[#~&]$/.test(word)) return () => true
        beginnings.add(beginningOf(word))
      }
      if (!piece.endsWith('?')) break
    }
  }
  return (text) => {
    const first = beginningOf(text)
    for (let end = 1; end <= first.length; end += 1) if (beginnings.has(first.slice(0, end))) return true
    return false
  }
}
