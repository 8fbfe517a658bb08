import { expect, test } from 'vitest'
import { decided } from '../testing.ts'

const tables = '`boats` (id, owner_id, hull_kind, label), `trips` (id, boat_id, distance_km, crew_size)'

test.each([
  ['Boat labels are unique per owner.', 'unique boats (label) per owner'],
  ['Trip distance is kept in kilometres and must be greater than 0.', 'limit trips.distance value 0..'],
  ['Boat hull is stored as a smallint.', 'attribute boats.hull smallint'],
  ['Hull kind will be a PostgreSQL enum: `steel`, `wood`, `glass`.', 'values ?.hull_kind steel|wood|glass enum'],
])('%s', async (sentence, claim) => {
  expect(await decided(tables, sentence)).toContain(claim)
})

test.each([['Numer seryjny licznika jest unikalny.', /unique \w+ \(serial_number\)/]])('%s', async (sentence, claim) => {
  expect((await decided('Tabela `meters` (id, plot_id, serial_number).', sentence)).some((line) => claim.test(line))).toBe(true)
})

test.each(['Boats are archived after 5 years.', 'The skipper is unique in every way.'])('no field: %s', async (sentence) => {
  const said = await decided(tables, sentence)
  expect(said.filter((line) => /^(?:unique|limit)/.test(line))).toEqual([])
})
