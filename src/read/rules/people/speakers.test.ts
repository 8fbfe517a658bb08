import { expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function stories(requirements: string, ...lines: readonly string[]): Promise<readonly string[]> {
  const text = lines.map((line, index) => `### US-00${index + 1}\n\n${line}\n`).join('\n')
  return (await claimsOf({ prd: `# PRD\n\n## Functional Requirements\n\n- ${requirements}\n\n## User Stories\n\n${text}` })).map(
    sayClaim,
  )
}

it('people who speak in stories have accounts, and what leads to them leads there', async () => {
  const claims = await stories(
    'A dispatcher adds trips: date, start time, status and the assigned driver. Dispatchers invite and delete drivers.',
    'As a driver, I want to see my trips.',
    'As a dispatcher, I want to add trips.',
  )
  expect(claims).not.toContain('entity driver thing')
  expect(claims).not.toContain('entity dispatcher thing')
  expect(claims.find((claim) => /trip many to one driver/.test(claim))).toBeDefined()
})

it('people of whom something is kept are things though they speak', async () => {
  const claims = await stories(
    'A dispatcher adds drivers. A driver has a first name, a last name and a phone number.',
    'As a driver, I want to see my trips.',
    'As a dispatcher, I want to add drivers.',
  )
  expect(claims).toContain('entity driver thing')
})

it('belonging to one or more is many to many for those who have accounts', async () => {
  const claims = await stories(
    'A dispatcher adds depots (name, address). A driver belongs to one or more depots.',
    'As a driver, I want to see my depots.',
    'As a dispatcher, I want to add depots.',
  )
  expect(claims.find((claim) => /driver many to many depot/.test(claim))).toBeDefined()
})
