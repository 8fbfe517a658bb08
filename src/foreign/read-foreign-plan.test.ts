import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Table } from '../schema/table.ts'
import { readForeignPlan } from './read-foreign-plan.ts'

const read = (text: string) => readForeignPlan(text, 'plan.md')
const columnsOf = (table: Table | undefined) =>
  table?.columns.map(
    ({ name, type, nullable, default: value }) =>
      `${name} ${type}${nullable ? '?' : ''}${value === undefined ? '' : ` = ${value}`}`,
  )
const keysOf = (table: Table | undefined) =>
  table?.foreignKeys.map(
    ({ columns, references, onDelete }) =>
      `${columns} > ${references.schema}.${references.table} (${references.columns}) ${onDelete}`,
  )

const expected = ['id uuid = gen_random_uuid()', 'keeper_id uuid', 'name text', 'opened_on date?', 'hives smallint = 0']

/** The same apiary in every notation that people use. */
const notations: Readonly<Record<string, string>> = {
  'bullets with bold names': `## Tables
### apiaries
- **id**: UUID PRIMARY KEY, DEFAULT gen_random_uuid()
- **keeper_id**: UUID, NOT NULL, REFERENCES auth.users(id) ON DELETE CASCADE
- **name**: TEXT NOT NULL, CHECK (char_length(name) <= 80)
- **opened_on**: DATE
- **hives**: SMALLINT NOT NULL DEFAULT 0`,
  'bullets with constraints nested': `## 1. Tabele
### 1.1 \`public.apiaries\`
- **id**: \`uuid\` **PK**, \`NOT NULL\`, \`DEFAULT gen_random_uuid()\`
- **keeper_id**: \`uuid\` \`NOT NULL\`
  - **FK** → \`auth.users(id)\` \`ON DELETE CASCADE\`
- **name**: \`text\` \`NOT NULL\`
  - \`CHECK (char_length(name) <= 80)\`
- **opened_on**: \`date\` \`NULL\`
- **hives**: \`smallint\` \`NOT NULL\` \`DEFAULT 0\``,
  'tables as bullets': `1. Tables

- **apiaries**

  Columns:
  - \`id uuid\` — primary key; default \`gen_random_uuid()\`
  - \`keeper_id uuid\` — not null; references \`auth.users(id)\` on delete cascade; the owner
  - \`name text\` — not null; check \`(char_length(name) <= 80)\`
  - \`opened_on date\` — null
  - \`hives smallint\` — not null default 0`,
  'a markdown table': `## Tables
### \`apiaries\` (places where hives stand)
| Column | Type | Constraints | Description |
|---|---|---|---|
| \`id\` | \`uuid\` | PRIMARY KEY, DEFAULT gen_random_uuid() | Unique identifier |
| \`keeper_id\` | \`uuid\` | NOT NULL, FOREIGN KEY → auth.users(id) ON DELETE CASCADE | References the keeper |
| **Details** | | | |
| \`name\` | \`text\` | NOT NULL, \`CHECK (char_length(name) <= 80)\` | its name |
| \`opened_on\` | \`date\` | NULL | since when |
| \`hives\` | \`smallint\` | NOT NULL, DEFAULT 0 | how many |`,
  'a Polish markdown table': `## 1. Tabele
### Tabela \`apiaries\`
| Kolumna | Typ danych | Wymagalność | Opis |
|---|---|---|---|
| \`id\` | \`uuid\` | **PK** | Klucz główny (default: \`gen_random_uuid()\`). |
| \`keeper_id\` | \`uuid\` | NOT NULL, FK → auth.users(id) ON DELETE CASCADE | Właściciel. |
| \`name\` | \`text\` | NOT NULL | Nazwa |
| \`opened_on\` | \`date\` | NULL | Od kiedy |
| \`hives\` | \`smallint\` | NOT NULL, DEFAULT 0 | Ile |

- \`CHECK (char_length(name) <= 80)\``,
  SQL: `# Schema
\`\`\`sql
create table apiaries (
  id uuid primary key default gen_random_uuid(),
  keeper_id uuid not null references auth.users (id) on delete cascade,
  name text not null check (char_length(name) <= 80),
  opened_on date,
  hives smallint not null default 0
);
\`\`\``,
}

describe('one table in every notation', () => {
  test.each(Object.entries(notations))('%s', async (_, text) => {
    const { schema, remarks, spots } = await read(`${text}\n\nSupabase Auth keeps the accounts.\n`)
    expect(remarks).toEqual([])
    expect(schema.platform.kind).toBe('supabase')
    const [table, ...others] = schema.tables
    expect(others).toEqual([])
    expect(table?.name).toBe('apiaries')
    expect(columnsOf(table)).toEqual(expected)
    expect(keysOf(table)).toEqual(['keeper_id > auth.users (id) cascade'])
    expect(table?.checks.map(({ expression }) => expression)).toEqual(['char_length(name) <= 80'])
    expect(table?.primaryKey?.columns).toEqual(['id'])
    const spot = spots.get(['column', 'apiaries', 'hives'].join('\u0000'))
    expect(text.slice(spot?.start, spot?.end)).toContain('hives')
  })
})

