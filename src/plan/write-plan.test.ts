import { expect, test } from 'vitest'
import type { Proof } from '../proof/proof.ts'
import { makeColumn, makeForeignKey, makeIndex, makePrimaryKey, makeTable } from '../schema/factories.ts'
import { emptyNotes } from '../schema/notes.ts'
import type { Plan } from '../schema/plan.ts'
import { convention, type Reason } from '../schema/reason.ts'
import { emptySchema } from '../schema/schema.ts'
import { writePlan } from './write-plan.ts'

const prd = (line: number, requirement?: string): Reason => ({
  kind: 'source',
  document: 'prd',
  line,
  ...(requirement === undefined ? {} : { requirement }),
})

const auth = { schema: 'auth', table: 'users', columns: ['id'] } as const
const object = { kind: 'table', schema: 'public', name: 'recipes' } as const

const plan: Plan = {
  title: 'Cooking club',
  schema: {
    ...emptySchema({ kind: 'supabase', version: 17 }),
    tables: [
      makeTable({
        name: 'recipes',
        comment: "A member's recipe.",
        columns: [
          makeColumn({ name: 'id', type: 'uuid', default: 'gen_random_uuid()', reasons: [convention] }),
          makeColumn({ name: 'owner_id', type: 'uuid', reasons: [prd(41, 'US-003')] }),
          makeColumn({ name: 'title', type: 'text', reasons: [prd(44)], comment: 'null | never' }),
        ],
        primaryKey: makePrimaryKey('recipes', ['id']),
        checks: [{ name: 'recipes_title_check', expression: 'char_length(title) between 1 and 120', reasons: [prd(45)] }],
        foreignKeys: [
          makeForeignKey('recipes', {
            columns: ['owner_id'],
            references: auth,
            onDelete: 'cascade',
            reasons: [prd(41, 'US-003')],
          }),
        ],
        indexes: [makeIndex('recipes', { keys: [{ column: 'owner_id' }], serves: 'my recipes', reasons: [prd(50)] })],
        rowSecurity: 'on',
        policies: [
          {
            name: 'owners read',
            command: 'select',
            permissive: true,
            roles: ['authenticated'],
            using: 'owner_id = (select auth.uid())',
          },
        ],
      }),
    ],
    grants: [
      { object, role: 'authenticated', privileges: [{ privilege: 'select' }, { privilege: 'update', columns: ['title'] }] },
      { object, role: 'service_role', privileges: [{ privilege: 'update' }] },
    ],
    access: {
      groups: [],
      rules: [
        {
          schema: 'public',
          table: 'recipes',
          who: { kind: 'owner', label: 'owner' },
          may: [{ operation: 'select' }, { operation: 'update' }],
          rows: { kind: 'caller', path: { steps: [], column: 'owner_id' } },
          reasons: [prd(41)],
        },
        {
          schema: 'public',
          table: 'recipes',
          who: { kind: 'backend' },
          may: [{ operation: 'update' }],
          rows: { kind: 'all' },
          reasons: [convention],
        },
      ],
    },
  },
  notes: {
    ...emptyNotes,
    assumptions: [{ number: 1, text: 'Titles are short.', reasons: [] }],
    coverage: [{ id: 'US-003', title: 'Keep recipes', outcome: 'served', servedBy: ['recipes', 'recipes.title'] }],
  },
}

const proof: Proof = {
  engine: { kind: 'embedded', version: '18.6' },
  attempts: [
    {
      check: 'rejects',
      object: 'recipes_title_check',
      tried: 'insert',
      expected: 'refused (23514)',
      observed: 'refused (23514)',
      passed: true,
    },
    {
      check: 'access',
      object: 'recipes',
      tried: 'select',
      actor: 'stranger',
      expected: '0 rows',
      observed: '0 rows',
      passed: true,
    },
  ],
  notChecked: [{ check: 'indexes', object: 'recipes_owner_id_idx', why: 'too few rows' }],
  actors: [
    { name: 'Owner', description: 'has one recipe' },
    { name: 'Anonymous', description: 'not signed in' },
  ],
  observed: [
    {
      table: 'recipes',
      actor: 'Owner',
      allowed: [
        { operation: 'select', seen: 1, of: 2 },
        { operation: 'update', columns: ['title'] },
      ],
    },
    { table: 'recipes', actor: 'Anonymous', allowed: [] },
  ],
}

