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

/** `table: column type, …; column -> table` of everything that was read. */
async function outline(text: string): Promise<readonly string[]> {
  const { schema } = await readForeignPlan(text, 'plan.md')
  return schema.tables.map((table) => {
    const columns = table.columns.map(({ name, type }) => `${name} ${type}`).join(', ')
    const keys = table.foreignKeys.map(
      ({ columns: own, references }) => `${own.join(', ')} -> ${references.schema}.${references.table}`,
    )
    return [`${table.name}: ${columns}`, ...[...keys].sort()].join('; ')
  })
}

describe('tables in other dress', () => {
  test('drawn trees in a block without a language', async () => {
    const text =
      '# Kennel, on Supabase\n\n```\nkeepers\n ├── id    uuid  PK → auth.users.id\n └── name  text  not null\n\ndogs\n ├── id         uuid  PK\n ├── keeper_id  uuid  FK → keepers.id\n └── weight_kg  numeric(4,1)\n```\n\n```\nkeepers 1 ───< dogs\n```\n'
    expect(await outline(text)).toEqual([
      'keepers: id uuid, name text; id -> auth.users',
      'dogs: id uuid, keeper_id uuid, weight_kg numeric(4,1); keeper_id -> public.keepers',
    ])
  })

  test('lines below a name in bold', async () => {
    const text =
      '# Quarry\n\n## Entities\n\n**pits**\nid, bigint, primary key\ndepth_m, integer, required\n\n**StoneLot**\n- id — bigint PK\n- pit_id — bigint, FK to pits(id), cascade\n\n**Remarks**\nnothing that is a column\nand no type either\n'
    expect(await outline(text)).toEqual([
      'pits: id bigint, depth_m integer',
      'stonelot: id bigint, pit_id bigint; pit_id -> public.pits',
    ])
  })

  test('Polish numbers, keys and references, without a blank line between tables', async () => {
    const text =
      '# Plan (Supabase)\n\n1. Lista tabel\n\n1.1 latarnie\n  - id (uuid, klucz główny)\n  - opiekun_id (uuid, odwołanie do auth.users(id))\n1.2 przeglady\n  - id (uuid, klucz główny)\n  - latarnia_id (uuid, klucz obcy do latarnie(id) ON DELETE CASCADE)\n  - uwagi (text)\n\n## Zdjęcia\n\n### zdjecia\n\n| Kolumna | Typ | Ograniczenia | Opis |\n|---|---|---|---|\n| id | uuid | PK | |\n| przeglad_id | uuid | NOT NULL, **FK** | Referencja do przeglądu |\n| user_id | uuid | NOT NULL, **FK** | Referencja do użytkownika |\n'
    expect(await outline(text)).toEqual([
      'latarnie: id uuid, opiekun_id uuid; opiekun_id -> auth.users',
      'przeglady: id uuid, latarnia_id uuid, uwagi text; latarnia_id -> public.latarnie',
      'zdjecia: id uuid, przeglad_id uuid, user_id uuid; przeglad_id -> public.przeglady; user_id -> auth.users',
    ])
  })

  test('a table that SQL names wrongly stays wrong', async () => {
    const text = '## moulds\n\n- id: uuid PK\n\n## casts\n\n- id: uuid PK\n- mould_id: uuid REFERENCES mould(id)\n'
    const casts = (await outline(text)).find((line) => line.startsWith('casts'))
    expect(casts).toBe('casts: id uuid, mould_id uuid; mould_id -> public.mould')
  })

  test('a document without any table says so', async () => {
    const codes = async (text: string) => (await readForeignPlan(text, 'plan.md')).remarks.map(({ code }) => code)
    expect(await codes('# Plan\n\nWe shall have tables.\n')).toEqual(['plan/nothing-read'])
    expect(await codes('# Plan\n\n## moulds\n\n- id: uuid PK\n')).toEqual([])
  })

  test('security for each table, said in a paragraph of its own', async () => {
    const { schema } = await readForeignPlan(
      '# Plan\n\n## moulds\n\n- id: uuid PK\n\nSecurity: each table has RLS; owners only.\n',
      'plan.md',
    )
    expect(schema.tables[0]?.rowSecurity).toBe('on')
  })

  test('a policy for several tables, of which one calls the column otherwise', async () => {
    const text =
      '# Plan (Supabase)\n\n## people\n\n- id: uuid PK\n\n## moulds\n\n- id: uuid PK\n- user_id: uuid NOT NULL\n\n## RLS\n\nFor each table (`people`, `moulds`):\n\n- **SELECT**: `auth.uid() = user_id` (or `id` in the case of `people`)\n'
    const { schema } = await readForeignPlan(text, 'plan.md')
    const policies = schema.tables.map((table) => `${table.name}: ${table.policies.map(({ using }) => using).join()}`)
    expect(policies.sort()).toEqual(['moulds: auth.uid() = user_id', 'people: auth.uid() = id'])
  })
})

