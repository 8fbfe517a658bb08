import { describe, expect, it } from 'vitest'
import { decided } from '../testing.ts'

const known = 'Tables `boats`, `berths`, `dives`, `buoys` and `skippers`.'
const related = async (line: string) => (await decided(known, line)).filter((each) => / to (?:one|many) /.test(each))

describe('one row and the one other that it has to do with', () => {
  it.each([
    ['A dive is made at one buoy.', 'dives many to one buoys'],
    ['A dive is made for one boat and is always at one buoy.', 'dives many to one buoys'],
    ['Each boat lies in one berth.', 'boats many to one berths'],
    ['Each dive is led by one skipper.', 'dives many to one skippers'],
    ['`dives`: each dive is on one boat; depth, duration.', 'dives many to one boats'],
  ])('%s', async (line, claim) => {
    expect(await related(line)).toContain(claim)
  })

  it.each([
    ['Zanurzenie (`dives`) jest z jednej łodzi (`boats`).', 'Tabele: `dives`, `boats`.', 'dives many to one boats'],
    [
      'Rejs dotyczy jednej łodzi i jest prowadzony przez jednego kapitana.',
      'Tabele: `cruises`, `boats`, `captains`. Rejs to `cruises`, łódź to `boats`, kapitan to `captains`.',
      'cruises many to one captains',
    ],
  ])('%s', async (line, tables, claim) => {
    expect(await decided(tables, line)).toContain(claim)
  })

  it.each([
    'A boat is not for one skipper.',
    'A dive can be deleted by an admin.',
    'A skipper books one berth.',
    'A boat may be viewed by one skipper.',
  ])('%s: none', async (line) => {
    expect(await related(line)).toEqual([])
  })

  it('makes what is booked for one other a thing of its own', async () => {
    const said = await decided('`boats`: name, length.', 'A charter is booked for one boat. It has a start date and a price.')
    expect(said).toContain('charter many to one boats')
  })
})
