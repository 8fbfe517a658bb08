import { expect, test } from 'vitest'
import { belongs, column, columnIn, columns, decided, name, table, tableIn } from '../testing.ts'

test('keys are uuid unless the documents say otherwise', async () => {
  const plan = await decided(table('`recipes`'))
  expect(columnIn(plan, 'recipes', 'id')).toMatchObject({ type: 'uuid', default: 'gen_random_uuid()', nullable: false })
  expect(columnIn(plan, 'recipes', 'id').reasons).toEqual([{ kind: 'convention' }])
})

test('a key type for all tables, and one table’s own', async () => {
  const plan = await decided(
    { kind: 'key', type: 'bigint' },
    table('`recipes`'),
    table('`tags`'),
    column('`tags`', '`id`', { type: 'serial' }),
  )
  expect(columnIn(plan, 'recipes', 'id')).toMatchObject({ type: 'bigint', identity: 'always' })
  expect(columnIn(plan, 'tags', 'id')).toMatchObject({ type: 'integer', identity: 'always' })
})

test('references have the type of the key they lead to', async () => {
  const plan = await decided({ kind: 'key', type: 'bigint' }, table('`decks`'), table('`cards`'), belongs('`cards`', '`decks`'))
  expect(columnIn(plan, 'cards', 'deck_id').type).toBe('bigint')
})

test('a link has the pair as its key and an index led by the second column', async () => {
  const plan = await decided(table('`recipes`'), table('`tags`'), belongs('`recipes`', '`tags`', { cardinality: 'many to many' }))
  expect(tableIn(plan, 'recipe_tags').primaryKey?.columns).toEqual(['recipe_id', 'tag_id'])
  expect(tableIn(plan, 'recipe_tags').indexes.map((index) => index.keys[0]?.column)).toEqual(['tag_id'])
})

test('a composite key as claimed', async () => {
  const plan = await decided(
    table('`recipes`'),
    table('`ratings`'),
    columns('`ratings`', '`recipe_id`', '`user_id`', '`rating`'),
    {
      kind: 'key',
      entity: name('`ratings`'),
      attributes: [name('`recipe_id`'), name('`user_id`')],
    },
  )
  expect(tableIn(plan, 'ratings').primaryKey?.columns).toEqual(['recipe_id', 'user_id'])
})

test('a table that others lead to has a key of one column', async () => {
  const plan = await decided(
    table('`days`'),
    columns('`days`', '`user_id`', '`day`'),
    { kind: 'key', entity: name('`days`'), attributes: [name('`user_id`'), name('`day`')] },
    table('`meals`'),
    belongs('`meals`', '`days`'),
  )
  expect(tableIn(plan, 'days').primaryKey?.columns).toEqual(['id'])
})

test('settings by name have their name as key', async () => {
  const plan = await decided(table('`app_settings`'), columns('`app_settings`', '`key`', '`value`'))
  expect(tableIn(plan, 'app_settings').primaryKey?.columns).toEqual(['key'])
})

test('uuidv7 needs PostgreSQL 18', async () => {
  expect(columnIn(await decided({ kind: 'key', type: 'uuidv7' }, table('`recipes`')), 'recipes', 'id').default).toBe(
    'gen_random_uuid()',
  )
})

test('a list that begins with two references and names no key, among lists that do', async () => {
  const plan = await decided(
    table('`shelves`'),
    columns('`shelves`', '`id`', '`label`'),
    table('`jars`'),
    columns('`jars`', '`id`', '`content`'),
    table('`shelf_jars`'),
    columns('`shelf_jars`', '`shelf_id`', '`jar_id`', '`place`'),
    table('`tastings`'),
    columns('`tastings`', '`jar_id`', '`verdict`'),
  )
  expect(tableIn(plan, 'shelf_jars').primaryKey?.columns).toEqual(['shelf_id', 'jar_id'])
  expect(tableIn(plan, 'tastings').primaryKey?.columns).toEqual(['id'])
})

test('where no list names a key, a link with more to it has one of its own', async () => {
  const plan = await decided(
    table('`shelves`'),
    columns('`shelves`', '`label`'),
    table('`jars`'),
    columns('`jars`', '`content`'),
    table('`placements`'),
    columns('`placements`', '`shelf_id`', '`jar_id`', '`place`'),
  )
  expect(tableIn(plan, 'placements').primaryKey?.columns).toEqual(['id'])
})
