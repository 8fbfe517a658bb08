import { expect, test } from 'vitest'
import { belongs, claims, column, columns, name, said, table, thing } from '../testing.ts'
import { entityKey } from './entity-key.ts'
import { identify } from './identify.ts'

test.each([
  ['SongBooks', 'song_book'],
  ['song_books', 'song_book'],
  ['public.recipes', 'recipe'],
  ['auth.users', 'user'],
  ['account holder', 'user'],
  ['registered user', 'user'],
  ['statuses', 'status'],
  ['categories', 'category'],
])('the key of %s is %s', (text, key) => {
  expect(entityKey(text)).toBe(key)
})

test('a qualified table of the project is not the platform’s', () => {
  expect(entityKey('public.users')).toBe('user')
  expect(entityKey('crm.clients')).toBe('client')
})

test('a state before a known name is dropped', () => {
  const identity = identify(claims(said('prd', thing('recipe'), columns('recipe', 'title', 'body'), thing('saved recipe'))))
  expect(identity.keyOf(name('saved recipe'))).toBe('recipe')
})

test('a state makes another entity where the session names a table so', () => {
  const identity = identify(claims(said('decision', table('`recipes`'), table('`saved_recipes`'))))
  expect(identity.keyOf(name('saved recipe'))).toBe('saved_recipe')
})

test('a bare name means the one table that ends in it', () => {
  const identity = identify(claims(said('decision', table('`order_items`'), table('`orders`'), thing('items'))))
  expect(identity.keyOf(name('items'))).toBe('order_item')
})

test('a bare name that two tables end in stays its own', () => {
  const identity = identify(claims(said('decision', table('`order_items`'), table('`cart_items`'), thing('items'))))
  expect(identity.keyOf(name('items'))).toBe('item')
})

test('people in a role are accounts, unless the role has a table', () => {
  const role = { kind: 'role', role: 'driver' } as const
  expect(identify(claims(said('prd', role, belongs('trip', 'driver')))).keyOf(name('driver'))).toBe('user')
  expect(identify(claims(said('prd', role), said('decision', table('`drivers`')))).keyOf(name('driver'))).toBe('driver')
})

test('an account is a person’s, unless it is a thing of the project', () => {
  expect(identify(claims(said('prd', belongs('note', 'account')))).keyOf(name('account'))).toBe('user')
  const bank = claims(said('prd', column('account', 'iban'), column('account', 'balance')))
  expect(identify(bank).keyOf(name('account'))).toBe('account')
})
