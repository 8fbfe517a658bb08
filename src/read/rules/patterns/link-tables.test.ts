import { expect, it } from 'vitest'
import { claimsOf, decided, sayClaim } from '../testing.ts'

const tables = 'Tables: `clubs` (id, name), `dogs` (id, name).'

it.each([
  ['Users can belong to several clubs, through a `memberships` table with a role (trainer, member).', 'user', 'memberships'],
  ['People belong to several clubs via a memberships table with a role (trainer, member).', 'user', 'membership'],
  ['Użytkownik może należeć do wielu klubów przez tabelę `memberships` z rolą (trener, członek).', 'user', 'memberships'],
  ['Użytkownik może należeć do wielu klubów przez tabelę członkostw z rolą (trener, członek).', 'user', 'membership'],
  ['A dog can visit many clubs through the join table `club_visits`.', 'dogs', 'club_visits'],
])('%s', async (line, from, through) => {
  const said = await decided(tables, line)
  expect(said).toContain(`${from} many to many clubs through ${through}`)
  expect(said.some((claim) => claim.startsWith(`attribute ${through}.role`))).toBe(/rol[eą]/.test(line))
})

it('takes what it links from the question that it answers', async () => {
  const notes = `# Database planning session

${tables}

Q1: Can one person belong to several clubs?
Recommendation: Yes, through a \`memberships\` table with a role (trainer, member).
A1: Yes, agreed.
`
  const said = (await claimsOf({ notes })).map(sayClaim)
  expect(said).toContain('user many to many clubs through memberships')
})

it.each([
  'Users reach their clubs through the API.',
  'Dogs belong to clubs via `club_id`.',
  'No club is linked to several dogs through a `club_dogs` table.',
  'Clubs are read through a database view.',
])('nothing: %s', async (line) => {
  expect((await decided(tables, line)).filter((claim) => claim.includes(' through '))).toEqual([])
})
