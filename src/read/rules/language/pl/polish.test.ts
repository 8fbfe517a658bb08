import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPolish } from './polish.ts'

const polish = await loadPolish([{ word: 'karta', name: 'card', line: 1 }])

const PIECES =
  'użytkownik przepisów każdy wiele jeden nie ma do od 5 100 , . ( ) „tak” `user_id` data utworzenia zamówienia liczba aktywnych tylko swoje Supabase 1:N lista w ramach brak tabeli 😀 e‑mail PDF-ów Ł ż'.split(
    ' ',
  )
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((words) => words.join(' ')),
)

describe('the Polish model', () => {
  it('never throws, and everything it says lies inside the text', () => {
    fc.assert(
      fc.property(text, (sentence) => {
        const { words, markers, nouns } = polish.analyse(sentence, [])
        let at = 0
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(at)
          expect(sentence.slice(word.start, word.end)).toBe(word.text)
          at = word.end
        }
        for (const { from, to } of [...markers, ...nouns]) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(words.length)
        }
        nouns.forEach((noun, index) => {
          expect(noun.text).toBe(sentence.slice(words[noun.from]?.start, words[noun.to - 1]?.end))
          if (noun.possessor === undefined) return
          expect(noun.possessor).toBeGreaterThan(index)
          expect(nouns[noun.possessor]).toBeDefined()
          expect(nouns[noun.possessor]?.to).toBeLessThanOrEqual(noun.to)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('names anything with letters, digits and underscores only', () => {
    fc.assert(
      fc.property(text, (phrase) => {
        const { name } = polish.name(phrase)
        if (!/^[\p{L}\p{N}_.-]*$/u.test(name)) throw new Error(name)
      }),
      { numRuns: 300 },
    )
  })

  it('says the same of the same text', () => {
    const sentence = 'Każdy użytkownik może dodać do 5 przepisów, np. zupy, do swojej listy zakupów.'
    expect(polish.analyse(sentence, [])).toEqual(polish.analyse(sentence, []))
  })
})
