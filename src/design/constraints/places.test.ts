import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import type { Plan } from '../../schema/plan.ts'
import { belongs, column, columnNames, columns, decided, name, table, tableIn, wanted } from '../testing.ts'

const ordered = (entity: string, strength: 'stated' | 'passing' = 'stated'): readonly ClaimBody[] => [
  column(entity, 'order', { type: 'integer', strength }),
  { kind: 'unique', entity: name(entity), attributes: [name('order')] },
]

const uniquesOf = (plan: Plan, of: string): readonly string[] =>
  tableIn(plan, of).uniques.map((unique) => `${unique.columns.join(', ')} ${unique.deferrable ?? ''}`.trim())

const albums = [table('`albums`'), columns('`albums`', '`user_id`', '`name`')]
const stamps = [table('`stamps`'), columns('`stamps`', '`album_id`', '`title`')]

test('a place is one among the parts of the one thing that a row belongs to, checked late', async () => {
  const plan = await decided(...albums, ...stamps, ...ordered('`stamps`'))
  expect(columnNames(plan, 'stamps')).toContain('position')
  expect(uniquesOf(plan, 'stamps')).toEqual(['album_id, position initially immediate'])
})

test('a place among what its owner has', async () => {
  const plan = await decided(...albums, ...ordered('`albums`'))
  expect(uniquesOf(plan, 'albums')).toEqual(['user_id, position initially immediate'])
})

test('the column that a list has for it is the place', async () => {
  const plan = await decided(...albums, ...stamps, column('`stamps`', '`sort_order`'), ...ordered('`stamps`'))
  expect(columnNames(plan, 'stamps')).not.toContain('position')
  expect(uniquesOf(plan, 'stamps')).toEqual(['album_id, sort_order initially immediate'])
})

test('where rows belong to two things, nothing says within which', async () => {
  const plan = await decided(
    ...albums,
    table('`shelves`'),
    columns('`shelves`', '`label`'),
    ...stamps,
    column('`stamps`', '`shelf_id`'),
    ...ordered('`stamps`'),
  )
  expect(uniquesOf(plan, 'stamps')).toEqual([])
})

test('of requirements as well', async () => {
  const plan = await wanted(
    table('album'),
    columns('album', 'name'),
    table('stamp'),
    columns('stamp', 'title'),
    belongs('stamp', 'album'),
    ...ordered('stamp', 'passing'),
  )
  expect(uniquesOf(plan, 'stamps')).toEqual(['album_id, position initially immediate'])
})
