import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { belongs, columns, keysOf, rulesOf, table, wanted } from '../testing.ts'

const trails: readonly (ClaimBody | readonly ClaimBody[])[] = [
  table('trails'),
  columns('trails', 'title'),
  belongs('trails', 'user'),
]
const comments = (byOthers: boolean): readonly (ClaimBody | readonly ClaimBody[])[] => [
  table('comments'),
  columns('comments', 'content'),
  belongs('comments', 'user'),
  belongs('comments', 'trails', byOthers ? { byOthers: true } : {}),
]

test('what others comment on is read by everyone who is signed in, and a comment stands under what is not its author’s', async () => {
  const plan = await wanted(...trails, ...comments(true))
  const rules = ['owner: select, insert, update, delete of caller user_id', 'signed in: select of all']
  expect(rulesOf(plan, 'trails')).toEqual(rules)
  expect(rulesOf(plan, 'comments')).toEqual(rules)
  expect(keysOf(plan, 'comments')).toEqual(['trail_id > trails cascade', 'user_id > auth.users cascade'])
})

test('what nobody else has to do with stays its owner’s', async () => {
  const plan = await wanted(...trails, ...comments(false))
  const rules = ['owner: select, insert, update, delete of caller user_id']
  expect(rulesOf(plan, 'trails')).toEqual(rules)
  expect(rulesOf(plan, 'comments')).toEqual(rules)
  expect(keysOf(plan, 'comments')).toEqual(['trail_id, user_id > trails cascade', 'user_id > auth.users cascade'])
})
