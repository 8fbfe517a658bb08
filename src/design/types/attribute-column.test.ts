import { expect, test } from 'vitest'
import { checksOf, column, columnIn, convention, decided, limit, planOf, said, table, tableIn, values } from '../testing.ts'

test.each([
  ['published_at', 'timestamptz'],
  ['birth_date', 'date'],
  ['is_archived', 'boolean'],
  ['views_count', 'integer'],
  ['unit_price', 'numeric(12,2)'],
  ['email', 'text'],
  ['duration_minutes', 'integer'],
  ['metadata', 'jsonb'],
  ['rating', 'smallint'],
  ['tags', 'text[]'],
  ['discount_percent', 'numeric(5,2)'],
])('%s is %s by its name', async (called, type) => {
  expect(columnIn(await decided(table('`posts`'), column('`posts`', `\`${called}\``)), 'posts', called).type).toBe(type)
})

test('a stated type outweighs the name', async () => {
  expect(columnIn(await decided(table('`posts`'), column('`posts`', '`rating`', { type: 'text' })), 'posts', 'rating').type).toBe(
    'text',
  )
})

test('a limit of characters is a check on text', async () => {
  const plan = await decided(
    table('`cards`'),
    column('`cards`', '`front`'),
    limit('`cards`', '`front`', { minimum: 1, maximum: 200 }),
  )
  expect(columnIn(plan, 'cards', 'front').type).toBe('text')
  expect(checksOf(plan, 'cards')).toContain('char_length(front) between 1 and 200')
})

test('of two limits the stronger holds, and the conflict is told', async () => {
  const plan = await planOf([
    said('prd', limit('card', 'front', { maximum: 500 })),
    said('decision', table('`cards`'), column('`cards`', '`front`'), limit('`cards`', '`front`', { maximum: 200 })),
  ])
  expect(checksOf(plan, 'cards')).toEqual(['char_length(front) <= 200'])
  expect(plan.notes.conflicts[0]?.text).toContain('cards.front')
})

test('a closed list is a check by default and an enum where the documents want enums', async () => {
  const list = [table('`posts`'), column('`posts`', '`status`'), values('`posts`', '`status`', ['draft', 'live'])]
  expect(checksOf(await decided(...list), 'posts')).toEqual(["status in ('draft', 'live')"])
  const enums = await decided(...list, convention('enums'))
  expect(enums.schema.enums).toMatchObject([{ name: 'post_status', values: ['draft', 'live'] }])
  expect(columnIn(enums, 'posts', 'status').type).toBe('post_status')
})

test('two columns with one list share an enum', async () => {
  const plan = await decided(
    convention('enums'),
    table('`plans`'),
    values('`plans`', '`spice_level`', ['low', 'high']),
    table('`people`'),
    values('`people`', '`default_spice_level`', ['low', 'high']),
  )
  expect(plan.schema.enums.map((type) => type.name)).toEqual(['spice_level'])
})

test('examples are no closed list: text and a question', async () => {
  const plan = await decided(
    table('`posts`'),
    column('`posts`', '`mood`'),
    values('`posts`', '`mood`', ['calm', 'busy'], { open: true }),
  )
  expect(checksOf(plan, 'posts')).toEqual([])
  expect(columnIn(plan, 'posts', 'mood').reasons).toContainEqual(expect.objectContaining({ kind: 'assumption' }))
  expect(plan.notes.assumptions.map((assumption) => assumption.text).join()).toContain('posts.mood')
})

test('not null unless it is optional or comes later', async () => {
  const plan = await decided(
    table('`jobs`'),
    column('`jobs`', '`title`'),
    column('`jobs`', '`finished_at`'),
    column('`jobs`', '`owner_name`', { optional: true }),
  )
  expect(columnIn(plan, 'jobs', 'title').nullable).toBe(false)
  expect(columnIn(plan, 'jobs', 'finished_at').nullable).toBe(true)
  expect(columnIn(plan, 'jobs', 'owner_name').nullable).toBe(true)
})

test('a default must fit its type', async () => {
  const plan = await decided(
    table('`jobs`'),
    column('`jobs`', '`status`', { type: 'text', default: 'active' }),
    column('`jobs`', '`amount`', { type: 'integer', default: "'; drop table x" }),
    column('`jobs`', '`currency`', { type: 'VARCHAR(3)', default: "'PLN'" }),
  )
  expect(columnIn(plan, 'jobs', 'status').default).toBe("'active'")
  expect(columnIn(plan, 'jobs', 'amount').default).toBeUndefined()
  expect(columnIn(plan, 'jobs', 'currency').default).toBe("'PLN'")
  expect(checksOf(plan, 'jobs')).toContain('char_length(currency) <= 3')
})

test('values of a list are no columns', async () => {
  const plan = await decided(
    table('`jobs`'),
    column('`jobs`', '`status`'),
    values('`jobs`', '`status`', ['pending', 'done']),
    column('`jobs`', '`pending`'),
  )
  expect(tableIn(plan, 'jobs').columns.map((candidate) => candidate.name)).not.toContain('pending')
})

test('a quote in a value stays inside its literal', async () => {
  const plan = await decided(table('`jobs`'), values('`jobs`', '`size`', ["o'neill", 'b']), column('`jobs`', '`size`'))
  expect(checksOf(plan, 'jobs')).toEqual(["size in ('o''neill', 'b')"])
})

test('the length of a type that a stronger document gives holds against a limit of a weaker one, and on one line the limit holds', async () => {
  const typed = column('`cards`', '`front`', { type: 'varchar(500)' })
  const short = limit('`cards`', '`front`', { maximum: 200 })
  const lengths = async (...places: Parameters<typeof planOf>[0]) => checksOf(await planOf(places), 'cards')
  expect(await lengths(said('prd', short), said('decision', table('`cards`'), typed))).toEqual(['char_length(front) <= 500'])
  expect(await lengths(said('prd', typed), said('decision', table('`cards`'), short))).toEqual(['char_length(front) <= 200'])
})
