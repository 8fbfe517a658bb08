import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadEnglish } from './en/english.ts'
import { phraseBeginnings } from './phrase-beginnings.ts'
import { loadPolish } from './pl/polish.ts'
import { callingMeanings } from './sentence.ts'

const models = await Promise.all([loadEnglish([]), loadPolish([])])

test('a text that begins with what calls a table, an entity or a view is never taken for another', () => {
  const words =
    `Tables table main core entities views a View domain models resources linking link through m2m many-to-many cross-reference mapped join
    Tabela tabele tabel tabelą łączącej laczaca główna glownych encji encje widoku widok widoki oddzielne osobną obiekty modele podmioty byty bytów bazy
    orchard the of each lantern sadzonka oraz i`
      .trim()
      .split(/\s+/)
  const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((some) => some.join(' '))
  fc.assert(
    fc.property(text, (head) => {
      for (const model of models) {
        const calls = model.analyse(head, []).markers.some(({ from, meaning }) => from === 0 && callingMeanings.includes(meaning))
        if (calls) expect([head, model.mayCall(head)]).toEqual([head, true])
      }
    }),
    { numRuns: 1500 },
  )
})

test('most texts begin otherwise', () => {
  const [english, polish] = models
  for (const head of ['orchards.title is limited', 'lanterns', 'some fairs open', '']) expect(english?.mayCall(head)).toBe(false)
  for (const head of ['sadzonki', 'i tabela', 'każdy ogród']) expect(polish?.mayCall(head)).toBe(false)
})

test('alternatives, words that may be missing and signs for any word are understood', () => {
  const begins = phraseBeginnings({ TABLE: ['big? shed/barn', '=up:noun with'] }, ['TABLE'])
  expect(['bigger', 'shed', 'barns', 'up'].map(begins)).toEqual([true, true, true, true])
  expect(['with', 'sun', 'u'].map(begins)).toEqual([false, false, false])
  expect(phraseBeginnings({ TABLE: ['# sheds'] }, ['TABLE'])('anything')).toBe(true)
})
