import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenize } from './tokenize.ts'

const kinds = (text: string, marks: Parameters<typeof tokenize>[1] = []) =>
  tokenize(text, marks).map((token) => `${token.kind}:${token.text}`)
const values = (text: string) => tokenize(text).flatMap((token) => (token.value === undefined ? [] : [token.value]))

describe('numbers in every notation', () => {
  test.each([
    ['from 1000 to 10 000 characters', [1000, 10_000]],
    ['1,000 and 2,500,000', [1000, 2_500_000]],
    ['10k rows', [10_000]],
    ['front (≤200 chars)', [200]],
    ['values 0-99', [0, 99]],
    ['3–32 letters', [3, 32]],
    ['1.5 or 2,5', [1.5, 2.5]],
    ['NUMERIC(12,2)', [12, 2]],
    ['5MB and 30s', [5, 30]],
    ['12:30 on 2024-01-01', []],
    ['1.000.000 zł', [1_000_000]],
    ['1, 2, 3', [1, 2, 3]],
    ['1,2,3', [1, 2, 3]],
    ['10xCards and 3D', []],
    ['maks. 500', [500]],
    ['w 2024 r. 10 000 000', [2024, 10_000_000]],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected))
})

describe('kinds', () => {
  test.each([
    ['the created_at of auth.users', ['word:the', 'name:created_at', 'word:of', 'name:auth.users']],
    ['userId and UserProfile', ['name:userId', 'word:and', 'word:UserProfile']],
    ['PostgreSQL on iOS', ['word:PostgreSQL', 'word:on', 'word:iOS']],
    ["user's recipe", ['word:user', "word:'s", 'word:recipe']],
    ["users' recipes", ['word:users', "punctuation:'", 'word:recipes']],
    [
      'type \'ai-edited\' or "in progress"',
      [
        'word:type',
        "punctuation:'",
        'quoted:ai-edited',
        "punctuation:'",
        'word:or',
        'punctuation:"',
        'quoted:in progress',
        'punctuation:"',
      ],
    ],
    ['typu „nowe”', ['word:typu', 'punctuation:„', 'quoted:nowe', 'punctuation:”']],
    ['1:N, N:M, M2M', ['cardinality:1:N', 'punctuation:,', 'cardinality:N:M', 'punctuation:,', 'cardinality:M2M']],
    ['many:1 to', ['cardinality:many:1', 'word:to']],
    [
      'users (1) -> (N) goals',
      [
        'word:users',
        'punctuation:(',
        'number:1',
        'punctuation:)',
        'symbol:->',
        'punctuation:(',
        'word:N',
        'punctuation:)',
        'word:goals',
      ],
    ],
    ['US-001: e.g. soup', ['reference:US-001', 'punctuation::', 'word:e.g.', 'word:soup']],
    [
      'see plan.md, https://example.com/a.',
      ['word:see', 'reference:plan.md', 'punctuation:,', 'reference:https://example.com/a', 'punctuation:.'],
    ],
    ['m.in. lista', ['word:m.in.', 'word:lista']],
    ['many-to-many', ['word:many-to-many']],
    ['No. Users', ['word:No', 'punctuation:.', 'word:Users']],
    ["don't", ["word:don't"]],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected))

  test('a code span of one piece is one token, a longer one is split', () => {
    expect(kinds('the users.id key', [{ kind: 'code', start: 4, end: 12 }])).toEqual(['word:the', 'name:users.id', 'word:key'])
    const sql = "payment_method VARCHAR(20) DEFAULT 'transfer'"
    expect(kinds(sql, [{ kind: 'code', start: 0, end: sql.length }])).toEqual([
      'name:payment_method',
      'name:VARCHAR',
      'punctuation:(',
      'number:20',
      'punctuation:)',
      'name:DEFAULT',
      "punctuation:'",
      'name:transfer',
      "punctuation:'",
    ])
  })
})

test('tokens are ordered, do not overlap, and are exactly the text that is no white space', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(' ', "user's ", '1:N', 'a_b.c', '10 000', '„x”', "'", '≤', '(', '\n', 'e.g. ', 'https://a.b'),
      ),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(60), fc.nat(60))), (text, spans) => {
      const marks = spans.map(([a, b]) => ({
        kind: 'code',
        start: Math.min(a, b, text.length),
        end: Math.min(Math.max(a, b), text.length),
      }))
      let at = 0
      for (const token of tokenize(text, marks)) {
        expect(token.start).toBeGreaterThanOrEqual(at)
        expect(token.end).toBeGreaterThan(token.start)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        expect(text.slice(at, token.start).trim()).toBe('')
        at = token.end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})
