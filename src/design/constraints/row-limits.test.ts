import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { belongs, columns, decided, name, planOf, said, table, tableIn, values } from '../testing.ts'

const most = (entity: string, maximum: number, per: string | undefined, more: object = {}): ClaimBody => ({
  kind: 'count',
  entity: name(entity),
  maximum,
  ...(per === undefined ? {} : { per: name(per) }),
  ...more,
})

const kennels = [
  table('`kennels`'),
  columns('`kennels`', '`name`', '`status`'),
  values('`kennels`', '`status`', ['active', 'closed']),
  belongs('`kennels`', 'user'),
  table('`dogs`'),
  columns('`dogs`', '`name`'),
  belongs('`dogs`', '`kennels`'),
]

const limitsOf = (plan: Awaited<ReturnType<typeof decided>>, of: string) =>
  tableIn(plan, of).triggers.flatMap(({ function: called, purpose }) => (called.includes('limit_') ? [purpose] : []))

test('so many per owner or parent is kept by a trigger that counts beyond policies, one session at a time', async () => {
  const plan = await decided(...kennels, most('`kennels`', 4, 'user'), most('`dogs`', 12, '`kennels`'))
  expect(limitsOf(plan, 'kennels')).toEqual(['at most 4 per `user_id`'])
  expect(limitsOf(plan, 'dogs')).toEqual(['at most 12 per `kennel_id`'])
  const [routine] = plan.schema.routines.filter(({ name: called }) => called === 'limit_dogs_per_kennel_id')
  expect(routine).toMatchObject({ security: 'definer', searchPath: '' })
  expect(routine?.body).toMatch(/pg_advisory_xact_lock[\s\S]*count\(\*\)[\s\S]*> 12/)
  expect(plan.notes.decisions.filter(({ text }) => text.startsWith('At most'))).toEqual([])
})

test('a state that the table knows, and rows that are deleted softly, do not count', async () => {
  const soft: ClaimBody = { kind: 'delete rule', entity: name('`kennels`'), rule: 'soft' }
  const plan = await decided(...kennels, soft, most('`kennels`', 4, 'user', { which: 'active' }))
  expect(limitsOf(plan, 'kennels')).toEqual(["at most 4 per `user_id` where `status = 'active' and deleted_at is null`"])
})

test('the stronger document says how many', async () => {
  const plan = await planOf([
    said('prd', most('`kennels`', 9, 'user')),
    said('decision', ...kennels, most('`kennels`', 4, 'user')),
  ])
  expect(limitsOf(plan, 'kennels')).toEqual(['at most 4 per `user_id`'])
  expect(plan.notes.conflicts.map(({ text }) => text)).toEqual([
    expect.stringContaining('`kennels` per user: at most 9 by prd:1'),
  ])
})

test.each([
  ['a state that no column holds', most('`dogs`', 12, '`kennels`', { which: 'hungry' }), 'are hungry'],
  ['some people of whom no column tells', most('`kennels`', 2, 'free_user'), 'whose limit'],
  ['a limit without a number', { kind: 'count', entity: name('`dogs`'), per: name('`kennels`') }, 'How many `dogs`'],
] as const)('asks and keeps nothing: %s', async (_, claim, question) => {
  const plan = await decided(...kennels, claim)
  expect([...limitsOf(plan, 'kennels'), ...limitsOf(plan, 'dogs')]).toEqual([])
  expect(plan.notes.assumptions.map(({ text }) => text).join('\n')).toContain(question)
})

test.each([
  ['of a day', most('`dogs`', 12, '`kennels`', { period: 'day' })],
  ['of nobody', most('`dogs`', 12, undefined)],
])('leaves to the application what is %s, and says so', async (_, claim) => {
  const plan = await decided(...kennels, claim)
  expect(limitsOf(plan, 'dogs')).toEqual([])
  expect(plan.notes.decisions.map(({ text }) => text).join('\n')).toContain('At most 12 rows of `dogs`')
})
