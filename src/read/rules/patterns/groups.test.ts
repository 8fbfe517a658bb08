import { expect, it } from 'vitest'
import { decided, required } from '../testing.ts'

const crews = ['Users create crews. A crew has a name.', 'Users create boats and sails. A boat has a name. A sail has a name.']

it.each([
  [crews, 'Members see all boats and sails of their crew.', ['boat many to one crew', 'sail many to one crew']],
  [
    ['Użytkownik tworzy zespoły. Zespół ma nazwę.', 'Użytkownik dodaje zadania. Zadanie ma nazwę.'],
    'Członkowie zespołu widzą zadania swojego zespołu.',
    ['task many to one team'],
  ],
])('things of the group that people are in: %s %s', async (before, line, claims) => {
  expect(await required(...before, line)).toEqual(expect.arrayContaining(claims))
})

it('says as whom people do something, and that nobody else does', async () => {
  const said = await required(...crews, 'Captains add boats.', 'Only captains can delete sails.')
  expect(said).toContain('access boat owner as captain insert')
  expect(said).toContain('access sail owner as captain only delete')
})

it('takes "only" and a pronoun for the table right before', async () => {
  const tables = 'Tables: `crews` (id, name), `crew_members` (crew_id, user_id, role).'
  const said = await decided(tables, '`passes` (id, crew_id, code). Only captains see them.')
  expect(said).toContain('access passes member only select')
})

it('a column that a line begins with is not one of the table that the line comes to', async () => {
  const tables = 'Tables: `crews` (id, name), `crew_members` (crew_id, user_id, role), `boats` (id, name).'
  const said = await decided(tables, '`role` is `captain` or `sailor`. Only captains may delete boats.')
  expect(said.filter((claim) => /boats\.role/.test(claim))).toEqual([])
})
