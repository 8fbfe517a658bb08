import { describe, expect, it } from 'vitest'
import { decided } from '../testing.ts'

const tables = [
  'Tables: `halls` (id, label, floor), `guests` (id, user_id, full_name, phone), `events` (id, hall_id, title, held_on), `tickets` (id, event_id, guest_id, code), `ratings` (id, event_id, guest_id, score), `bills` (id, guest_id, year, is_open), `posters` (id, event_id, is_main).',
]

async function uniques(...lines: readonly string[]): Promise<readonly string[]> {
  return [...new Set((await decided(...tables, ...lines)).filter((claim) => claim.startsWith('unique')))]
}

describe('at most one row', () => {
  it.each([
    ['One rating per guest and event.', 'unique ratings () per guests, events'],
    ['A guest can have at most one ticket for an event.', 'unique tickets () per guests, events'],
    ['A guest has only one bill per year.', 'unique bills () per guests a year'],
    ['Only one open bill per guest.', 'unique bills () per guests which open'],
    ['Each event has exactly one main poster.', 'unique posters () per events which main'],
    ['Only one poster of an event may be marked as main.', 'unique posters () per events which main'],
    ['A guest may have one bill that is not paid yet.', 'unique bills () per guests which not_paid'],
    ['A guest cannot have more than one ticket for the same event.', 'unique tickets () per guests, events'],
    ['No two events of a hall may have the same title.', 'unique events (title) per halls'],
    ['Two guests cannot share a phone.', 'unique guests (phone) per'],
    ['Jedna ocena na gościa i wydarzenie: tabela `ratings` (oceny).', 'unique ratings () per guests, events'],
    [
      'Gość (`guests`) może mieć co najwyżej jeden bilet (`tickets`) na wydarzenie (`events`).',
      'unique tickets () per guests, events',
    ],
    [
      'Gość (`guests`) nie może mieć dwóch biletów (`tickets`) na to samo wydarzenie (`events`).',
      'unique tickets () per guests, events',
    ],
  ])('%s', async (line, claim) => {
    expect((await uniques(line)).map((each) => each.replace(/ none$/, ''))).toContain(claim)
  })

  it.each([
    ['A guest can rate an event only once.', 'unique ? () per guests, events'],
    ['The same phone cannot be registered twice for one event.', 'unique ? (phone) per events'],
  ])('whatever the row is called: %s', async (line, claim) => {
    expect(await uniques(line)).toContain(claim)
  })

  it.each([
    'Guests see one open bill first in the list.',
    'An event has at least one poster.',
    'Once a guest signs in, the event is shown.',
    'Each event gets one title.',
    'Guests may rate many events.',
    'Every ticket belongs to one event.',
    'Two events of the same hall must not overlap.',
    'Two tickets of one guest must not be printed together.',
    'Gość widzi na liście jeden otwarty rachunek.',
    'Wydarzenie ma co najmniej jeden plakat.',
  ])('says nothing of: %s', async (line) => {
    expect(await uniques(line)).toEqual([])
  })
})

describe('uniqueness and its scope', () => {
  it.each([
    ['Event titles are unique within a hall.', 'unique events (title) per halls'],
    ['Within a hall, event titles are unique.', 'unique events (title) per halls'],
    ['Ticket codes are globally unique.', 'unique tickets (ticket_code) per none'],
    ['The combination of guest and event is unique in tickets.', 'unique tickets () per guests, events'],
  ])('%s', async (line, claim) => {
    expect(await uniques(line)).toContain(claim)
  })
})
