import { describe, expect, it } from 'vitest'
import { decided } from '../testing.ts'

const fields = async (...lines: readonly string[]) => (await decided(...lines)).filter((each) => /^attribute/.test(each))

describe('fields behind what is said of a thing', () => {
  it.each([
    ['`berths` belong to a harbour; number, length, price.', ['attribute berths.number', 'attribute berths.price']],
    ['`berths` należą do przystani; numer, długość, cena.', ['attribute berths.number', 'attribute berths.price']],
  ])('%s', async (line, expected) => {
    expect(await fields('`harbours`: name, city.', line)).toEqual(expect.arrayContaining(expected))
  })

  it('reads what is kept of the thing before', async () => {
    const said = await fields(
      '`boats`: name, length.',
      'A charter is booked for one boat. We keep start date, price and deposit.',
    )
    expect(said).toEqual(expect.arrayContaining(['attribute charter.start_date', 'attribute charter.price']))
  })

  it.each([
    '`berths` belong to a harbour; members may rent them, skippers may not.',
    '`berths` belong to a harbour; no history, no prices.',
  ])('%s: none', async (line) => {
    expect((await fields('`harbours`: name, city.', line)).filter((each) => /berths\./.test(each))).toEqual([])
  })
})
