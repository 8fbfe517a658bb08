import { expect, test } from 'vitest'
import type { Plan } from '../../schema/plan.ts'
import { access, belongs, column, columns, name, planOf, said, table, thing, values } from '../testing.ts'

/** Who may do what with a table's rows, the backend aside: `anonymous select equals`. */
function rulesOf(plan: Plan, of: string): readonly string[] {
  return plan.schema.access.rules
    .filter((rule) => rule.table === of && rule.who.kind !== 'backend')
    .map((rule) => `${rule.who.kind} ${rule.may.map(({ operation }) => operation).join('+')} ${rule.rows.kind}`)
    .sort()
}

const posters = [
  thing('poster'),
  ...columns('poster', 'title'),
  access('poster', { kind: 'owner' }, ['insert', 'update']),
  belongs('poster', 'user'),
]

test('what documents open in one state is open in that state alone, whoever owns it', async () => {
  const shown = values('poster', 'status', ['draft', 'published'])
  const plan = await planOf([
    said('prd', ...posters, shown, access('poster', { kind: 'anonymous' }, ['select'], { which: 'published' })),
  ])
  expect(rulesOf(plan, 'posters')).toEqual([
    'anonymous select equals',
    'owner select+insert+update+delete caller',
    'signed in select equals',
  ])
})

test('where no column tells the state, nothing is opened, and it is asked', async () => {
  const plan = await planOf([
    said('prd', ...posters, access('poster', { kind: 'anonymous' }, ['select'], { which: 'published' })),
  ])
  expect(rulesOf(plan, 'posters')).toEqual(['owner select+insert+update+delete caller'])
  expect(plan.notes.assumptions.map(({ text }) => text).join()).toContain('no column says which these are')
})

test('what people see of their own is not for everybody who is signed in', async () => {
  const plan = await planOf([
    said(
      'prd',
      thing('visit'),
      ...columns('visit', 'reason'),
      access('visit', { kind: 'owner', as: 'patient' }, ['select'], { only: true }),
    ),
  ])
  expect(rulesOf(plan, 'visits')).toEqual(['owner select+insert+update+delete caller'])
})

test('what hangs on somebody’s business is not for everybody either', async () => {
  const plan = await planOf([
    said(
      'prd',
      thing('appointment'),
      ...columns('appointment', 'reason'),
      thing('finding'),
      ...columns('finding', 'content'),
      belongs('finding', 'appointment'),
      access('finding', { kind: 'owner', as: 'patient' }, ['select']),
    ),
  ])
  expect(rulesOf(plan, 'findings')).toEqual([])
})

test('rows of a group that are called private are one member’s', async () => {
  const club = [table('`clubs`'), column('`clubs`', '`name`'), { kind: 'group', entity: name('`clubs`') } as const]
  const members = [table('`club_members`'), ...columns('`club_members`', '`club_id`', '`user_id`')]
  const diaries = [table('`diaries`'), ...columns('`diaries`', '`club_id`', '`user_id`', '`content`')]
  const operations = ['select', 'insert', 'update', 'delete'] as const
  const open = await planOf([said('decision', ...club, ...members, ...diaries)])
  expect(rulesOf(open, 'diaries')).toEqual(['member select+insert+update+delete group'])
  const hidden = access('`diaries`', { kind: 'owner' }, operations, { only: true })
  const plan = await planOf([said('decision', ...club, ...members, ...diaries, hidden)])
  expect(rulesOf(plan, 'diaries')).toEqual(['owner select+insert+update+delete all of'])
})
