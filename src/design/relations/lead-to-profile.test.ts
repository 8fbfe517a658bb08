import { expect, test } from 'vitest'
import { column, columns, decided, keysOf, name, planOf, said, table } from '../testing.ts'

const people = [table('`profiles`'), ...columns('`profiles`', '`display_name`')]

test('people who appear in two ways are told apart by their profiles: keys of people lead there', async () => {
  const plan = await decided(people, table('`essays`'), columns('`essays`', '`author_id`', '`approved_by`', '`title`'))
  expect(keysOf(plan, 'essays')).toEqual(['approved_by > profiles set null', 'author_id > profiles cascade'])
  expect(keysOf(plan, 'profiles')).toEqual(['id > auth.users cascade'])
  expect(plan.notes.assumptions.map(({ text }) => text).join()).toContain('Keys of people lead to `profiles`')
})

test('where the session lets one key of a person lead to the profile, the others do', async () => {
  const plan = await decided(
    people,
    table('`kilns`'),
    column('`kilns`', '`warden_id`', { references: { entity: name('`profiles`') } }),
    table('`firings`'),
    columns('`firings`', '`user_id`', '`fired_on`'),
  )
  expect(keysOf(plan, 'kilns')).toEqual(['warden_id > profiles set null'])
  expect(keysOf(plan, 'firings')).toEqual(['user_id > profiles cascade'])
})

test('keys stay with the accounts: of owners alone, of a profile without names, of a PRD, and where the session writes them out', async () => {
  const owners = await decided(people, table('`essays`'), columns('`essays`', '`user_id`', '`title`'))
  expect(keysOf(owners, 'essays')).toEqual(['user_id > auth.users cascade'])
  const settings = await decided(
    table('`profiles`'),
    columns('`profiles`', '`theme`'),
    table('`essays`'),
    columns('`essays`', '`author_id`', '`approved_by`'),
  )
  expect(keysOf(settings, 'essays')).toEqual(['approved_by > auth.users set null', 'author_id > auth.users cascade'])
  const prd = await planOf([said('prd', people, table('`essays`'), columns('`essays`', '`author_id`', '`approved_by`'))])
  expect(keysOf(prd, 'essays')).toEqual(['approved_by > auth.users set null', 'author_id > auth.users cascade'])
  const written = await decided(
    people,
    table('`essays`'),
    column('`essays`', '`author_id`', { references: { entity: name('`auth.users`') } }),
    columns('`essays`', '`approved_by`'),
  )
  expect(keysOf(written, 'essays')).toEqual(['approved_by > auth.users set null', 'author_id > auth.users cascade'])
})