describe('what stands around the tables', () => {
  test('accounts that the platform keeps are no table of the plan, and what references them means them', async () => {
    const { schema, managed } = await read(`### users
This table is managed by Supabase Auth.
- id: UUID PRIMARY KEY
- email: TEXT NOT NULL

### hives
- id: bigserial primary key
- user_id: UUID NOT NULL REFERENCES users(id)
`)
    expect(schema.tables.map(({ name }) => name)).toEqual(['hives'])
    expect(keysOf(schema.tables[0])).toEqual(['user_id > auth.users (id) no action'])
    expect(managed.map(({ table }) => table.name)).toEqual(['users'])
  })

  test('indexes as names, lists and tables', async () => {
    const { schema } = await read(`## Tables
### hives
- id: uuid primary key
- apiary_id: uuid not null
- queen_born: date
## Indexes
- \`hives_apiary_idx\` on hives (\`apiary_id\`, \`queen_born\` desc) where \`queen_born\` is not null
- hives.queen_born
- hives:
  - BTREE(apiary_id)
`)
    expect(schema.tables[0]?.indexes.map(({ name, keys }) => [name, keys.map((key) => key.column)])).toEqual([
      ['hives_apiary_id_idx', ['apiary_id']],
      ['hives_apiary_idx', ['apiary_id', 'queen_born']],
      ['hives_queen_born_idx', ['queen_born']],
    ])
  })

  test('row level security and policies in words', async () => {
    const { schema } = await read(`## Tables
### hives
- id: uuid primary key
- user_id: uuid not null
### swarms
- id: uuid primary key
- user_id: uuid not null
## Row-Level Security
Enable RLS on hives and swarms.
- \`hives\`: allow select/delete where \`user_id = auth.uid()\`
### swarms
- **INSERT** (for \`authenticated\`): \`WITH CHECK (user_id = auth.uid())\`
`)
    expect(
      schema.tables.map(({ name, rowSecurity, policies }) => [
        name,
        rowSecurity,
        policies.map(({ command, roles, using, check }) => [command, roles, using ?? check]),
      ]),
    ).toEqual([
      [
        'hives',
        'on',
        [
          ['select', [], 'user_id = auth.uid()'],
          ['delete', [], 'user_id = auth.uid()'],
        ],
      ],
      ['swarms', 'on', [['insert', ['authenticated'], 'user_id = auth.uid()']]],
    ])
  })

  test('enums in every notation', async () => {
    const { schema } = await read(`## Types
- \`hive_state\`: \`('strong', 'weak')\`
### bee_kind
**Typ:** ENUM
**Wartości:** \`worker\`, \`drone\`
## Tables
Types: create type honey_kind as enum('lime','heather')
`)
    expect(schema.enums.map(({ name, values }) => [name, values])).toEqual([
      ['bee_kind', ['worker', 'drone']],
      ['hive_state', ['strong', 'weak']],
      ['honey_kind', ['lime', 'heather']],
    ])
  })

  test('what the description and the SQL of one table say differently is a finding at its place', async () => {
    const text = `### hives
| Column | Type | Constraints |
|---|---|---|
| id | uuid | primary key |
| weight | integer | not null |
| colour | text | |

\`\`\`sql
create table hives (id uuid primary key, weight numeric(6,2) not null, frames smallint);
\`\`\`
`
    const { remarks, schema } = await read(text)
    expect(columnsOf(schema.tables[0])).toEqual(['id uuid', 'weight numeric(6,2)', 'frames smallint?'])
    expect(remarks.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
      ['plan/sections-differ', 'hives.weight'],
      ['plan/sections-differ', 'hives.colour'],
      ['plan/sections-differ', 'hives.frames'],
    ])
    expect(remarks.map(({ spot }) => text.slice(spot.start, spot.end).trim())).toEqual([
      'weight | integer | not null',
      'colour | text |',
      'frames smallint',
    ])
  })

  test('a table that only a diagram has is taken from it', async () => {
    const { schema } = await read('```mermaid\nerDiagram\n  hives {\n    uuid id PK\n    text name\n  }\n```\n')
    expect(columnsOf(schema.tables[0])).toEqual(['id uuid', 'name text?'])
  })
})

test('no text makes the reader throw, and every place is inside the text', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '## Tables',
      '### `hives`',
      '- **id**: uuid primary key',
      '| Column | Type |',
      '|---|---|',
      '| `a` | `text` |',
      '```sql',
      '```',
      'create table t (',
      ');',
      'create policy p on t for insert, update using (true);',
      '- UNIQUE (a, b)',
      '1. Indexes',
    ),
    fc.string({ maxLength: 30 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (lines) => {
      const text = lines.join('\n')
      const { remarks, spots } = await read(text)
      for (const { start, end } of [...remarks.map(({ spot }) => spot), ...spots.values()]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(start).toBeLessThanOrEqual(end)
      }
    }),
    { numRuns: 150 },
  )
})

test('bold paragraphs name tables, keys of several columns are one key, an enum is named in bold', async () => {
  const text = `# Kennels, on Supabase

## Tables

**1. Table: kennels**
- id: uuid primary key
- size: kennel_size not null

**Constraints**
- unique (size)

**stays** (one a night)

| Column | Type | Constraints |
|---|---|---|
| kennel_id | uuid | PK, references kennels(id) |
| night | date | PK |

**Enum** \`kennel_size\`: 'small', 'large'
`
  const { schema, remarks } = await readForeignPlan(text, 'plan.md')
  expect(schema.tables.map(({ name, primaryKey }) => [name, primaryKey?.columns])).toEqual([
    ['kennels', ['id']],
    ['stays', ['kennel_id', 'night']],
  ])
  expect(schema.enums).toMatchObject([{ name: 'kennel_size', values: ['small', 'large'] }])
  expect(remarks).toEqual([])
})
