import { describe, expect, it, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import {
  access,
  belongs,
  column,
  columnNames,
  columns,
  keysOf,
  name,
  planOf,
  rulesOf,
  said,
  tableNames,
  thing,
  values,
} from '../testing.ts'

const group: ClaimBody = { kind: 'group', entity: name('crew') }
const role = (called: string): ClaimBody => ({ kind: 'role', role: called, group: name('crew') })
const crews = [thing('crew'), columns('crew', 'name'), group]
const boats = [thing('boat'), columns('boat', 'name'), belongs('boat', 'crew')]

type Said = ClaimBody | readonly Said[]

const flat = (all: readonly Said[]): readonly ClaimBody[] => all.flatMap((one) => ('kind' in one ? [one] : flat(one)))

/** The plan of what a PRD says. */
const planned = (...bodies: readonly Said[]) => planOf([said('prd', ...flat(bodies))])

describe('members of a group', () => {
  it('are a table that leads to the group and to an account, once each, and keeps the role', async () => {
    const roles = values('member', 'role', ['captain', 'sailor'])
    const plan = await planned(crews, belongs('member', 'crew'), column('member', 'role'), roles, boats)
    expect(tableNames(plan)).toEqual(['boats', 'crew_members', 'crews'])
    expect(columnNames(plan, 'crew_members')).toEqual(expect.arrayContaining(['user_id', 'crew_id', 'role']))
    expect([...keysOf(plan, 'crew_members')].sort()).toEqual(['crew_id > crews cascade', 'user_id > auth.users cascade'])
    expect(rulesOf(plan, 'boats')).toEqual(['member: select, insert, update, delete of group crew_id'])
  })

  it('take the place of a bare link between accounts and the group', async () => {
    const plan = await planned(crews, boats, belongs('user', 'crew', { cardinality: 'many to many' }))
    expect(tableNames(plan)).toEqual(['boats', 'crew_members', 'crews'])
  })

  it('have the roles that are said where they are', async () => {
    const plan = await planned([...crews, belongs('member', 'crew'), role('admin'), role('sailor')], boats)
    expect(columnNames(plan, 'crew_members')).toContain('role')
    expect(rulesOf(plan, 'crew_members')).toContain('admin: insert, update, delete of group crew_id')
  })

  it('are not added to what a session decided without them', async () => {
    const session = [thing('`crews`', { as: 'table' }), columns('`crews`', '`name`')]
    const plan = await planOf([said('prd', group, belongs('member', 'crew')), said('decision', ...flat(session))])
    expect(tableNames(plan)).toEqual(['crews'])
  })
})

test('a thing of a thing of the group leads to the group by it, and not past it', async () => {
  const parts = [thing('sail'), columns('sail', 'name'), belongs('sail', 'boat'), belongs('sail', 'crew')]
  const plan = await planned(crews, belongs('member', 'crew'), boats, parts)
  expect(keysOf(plan, 'sails')).toEqual(['boat_id > boats cascade'])
})

describe('roles of a group', () => {
  const captains = [belongs('member', 'crew'), column('member', 'role'), values('member', 'role', ['owner', 'captain', 'sailor'])]
  const as = (person: string) => ({ kind: 'owner', as: person }) as const

  it('may what is said of them, who runs the group may too, and "only" takes it from the others', async () => {
    const only = access('boat', as('owner'), ['delete'], { only: true })
    const plan = await planned(crews, captains, boats, access('boat', as('captain'), ['insert']), only)
    expect(rulesOf(plan, 'boats')).toEqual([
      'member: select of group crew_id',
      'owner/captain: insert, update of group crew_id',
      'owner: delete of group crew_id',
    ])
  })

  it('give membership only by the highest, so that nobody raises himself', async () => {
    const plan = await planned(crews, captains, boats)
    expect(rulesOf(plan, 'crew_members')).toContain('owner: insert, update, delete of group crew_id')
  })

  it('see invitations only where they run the group', async () => {
    const invitations = [thing('invitation'), columns('invitation', 'email', 'token'), belongs('invitation', 'crew')]
    const plan = await planned(crews, captains, invitations)
    expect(rulesOf(plan, 'invitations')).toEqual(['owner: select, insert, update, delete of group crew_id'])
  })

  it('of a session keep what "only" takes from the others, who keep the rest', async () => {
    const session = [
      [thing('`crews`', { as: 'table' as const }), columns('`crews`', '`name`'), { ...group, entity: name('`crews`') }],
      [columns('`crew_members`', '`crew_id`', '`user_id`', '`role`'), thing('`crew_members`', { as: 'table' as const })],
      values('`crew_members`', '`role`', ['leader', 'member']),
      [thing('`boats`', { as: 'table' as const }), columns('`boats`', '`crew_id`', '`name`')],
      access('`boats`', { kind: 'member', role: 'leader' }, ['delete'], { only: true }),
    ]
    const plan = await planOf([said('decision', ...flat(session))])
    expect(rulesOf(plan, 'boats')).toEqual(['member: select, insert, update of group crew_id', 'leader: delete of group crew_id'])
  })
})
