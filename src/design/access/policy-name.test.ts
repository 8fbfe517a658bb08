import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callerIs, everyRow, owner, rule, signedIn } from '../../proof/gallery/build.ts'
import { operations } from '../../schema/access.ts'
import { policyName } from './policy-name.ts'

test('a policy is a short sentence', () => {
  const rules = [rule('recipes', owner(), ['select'], callerIs('owner_id'))]
  expect(policyName('recipes', 'select', 'authenticated', rules, new Set())).toBe('owners read their recipes')
})

test('names fit, and no table has one twice', () => {
  const name = fc.string({ unit: fc.constantFrom(...'abcdefgż_'), minLength: 1, maxLength: 63 })
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 4 }), (table, labels) => {
      const taken = new Set<string>()
      for (const operation of operations) {
        for (const role of ['anon', 'authenticated']) {
          const rules = [
            ...labels.map((label) => rule(table, owner(label), [operation], callerIs('id'))),
            rule(table, signedIn, [operation], everyRow),
          ]
          const made = policyName(table, operation, role, rules, taken)
          expect(Buffer.byteLength(made)).toBeLessThanOrEqual(63)
          expect(taken.has(made)).toBe(false)
          taken.add(made)
        }
      }
    }),
  )
})
