import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { column, columns, decided, name, table, tableIn, values } from '../testing.ts'

const single = (entity: string | undefined, more: Partial<Extract<ClaimBody, { kind: 'unique' }>>): ClaimBody => ({
  kind: 'unique',
  ...(entity === undefined ? {} : { entity: name(entity) }),
  attributes: [],
  ...more,
})

const orchard: readonly ClaimBody[] = [
  table('`growers`'),
  table('`trees`'),
  table('`prunings`'),
  ...columns('`growers`', '`full_name`'),
  ...columns('`trees`', '`grower_id`', '`label`'),
  column('`trees`', '`felled_at`', { optional: true }),
  column('`trees`', '`is_main`', { type: 'boolean' }),
  ...columns('`prunings`', '`tree_id`', '`grower_id`', '`pruned_on`', '`state`'),
  values('`prunings`', '`state`', ['planned', 'w_toku', 'done']),
]

async function partials(claim: ClaimBody, of: string): Promise<readonly (string | undefined)[]> {
  const plan = await decided(...orchard, claim)
  return tableIn(plan, of)
    .indexes.filter((index) => index.unique)
    .map((index) => `${index.keys.map((key) => key.column).join(', ')} where ${index.where}`)
}

async function whole(claims: readonly ClaimBody[], of: string): Promise<readonly (readonly string[])[]> {
  return tableIn(await decided(...orchard, ...claims), of).uniques.map((unique) => unique.columns)
}

test.each([
  ['main', 'grower_id where is_main'],
  ['not_felled', 'grower_id where felled_at is null'],
  ['felled', 'grower_id where felled_at is not null'],
])('only one %s tree', async (which, index) => {
  expect(await partials(single('`trees`', { per: [name('`growers`')], which }), 'trees')).toEqual([index])
})

test('a state is a value of a closed list', async () => {
  expect(await partials(single('`prunings`', { per: [name('`trees`')], which: 'w_toku' }), 'prunings')).toEqual([
    "tree_id where state = 'w_toku'",
  ])
})

test('nothing keeps what no column tells', async () => {
  expect(await partials(single('`trees`', { per: [name('`growers`')], which: 'tall' }), 'trees')).toEqual([])
  expect(await whole([single('`trees`', { per: [name('`growers`')], which: 'tall' })], 'trees')).toEqual([])
})

test('one a day', async () => {
  expect(await whole([single('`prunings`', { per: [name('`trees`')], period: 'day' })], 'prunings')).toEqual([
    ['tree_id', 'pruned_on'],
  ])
})

test('the one table that leads to both', async () => {
  const once = single(undefined, { per: [name('`growers`'), name('`trees`')] })
  expect(await whole([once], 'prunings')).toEqual([['grower_id', 'tree_id']])
})

test('unique among all and unique within another contradict each other', async () => {
  const labelled = (per: readonly string[]): ClaimBody => ({
    kind: 'unique',
    entity: name('`trees`'),
    attributes: [name('label')],
    per: per.map(name),
  })
  const plan = await decided(...orchard, labelled([]), labelled(['`growers`']))
  expect(tableIn(plan, 'trees').uniques.map((unique) => unique.columns)).toEqual([['grower_id', 'label']])
  expect(plan.notes.conflicts.map((conflict) => conflict.text).join()).toMatch(/label: unique among all .* unique within another/)
})
