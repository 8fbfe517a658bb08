import { expect, test } from 'vitest'
import { claimsOf, decided, sayClaim } from '../testing.ts'

test('a thing with its fields behind a colon is a table', async () => {
  const said = await decided(
    'Repairs: bicycle, fault (max 120 characters), received on (date), final price (numeric(8,2), optional), remark',
  )
  expect(said).toContain('entity repair table')
  expect(said).toContain('limit repair.fault characters ..120')
  expect(said).toContain('attribute repair.final_price numeric(8,2) optional')
  expect(said).toContain('attribute repair.remark')
})

test('a Polish list, two words before its colon', async () => {
  const said = await decided('Wizyty weterynaryjne: data, opis (do 2000 znaków), koszt NUMERIC(10,2), nazwa lecznicy opcjonalna.')
  expect(said.filter((line) => line.startsWith('entity'))).toHaveLength(1)
  expect(said.some((line) => /attribute \w+\.cost NUMERIC\(10,2\)/.test(line))).toBe(true)
  expect(said.some((line) => /limit \w+\.description characters \.\.2000/.test(line))).toBe(true)
})

test('names in bold, a table on each line of one paragraph', async () => {
  const said = (
    await claimsOf({
      notes:
        '## Decisions\n\n**moorings**: id, harbour_id, label (max 30)\n**berths**: id, mooring_id, length_m, free (boolean)\n',
    })
  ).map(sayClaim)
  expect(said).toContain('attribute mooring.harbour_id')
  expect(said).toContain('attribute berth.length_m')
  expect(said).not.toContain('attribute mooring.length_m')
})

test.each([
  'Status: draft, sent, paid',
  'Roles: admin, clerk',
  'Indexes: orders(status), orders(placed_at)',
  'Required fields: name, email',
  'Reports: users can download them, managers can print them',
  'Kolejność: najpierw faktury, potem płatności',
])('no table: %s', async (line) => {
  expect((await decided(line)).filter((each) => each.startsWith('entity'))).toEqual([])
})

test('a type with what is said of it is no list of values', async () => {
  const said = await decided('`orders` (id, customer_id, address (text, nullable))')
  expect(said).toContain('attribute orders.address text optional')
  expect(said.filter((line) => line.startsWith('values'))).toEqual([])
})
