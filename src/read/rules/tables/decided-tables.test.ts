import { expect, test } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

const prd = `# Product Requirements

## 3. Functional Requirements

- Keepers add aquariums with a name and a volume.
- Keepers record water tests with a date and a result.
- Keepers can create feeding plans with a title and a description.
- Keepers manage fish with a name and a price.
- Keepers log treatments with a date and a description.
- Keepers see the aquariums of others and comment on them.
- Visitors can like aquariums.
`

const notesOf = (lines: string) => `<conversation_summary>\n<decisions>\n${lines}\n</decisions>\n</conversation_summary>\n`

const attributesOf = async (lines: string) => (await claimsOf({ prd, notes: notesOf(lines) })).map(sayClaim)

test('a session that settles a detail leaves the things of the PRD where they are', async () => {
  const said = await attributesOf('1. Species go to a `fish_species` table that all share.')
  expect(said).toContain('attribute aquarium.volume')
  expect(said.some((line) => /^entity like/.test(line))).toBe(true)
})

test('one that names the tables has decided', async () => {
  const tables = ['fish_species', 'tanks', 'measurements', 'plans', 'animals']
  const said = await attributesOf(
    tables.map((name, at) => `${at + 1}. Create the table \`${name}\` (id, name, created_at).`).join('\n'),
  )
  for (const name of tables) expect(said).toContain(`entity ${name} table`)
  expect(said.filter((line) => /^entity like/.test(line))).toEqual([])
})
