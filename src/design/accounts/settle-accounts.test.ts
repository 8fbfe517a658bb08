import { expect, test } from 'vitest'
import {
  belongs,
  column,
  columnIn,
  columnNames,
  columns,
  decided,
  keysOf,
  name,
  planOf,
  said,
  table,
  tableNames,
} from '../testing.ts'

test('users with email and password mean the platform’s accounts', async () => {
  const plan = await decided(
    table('`users`'),
    columns('`users`', '`id`', '`email`', '`password_hash`'),
    table('`notes`'),
    belongs('`notes`', '`users`'),
  )
  expect(tableNames(plan)).toEqual(['notes'])
  expect(keysOf(plan, 'notes')).toEqual(['user_id > auth.users cascade'])
  expect(plan.notes.leftOut.map((remark) => remark.text).join()).toContain('auth.users')
})

test('what else is known of a user stands in a profile keyed by the account', async () => {
  const plan = await decided(table('`users`'), columns('`users`', '`email`', '`display_name`'))
  expect(columnNames(plan, 'profiles')).toEqual(['id', 'display_name', 'created_at', 'updated_at'])
  expect(keysOf(plan, 'profiles')).toEqual(['id > auth.users cascade'])
  expect(plan.notes.assumptions.map((assumption) => assumption.text).join()).toContain('profiles')
})

test('the profile has the name and the key that the notes give it', async () => {
  const plan = await decided(
    table('`user_profiles`'),
    column('`user_profiles`', '`user_id`', { primaryKey: true }),
    column('`user_profiles`', '`bio`'),
    column('`users`', '`phone`'),
  )
  expect(columnNames(plan, 'user_profiles')).toEqual(['user_id', 'bio', 'phone', 'created_at', 'updated_at'])
})

test('a table that leads to the profile names the person it belongs to', async () => {
  const plan = await decided(
    table('`profiles`'),
    column('`profiles`', '`bio`'),
    table('`meals`'),
    belongs('`meals`', '`profiles`'),
  )
  expect(keysOf(plan, 'meals')).toEqual(['user_id > profiles cascade'])
})

test('without a platform for accounts the project has its own users', async () => {
  const plan = await planOf(
    [
      said(
        'decision',
        table('`users`'),
        columns('`users`', '`email`', '`password_hash`'),
        table('`notes`'),
        belongs('`notes`', '`users`'),
      ),
    ],
    {
      kind: 'postgres',
      version: 17,
    },
  )
  expect(columnNames(plan, 'users')).toEqual(['id', 'email', 'password_hash', 'created_at', 'updated_at'])
  expect(columnIn(plan, 'users', 'email').nullable).toBe(false)
  expect(keysOf(plan, 'notes')).toEqual(['user_id > users cascade'])
})

test('the one table that is keyed by the account is the profile, whatever it is called', async () => {
  const plan = await decided(
    table('`keepers`'),
    column('`keepers`', '`id`', { references: { entity: name('`auth.users`') } }),
    column('`keepers`', '`full_name`'),
  )
  expect(keysOf(plan, 'keepers')).toEqual(['id > auth.users cascade'])
  expect(columnNames(plan, 'keepers')).toEqual(['id', 'full_name', 'created_at', 'updated_at'])
})

test('what people settle for themselves is no profile', async () => {
  const plan = await decided(
    table('`keeper_settings`'),
    column('`keeper_settings`', '`id`', { references: { entity: name('`auth.users`') } }),
    column('`keeper_settings`', '`theme`'),
    column('`users`', '`phone`'),
  )
  expect(tableNames(plan)).toContain('profiles')
})
