import { describe, expect, test } from 'vitest'
import { parseDocument } from '../parse-document.ts'
import { collectRequirements } from './collect-requirements.ts'

const parse = (text: string) => parseDocument({ id: 'prd', kind: 'prd', path: 'prd.md', text })
const found = (text: string) => collectRequirements(parse(text)).map(({ id, title, line }) => `${line} ${id} ${title}`)
/** Requirement and text of every block. */
const owners = (text: string) =>
  parse(text).blocks.map((block) => `${block.requirement ?? '-'} ${'inline' in block ? block.inline.text : block.kind}`)

describe('requirements and what belongs to them', () => {
  test('lines of fields', () => {
    const text =
      '## User Stories\n\nID: US-001\nTitle: Add a bed\nDescription: As a gardener I add beds.\nAcceptance criteria:\n- It has a name.\n\nID: US-002\nTitle: Remove a bed\n\n## Metrics\n\nText.\n'
    expect(found(text)).toEqual(['3 US-001 Add a bed', '9 US-002 Remove a bed'])
    expect(owners(text)).toEqual([
      '- User Stories',
      'US-001 ID: US-001',
      'US-001 Title: Add a bed',
      'US-001 Description: As a gardener I add beds.',
      'US-001 Acceptance criteria:',
      'US-001 It has a name.',
      'US-002 ID: US-002',
      'US-002 Title: Remove a bed',
      '- Metrics',
      '- Text.',
    ])
  })

  test('items of fields, and items that hold them', () => {
    expect(
      found(
        '- ID: US-001\n- Tytuł: Grządki\n- Kryteria akceptacji:\n  1. Nazwa.\n\n- ID: US-002\n  Tytuł: Nasiona\n  Kryteria akceptacji:\n  - Ilość.\n',
      ),
    ).toEqual(['1 US-001 Grządki', '6 US-002 Nasiona'])
    expect(
      owners('- ID: US-001\n- Tytuł: Grządki\n- Kryteria akceptacji:\n  1. Nazwa.\n').every((one) => one.startsWith('US-001')),
    ).toBe(true)
  })

  test('headings hold everything up to the next of their rank', () => {
    const text =
      '### US-001: Add a bed\n\n**As a gardener I add beds.**\n\n**Acceptance criteria**\n\n1. It has a name.\n\n---\n\n### US-002 – Remove\n\nID: US-002\n\n## Metrics\n\n- Ten beds.\n'
    expect(found(text)).toEqual(['1 US-001 Add a bed', '11 US-002 Remove'])
    expect(owners(text).at(-1)).toBe('- Ten beds.')
    expect(owners(text).filter((one) => one.startsWith('US-001'))).toHaveLength(4)
  })

  test('headings for the fields as well', () => {
    const text = '### ID US-001\n### Title: Add a bed\n### Acceptance Criteria:\n- It has a name.\n'
    expect(found(text)).toEqual(['1 US-001 Add a bed'])
    expect(owners(text).every((one) => one.startsWith('US-001'))).toBe(true)
  })

  test('an item with its text ends at the next item, one inside another returns to it', () => {
    const text = '- FR-01: Beds\n  - FR-01.1: Names\n  - Sizes\n- Seeds\n\nText.\n'
    expect(owners(text)).toEqual(['FR-01 FR-01: Beds', 'FR-01.1 FR-01.1: Names', 'FR-01 Sizes', '- Seeds', '- Text.'])
  })

  test('rows of a table', () => {
    const text = '| ID | Requirement |\n|---|---|\n| FR-01 | Beds have names. |\n| FR-02 | Seeds are kept. |\n'
    expect(found(text)).toEqual(['3 FR-01 Beds have names', '4 FR-02 Seeds are kept'])
    expect(parse(text).blocks.map((block) => [block.kind, block.requirement])).toEqual([
      ['table', 'FR-01'],
      ['table', 'FR-02'],
    ])
  })

  test('a title that stands on the next line, or is too long', () => {
    expect(found('US-001\n\nAdd a bed\n\n- name\n')).toEqual(['1 US-001 Add a bed'])
    expect(found(`- FR-001: ${'word '.repeat(60)}`)[0]?.length).toBeLessThan(135)
  })

  test('an id that is only spoken of begins nothing', () => {
    expect(found('- People sign in first (US-003).\n- US-001 and US-002 need this.\n')).toEqual([])
  })
})
