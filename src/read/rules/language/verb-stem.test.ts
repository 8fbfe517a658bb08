import { expect, test } from 'vitest'
import { isNamedAfter } from './verb-stem.ts'

test.each([
  ['reservation', 'reserve'],
  ['booking', 'book'],
  ['rental', 'rent'],
  ['enrolment', 'enrol'],
  ['review', 'review'],
  ['wypożyczenie', 'wypożyczać'],
  ['rezerwację', 'rezerwować'],
  ['recenzja', 'recenzować'],
])('%s is what %s makes', (noun, verb) => expect(isNamedAfter(noun, verb)).toBe(true))

test.each([
  ['bookshelf', 'book'],
  ['reservoir', 'reserve'],
  ['order', 'or'],
  ['rental', 'renew'],
  ['wypożyczalnia', 'wypożyczać'],
])('%s is not what %s makes', (noun, verb) => expect(isNamedAfter(noun, verb)).toBe(false))
