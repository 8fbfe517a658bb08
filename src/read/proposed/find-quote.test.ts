import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../brief/parse-document.ts'
import { findQuote } from './find-quote.ts'

const text =
  '# Harbour\n\n- Each **berth** has a `number`, “A1” for instance.\n- A boat – any boat – moors at one berth\n  and pays for it.\n- Each berth is cleaned.\n'
const document = parseDocument({ id: 'notes', kind: 'notes', path: '.ai/notes.md', text })

describe('a quote is found', () => {
  test.each([
    ['Each berth has a number', 3, 3, 'Each **berth** has a `number'],
    ['EACH  BERTH', 6, 6, 'Each berth'],
    ['Each berth', 1, 3, 'Each **berth'],
    ['"A1" for instance', 3, 3, '“A1” for instance'],
    ['A boat - any boat', 4, 4, 'A boat – any boat'],
    ['moors at one berth and pays for it', 4, 4, 'moors at one berth'],
  ])('%s, near line %i', (quote, line, at, words) => {
    expect(findQuote(document, quote, line)).toEqual({ line: at, quote: words })
  })
})

test.each(['Each boat', 'ach berth', 'Each berth is cleaned daily', '', 'a'])('"%s" is not there', (quote) => {
  expect(findQuote(document, quote, 3)).toBeUndefined()
})

test('what is found stands in its line, whatever is asked for', () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(60), fc.nat(8), (from, length, line) => {
      const found = findQuote(document, text.slice(from, from + length), line)
      if (found !== undefined) expect(document.lines[found.line - 1]).toContain(found.quote)
    }),
  )
})
