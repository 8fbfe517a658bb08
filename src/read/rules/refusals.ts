import type { Sentence } from './language/sentence.ts'

const refusing: ReadonlySet<string> = new Set(['NO', 'NOT', 'WITHOUT', 'REJECT', 'LATER', 'OUT_OF_SCOPE', 'INSTEAD'])

/** Whether what stands at a word is refused, put off or replaced: a negation, "later" or "instead of" within the five words before it; "Deferred: …" too. */
export function isRefused(sentence: Pick<Sentence, 'markers' | 'words'>, word: number): boolean {
  return sentence.markers.some(
    (marker) =>
      refusing.has(marker.meaning) &&
      marker.from <= word &&
      word - marker.to <= 4 &&
      !sentence.words
        .slice(marker.to, word)
        .some((each, index) => /^[.;]$/.test(each.text) || (each.text === ':' && index > 0) || each.identifier),
  )
}
