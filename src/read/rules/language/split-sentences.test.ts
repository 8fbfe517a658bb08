import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'

const split = (text: string, marks: Parameters<typeof splitSentences>[1] = []) =>
  splitSentences(text, marks).map(({ start, end }) => text.slice(start, end))

describe('what splits', () => {
  test.each([
    ['One rule. Another rule.', ['One rule.', 'Another rule.']],
    ['Is it kept? Yes, it is! Fine.', ['Is it kept?', 'Yes, it is!', 'Fine.']],
    ['no soft delete; rows are removed; history stays', ['no soft delete;', 'rows are removed;', 'history stays']],
    ['ID: US-001\nTitle: Log in\nDescription: As a user', ['ID: US-001', 'Title: Log in', 'Description: As a user']],
    ['Fields:\n- title\n- body', ['Fields:', '- title', '- body']],
    ['It is kept (for a year). It is then removed.', ['It is kept (for a year).', 'It is then removed.']],
    ['He said “no.” Then he left.', ['He said “no.”', 'Then he left.']],
    ['Lista pól itd. Każde pole jest wymagane.', ['Lista pól itd.', 'Każde pole jest wymagane.']],
    ['Photos, videos etc. They are public.', ['Photos, videos etc.', 'They are public.']],
    ['The key is user_id. created_at is set.', ['The key is user_id.', 'created_at is set.']],
    ['No. Users cannot.', ['No.', 'Users cannot.']],
  ])('%j', (text, expected) => expect(split(text)).toEqual(expected))
})

describe('what does not', () => {
  test.each([
    'Colors, e.g. Red, i.e. a warm one.',
    'Status, np. Nowy, m.in. dla użytkownika, tzn. Aktywny.',
    'Nazwa (maks. 100 znaków, min. 3).',
    'The price is 1.5 or 10.000 in version 1.2.3.',
    'See plan.md, Next.js and auth.users for more.',
    'It is sent to a@b.com via https://a.b/c.d?e=f.',
    'A note (see below. It is short) is kept.',
    'Recipes: title, steps and tags.',
    'A long paragraph that somebody wrapped at the end of the line because\nit was longer than the window was.',
    '1. Users have recipes',
    '3.1. Account Management',
    'Written by J. Smith in Poland.',
    'Limit: 10 000 zł na miesiąc, 5 os. w grupie',
    'Values a | b; are not here'.replace(';', ','),
  ])('%j', (text) => expect(split(text)).toEqual([text]))

  test('code spans are kept whole', () => {
    const text = 'check a; b. C in one'
    expect(split(text, [{ kind: 'code', start: 6, end: 13 }])).toEqual([text])
  })
})

test('stretches are ordered, do not overlap, have no white space at their ends, and leave out no letter', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('. ', '; ', '\n', 'e.g. ', 'np. ', '(', ')', 'A b', '1.', '? ', '"'),
      ),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(50), fc.nat(50))), (text, spans) => {
      let at = 0
      for (const { start, end } of splitSentences(
        text,
        spans.map(([a, b]) => ({ kind: 'code', start: Math.min(a, b), end: Math.max(a, b) })),
      )) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
        expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u)
        at = end
      }
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})
