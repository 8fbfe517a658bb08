import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadEnglish } from './english.ts'

const english = await loadEnglish([])

describe('properties', () => {
  const piece = fc.constantFrom(
    ..."the a each user users recipe recipes has can of 10 000 1:N at most one or more ( ) , . ; : \" ' “ ” ’s 's ≤ → -> created_at camelCase e.g. - – so that delete saved first and last name łąka 😀 ``".split(
      ' ',
    ),
  )
  const sentence = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((parts) => parts.join(' ')),
    fc.array(piece).map((parts) => parts.join('')),
  )
  const spans = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.constantFrom('code', 'strong', 'emphasis', 'link')))
  test('words are ordered and exactly what stands there; markers and nouns lie within them', () => {
    fc.assert(
      fc.property(sentence, spans, (text, marked) => {
        const marks = marked.map(([a, b, kind]) => ({
          kind,
          start: Math.min(a, b, text.length),
          end: Math.min(Math.max(a, b), text.length),
        }))
        const { words, markers, nouns } = english.analyse(text, marks)
        let at = 0
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(word.start, word.end)).toBe(word.text)
          at = word.end
        }
        for (const { from, to } of markers) expect(from >= 0 && from < to && to <= words.length).toBe(true)
        let end = 0
        nouns.forEach((noun) => {
          expect(noun.from).toBeGreaterThanOrEqual(end)
          expect(noun.to).toBeLessThanOrEqual(words.length)
          expect(noun.text).toBe(text.slice(words[noun.from]?.start, words[noun.to - 1]?.end))
          if (noun.possessor !== undefined) expect(nouns[noun.possessor]).toBeDefined()
          end = noun.to
        })
        english.name(text)
      }),
      { numRuns: 300 },
    )
  })
})
