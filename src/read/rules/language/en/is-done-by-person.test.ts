import { expect, test } from 'vitest'
import { loadEnglish } from './english.ts'

const english = await loadEnglish([])
const verbs = (text: string): string =>
  english
    .analyse(text, [])
    .words.filter((word) => word.pos === 'verb')
    .map((word) => word.text)
    .join(' ')

test.each([
  ['Passengers book tickets for flights.', 'book'],
  ['A patient books visits with a doctor.', 'books'],
  ['Members lend tools to each other.', 'lend'],
  ['Customers rate their orders.', 'rate'],
  ['The coach plans two sessions.', 'plans'],
])('%s', (text, expected) => expect(verbs(text)).toBe(expected))

test.each(['The customer orders list', 'Student books', 'The member reviews page', 'Patients visit history'])(
  '%s has no verb',
  (text) => expect(verbs(text)).toBe(''),
)