test('a small plan with its proof, as people read it', () => {
  expect(writePlan(plan, proof)).toBe(`# Database plan: Cooking club

PostgreSQL 17 on Supabase · 1 table · proven on PostgreSQL 18.6: 2 checks, 1 access attempt, 0 leaks

\`prd:41\` is line 41 of the document \`prd\`; \`convention\` marks what no document says and every such schema has.

## 1. Tables

### \`recipes\`

A member's recipe.

| Column | Type | Null | Default | Constraints | Why |
|---|---|---|---|---|---|
| \`id\` | \`uuid\` | no | \`gen_random_uuid()\` | primary key | convention |
| \`owner_id\` | \`uuid\` | no | | references \`auth.users (id)\` on delete cascade | prd:41 US-003 |
| \`title\` | \`text\` | no | | check \`char_length(title) between 1 and 120\` (prd:45) | prd:44: null \\| never |

## 2. Relationships

| From | To | Cardinality | Through | When the target is deleted | Why |
|---|---|---|---|---|---|
| \`recipes\` | \`auth.users\` | many to one, required | \`owner_id\` | its recipes are deleted | prd:41 US-003 |

## 3. Indexes

| Index | Definition | Serves |
|---|---|---|
| \`recipes_owner_id_idx\` | btree on \`recipes\` (\`owner_id\`) | my recipes (prd:50) |

Primary keys have indexes of their own; they serve what is looked up by key.

## 4. PostgreSQL policies

### Access rules

What the documents ask for, as meaning: rules add up, and what no rule allows is refused. Policies and grants below are compiled from it.

| Table | Who | May | Which rows | Why |
|---|---|---|---|---|
| \`recipes\` | owner | select, update | \`owner_id\` is the caller | prd:41 |
| \`recipes\` | backend | update | all | convention |

### Protected columns

| Columns | Set on insert by | Changed by |
|---|---|---|
| \`recipes.id\`, \`recipes.owner_id\` | nobody | backend |

### Observed on PostgreSQL

Owner: has one recipe; Anonymous: not signed in. "S 4/7": four of seven rows were read; "I", "U", "D": may insert, update, delete; "–": every operation is refused (42501).

| Table | Owner | Anonymous |
|---|---|---|
| \`recipes\` | S 1/2 U (\`title\`) | – |

### Policies and grants

\`\`\`sql
alter table public.recipes enable row level security;
revoke all on table public.recipes from public, anon, authenticated, service_role;
grant select on table public.recipes to authenticated;
grant update (title) on table public.recipes to authenticated;
grant update on table public.recipes to service_role;
create policy "owners read" on public.recipes
  for select to authenticated
  using (owner_id = (select auth.uid()));
\`\`\`

## 5. Notes

### Assumptions to confirm

- A1. Titles are short.

### Requirements covered

| Requirement | Served by |
|---|---|
| US-003 Keep recipes | \`recipes\`, \`recipes.title\` |

### Proof

- 2 checks passed, 0 failed, 1 not checked, on PostgreSQL 18.6 (embedded): rejects 1, access 1.
- Not checked: indexes, \`recipes_owner_id_idx\`: too few rows.

## 6. Diagram

\`\`\`mermaid
erDiagram
  auth_users ||--o{ recipes : "owner_id"
  auth_users["auth.users"] {
    uuid id PK
  }
  recipes {
    uuid id PK
    uuid owner_id FK
    text title "1 to 120 characters"
  }
\`\`\`
`)
})

test('a failed proof says so at the top and names each failure', () => {
  const failed: Proof = {
    ...proof,
    attempts: proof.attempts.map((attempt) => ({ ...attempt, passed: attempt.check !== 'access', observed: '1 row' })),
  }
  const text = writePlan(plan, failed)
  expect(text).toContain('not proven: 1 of 2 checks failed on PostgreSQL 18.6')
  expect(text).toContain('- Failed: access, `recipes`: select as stranger; expected 0 rows, saw 1 row.')
  expect(writePlan(plan, { ...proof, attempts: [] })).toContain('not proven: nothing could be tried')
  expect(writePlan(plan)).toContain('not proven yet')
})

test('an empty plan still has its six sections', () => {
  const text = writePlan({ title: '', schema: emptySchema({ kind: 'postgres', version: 15 }), notes: emptyNotes })
  expect(text.match(/^## .*$/gm)).toEqual([
    '## 1. Tables',
    '## 2. Relationships',
    '## 3. Indexes',
    '## 4. PostgreSQL policies',
    '## 5. Notes',
    '## 6. Diagram',
  ])
})
