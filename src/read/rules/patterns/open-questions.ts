import { sentenceEntity, tablesOf } from '../columns/targets.ts'
import type { Pattern } from '../reading.ts'
import { foundIn } from '../text/grammar.ts'

/**
 * What the documents leave open: items and paragraphs under "Unresolved issues" / "Nierozwiązane kwestie".
 *
 * Not: a sentence that says there is nothing open ("Brak istotnych nierozwiązanych kwestii", "There are no unresolved issues").
 */
export const openQuestions: Pattern = {
  name: 'open questions',
  read(block, reading) {
    const source = reading.block(block)
    if (source?.zone !== 'unresolved' || source.kind === 'heading' || source.kind === 'code') return []
    const sentences = reading.sentencesOf(block)
    const first = sentences[0]
    if (!first) return []
    const settled = sentences.some((sentence) =>
      /\b(?:no (?:unresolved|open|outstanding|further)|none\b|nothing|brak (?:istotnych |otwartych |nierozwiązanych |dalszych )|nie ma (?:nierozwiązanych|otwartych)|wszystkie \p{L}+ (?:decyzje|kwestie|pytania))/iu.test(
        sentence.text,
      ),
    )
    if (settled) return []
    const text = sentences
      .map((sentence) => sentence.text.trim())
      .join(' ')
      .trim()
    if (text.length < 12 || /:\s*$/.test(text)) return []
    const about =
      tablesOf(first, reading)[0]?.entity ?? (reading.contextOf(block).subject ? sentenceEntity(first, reading) : undefined)
    return [
      foundIn(reading, first, {
        kind: 'open question',
        text: text.length > 400 ? `${text.slice(0, 397)}…` : text,
        ...(about ? { about } : {}),
      }),
    ]
  },
}
