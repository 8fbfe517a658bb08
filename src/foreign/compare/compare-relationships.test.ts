import { describe, expect, test } from 'vitest'
import { positionsOf } from '../../diagnostic/positions.ts'
import { readForeignPlan } from '../read-foreign-plan.ts'

const tables = `# Harbour, on Supabase

## 1. Tables

### harbours
- id: uuid primary key
- name: text not null

### docks
- id: uuid primary key
- harbour_id: uuid not null references harbours(id) on delete restrict
- name: text not null

### berth_cards
- dock_id: uuid primary key references docks(id) on delete cascade
- note: text

### boats
- id: uuid primary key
- dock_id: uuid references docks(id) on delete set null
- skipper_id: uuid not null

### skippers
- id: uuid primary key references auth.users(id) on delete cascade
- licence: text

### lessons
- id: uuid primary key
- skipper_id: uuid not null references skippers(id) on delete cascade
- dock_id: uuid not null references docks(id) on delete cascade
`

/** What is said of the sections: the line, counted from the end of the tables, and what. */
async function said(sections: string): Promise<readonly string[]> {
  const text = `${tables}\n${sections}`
  const { remarks } = await readForeignPlan(text, 'plan.md')
  const place = positionsOf(text, 'plan.md')
  const first = tables.split('\n').length
  return remarks
    .filter(({ code }) => code === 'plan/sections-differ')
    .map(({ spot, message }) => `${place(spot.start).line - first - 1} ${message}`)
}

describe('relationships that the tables keep', () => {
  test.each([
    ['arrows', '- `docks.harbour_id → harbours.id` (N:1), ON DELETE RESTRICT\n- boats.dock_id -> docks.id'],
    ['counts', '- harbours 1:N docks\n- docks (1) ↔ (N) boats\n- docks 1 ────< boats'],
    [
      'words',
      '- **Docks ⇢ Berth Cards**: one-to-one\n- A harbour has many docks.\n- Jeden port (harbours) ma wiele pomostów (docks).',
    ],
    ['many to many', '- `skippers` N:M `docks` through `lessons`\n- skippers N — M docks'],
    ['accounts', '- `auth.users` 1 — 1 `skippers`\n- Users (1) → (N) lessons via skippers'],
    [
      'a table',
      '| Parent | Child | Kind | Column | On Delete |\n|---|---|---|---|---|\n| docks | boats | 1:N | dock_id | SET NULL |\n| docks | berth_cards | 1:1 | dock_id | CASCADE |',
    ],
    ['prose on other things', 'Every relationship of the harbour is kept by keys.'],
  ])('%s', async (_, sections) => {
    expect(await said(`## 2. Relationships\n\n${sections}\n`)).toEqual([])
  })

  test('a diagram', async () => {
    const diagram =
      'erDiagram\n  HARBOURS ||--o{ DOCKS : has\n  DOCKS |o--o{ BOATS : holds\n  auth_users ||--|| SKIPPERS : is\n  BOATS {\n    uuid id PK\n    uuid dock_id FK\n  }'
    expect(await said(`## Diagram\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`)).toEqual([])
  })
})

describe('relationships that they do not keep', () => {
  test.each([
    ['- docks.harbor_id → harbours.id', '2 The relationships name docks.harbor_id; docks has no such column.'],
    ['- skippers 1:N boats', '2 The relationships connect skippers and boats; no foreign key leads from one to the other.'],
    ['- harbours 1:N boats', '2 The relationships connect harbours and boats; no foreign key leads from one to the other.'],
    ['- `docks` 1-to-1 `boats`', '2 The relationships call boats and docks one to one; nothing makes boats.dock_id unique.'],
    [
      '- docks 1:N boats, on delete cascade',
      '2 The relationships say "on delete cascade" of boats.dock_id; its foreign key says "set null".',
    ],
    [
      '| From | To | On delete |\n|---|---|---|\n| boats | skippers | ON DELETE CASCADE |',
      '4 The relationships connect boats and skippers; no foreign key leads from one to the other.',
    ],
  ])('%s', async (sections, expected) => {
    expect(await said(`## 2. Relacje między tabelami\n\n${sections}\n`)).toEqual([expected])
  })

  test('a diagram', async () => {
    const diagram =
      'erDiagram\n  HARBOURS ||--o{ BOATS : has\n  BOATS ||--o{ crews : carries\n  BOATS {\n    uuid id PK\n    text colour\n  }'
    expect(await said(`## Diagram\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`)).toEqual([
      '4 The relationships connect harbours and boats; no foreign key leads from one to the other.',
      '5 The diagram names crews; there is no such table.',
      '8 The diagram gives boats a column colour; boats has no such column.',
    ])
  })
})

test('sections about indexes and policies name what is there', async () => {
  const clean =
    '## 3. Indexes\n\n- `boats_dock_idx` on `boats (dock_id)`\n- Index on lessons (skipper_id, dock_id)\n\n## 4. RLS\n\n- skippers read their lessons: lessons.skipper_id is the caller\n'
  expect(await said(clean)).toEqual([])
  expect(await said(clean.replace('(dock_id)', '(pier_id)').replace('lessons.skipper_id', 'lessons.teacher_id'))).toEqual([
    '2 boats.pier_id is named here; boats has no such column.',
    '7 lessons.teacher_id is named here; lessons has no such column.',
  ])
})
