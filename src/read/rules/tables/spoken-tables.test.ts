import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function tables(line: string): Promise<readonly string[]> {
  const said = (await claimsOf({ notes: `## Decisions\n\n- ${line}\n` })).map(sayClaim)
  return [...new Set(said.flatMap((each) => /^entity (\w+) table/.exec(each)?.[1] ?? []))]
}

describe('plural names used as only tables can be', () => {
  it.each([
    ['`berths` belong to a harbour.', 'berths'],
    ['`sightings` are written by a ranger.', 'sightings'],
    ['What a diver saw goes to `sightings`.', 'sightings'],
    ['Each boat has one certificate, `certificates`.', 'certificates'],
    ['We keep `skippers` with a first name and a licence number.', 'skippers'],
    ['`moorings`: each mooring is at one buoy.', 'moorings'],
    ['`berths` należą do przystani, w której stoi łódź.', 'berths'],
    ['Przeglądy łodzi zapisujemy w `inspections`.', 'inspections'],
    ['Części: katalog `spare_parts` prowadzony wyłącznie przez bosmana.', 'spare_parts'],
  ])('%s', async (line, name) => {
    expect(await tables(line)).toContain(name)
  })

  it.each([
    '`notes` is optional.',
    '`tags` are stored as an array of text.',
    'The labels of a boat are kept as JSON in `labels`.',
    '`points` has a default of 0.',
    'We will not keep `skippers` with a name and a role.',
    'Etykiety łodzi to tablica tekstów w kolumnie `labels`.',
  ])('%s: none', async (line) => {
    expect(await tables(line)).toEqual([])
  })
})
