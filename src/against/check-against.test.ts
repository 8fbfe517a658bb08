import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSchema, type SourceSchema } from '../source/read-schema.ts'
import { recogniseSource } from '../source/schema-source.ts'
import { checkAgainst } from './check-against.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dbplan-against-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** What is found of a plan against notes, and a PRD: code, the part's name, and the line of the document. */
async function against(plan: string, notes: string, prd?: string): Promise<readonly string[]> {
  const file = put('plan.md', plan)
  const read = await readSchema(await recogniseSource(file, file))
  const files = [put('notes.md', notes), ...(prd === undefined ? [] : [put('prd.md', prd)])]
  const { value } = await checkAgainst(read.value as SourceSchema, { dir: folder, files })
  return (value ?? []).map(({ code, part, asked }) => {
    const name = [part?.owner, part?.name].filter((one) => one !== undefined).join('.')
    return `${code.replace('against/', '')} ${name} < ${asked?.place.line}`
  })
}

const notes = `# Database planning session

## Decisions

1. Tables: \`lockers\` (id, user_id, label, size, note) and \`rentals\` (id, locker_id, starts_on, ends_on).
2. The label has at most 30 characters.
3. \`label\` must be unique per user.
4. The size is an ENUM: 'small', 'medium', 'large'.
5. Primary keys are UUID.
6. Deleting a locker deletes its rentals (ON DELETE CASCADE).
7. Hard delete everywhere, no soft delete.
8. No \`invoices\` table in the MVP.
`

const served = `# Lockers, on Supabase

### lockers
- id: uuid primary key default gen_random_uuid()
- user_id: uuid not null references auth.users(id) on delete cascade
- label: text not null, check (char_length(label) <= 30)
- size: locker_size not null
- note: text
- unique (user_id, label)

### rentals
- id: uuid primary key default gen_random_uuid()
- locker_id: uuid not null references lockers(id) on delete cascade
- starts_on: date not null
- ends_on: date

\`\`\`sql
create type locker_size as enum ('small', 'medium', 'large');
\`\`\`
`

