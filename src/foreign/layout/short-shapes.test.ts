import { describe, expect, test } from 'vitest'
import { partKey } from '../../schema/part-key.ts'
import { readForeignPlan } from '../read-foreign-plan.ts'

describe('shapes that are short', () => {
  test('a table in a line, its columns in parentheses; indexes and access as lines of plain text', async () => {
    const text = `# Gliding club (Supabase)

## Tables

\`pilots\` (id uuid PK → auth.users.id on delete cascade, name text not null)

- **gliders** (id uuid primary key, pilot_id uuid not null references pilots(id) on delete cascade, \`sign\` text not null, unique (pilot_id, sign))
- flights (id uuid PK, glider_id uuid not null FK → gliders.id on delete cascade, landed_at timestamptz)
- towers (name, height): not described yet

## Indexes

\`\`\`
flights (glider_id, landed_at desc)
\`\`\`

## Policies

\`\`\`
pilots: select own, update own
gliders: all own
flights: all through glider
\`\`\`
`
    const { schema, spots } = await readForeignPlan(text, 'plan.md')
    expect(schema.tables.map(({ name, columns }) => `${name}: ${columns.map((one) => one.name).join()}`)).toEqual([
      'pilots: id,name',
      'gliders: id,pilot_id,sign',
      'flights: id,glider_id,landed_at',
    ])
    const [pilots, gliders, flights] = schema.tables
    expect(gliders?.uniques.map(({ columns }) => columns.join())).toEqual(['pilot_id,sign'])
    expect(flights?.indexes.map(({ keys }) => keys.map(({ column }) => column).join())).toEqual(['glider_id,landed_at'])
    expect(pilots?.policies.map(({ command }) => command).sort()).toEqual(['select', 'update'])
    expect(gliders?.policies).toHaveLength(4)
    expect(flights?.policies.find(({ command }) => command === 'select')?.using).toBe(
      'exists (select 1 from gliders where gliders.id = flights.glider_id and gliders.pilot_id = (select auth.uid()))',
    )
    const at = spots.get(partKey({ kind: 'column', owner: 'gliders', name: 'sign' }))
    expect(text.slice(at?.start, at?.end)).toBe('`sign` text not null')
  })

  test('a diagram alone: keys by its lines and marks, each column at its place', async () => {
    const text = `# Gliding club (Supabase)

\`\`\`mermaid
erDiagram
    PILOTS ||--o{ GLIDERS : flies
    CLUB_HANGARS ||--o{ GLIDERS : keeps
    PILOTS {
        uuid id PK
        text email UK
    }
    GLIDERS {
        uuid id PK
        uuid pilot_id FK
        uuid hangar_id FK
        uuid tower_id FK
    }
    CLUB_HANGARS {
        uuid id PK
    }
\`\`\`
`
    const { schema, spots } = await readForeignPlan(text, 'plan.md')
    const keys = schema.tables.flatMap(({ name, foreignKeys }) =>
      foreignKeys.map(
        ({ columns, references }) => `${name}.${columns.join()} -> ${references.table}.${references.columns.join()}`,
      ),
    )
    expect(keys).toEqual(['gliders.hangar_id -> club_hangars.id', 'gliders.pilot_id -> pilots.id'])
    expect(schema.tables.find(({ name }) => name === 'pilots')?.uniques).toHaveLength(1)
    const at = spots.get(partKey({ kind: 'column', owner: 'gliders', name: 'hangar_id' }))?.start ?? 0
    expect(text.slice(0, at).split('\n')).toHaveLength(14)
  })

  test('names that are words of SQL, and an index by trigrams', async () => {
    const text = `# Shop

### order
- id: uuid primary key

### order_lines
- order_id: uuid, FK order(id) ON DELETE CASCADE
- label: text

## Indexes

- idx_labels on order_lines(label) (GIN, trigram)
`
    const { schema, remarks } = await readForeignPlan(text, 'plan.md')
    const lines = schema.tables.find(({ name }) => name === 'order_lines')
    expect(lines?.foreignKeys.map(({ references, onDelete }) => `${references.table} ${onDelete}`)).toEqual(['order cascade'])
    expect(lines?.indexes.map(({ method, keys }) => `${method} ${keys[0]?.column} ${keys[0]?.operatorClass}`)).toEqual([
      'gin label gin_trgm_ops',
    ])
    expect(schema.extensions.map(({ name }) => name)).toEqual(['pg_trgm'])
    expect(remarks).toEqual([])
  })

  test('types whose values are examples, in letters of any language, are types all the same', async () => {
    const text =
      "# Warsztat\n\n## Typy wyliczeniowe\n\n- `czesc`: np. 'opona', 'łańcuch'\n\n### rowery\n- id: uuid primary key\n- czesc: czesc not null\n"
    const { schema, remarks } = await readForeignPlan(text, 'plan.md')
    expect(schema.enums.map(({ values }) => values.join())).toEqual(['opona,łańcuch'])
    expect(remarks.map(({ code }) => code)).toEqual(['plan/open-list'])
  })

  test('a table that only the relationships name', async () => {
    const text =
      '# Club\n\n### loans\n- id: uuid primary key\n- lent_on: date\n\n## Relationships\n\n- `reviews.loan_id` → `loans.id`\n- see docs.loan and auth.users_id\n'
    const { remarks } = await readForeignPlan(text, 'plan.md')
    expect(remarks.map(({ message }) => message)).toEqual(['The relationships name reviews.loan_id; there is no table reviews.'])
  })
})
