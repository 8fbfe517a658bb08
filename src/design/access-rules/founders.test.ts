import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { belongs, column, columns, decided, name, planOf, rulesOf, said, table, tableIn, thing, values } from '../testing.ts'

const group: ClaimBody = { kind: 'group', entity: name('crew') }
const founded = belongs('crew', 'user', { column: name('created_by'), optional: true, onDelete: 'set null' })
const crews = [thing('crew'), columns('crew', 'name'), group, founded]
const roles = [belongs('member', 'crew'), column('member', 'role'), values('member', 'role', ['admin', 'member'])].flat()

const asked = async (...bodies: readonly ClaimBody[]): Promise<string> =>
  (await planOf([said('prd', ...bodies)])).notes.assumptions.map(({ text }) => text).join('\n')

test('founders of a group that others then lead put in themselves alone, and that is forgotten when they leave', async () => {
  const plan = await planOf([said('prd', ...crews.flat(), ...roles)])
  expect(rulesOf(plan, 'crew_members')).toContain('creator: insert of all of')
  expect(tableIn(plan, 'crew_members').triggers.map((trigger) => trigger.name)).toContain('forget_founder')
  expect(plan.schema.routines.find((routine) => routine.name === 'forget_founder_of_crews')).toMatchObject({
    security: 'definer',
    searchPath: '',
  })
})

test('where nobody leads, founders let people in, for good', async () => {
  const plan = await planOf([said('prd', ...crews.flat(), belongs('member', 'crew'))])
  expect(rulesOf(plan, 'crew_members')).toContain('creator: insert of caller crew_id > created_by')
  expect(tableIn(plan, 'crew_members').triggers.map((trigger) => trigger.name)).not.toContain('forget_founder')
})

test('who founds a group and who lets people in is asked, where nobody is said to', async () => {
  const plan = await decided(
    table('`crews`'),
    column('`crews`', '`name`'),
    table('`crew_members`'),
    columns('`crew_members`', '`crew_id`', '`user_id`'),
  )
  const text = plan.notes.assumptions.map((one) => one.text).join('\n')
  expect(text).toContain('no document says who founds a crew')
  expect(text).toContain('no document says who may let them in')
})

test('and not where somebody is', async () => {
  expect(await asked(...crews.flat(), ...roles)).not.toMatch(/founds|let them in/)
})
