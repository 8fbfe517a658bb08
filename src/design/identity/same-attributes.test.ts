import { expect, test } from 'vitest'
import { checksOf, column, columnNames, columns, limit, planOf, said, values } from '../testing.ts'
import { means } from './same-attributes.ts'

test.each([
  ['weight', 'weight_kg', true],
  ['start_date', 'started_on', true],
  ['end_date', 'ends_at', true],
  ['date_of_inspection', 'inspected_on', true],
  ['hull_strength', 'strength', true],
  ['location_description', 'location', true],
  ['priority_level', 'priority', true],
  ['start_date', 'ended_on', false],
  ['supplier_name', 'name', false],
  ['phone_number', 'number', false],
  ['weight', 'weight_class', false],
])('"%s" and the column `%s`: %s', (spoken, listed, same) => {
  expect(means(spoken, listed)).toBe(same)
})

test('what a sentence calls in words is the column that the list names', async () => {
  const plan = await planOf([
    said('prd', column('parcel', 'weight')),
    said('decision', limit('parcel', 'weight', { of: 'value', minimum: 1, maximum: 30 })),
    said('summary', columns('`parcels`', '`id`', '`weight_kg`', '`label`')),
  ])
  expect(columnNames(plan, 'parcels').filter((each) => each.startsWith('weight'))).toEqual(['weight_kg'])
  expect(checksOf(plan, 'parcels')).toContain('weight_kg between 1 and 30')
})

test('values of the levels of something are its values', async () => {
  const plan = await planOf([
    said('prd', values('parcel', 'priority_level', ['low', 'high'])),
    said('summary', columns('`parcels`', '`id`', '`priority`', '`label`')),
  ])
  expect(columnNames(plan, 'parcels').filter((each) => each.startsWith('priority'))).toEqual(['priority'])
})
