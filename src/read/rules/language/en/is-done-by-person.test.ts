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
  ['For each lodger the nurse records full name, weight and date of arrival.', 'records'],
  ['For every berth, the guard notes the length and the price.', 'notes'],
  ['A receipt shows the amount and the date.', 'shows'],
])('%s', (text, expected) => expect(verbs(text)).toBe(expected))

test.each([
  'The customer orders list',
  'Student books',
  'The member reviews page',
  'Patients visit history',
  'For each customer the member reviews page',
])('%s has no verb', (text) => expect(verbs(text)).toBe(''))
