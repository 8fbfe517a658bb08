import fc from 'fast-check'
import { expect, test } from 'vitest'
import { regexSample } from './regex-sample.ts'

test.each([
  '^[0-9]{6}$',
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^#[0-9a-fA-F]{6}$',
  '^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$',
  '^(https?|ftp)://.+',
  '^\\+?\\d{9,15}$',
  '^[A-Z]{3}$',
  '^\\d{2}-\\d{3}$',
  '^[[:digit:]]{4}$',
])('%s', (pattern) => {
  for (const seed of [0, 1, 2, 7]) {
    const sample = regexSample(pattern, seed)
    expect(sample).toBeDefined()
    expect(sample).toMatch(new RegExp(pattern.replace('[[:digit:]]', '[0-9]')))
  }
})

test('what it cannot read is no reason to fail', () => {
  expect(regexSample('^(unclosed', 0)).toBeUndefined()
  expect(regexSample('*', 0)).toBeUndefined()
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.nat(50), (pattern, seed) => {
      const sample = regexSample(pattern, seed)
      expect(sample === undefined || typeof sample === 'string').toBe(true)
    }),
  )
})
