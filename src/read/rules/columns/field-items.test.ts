import { describe, expect, it } from 'vitest'
import { required } from '../testing.ts'

const attributes = async (...lines: readonly string[]) =>
  (await required(...lines)).filter((claim) => claim.startsWith('attribute')).map((claim) => claim.split(' ')[1])

describe('items of a list of fields', () => {
  it('goes on behind what reads like a clause', async () => {
    expect(
      await attributes('A survey includes: date, anchor seen (yes/no), leak found (yes/no), score from 1 to 5 and notes.'),
    ).toEqual(expect.arrayContaining(['survey.date', 'survey.anchor_seen', 'survey.leak_found', 'survey.score']))
  })

  it('splits what a parenthesis splits into fields, and leaves values whole', async () => {
    const found = await attributes('A jetty has a name, an address (street, city and postal code) and a type (weight, length).')
    expect(found).toEqual(expect.arrayContaining(['jetty.name', 'jetty.street', 'jetty.city', 'jetty.postal_code', 'jetty.type']))
    expect(found).not.toContain('jetty.weight')
  })

  it('ends a name where a participle begins to describe', async () => {
    expect(await attributes('Each jetty has a name, a location described in words and a price.')).toEqual(
      expect.arrayContaining(['jetty.location', 'jetty.price']),
    )
  })

  it.each([
    [
      'The tenant can add a permit by entering the title, the description and the start date.',
      ['permit.title', 'permit.start_date'],
    ],
    [
      'Najemca dodaje pojazd, podając: numer rejestracyjny, opis i datę zakupu.',
      ['vehicle.registration_number', 'vehicle.description'],
    ],
    ['A permit may hold several stamps, each naming the place, the date and the amount.', ['stamp.date', 'stamp.amount']],
    ['Wystawiany jest mandat, który ma kwotę, powód i datę.', ['fine.amount', 'fine.reason']],
    ['Every voyage is logged: duration, start date, status.', ['voyage.duration', 'voyage.status']],
  ])('%s', async (line, fields) => {
    expect(await attributes('Users add vehicles, permits and voyages.', line)).toEqual(expect.arrayContaining(fields))
  })

  it.each(['The user signs in by entering the email and the password.', 'The user filters trams by choosing a date.'])(
    'makes no fields of: %s',
    async (line) => {
      expect(await attributes(line)).toEqual([])
    },
  )
})
