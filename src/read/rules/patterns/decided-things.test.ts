import { describe, expect, it } from 'vitest'
import { required } from '../testing.ts'

describe('what others decide about', () => {
  it.each([
    [
      [
        'As a sailor, I want to ask to join a crew.',
        'The skipper accepts or rejects the request.',
        'A crew has a name and a city.',
      ],
      ['entity join_request table', 'join_request.status'],
    ],
    [
      ['A guest books an appointment: date, time.', 'An appointment is pending until the host confirms or declines it.'],
      ['appointment.status'],
    ],
    [['A sailor files a claim: date, description.', 'A claim is approved or refused by the clerk.'], ['claim.status']],
    [['Żeglarz składa wniosek: data, opis.', 'Kapitan akceptuje lub odrzuca wniosek.'], ['.status']],
  ])('%j', async (lines, expected) => {
    const claims = await required(...lines)
    for (const each of expected) expect(claims).toContainEqual(expect.stringContaining(each))
  })

  it.each([
    ['Visitors accept or reject cookies.'],
    ['The crew accepts or rejects sailors.'],
    ['A sailor has a name and a city.', 'The request is not accepted or rejected automatically.'],
  ])('no states in %j', async (...lines) => {
    expect((await required(...lines)).filter((claim) => claim.includes('status'))).toEqual([])
  })

  it('leaves a list of states that stands elsewhere as it is', async () => {
    const claims = await required(
      'A cook places an order: date, address.',
      'A cook sees whether the order is new, accepted, declined or delivered.',
      'The farmer accepts or declines an order.',
    )
    expect(claims.filter((claim) => claim.includes('pending'))).toEqual([])
    expect(claims).toContainEqual(expect.stringContaining('delivered'))
  })
})

describe('what people answer', () => {
  it.each([
    ['Rowers answer yes, no or maybe to a regatta.', 'entity regatta_answer table'],
    ['As a rower, I want to reply with yes or no to a regatta.', 'entity regatta_answer table'],
    ['Wioślarz odpowiada tak, nie lub może na regaty.', '_answer table'],
  ])('%s', async (line, expected) => {
    const claims = await required('Coaches plan regattas: date, place.', 'Trener dodaje regaty: data, miejsce.', line)
    expect(claims).toContainEqual(expect.stringContaining(expected))
    expect(claims).toContainEqual(expect.stringContaining('_answer.answer'))
  })

  it.each(['The system answers yes or no to a regatta.', 'Rowers answer questions about a regatta.'])(
    'none in: %s',
    async (line) => {
      const claims = await required('Coaches plan regattas: date, place.', line)
      expect(claims.filter((claim) => claim.includes('_answer'))).toEqual([])
    },
  )
})

describe('states that are listed', () => {
  it.each([
    ['A regatta goes through the statuses planned, open and closed.', 'planned'],
    ['Each regatta has one of the states planned, rowed, cancelled.', 'rowed'],
    ['A regatta is either open or closed.', 'open'],
    ['Regaty przechodzą przez statusy planowane, otwarte i zamknięte.', 'otwarte'],
  ])('%s', async (line, value) => {
    const claims = await required('Coaches plan regattas: date, place.', 'Trener dodaje regaty: data, miejsce.', line)
    expect(claims).toContainEqual(expect.stringMatching(new RegExp(`values .*status.*${value}`)))
  })

  it.each([
    'Coaches filter regattas by the statuses open, closed and rowed.',
    'A regatta is not either open or closed.',
    'Whether the regatta is a success, a failure or a draw is discussed later.',
  ])('none in: %s', async (line) => {
    const claims = await required('Coaches plan regattas: date, place.', line)
    expect(claims.filter((claim) => claim.startsWith('values'))).toEqual([])
  })
})
