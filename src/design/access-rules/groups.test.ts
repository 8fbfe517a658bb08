import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { belongs, columnNames, columns, name, planOf, rulesOf, said, thing, wanted } from '../testing.ts'

const one: ClaimBody = { kind: 'group', entity: name('marina'), single: true }
const shared = [
  thing('marina'),
  one,
  belongs('user', 'marina'),
  thing('sail'),
  ...columns('sail', 'name', 'area'),
  belongs('sail', 'marina'),
]

test('whom people belong to one of stands in their profile, and is not theirs to set', async () => {
  const plan = await wanted(...shared)
  expect(columnNames(plan, 'profiles')).toContain('marina_id')
  expect(rulesOf(plan, 'profiles')).toEqual(['self: select of caller id'])
  expect(rulesOf(plan, 'sails')).toEqual(['member: select, insert, update, delete of group marina_id'])
})

test('where the project keeps its accounts itself, in the accounts', async () => {
  const plan = await planOf(
    shared.map((body) => said('prd', body)),
    { kind: 'postgres', version: 17 },
  )
  expect(columnNames(plan, 'users')).toContain('marina_id')
  expect(rulesOf(plan, 'sails')[0]).toBe('member: select, insert, update, delete of group marina_id')
})
