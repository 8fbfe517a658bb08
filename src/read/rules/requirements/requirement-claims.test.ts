import { describe, expect, test } from 'vitest'
import { aboutRequirements } from '../testing.ts'

const kept = `# Kennel

## Functional Requirements

The keeper manages kennels, adds dogs to kennels, edits dogs and deletes dogs. Each walk has a start time and a distance. The keeper adds walks, lists walks and deletes walks.
`
const story = (id: number, title: string, wish: string, ...criteria: readonly string[]) =>
  `### US-00${id}: ${title}\n\n${wish}\n\nAcceptance criteria:\n${criteria.map((each) => `- ${each}`).join('\n')}\n`

describe('what a requirement is about', () => {
  test('is what its title and wish name, not what a criterion names in passing', async () => {
    const found = await aboutRequirements(
      `${kept}\n## User Stories\n\n${story(1, 'Log in', 'As a keeper, I want to log in so that I see my walks.', 'After login the list of dogs is shown.')}${story(2, 'Plan a walk', 'As a keeper, I want to add a walk for a dog.', 'A message is shown.')}`,
    )
    expect(found).toEqual(['US-001: +accounts', 'US-002: walk, dog'])
  })

  test('includes what its criteria make or delete', async () => {
    const found = await aboutRequirements(
      `${kept}\n## User Stories\n\n${story(1, 'Close a kennel', 'As a keeper, I want to close a kennel.', 'The system deletes its walks.', 'The dogs page opens.')}`,
    )
    expect(found).toEqual(['US-001: kennel, walk'])
  })

  test('labels name nothing, and neither does who wishes or what for', async () => {
    const found = await aboutRequirements(
      `${kept}\n## User Stories\n\n- ID: US-001\n- Title: Edit a walk\n- Description: As a dog owner, I want to edit a walk so that kennels stay quiet.\n`,
    )
    expect(found).toEqual(['US-001: walk'])
  })

  test('sides of a thing are the thing; a product called after a thing is not', async () => {
    const found = await aboutRequirements(
      `${kept}\n## Requirements\n\n- FR-001: Show the walk details.\n- FR-002: Sign in to the walk system.\n- FR-003: Cancel a long walk.\n`,
    )
    expect(found).toEqual(['FR-001: walk', 'FR-002: +accounts', 'FR-003: walk'])
  })

  test('nothing is stored for themes and response times; what is kept elsewhere is not covered', async () => {
    const found = await aboutRequirements(
      `${kept}\n## Requirements\n\n- FR-001: The interface has a dark theme.\n- FR-002: Pages respond within two seconds.\n- FR-003: The keeper stores vaccination certificates.\n- FR-004: Invoices are retained for five years.\n`,
    )
    expect(found.map((line) => line.includes('no data'))).toEqual([true, true, false, false])
  })
})

const polish = `# Pasieka

## Wymagania funkcjonalne

Pszczelarz zarządza ulami, dodaje ule, edytuje ule i usuwa ule. Każda wizyta ma datę i opis. Pszczelarz dodaje wizyty, przegląda listę wizyt i usuwa wizyty.
`

test('the same in Polish', async () => {
  const found = await aboutRequirements(
    `${polish}
## Historyjki użytkowników

- ID: US-001
- Tytuł: Odzyskiwanie hasła
- Opis: Jako pszczelarz chcę zresetować hasło, aby wrócić do moich uli.
- Kryteria akceptacji:
  - Po zmianie hasła widać listę uli.

- ID: US-002
- Tytuł: Usuwanie ula
- Opis: Jako pszczelarz chcę usunąć ul.
- Kryteria akceptacji:
  - System usuwa wizyty ula.

- ID: US-003
- Tytuł: Ciemny motyw
- Opis: Jako pszczelarz chcę mieć ciemny motyw interfejsu.
`,
  )
  expect(found[0]).toBe('US-001: +accounts')
  expect(found[1]).toMatch(/^US-002: hive, visit$/)
  expect(found[2]).toMatch(/no data$/)
})