describe('what scripts make while they run', () => {
  const block = (body: string) =>
    `# Kites on Supabase\n\n\`\`\`sql\n${body}\n\`\`\`\n\n### kites\n- id: uuid primary key\n- mood: kite_mood not null\n`

  test('a type made in a block is known, also to what stands outside SQL', async () => {
    const { schema, remarks } = await read(
      block(
        "do $$ begin\n  create type kite_mood as enum ('calm', 'wild');\nexception when duplicate_object then null;\nend $$;",
      ),
    )
    expect(schema.enums.map(({ name, values }) => `${name}: ${values}`)).toEqual(['kite_mood: calm,wild'])
    expect(columnsOf(schema.tables[0])).toEqual(['id uuid', 'mood kite_mood'])
    expect(remarks).toEqual([])
  })

  test('statements behind a condition count; those made of strings are said not to', async () => {
    const text = block(
      "do $$ begin\n  if not exists (select 1 from pg_policies where policyname = 'all') then\n    create policy \"all\" on kites for select using (true);\n  end if;\n  execute format('alter table %I enable row level security', 'kites');\nend $$;",
    )
    const { schema, remarks } = await read(text)
    expect(schema.tables[0]?.policies.map(({ name }) => name)).toEqual(['all'])
    expect(remarks.map(({ code, spot }) => `${code} ${text.slice(spot.start, spot.start + 5)}`)).toEqual([
      'sql/not-checked do $$',
    ])
  })

  test('a block that PostgreSQL cannot read is said', async () => {
    const { remarks } = await read(block('do $$ begin create policy "all" on kites for select, delete using (true); end $$;'))
    expect(remarks.map(({ code }) => code)).toContain('sql/unreadable')
  })
})

test.each([
  ['Plain PostgreSQL 16, without Supabase.', 'postgres'],
  ['Zwykły PostgreSQL zamiast Supabase.', 'postgres'],
  ['We use Supabase and no other service.', 'supabase'],
  ['No ORM.\n\nSupabase keeps the accounts.', 'supabase'],
  ['Ids come from auth.uid().', 'supabase'],
  ['Neon instead of Supabase.', 'neon'],
])('%s is %s', async (said, kind) => {
  expect((await read(`# Kites\n\n${said}\n`)).schema.platform.kind).toBe(kind)
})

test('a partition that callers reach past the policies of its table', async () => {
  const parts = `\`\`\`sql
create table gusts (id bigint, seen_on date, primary key (id, seen_on)) partition by range (seen_on);
create table gusts_2031 partition of gusts for values from ('2031-01-01') to ('2032-01-01');
alter table gusts enable row level security;
\`\`\``
  const codes = async (text: string) => (await read(text)).remarks.map(({ code }) => code)
  expect(await codes(`# Supabase\n\n${parts}`)).toContain('access/open-partition')
  const secured = parts.replace('alter', 'alter table gusts_2031 enable row level security;\nalter')
  expect(await codes(`# Supabase\n\n${secured}`)).not.toContain('access/open-partition')
})
