import { expect, test } from 'vitest'
import {
  access,
  belongs,
  column,
  columnIn,
  columnNames,
  columns,
  convention,
  decided,
  keysOf,
  name,
  planOf,
  said,
  table,
  tableIn,
  tableNames,
} from '../testing.ts'

test('<table>_id leads to the table, and …_by to an account', async () => {
  const plan = await decided(table('`decks`'), table('`cards`'), columns('`cards`', '`deck_id`', '`approved_by`'))
  expect(keysOf(plan, 'cards')).toEqual(['approved_by > auth.users set null', 'deck_id > decks cascade'])
  expect(columnIn(plan, 'cards', 'approved_by').nullable).toBe(true)
})

test('a word that SQL reserves leads to its table: whose it is, and what it is part of', async () => {
  const plan = await decided(
    table('`orders`'),
    table('`order_lines`'),
    columns('`order_lines`', 'order', 'quantity'),
    columns('`orders`', 'user', 'total'),
  )
  expect(keysOf(plan, 'order_lines')).toEqual(['order_id > orders cascade'])
  expect(keysOf(plan, 'orders')).toEqual(['user_id > auth.users cascade'])
})

test('a table named for two others joins them, however one of them is said to have the other', async () => {
  const plan = await decided(
    table('`training_plans`'),
    table('`drills`'),
    table('`plan_drills`'),
    columns('`plan_drills`', '`plan_id`', '`drill_id`'),
    belongs('`drills`', '`training_plans`'),
  )
  expect(keysOf(plan, 'drills')).toEqual([])
  expect(keysOf(plan, 'plan_drills')).toEqual(['drill_id > drills cascade', 'plan_id > training_plans cascade'])
})

test('another system’s id is no reference', async () => {
  const plan = await decided(table('`customers`'), columns('`customers`', '`stripe_customer_id`'))
  expect(keysOf(plan, 'customers')).toEqual([])
})

test('parent_id leads to its own table', async () => {
  const plan = await decided(table('`topics`'), columns('`topics`', '`parent_id`'))
  expect(keysOf(plan, 'topics')).toEqual(['parent_id > topics set null'])
})

test('a relationship that a column carries adds no second column', async () => {
  const plan = await decided(
    table('`decks`'),
    table('`cards`'),
    column('`cards`', '`deck_id`'),
    belongs('`cards`', '`decks`', { onDelete: 'restrict' }),
  )
  expect(keysOf(plan, 'cards')).toEqual(['deck_id > decks restrict'])
})

test('what people own gets user_id; a child of it follows its parent', async () => {
  const plan = await decided(
    table('`decks`'),
    belongs('`decks`', 'user'),
    table('`cards`'),
    belongs('`cards`', '`decks`'),
    convention('owner only'),
  )
  expect(columnNames(plan, 'decks')).toContain('user_id')
  expect(columnNames(plan, 'cards')).not.toContain('user_id')
})

test('owners lead where the documents let other keys of people lead: to the profile', async () => {
  const people = [
    table('`profiles`'),
    column('`profiles`', '`nickname`'),
    table('`permits`'),
    access('`permits`', { kind: 'owner' }, ['insert']),
  ]
  const signed = column('`permits`', '`signed_by`')
  expect(keysOf(await decided(...people, signed), 'permits')).toContain('user_id > auth.users cascade')
  const toProfile = column('`permits`', '`signed_by`', { references: { entity: name('`profiles`') } })
  expect(keysOf(await decided(...people, toProfile), 'permits')).toEqual([
    'signed_by > profiles set null',
    'user_id > profiles cascade',
  ])
})

test('owner-only for all gives an owner to what has none, with a question', async () => {
  const plan = await decided(table('`notes`'), column('`notes`', '`body`'), convention('owner only'))
  expect(columnNames(plan, 'notes')).toContain('user_id')
  expect(plan.notes.assumptions[0]?.text).toContain('notes')
})

test('a dictionary gets no owner', async () => {
  const plan = await decided(
    table('`difficulties`'),
    columns('`difficulties`', '`code`', '`label`'),
    table('`games`'),
    columns('`games`', '`difficulty_id`', '`user_id`'),
    convention('owner only'),
  )
  expect(columnNames(plan, 'difficulties')).not.toContain('user_id')
})

