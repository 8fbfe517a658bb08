import { expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

const tables =
  '# Notes\n\n- `crews` (id, name)\n- `crew_members` (crew_id, user_id, role: captain, sailor)\n- `boats` (id, crew_id, name, created_by)\n- `sails` (id, boat_id, area, created_by)\n\n'

const said = async (text: string): Promise<readonly string[]> =>
  (await claimsOf({ notes: `${tables}${text}\n` })).map(sayClaim).filter((claim) => /^access/.test(claim))

it.each([
  [
    '- `boats` policies: SELECT: members of the crew; INSERT/UPDATE: owner; DELETE: captain.',
    ['boats member of crews only select', 'boats owner only insert+update', 'boats member only delete'],
  ],
  [
    '- `sails`: read – crew members; write – the author; delete – author or captain.',
    ['sails member only select', 'sails owner only insert+update+delete', 'sails owner only delete', 'sails member only delete'],
  ],
  [
    '- `boats`\n  - SELECT: any signed-in user\n  - INSERT, UPDATE: owner\n  - DELETE: nobody',
    ['boats signed in only select', 'boats owner only insert+update', 'boats backend only delete'],
  ],
  [
    '- `sails`: SELECT – wszyscy zalogowani, INSERT – właściciel, DELETE – tylko kapitan.',
    ['sails signed in only select', 'sails owner only insert', 'sails member only delete'],
  ],
  [
    '- `boats`: odczyt dla członków załogi, usuwanie dla autora.',
    ['boats member of crews only select', 'boats owner only delete'],
  ],
  [
    '| Table | SELECT | INSERT | DELETE |\n|---|---|---|---|\n| boats | crew members | crew members | author |\n| sails | everyone signed in | owner | – |',
    [
      'boats member only select',
      'boats member only insert',
      'boats owner only delete',
      'sails signed in only select',
      'sails owner only insert',
    ],
  ],
])('a list of policies: %s', async (text, claims) => {
  expect(await said(text)).toEqual(claims.map((claim) => `access ${claim}`))
})

it.each([
  [
    '- RLS on `boats`: `USING (crew_id IN (SELECT crew_id FROM crew_members WHERE user_id = auth.uid()))`.',
    'boats member of crew only select+insert+update+delete',
  ],
  [
    '- Polityka dla `boats`: `FOR SELECT USING (EXISTS (SELECT 1 FROM crew_members m WHERE m.crew_id = boats.crew_id AND m.user_id = (select auth.uid())))`.',
    'boats member of crew only select',
  ],
  ['- `boats` UPDATE: `created_by = auth.uid() and deleted_at is null`.', 'boats owner only update'],
  [
    "```sql\ncreate policy p on boats for delete using (crew_id in (select crew_id from crew_members where user_id = auth.uid() and role = 'captain'));\n```",
    'boats member of crew delete',
  ],
])('a condition in SQL: %s', async (text, claim) => {
  expect(await said(text)).toContain(`access ${claim}`)
})

it.each([
  // what else it asks for is not understood
  '- RLS on `boats`: `USING (crew_id IN (SELECT crew_id FROM crew_members WHERE user_id = auth.uid() AND joined_at < now()))`.',
  '- Read: the handbook of the crew.',
  '- `boats.name`: a text that members write.',
])('no policy: %s', async (text) => {
  expect((await said(text)).filter((claim) => claim.includes('member'))).toEqual([])
})

it.each([
  '- Policy of `boats`: `crew_id = auth.uid()`.\n- `sails.is_new` is a boolean, default `true`.',
  '- Policy of `boats`: `crew_id = auth.uid()`.\n- Set `sails.is_new` to `true`.',
  '- Polityka `boats`: `crew_id = auth.uid()`.\n- Kolumna `sails.is_new` ma wartość `true`.',
])('a value in code opens no table: %s', async (text) => {
  expect((await said(text)).filter((claim) => /sails/.test(claim))).toEqual([])
})
