import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  capital,
  endOfRun,
  insideWord,
  isSpaceAt,
  kindAt,
  lengthAt,
  letter,
  mark,
  number,
  small,
  underscore,
} from './characters.ts'

const properties: readonly (readonly [number, RegExp])[] = [
  [letter, /^\p{L}/u],
  [small, /^\p{Ll}/u],
  [capital, /^\p{Lu}/u],
  [number, /^\p{N}/u],
  [mark, /^\p{M}/u],
  [underscore, /^_/],
]

test('every character below the first 12,288, and others, is what Unicode says', () => {
  const codes = [...Array.from({ length: 0x3000 }, (_, code) => code), 0xd800, 0xdc00, 0xfb01, 0xff21, 0x1d400, 0x1f600, 0x10ffff]
  const wrong = codes.filter((code) => {
    const text = String.fromCodePoint(code)
    const expected = properties.reduce((bits, [bit, expression]) => bits | (expression.test(text) ? bit : 0), 0)
    return kindAt(text, 0) !== expected || isSpaceAt(text, 0) !== /^\s/.test(text)
  })
  expect(wrong).toEqual([])
})

test('a run ends where the expression of its kinds ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(10), (text, from) => {
      // Only at the beginning of a character.
      const start = [...text].slice(0, from).join('').length
      const run = /^[\p{L}\p{N}\p{M}_]*/u.exec(text.slice(start))?.[0] ?? ''
      expect(endOfRun(text, start, insideWord)).toBe(start + run.length)
      if (start < text.length) expect(lengthAt(text, start)).toBe([...text.slice(start)][0]?.length)
    }),
  )
})

test('there is nothing outside a text', () => {
  expect([kindAt('plum', -1), kindAt('plum', 4), isSpaceAt('', 0), endOfRun('plum', 4, letter)]).toEqual([0, 0, false, 4])
})
