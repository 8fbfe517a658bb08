import type { Word } from '../sentence.ts'
import { mayModify } from './is-modifier.ts'
import { nounRunAt } from './noun-run.ts'

/**
 * Participles that stand before their noun are adjectives with a lemma of their own: in `saved recipes` nobody saves anything,
 * so no marker of saving should be found there.
 */
export function asAdjectives(words: readonly Word[]): readonly Word[] {
  if (!words.some((word) => word.pos === 'verb' && mayModify(word))) return words
  const inside = new Set<number>()
  for (let at = 0; at < words.length; at += 1) {
    const run = nounRunAt(words, at)
    if (run === undefined) continue
    for (let word = run.bodyFrom; word < run.to - 1; word += 1) inside.add(word)
    at = Math.max(at, run.to - 1)
  }
  return words.map((word, at) =>
    inside.has(at) && word.pos === 'verb' ? { ...word, pos: 'adjective', lemma: word.text.toLowerCase() } : word,
  )
}
