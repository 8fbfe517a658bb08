import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import type { AccessRule } from '../../schema/access.ts'
import type { Plan } from '../../schema/plan.ts'
import { access, checksOf, column, columns, decided, keysOf, name, planOf, rulesOf, said, table, values } from '../testing.ts'

const crews = [
  table('`crews`'),
  column('`crews`', '`name`'),
  table('`crew_members`'),
  columns('`crew_members`', '`crew_id`', '`user_id`'),
]
const remarks = [table('`remarks`'), columns('`remarks`', '`crew_id`', '`author_id`', '`body`')]
const authorDeletes = access('`remarks`', { kind: 'owner' }, ['delete'], { only: true })

const updatesOf = (plan: Plan): readonly AccessRule['may'][number][] =>
  plan.schema.access.rules
    .filter((rule) => rule.table === 'remarks' && rule.who.kind !== 'backend')
    .flatMap((rule) => rule.may.filter((one) => one.operation === 'update'))

test('a table of members makes what it is called after a group', async () => {
  const plan = await decided(...crews, ...remarks)
  expect(plan.schema.access.groups.map((group) => group.name)).toEqual(['crew'])
  expect(rulesOf(plan, 'remarks')).toEqual(['member: select, insert, update, delete of group crew_id'])
})

test('no group without members who have accounts', async () => {
  const plan = await decided(
    table('`crews`'),
    column('`crews`', '`user_id`'),
    table('`crew_members`'),
    columns('`crew_members`', '`crew_id`', '`name`'),
  )
  expect(plan.schema.access.groups).toEqual([])
})

test('what is the author’s alone is taken from the members, who read and add in their own name', async () => {
  const plan = await decided(...crews, ...remarks, authorDeletes)
  expect([...rulesOf(plan, 'remarks')].sort()).toEqual([
    'author: delete of all of',
    'member: insert of all of',
    'member: select, update of group crew_id',
  ])
  // or they could make themselves the author
  expect(updatesOf(plan).flatMap(({ columns: set }) => set ?? ['all'])).not.toContain('author_id')
  expect(updatesOf(plan).flatMap(({ columns: set }) => set ?? ['all'])).toContain('body')
})

test('a requirement of it counts as well', async () => {
  const plan = await planOf([said('decision', ...crews, ...remarks), said('prd', authorDeletes)])
  expect(rulesOf(plan, 'remarks')).toContain('author: delete of all of')
})

test('people in a role keep what is said of them beside the author', async () => {
  const captain: ClaimBody = access('`remarks`', { kind: 'member', role: 'captain' }, ['delete'], { only: true })
  const plan = await decided(...crews, ...remarks, authorDeletes, captain)
  expect(rulesOf(plan, 'remarks')).toEqual(
    expect.arrayContaining(['author: delete of all of', 'captain: delete of group crew_id']),
  )
  expect(rulesOf(plan, 'remarks').some((rule) => rule.startsWith('member:') && rule.includes('delete'))).toBe(false)
})

test('a role that rules name is kept where members are, beside plain members', async () => {
  const plan = await decided(
    ...crews,
    ...remarks,
    access('`remarks`', { kind: 'member', role: 'captain' }, ['update'], { only: true }),
  )
  expect(checksOf(plan, 'crew_members')).toEqual(["role in ('captain', 'member')"])
  expect(rulesOf(plan, 'remarks')).toEqual(
    expect.arrayContaining(['member: select, insert, delete of group crew_id', 'captain: update of group crew_id']),
  )
})

test('a list of roles stays as it is, whoever else is named', async () => {
  const plan = await decided(
    ...crews,
    column('`crew_members`', '`role`'),
    values('`crew_members`', '`role`', ['mate', 'sailor']),
    ...remarks,
    access('`remarks`', { kind: 'member', role: 'captain' }, ['update'], { only: true }),
  )
  expect(checksOf(plan, 'crew_members')).toEqual(["role in ('mate', 'sailor')"])
})

test('without a group, whose role it is is asked of the application', async () => {
  const plan = await decided(
    table('`news`'),
    column('`news`', '`body`'),
    access('`news`', { kind: 'member', role: 'editor' }, ['insert'], { only: true }),
  )
  expect(plan.schema.access.roles?.roles).toEqual(['user', 'editor'])
})

test('that members see a table takes nothing from what "only" leaves them', async () => {
  const plan = await decided(
    ...crews,
    ...remarks,
    access('`remarks`', { kind: 'member', group: name('`crews`') }, ['select']),
    access('`remarks`', { kind: 'member', role: 'captain' }, ['delete'], { only: true }),
  )
  expect(rulesOf(plan, 'remarks')).toContain('member: select, insert, update of group crew_id')
})

test('what only people in a role may is not the owner’s, where the owner has no word of it', async () => {
  const plan = await decided(
    table('`letters`'),
    columns('`letters`', '`user_id`', '`body`'),
    access('`letters`', { kind: 'owner' }, ['insert', 'update'], { only: true }),
    access('`letters`', { kind: 'role', role: 'admin' }, ['delete'], { only: true }),
  )
  expect(rulesOf(plan, 'letters')).toEqual(['owner: select, insert, update of caller user_id', 'admin: delete of all'])
})

test('the owner of what names nobody is the group’s', async () => {
  const plan = await decided(
    ...crews,
    column('`crew_members`', '`role`'),
    values('`crew_members`', '`role`', ['owner', 'sailor']),
    table('`boats`'),
    columns('`boats`', '`crew_id`', '`name`'),
    access('`boats`', { kind: 'member' }, ['select'], { only: true }),
    access('`boats`', { kind: 'owner' }, ['insert'], { only: true }),
  )
  expect(rulesOf(plan, 'boats')).toEqual(['member: select of group crew_id', 'owner: insert of group crew_id'])
})

test('what members share has rows of several of them under one parent', async () => {
  const plan = await decided(
    ...crews,
    table('`boats`'),
    columns('`boats`', '`crew_id`', '`created_by`'),
    table('`sails`'),
    columns('`sails`', '`boat_id`', '`created_by`'),
  )
  expect(keysOf(plan, 'sails')).toContain('boat_id > boats cascade')
})
