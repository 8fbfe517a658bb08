import { describe, expect, test } from 'vitest'
import type { Word } from './sentence.ts'
import { cardinalityOf, symbolMarkers } from './symbol-markers.ts'
import { tokenize } from './tokenize.ts'

const found = (text: string) => {
  const words = tokenize(text).map((token): Word => ({ ...token, lemma: token.text, pos: 'other', identifier: false }))
  return symbolMarkers(words).map(
    ({ meaning, from, to }) =>
      `${meaning} ${words
        .slice(from, to)
        .map((word) => word.text)
        .join(' ')}`,
  )
}

test.each([
  ['1:N', 'ONE_TO_MANY'],
  ['N:1', 'MANY_TO_ONE'],
  ['n:m', 'MANY_TO_MANY'],
  ['1:1', 'ONE_TO_ONE'],
  ['M2M', 'MANY_TO_MANY'],
  ['many:1', 'MANY_TO_ONE'],
  ['0..*', 'MANY'],
  ['1..1', 'EXACTLY'],
  ['10:30', undefined],
  ['0..1', undefined],
])('%s means %s', (text, meaning) => expect(cardinalityOf(text)).toBe(meaning))

describe('signs in a sentence', () => {
  test.each([
    ['≤200 chars', ['AT_MOST ≤']],
    ['weight >= 0', ['AT_LEAST >=']],
    ['3–32 players', ['BETWEEN 3 – 32']],
    ['0-99', ['BETWEEN 0 - 99']],
    ['100+ points', ['AT_LEAST 100 +']],
    ['status ∈ (a, b)', ['ONE_OF ∈']],
    ['generations (1) -> (N) cards', ['ONE_TO_MANY ( 1 ) -> ( N )']],
    ['1 → N', ['ONE_TO_MANY 1 → N']],
    ['users 1:N recipes', ['ONE_TO_MANY 1:N']],
    ['pages 9 - 3', []],
    ['user → goals', []],
    ['1 - 1', []],
    ['2024-05-01', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))
})
