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

it.each([
  ['Each user belongs to one marina.', 'marina'],
  ['Każdy użytkownik jest przypisany do jednej filii.', 'branch'],
])('what people belong to one of is a group, and kept with the person: %s', async (line, group) => {
  const said = await required(line)
  expect(said).toContain(`group ${group} single`)
  expect(said).toContain(`user many to one ${group}`)
})

it.each([
  ['Each user belongs to one marina.', 'Users see only the sails of their marina.'],
  ['Each user belongs to one marina.', 'Users can only see sails from their own marina.'],
  ['Each user belongs to one marina.', 'Each marina sees only its own sails.'],
])('what is the group’s is read by its members: %s %s', async (belongs, line) => {
  const said = await required('A sail has a name and an area.', belongs, line)
  expect(said).toEqual(expect.arrayContaining(['sail many to one marina']))
  expect(said.filter((claim) => /^access sail owner/.test(claim))).toEqual([])
})

it.each(['A user belongs to one role.', 'Residents and board members comment on one marina.', 'A sail belongs to one marina.'])(
  'no group: %s',
  async (line) => {
    expect((await required(line)).filter((claim) => claim.startsWith('group'))).toEqual([])
  },
)

it('what is unique within a thing is so per row of it, and what is added to things is one’s', async () => {
  const said = await required(
    'A crew has a name and a port. A boat has a number and a length. A boat belongs to a crew.',
    'Boat numbers are unique within the crew.',
    'Users add notes to boats. A note has a text.',
  )
  expect(said).toContain('unique boat (number) per crew')
  expect(said.filter((claim) => /many to many/.test(claim))).toEqual([])
})
