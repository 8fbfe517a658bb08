import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUntouched, seal } from './seal.ts'

test('a sealed text is untouched until somebody changes it', () => {
  const sealed = seal('# Plan\n\nText.\n')
  expect(isUntouched(sealed)).toBe(true)
  expect(isUntouched(sealed.replaceAll('\n', '\r\n'))).toBe(true)
  expect(isUntouched(`${sealed}\n\n`)).toBe(true)
  expect(isUntouched(sealed.replace('Text', 'Test'))).toBe(false)
  expect(isUntouched(`${sealed}more`)).toBe(false)
  expect(isUntouched('# Plan\n')).toBe(false)
  expect(isUntouched('')).toBe(false)
})

test('sealing twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const sealed = seal(text)
      expect(seal(sealed)).toBe(sealed)
      expect(isUntouched(sealed)).toBe(true)
    }),
  )
})
