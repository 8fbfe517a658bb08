import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import type { Plan } from '../../schema/plan.ts'
import { column, columnNames, columns, decided, name, table, tableIn } from '../testing.ts'

const indexesOf = (plan: Plan, called: string) =>
  tableIn(plan, called).indexes.map((index) =>
    index.keys.map((key) => `${key.column}${key.descending === true ? ' desc' : ''}`).join(', '),
  )
const asked = (entity: string, ...keys: readonly string[]): ClaimBody => ({
  kind: 'index',
  entity: name(entity),
  keys: keys.map((key) => ({ attribute: name(key) })),
})

test('every foreign key is led by an index or a constraint', async () => {
  const plan = await decided(table('`decks`'), table('`cards`'), columns('`cards`', '`deck_id`'))
  expect(indexesOf(plan, 'cards')).toEqual(['deck_id'])
})

test('the owner’s list serves the foreign key too', async () => {
  const plan = await decided(table('`notes`'), columns('`notes`', '`user_id`', '`body`'), asked('`notes`', '`user_id`'))
  expect(indexesOf(plan, 'notes')).toEqual(['user_id, created_at desc'])
})

test('what a unique constraint begins with needs no index', async () => {
  const plan = await decided(
    table('`tags`'),
    columns('`tags`', '`user_id`', '`name`'),
    { kind: 'unique', entity: name('`tags`'), attributes: [name('`user_id`'), name('`name`')] },
    asked('`tags`', '`user_id`', '`name`'),
  )
  expect(indexesOf(plan, 'tags')).toEqual(['user_id, created_at desc'])
})

test('an asked index says so, and one for a document is gin', async () => {
  const plan = await decided(
    table('`posts`'),
    columns('`posts`', '`status`', '`tags`'),
    asked('`posts`', '`status`'),
    asked('`posts`', '`tags`'),
  )
  expect(tableIn(plan, 'posts').indexes.map((index) => index.method)).toEqual(['btree', 'gin'])
})

test('search asks for trigrams and their extension', async () => {
  const plan = await decided(table('`recipes`'), column('`recipes`', '`title`'), {
    kind: 'query',
    entity: name('`recipes`'),
    filter: [],
    sort: [],
    search: [name('title')],
    title: 'recipes by title',
  })
  expect(tableIn(plan, 'recipes').indexes).toMatchObject([
    { method: 'gin', keys: [{ column: 'title', operatorClass: 'extensions.gin_trgm_ops' }], serves: 'recipes by title' },
  ])
  expect(plan.schema.extensions.map((extension) => extension.name)).toEqual(['pg_trgm'])
})

test('an index over what is named in words only is made where there is such a column', async () => {
  const plan = await decided(table('`posts`'), column('`posts`', '`title`'), asked('`posts`', 'slug'), asked('`posts`', 'title'))
  expect(indexesOf(plan, 'posts')).toEqual(['title'])
})

test('what a session’s index is of is a column of the table, but a key only where there is one', async () => {
  const plan = await decided(
    table('`gate_events`'),
    asked('`gate_events`', '`gate`', '`opened_at`'),
    asked('`gate_events`', '`site_id`'),
  )
  expect(columnNames(plan, 'gate_events')).toEqual(['id', 'gate', 'opened_at', 'created_at'])
  expect(indexesOf(plan, 'gate_events')).toEqual(['gate, opened_at'])
})