test('the table between is the one the documents name', async () => {
  const plan = await decided(
    table('`teams`'),
    table('`team_members`'),
    column('`team_members`', '`role`'),
    belongs('user', '`teams`', { cardinality: 'many to many', through: name('`team_members`') }),
  )
  expect(tableNames(plan)).toEqual(['team_members', 'teams'])
  expect(keysOf(plan, 'team_members')).toEqual(
    expect.arrayContaining(['user_id > auth.users cascade', 'team_id > teams cascade']),
  )
})

test('one to one is a unique reference', async () => {
  const plan = await decided(
    table('`matches`'),
    table('`suggestions`'),
    belongs('`suggestions`', '`matches`', { cardinality: 'one to one' }),
  )
  expect(tableIn(plan, 'suggestions').uniques.map((unique) => unique.columns)).toEqual([['match_id']])
})

test('set null makes the column nullable', async () => {
  const plan = await decided(table('`runs`'), table('`cards`'), column('`cards`', '`run_id`', { optional: false }), {
    kind: 'delete rule',
    entity: name('`cards`'),
    to: name('`runs`'),
    rule: 'set null',
  })
  expect(columnIn(plan, 'cards', 'run_id').nullable).toBe(true)
  expect(keysOf(plan, 'cards')).toEqual(['run_id > runs set null'])
})

test('a child with an owner of its own hangs only under the owner’s parent', async () => {
  const plan = await decided(
    table('`decks`'),
    column('`decks`', '`user_id`'),
    table('`cards`'),
    columns('`cards`', '`deck_id`', '`user_id`'),
  )
  expect(keysOf(plan, 'cards')).toEqual(
    expect.arrayContaining(['deck_id, user_id > decks cascade', 'user_id > auth.users cascade']),
  )
  expect(tableIn(plan, 'decks').uniques.map((unique) => unique.columns)).toEqual([['id', 'user_id']])
})

test('where everyone may read the parent, everyone may refer to it', async () => {
  const plan = await decided(
    table('`posts`'),
    column('`posts`', '`user_id`'),
    access('`posts`', { kind: 'signed in' }, ['select']),
    table('`comments`'),
    columns('`comments`', '`post_id`', '`user_id`'),
  )
  expect(keysOf(plan, 'comments')).toContain('post_id > posts cascade')
})

test('tables that cannot be without each other: the weaker reference gives way', async () => {
  const plan = await decided(
    table('`links`'),
    table('`drivers`'),
    column('`links`', '`driver_id`'),
    belongs('`drivers`', '`links`'),
    table('`teams`'),
    column('`teams`', '`captain_id`', { references: { entity: name('`players`') } }),
    table('`players`'),
    column('`players`', '`team_id`'),
  )
  expect(keysOf(plan, 'drivers')).toEqual([])
  expect(columnIn(plan, 'links', 'driver_id').nullable).toBe(false)
  expect(
    [columnIn(plan, 'teams', 'captain_id').nullable, columnIn(plan, 'players', 'team_id').nullable].filter(Boolean),
  ).toHaveLength(1)
})

test('the PRD’s word for a relation adds nothing between tables that a session related', async () => {
  const plan = await planOf([
    said('prd', belongs('deck', 'card')),
    said('decision', table('`decks`'), table('`cards`'), column('`cards`', '`deck_id`')),
  ])
  expect(keysOf(plan, 'decks')).toEqual([])
})

test('a table that a session lists whole and without a person is nobody’s', async () => {
  const listed = [
    table('`hives`'),
    columns('`hives`', '`id`', '`user_id`', '`label`', '`colour`'),
    table('`plants`'),
    columns('`plants`', '`id`', '`name`', '`latin_name`', '`blooms_in`'),
  ]
  const plan = await planOf([said('decision', ...listed), said('prd', belongs('plant', 'user'))])
  const names = plan.schema.tables.map(({ name, columns }) => [name, columns.some((column) => column.name === 'user_id')])
  expect(names).toEqual([
    ['hives', true],
    ['plants', false],
  ])
})

test('what may not be deleted while it has others, said of either side, keeps the key that there is', async () => {
  const restrict = { kind: 'delete rule', entity: name('`halls`'), to: name('`events`'), rule: 'restrict' } as const
  const halls = [table('`halls`'), columns('`halls`', '`label`'), table('`events`')].flat()
  const plan = await decided(...halls, columns('`events`', '`hall_id`'), restrict)
  expect(keysOf(plan, 'events')).toEqual(['hall_id > halls restrict'])
  // a rule of a key that leads the other way as well is that key's
  const both = await decided(...halls, columns('`events`', '`hall_id`'), columns('`halls`', '`event_id`'), restrict)
  expect(keysOf(both, 'events')).not.toContain('hall_id > halls restrict')
})
