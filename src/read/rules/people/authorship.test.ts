import { expect, it } from 'vitest'
import { decided, required } from '../testing.ts'

const tables =
  'Tables: `crews` (id, name), `crew_members` (crew_id, user_id, role), `remarks` (id, crew_id, author_id, body), `notes` (id, crew_id, created_by, body).'

const rules = async (...lines: readonly string[]) =>
  (await decided(tables, ...lines)).filter((claim) => /^access (?:remarks|notes) /.test(claim))

it.each([
  ['Remarks can be edited only by their author.', 'access remarks owner only update'],
  ['Only the author can delete a remark.', 'access remarks owner only delete'],
  ['An author may edit and delete their own remarks; others only read them.', 'access remarks owner only update+delete'],
  ['A remark may be removed only by the person who added it.', 'access remarks owner only delete'],
  ['Remarks can be deleted by whoever wrote them.', 'access remarks owner only delete'],
  ['Users can edit only their own remarks.', 'access remarks owner only update'],
  ['Nobody except its author may delete a remark.', 'access remarks owner only delete'],
  ['Uwagi może edytować tylko ich autor.', 'access notes owner only update'],
  ['Autor może usunąć swoją uwagę.', 'access notes owner only delete'],
  ['Notatkę usuwa wyłącznie osoba, która ją dodała.', 'access notes owner only delete'],
  ['Notatkę może zmienić tylko ten, kto ją napisał.', 'access notes owner only update'],
  ['Użytkownik może edytować tylko własne notatki.', 'access notes owner only update'],
  ['Nikt oprócz autora nie może usunąć notatki.', 'access notes owner only delete'],
])('what is its author’s alone: %s', async (line, claim) => {
  expect(await rules(line)).toEqual([claim])
})

it.each([
  ['A remark can be deleted by its author or by an admin of the crew.', ['member of crews only delete']],
  ['Notatkę może usunąć tylko autor lub kapitan załogi.', ['member of crews only delete']],
])('others who are named with the author: %s', async (line, others) => {
  expect((await rules(line)).filter((claim) => !claim.includes(' owner '))).toEqual(
    others.map((one) => expect.stringContaining(one)),
  )
})

it.each([
  'The author of a remark is shown beside it.',
  'Authors cannot delete remarks.',
  'Users can add, edit and delete remarks.',
  'Members of a crew may edit remarks.',
  'Autor uwagi jest widoczny na liście.',
])('no rule of the author’s: %s', async (line) => {
  expect((await rules(line)).filter((claim) => claim.includes('owner only'))).toEqual([])
})

it('a story of what is one’s own says nothing of others', async () => {
  const said = await required(
    'Users create crews. A crew has a name.',
    'As a user, I want to edit my remarks so that they stay true.',
  )
  expect(said.filter((claim) => claim.includes('only'))).toEqual([])
})
