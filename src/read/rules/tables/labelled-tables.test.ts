import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function said(notes: string): Promise<readonly string[]> {
  return (await claimsOf({ notes })).map(sayClaim)
}

const dictionary = (title: string): string => `# Tables

${title}

| Column | Type | Notes |
|---|---|---|
| id | uuid | PK |
| hull_kind | hull_kind | \`wood\`, \`steel\`; default \`wood\` |
| inspected_by | uuid | FK → inspectors, null until inspected |
| remarks | text | optional |
`

describe('a table of columns below a name', () => {
  it.each(['### ferries', '### Ferries', '### `ferries`'])('%s', async (title) => {
    const claims = await said(dictionary(title))
    expect(claims.some((line) => /^entity ferr(?:y|ies) table$/.test(line))).toBe(true)
    expect(claims.some((line) => /^attribute ferr(?:y|ies)\.inspected_by uuid optional → inspectors$/.test(line))).toBe(true)
    expect(claims.some((line) => /^values ferr(?:y|ies)\.hull_kind wood\|steel/.test(line))).toBe(true)
    expect(claims.some((line) => /^attribute ferr(?:y|ies)\.hull_kind default 'wood'$/.test(line))).toBe(true)
  })

  it('a type or a value is no column of it', async () => {
    const claims = await said(dictionary('### ferries'))
    expect(claims.filter((line) => /^attribute .*\.(?:wood|steel|text|uuid)\b/.test(line))).toEqual([])
  })

  it('a table of decisions names no table', async () => {
    const claims = await said('### topics\n\n| Decision | Why |\n|---|---|\n| Soft deletion | history |\n')
    expect(claims.filter((line) => line.startsWith('entity topic'))).toEqual([])
  })
})

describe('columns behind a name and a dash', () => {
  const list = (line: string): string => `## Key entities\n\n${line}\n- \`piers\` – \`id\`, \`name\`\n`

  it('with types and references in one code span each', async () => {
    const claims = await said(
      list(
        "- `berths` – `id uuid pk`, `pier_id → piers`, `state berth_state ('free','taken')`, `depth numeric(4,1)`, `description`; PK (`id`)",
      ),
    )
    expect(claims).toContain('attribute berths.pier_id → piers')
    expect(claims).toContain('values berths.state free|taken')
    expect(claims).toContain('attribute berths.depth numeric(4,1)')
    expect(claims.filter((line) => /berth_state|\.pk\b|entity (?:id|description)\b/.test(line))).toEqual([])
  })

  it('a description first, and the fields behind a colon', async () => {
    const claims = await said(list('- **berths** – a place at a pier. Attributes: number, depth (`depth_m`), covered.'))
    expect(claims.some((line) => /^attribute berths?\.depth_m$/.test(line))).toBe(true)
  })

  it('several tables in one row', async () => {
    const claims = await said('## Key entities\n\n- `ferries`, `crossings` – what the timetable is made of\n')
    expect(claims).toContain('entity ferries table')
    expect(claims).toContain('entity crossings table')
  })

  it('sentences about columns are no list of fields', async () => {
    const claims = await said(
      '## Decisions\n\n1. **Kept totals**: `ferries.trip_count` and `ferries.load_kg` are kept by triggers.\n',
    )
    expect(claims.filter((line) => line.startsWith('entity kept_total'))).toEqual([])
    expect(claims).toContain('attribute ferries.trip_count')
  })

  it('a part of the document is no table', async () => {
    const claims = await said('**Entity overview**\n\n- `ferries` (id, name, pier_id)\n')
    expect(claims.filter((line) => /^entity overview/.test(line))).toEqual([])
  })
})

describe('names of database talk', () => {
  it.each(['models (id, name, scale)', 'questions (id, body, quiz_id)', 'operations (id, vat_id, performed_at)'])(
    '%s: with its columns listed it is a table',
    async (list) => {
      const name = /^\w+/.exec(list)?.[0] ?? ''
      const claims = await said(`## Entities\n\n- ${list}\n`)
      expect(claims).toContain(`entity ${name} table`)
    },
  )

  it.each(['CRUD operations are allowed.', 'Use a simple model for the entities.', 'The answer was accepted.'])(
    '%s names none',
    async (line) => {
      expect((await said(`## Decisions\n\n1. ${line}\n`)).filter((claim) => claim.startsWith('entity'))).toEqual([])
    },
  )

  it('a name in -us or -ss behind a table’s name is no part of it', async () => {
    const claims = await said('## Decisions\n\n1. Table `ferries` with `ferry_status` as an enum.\n')
    expect(claims).not.toContain('entity ferry_status table')
  })
})

it('a dictionary is called a table', async () => {
  const claims = await said('## Decisions\n\n1. A dictionary table `knots` holds the name and the strength.\n')
  expect(claims).toContain('entity knots table')
})

it('what is keyed by the account is its row', async () => {
  const claims = await said('## Decisions\n\n1. Table `skippers` keyed by the auth user id.\n')
  expect(claims).toContain('skippers one to one auth.users')
  expect(claims.filter((line) => line.includes('skippers.the'))).toEqual([])
})

describe('values behind a verb', () => {
  it.each([
    ['`rigs`.`hull` is `wood` | `steel` | `glass`, and the rest is text.', 'wood|steel|glass'],
    ['Statuses are planned, sailing, docked and lost.', 'planned|sailing|docked|lost'],
    ['Ferry state: `planned` → `sailing` → `docked`.', 'planned|sailing|docked'],
  ])('%s', async (line, values) => {
    const claims = await said(`## Decisions\n\n1. Table \`ferries\` (id, hull, status).\n2. ${line}\n`)
    expect(claims.some((each) => each.startsWith('values') && each.includes(values))).toBe(true)
  })

  it.each(['Statuses are shown on the list, in the details and in the export.', 'The hull is strong, wide and cheap.'])(
    '%s lists none',
    async (line) => {
      const claims = await said(`## Decisions\n\n1. Table \`ferries\` (id, hull, status).\n2. ${line}\n`)
      expect(claims.filter((each) => each.startsWith('values'))).toEqual([])
    },
  )
})

describe('names behind "tables:"', () => {
  it.each([
    ['Tables: kilns (name, hourly_price), glaze (kiln_id, name) and firings (glaze_id, fired_at).', 'kilns glaze firings'],
    ['Accounts are kept elsewhere; tables: kilns, firings.', 'kilns firings'],
    ['Tabele: piece, szkliwa oraz wypaly (piec_id, data).', 'piece szkliwa wypaly'],
  ])('%s', async (decision, tables) => {
    const claims = await said(`## Decisions\n1. ${decision}`)
    const named = claims.flatMap((line) => /^entity (\w+) table$/.exec(line)?.[1] ?? [])
    expect(named).toEqual(tables.split(' '))
  })

  it.each([
    'Tables: small ones first, then big.',
    'Tables: one per tenant.',
    'Tables: text, uuid.',
    'tables: event, name, seats (1-30), shape (round, square)',
    'Table: name, colour, heat.',
  ])('%s names none', async (decision) => {
    const claims = await said(`## Decisions\n1. ${decision}`)
    expect(claims.filter((line) => line.startsWith('entity'))).toEqual([])
  })
})

it('a word of the language behind the word for a table is translated, however it is declined', async () => {
  const claims = await said('- Tabela faktur: numer, kwota, data wystawienia.\n- Tabela rooms: nazwa, numer.')
  expect(claims).toEqual(expect.arrayContaining(['attribute invoice.amount', expect.stringMatching(/^entity rooms? table/)]))
  expect(claims.filter((line) => /faktur/.test(line))).toEqual([])
})
