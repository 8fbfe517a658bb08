import { describe, expect, test } from 'vitest'
import { readRequirementId } from './requirement-id.ts'

describe('an id at the beginning of a text', () => {
  test.each([
    ['US-003: Sign in', 'US-003', 'Sign in'],
    ['US-003 - Sign in', 'US-003', 'Sign in'],
    ['US-003 – Logowanie', 'US-003', 'Logowanie'],
    ['US-003. Sign in', 'US-003', 'Sign in'],
    ['US-003 Sign in', 'US-003', 'Sign in'],
    ['[US-003] Sign in', 'US-003', 'Sign in'],
    ['ID: US-001', 'US-001', ''],
    ['ID US-001', 'US-001', ''],
    ['Id: HP12', 'HP12', ''],
    ['FR-01.1: Sign up', 'FR-01.1', 'Sign up'],
    ['US-004.1 Sign up', 'US-004.1', 'Sign up'],
    ['US-002a', 'US-002a', ''],
    ['F-01: Profile', 'F-01', 'Profile'],
    ['NFR-2: Fast', 'NFR-2', 'Fast'],
    ['US 12: Beds', 'US-12', 'Beds'],
    ['US‑001: non-breaking', 'US-001', 'non-breaking'],
    ['Historyjka US-001: Grządki', 'US-001', 'Grządki'],
    ['User Story US-7 - Beds', 'US-7', 'Beds'],
    ['FR-AUTH-01: Sign in', 'FR-AUTH-01', 'Sign in'],
  ])('%s', (text, id, rest) => {
    expect(readRequirementId(text)).toMatchObject({ id, rest })
  })

  test.each([
    'UTF-8 text',
    'GPT-4 writes',
    'ISO-8601 dates',
    'See US-001',
    'US-001, US-002 and US-003',
    'US-001 and US-002 need it',
    'Use 3 beds',
    'ID: uuid',
    'id (uuid)',
    'F',
    '',
  ])('not: %s', (text) => {
    expect(readRequirementId(text)).toBeUndefined()
  })
})
