import { expect, test } from 'vitest'
import { areSynonyms, otherNamesOf } from './same-things.ts'

test.each([
  ['client', ['customer', 'buyer']],
  ['request', ['application']],
  ['adoption_request', ['adoption_application']],
  ['veterinary_visit', ['vet_visit', 'veterinary_appointment', 'veterinary_stay']],
])('%s may be called otherwise', (name, others) => {
  expect([...otherNamesOf(name)].sort()).toEqual([...others].sort())
})

test.each(['application', 'lantern', 'web_application'])('%s has no other name', (name) => {
  expect(otherNamesOf(name)).toEqual([])
})

test('synonyms are said of two names', () => {
  expect(areSynonyms('booking', 'reservation')).toBe(true)
  expect(areSynonyms('booking', 'booking')).toBe(false)
  expect(areSynonyms('booking', 'invoice')).toBe(false)
})
