import { expect, it } from 'vitest'
import { decided, required } from '../testing.ts'

const kept = ['A sail has a name and an area.', 'Zaproszenie ma nazwę i opis.']
const groups = ['Each user belongs to one marina.', 'Każdy użytkownik należy do jednej filii.']

const readers = async (...lines: readonly string[]) =>
  (await required(...lines)).filter((claim) => /^access (?:sail|invitation) /.test(claim) && claim.includes('select'))

it.each([
  ['Everyone can view sails.', 'access sail anonymous select'],
  ['Anyone can browse the sails.', 'access sail anonymous select'],
  ['Anyone can browse the sails without an account.', 'access sail anonymous select'],
  ['Sails are public and can be read without logging in.', 'access sail anonymous select'],
  ['Sails are visible to all logged-in users.', 'access sail signed in select'],
  ['Sails are visible to everyone in the marina.', 'access sail member of marina select'],
  ['Sails are visible to the whole marina.', 'access sail member of marina select'],
  ['A sail has an author but is visible to the whole marina.', 'access sail member of marina select'],
  ['A sail is visible only to employees of the same marina.', 'access sail member of marina only select'],
  ['Members of a marina see all its sails.', 'access sail member of marina select'],
  ['Employees see all sails of the marina.', 'access sail member of marina select'],
])('%s', async (line, claim) => {
  expect(await readers(kept[0] ?? '', groups[0] ?? '', line)).toContain(claim)
})

it.each([
  ['Zaproszenia są widoczne dla wszystkich zalogowanych użytkowników.', 'access invitation signed in select'],
  ['Zaproszenia są widoczne dla całej filii.', 'access invitation member of branch select'],
  ['Zaproszenia mogą przeglądać wszyscy w filii.', 'access invitation member of branch select'],
  ['Zaproszenia są współdzielone w ramach filii.', 'access invitation member of branch select'],
])('%s', async (line, claim) => {
  expect(await readers(kept[1] ?? '', groups[1] ?? '', line)).toContain(claim)
})

it.each([
  'The limit of sails is the same for everyone.',
  'As a visitor, I want to access the harbour and try its sails without creating an account.',
  'Public transport brings the sails.',
  'Users see only their own sails.',
  'Sails are not visible to anyone else.',
  'As a user I want to add sails, so that I can invite my marina.',
])('opens nothing: %s', async (line) => {
  const claims = await readers(kept[0] ?? '', groups[0] ?? '', line)
  expect(claims.filter((claim) => /anonymous|signed in|member/.test(claim))).toEqual([])
})

it('opens the tables of a session as well', async () => {
  const said = await decided('Tables: `sails` (id, name).', 'Everyone can read `sails`.')
  expect(said).toContain('access sails anonymous select')
})