describe('a plan held against notes', () => {
  test('that it serves', async () => {
    expect(await against(served, notes)).toEqual([])
  })

  test.each([
    ['a table', /### rentals[\s\S]*?(?=```)/, '', ['table-missing  < 5']],
    ['a column named as code', '- starts_on: date not null\n', '', ['column-missing rentals < 5']],
    ['another limit', '<= 30', '<= 50', ['limit-differs lockers.label < 6']],
    ['no limit', ', check (char_length(label) <= 30)', '', ['limit-missing lockers.label < 6']],
    ['a limit in the type', 'text not null, check (char_length(label) <= 30)', 'varchar(30) not null', []],
    ['no uniqueness', '- unique (user_id, label)\n', '', ['unique-missing lockers.label < 7']],
    ['uniqueness for all', 'unique (user_id, label)', 'unique (label)', ['unique-differs lockers.label < 7']],
    ['a value too few', ", 'large'", '', ['values-differ lockers.size < 8']],
    [
      'keys of another type',
      /uuid primary key default gen_random_uuid\(\)/g,
      'bigint generated always as identity primary key',
      ['convention lockers < 9'],
    ],
    [
      'another deletion',
      'lockers(id) on delete cascade',
      'lockers(id) on delete restrict',
      ['deletion-differs rentals.rentals_locker_id_fkey < 10'],
    ],
    [
      'soft deletion',
      '- note: text\n',
      '- note: text\n- deleted_at: timestamptz\n',
      ['deletion-differs lockers.deleted_at < 11'],
    ],
    [
      'what is left out',
      '```sql',
      '### invoices\n- id: uuid primary key\n- total: numeric not null\n\n```sql',
      ['left-out invoices < 12'],
    ],
  ] as const)('%s', async (_, part, by, expected) => {
    const plan = served.replace(part, by)
    expect(plan).not.toBe(served)
    expect((await against(plan, notes)).filter((one) => !one.startsWith('reference-missing'))).toEqual(expected)
  })

  test('in Polish, whichever language the plan names its tables in', async () => {
    const sesja = `# Sesja planowania bazy danych

## Decyzje

1. Tabela \`zamowienia\` z kolumnami \`id\`, \`user_id\`, \`numer\`, \`uwagi\`, \`status\`.
2. \`numer\` ma maksymalnie 12 znaków.
3. \`status\` to ENUM: 'nowe', 'w toku', 'gotowe'.
`
    const plan = (name: string) => `# Plan bazy danych (Supabase)

### ${name}
- id: uuid primary key
- user_id: uuid not null references auth.users(id)
- numer: varchar(20) not null
- uwagi: text
- status: text not null, check (status in ('nowe', 'gotowe'))
`
    const expected = (table: string) => [`limit-differs ${table}.numer < 6`, `values-differ ${table}.status < 7`]
    expect(await against(plan('zamowienia'), sesja)).toEqual(expected('zamowienia'))
    expect(await against(plan('orders'), sesja)).toEqual(expected('orders'))
  })

  test('examples are no closed list', async () => {
    const open =
      '# Notes on the database\n\n## Decisions\n\n1. A `boats` table: id, name, kind (e.g. "dinghy", "yacht", "canoe").\n'
    const boats = (kind: string) => `# Boats\n\n### boats\n- id: uuid primary key\n- name: text not null\n- kind: ${kind}\n`
    expect(await against(boats("text not null check (kind in ('dinghy', 'yacht', 'canoe'))"), open)).toEqual([
      'open-list boats.kind < 5',
    ])
    expect(await against(boats('text not null'), open)).toEqual([])
  })

  test('what people may do, and must not', async () => {
    const may = `# Notes on the database

## Decisions

1. Tables \`songs\` (id, user_id, title) and \`votes\` (id, user_id, song_id, created_at).
2. Users must not change or delete votes.
`
    const plan = (policies: string) => `# Songs, on Supabase

### songs
- id: uuid primary key
- user_id: uuid not null references auth.users(id) on delete cascade
- title: text not null

### votes
- id: uuid primary key
- user_id: uuid not null references auth.users(id) on delete cascade
- song_id: uuid not null references songs(id) on delete cascade
- created_at: timestamptz not null default now()

\`\`\`sql
alter table songs enable row level security;
alter table votes enable row level security;
create policy "own songs" on songs for select to authenticated using (user_id = (select auth.uid()));
create policy "add songs" on songs for insert to authenticated with check (user_id = (select auth.uid()));
create policy "change songs" on songs for update to authenticated using (user_id = (select auth.uid()));
create policy "see votes" on votes for select to authenticated using (user_id = (select auth.uid()));
create policy "vote" on votes for insert to authenticated with check (user_id = (select auth.uid()));
${policies}
\`\`\`
`
    const prd = `# Product Requirements Document (PRD) - Songs

### US-001 Delete a song
As a user, I want to delete my song, when I no longer sing it.
`
    const deletes = 'create policy "drop songs" on songs for delete to authenticated using (user_id = (select auth.uid()));'
    expect(await against(plan(deletes), may, prd)).toEqual([])
    expect(await against(plan(''), may, prd)).toEqual(['access-missing songs < 4'])
    const changes = `${deletes}\ncreate policy "recast" on votes for update to authenticated using (user_id = (select auth.uid()));`
    expect(await against(plan(changes), may, prd)).toEqual(['access-given votes.recast < 6'])
  })

  test('a requirement that nothing serves', async () => {
    const prd = `# Product Requirements Document (PRD) - Lockers

## User Stories

### US-001 Rent a locker
As a user, I want to rent a locker, so that my bag is safe.

### US-002 Report damage
As a user, I want to report damage with a photo url, a description and a severity.
Acceptance criteria:
- A damage report has a description, a severity, a photo url and a reported date.
- Users see a list of their damage reports.
`
    const found = await against(served, notes, prd)
    expect(found).toEqual(['table-missing  < 8'])
  })
})

test('a finding says where the document asks, and where the plan answers', async () => {
  const file = put('plan.md', served.replace('<= 30', '<= 50'))
  const read = await readSchema(await recogniseSource(file, file))
  const { value } = await checkAgainst(read.value as SourceSchema, { dir: folder, files: [put('notes.md', notes)] })
  expect(value).toMatchObject([
    {
      severity: 'warning',
      message: 'lockers.label should hold at most 30 characters; the schema says 50.',
      place: { line: 6 },
      quote: '- label: text not null, check (char_length(label) <= 50)',
      asked: { place: { line: 6, column: 4 }, quote: 'The label has at most 30 characters.' },
    },
  ])
})

test('documents that cannot be read are said', async () => {
  const file = put('plan.md', served)
  const read = await readSchema(await recogniseSource(file, file))
  const { value, diagnostics } = await checkAgainst(read.value as SourceSchema, { dir: folder, files: [join(folder, 'none.md')] })
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'brief/file-unreadable', severity: 'error' }])
})

describe('sentences that leave open what they speak of', () => {
  const plan = `# Canoe hire, on Supabase

### canoes
- id: uuid primary key
- registration: text not null, check (char_length(registration) <= 40)
- seats: integer not null, check (seats between 1 and 6)
- colour: text

### outings
- id: uuid primary key
- canoe_id: uuid not null references canoes(id) on delete restrict
- starts_at: timestamptz not null
- ends_at: timestamptz not null
- unique (canoe_id, starts_at)
`
  test('are held against the one table that has such a column', async () => {
    const said = `# Database planning session

## Decisions

1. \`registration\` has at most 20 characters.
2. \`seats\` is an integer from 1 to 4.
3. \`colour\` is required.
4. Outings of one canoe must not overlap.
5. When a canoe is deleted, its outings are deleted too.
`
    expect([...(await against(plan, said))].sort()).toEqual([
      'deletion-differs outings.outings_canoe_id_fkey < 9',
      'limit-differs canoes.registration < 5',
      'limit-differs canoes.seats < 6',
      'overlap-missing outings < 8',
      'required-differs canoes.colour < 7',
    ])
  })

  test('say nothing where two tables have one, or where the schema does as they say', async () => {
    const both = plan.replace('- ends_at', '- colour: text\n- ends_at')
    const said = `# Database planning session

## Decisions

1. \`colour\` has at most 20 characters.
2. \`seats\` is an integer from 1 to 6.
3. \`registration\` is required.
`
    expect(await against(both, said)).toEqual([])
  })

  test('a table that no document calls by its name may still be the one that is missed, unless they speak of its columns', async () => {
    const said = `# Database planning session

## Decisions

1. Table \`repairs\` (canoe_id, repaired_on, cost).
2. \`seats\` is an integer from 1 to 6.
3. Outings of one canoe have a start and an end.
`
    expect(await against(plan, said)).toEqual(['table-missing  < 5'])
  })
})
