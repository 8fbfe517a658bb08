import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptySchema } from '../schema/schema.ts'
import { scan } from './parser/scan.ts'
import { dollarQuoted, identifier, literal, qualified, typeName } from './quote.ts'
import { nameOf, tokenise } from './tokenise.ts'

const anyText = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...'\'"$\\;-/* \n.'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    minLength: 1,
  })
  .filter((text) => !text.includes('\u0000'))

describe('names', () => {
  test.each([
    ['recipes', 'recipes'],
    ['_x1', '_x1'],
    ['Order', '"Order"'],
    ['user', '"user"'],
    ['values', '"values"'],
    ['name', 'name'],
    ['1st', '"1st"'],
    ['a b', '"a b"'],
    ['zażółć', '"zażółć"'],
    ['users"; drop table "x', '"users""; drop table ""x"'],
  ])('%s', (name, sql) => {
    expect(identifier(name)).toBe(sql)
  })
  test('that PostgreSQL cannot have are refused', () => {
    expect(() => identifier('')).toThrow(RangeError)
    expect(() => identifier('a\u0000b')).toThrow(RangeError)
    expect(() => literal('a\u0000b')).toThrow(RangeError)
  })
  test('are one token each, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (name) => {
        const scanned = await scan(qualified(name, name))
        expect(scanned.ok && scanned.value.length).toBe(3)
        const [own] = tokenise(identifier(name))
        expect(own === undefined ? undefined : nameOf(own)).toBe(name)
      }),
    )
  })
})

describe('text', () => {
  test('stays what it is', () => {
    expect(literal("it's \\n")).toBe("'it''s \\n'")
    expect(dollarQuoted('a')).toBe('$$a$$')
    expect(dollarQuoted('a $$ b')).toBe('$body$a $$ b$body$')
    expect(dollarQuoted('ends in $')).toBe('$body$ends in $$body$')
    expect(dollarQuoted('$$ $body$')).toBe('$body_1$$$ $body$$body_1$')
  })
  test('is one token, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        for (const quoted of [literal(text), dollarQuoted(text)]) {
          const scanned = await scan(quoted)
          expect(scanned.ok && scanned.value.map((token) => token.name)).toEqual(['SCONST'])
          expect(tokenise(quoted).map((token) => token.kind)).toEqual(['string'])
        }
      }),
    )
  })
})

test('own types are qualified, the others are not', () => {
  const schema = {
    ...emptySchema({ kind: 'postgres', version: 17 }),
    enums: [{ schema: 'public', name: 'Mood', values: ['a'], reasons: [] }],
  }
  expect(typeName('"Mood"[]', schema)).toBe('public."Mood"[]')
  expect(typeName('text[]', schema)).toBe('text[]')
  expect(typeName('extensions.citext', schema)).toBe('extensions.citext')
})
