import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { checksOf, column, columns, decided, name, table, tableIn } from '../testing.ts'

const unique = (
  entity: string,
  attributes: readonly string[],
  more: Partial<Extract<ClaimBody, { kind: 'unique' }>> = {},
): ClaimBody => ({
  kind: 'unique',
  entity: name(entity),
  attributes: attributes.map(name),
  ...more,
})
const condition = (entity: string, sql: string): ClaimBody => ({ kind: 'condition', entity: name(entity), sql })

test('uniqueness within an owner', async () => {
  const plan = await decided(
    table('`tags`'),
    columns('`tags`', '`user_id`', '`name`'),
    unique('`tags`', ['name'], { per: [name('user')] }),
  )
  expect(tableIn(plan, 'tags').uniques.map((found) => found.columns)).toEqual([['user_id', 'name']])
})

test('with soft deletion only what is left counts', async () => {
  const plan = await decided(
    table('`tags`'),
    columns('`tags`', '`user_id`', '`name`', '`deleted_at`'),
    unique('`tags`', ['`user_id`', '`name`']),
  )
  expect(tableIn(plan, 'tags').indexes).toContainEqual(expect.objectContaining({ unique: true, where: 'deleted_at is null' }))
})

test('a condition that the parser takes and whose columns exist', async () => {
  const plan = await decided(
    table('`trips`'),
    columns('`trips`', '`seats`', '`taken`'),
    column('`trips`', '`taken`', { type: 'integer' }),
    condition('`trips`', 'taken <= seats'),
  )
  expect(checksOf(plan, 'trips')).toContain('taken <= seats')
})

test.each([
  'taken <= seats); drop table trips; --',
  'missing > 0',
  'taken in (select 1)',
  'pg_sleep(10) is null',
  'char_length(seats) > 1',
  '1 = 1',
  'seats > 0 -- always',
])('not: %s', async (sql) => {
  const plan = await decided(
    table('`trips`'),
    column('`trips`', '`seats`', { type: 'integer' }),
    column('`trips`', '`taken`', { type: 'integer' }),
    condition('`trips`', sql),
  )
  expect(checksOf(plan, 'trips').filter((check) => check !== 'seats > 0')).toEqual([])
})

test('what ends does not end before it starts', async () => {
  expect(checksOf(await decided(table('`trips`'), columns('`trips`', '`start_date`', '`end_date`')), 'trips')).toEqual([
    'end_date >= start_date',
  ])
})

test('what a document says the other way round is not said twice', async () => {
  const plan = await decided(
    table('`trips`'),
    columns('`trips`', '`start_date`', '`end_date`'),
    condition('`trips`', 'start_date <= end_date'),
  )
  expect(checksOf(plan, 'trips')).toEqual(['start_date <= end_date'])
})

test('a condition that lists values is a list of values', async () => {
  const plan = await decided(
    table('`jobs`'),
    column('`jobs`', '`state`'),
    condition('`jobs`', "state = any (array['on', 'off'])"),
  )
  expect(checksOf(plan, 'jobs')).toEqual(["state in ('on', 'off')"])
})

test('at most one is uniqueness, another number is for a trigger', async () => {
  const count = (entity: string, maximum: number): ClaimBody => ({
    kind: 'count',
    entity: name(entity),
    per: name('user'),
    maximum,
  })
  const plan = await decided(
    table('`carts`'),
    column('`carts`', '`user_id`'),
    count('`carts`', 1),
    table('`links`'),
    column('`links`', '`user_id`'),
    count('`links`', 5),
  )
  expect(tableIn(plan, 'carts').uniques.map((found) => found.columns)).toEqual([['user_id']])
  expect(tableIn(plan, 'links').uniques).toEqual([])
  expect(tableIn(plan, 'links').triggers.map(({ purpose }) => purpose)).toContain('at most 5 per `user_id`')
})

test('a name that prose calls unique is unique within its owner', async () => {
  const prose = await decided(table('`tags`'), columns('`tags`', '`user_id`', '`name`'), unique('`tags`', ['name']))
  expect(tableIn(prose, 'tags').uniques.map((found) => found.columns)).toEqual([['user_id', 'name']])
  const code = await decided(table('`tags`'), columns('`tags`', '`user_id`', '`name`'), unique('`tags`', ['`name`']))
  expect(tableIn(code, 'tags').uniques.map((found) => found.columns)).toEqual([['name']])
})

test('nobody draws themselves', async () => {
  const plan = await decided(
    table('`people`'),
    table('`gifts`'),
    column('`gifts`', '`giver_id`', { references: { entity: name('`people`') } }),
    column('`gifts`', '`recipient_id`', { references: { entity: name('`people`') } }),
  )
  expect(checksOf(plan, 'gifts')).toEqual(['giver_id <> recipient_id'])
})
