import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPlace } from '../diagnostic/place.ts'
import { readPlan } from './read-plan.ts'
import { writePlan } from './write-plan.ts'

/** A plan as a person might have written it by hand: other wording, other order, nothing that could be left out. */
const byHand = `# Database Plan: Cooking club

PostgreSQL 17 on Supabase · as agreed on Monday

## 1. Tables

### Types

| Type | Values |
|---|---|
| recipe_difficulty | \`easy\`, \`hard\` |

### \`recipes\`

A member's recipe.
Soft-deleted. (prd:41)

| Name | TYPE | Nullable | Constraints | Why |
|:-----|------|----------|-------------|-----|
| \`id\` | uuid | NO | Primary Key | |
| \`owner_id\` | \`uuid\` | no | references \`auth.users\` ON DELETE cascade, unique | prd:41 US-003 |
| \`title\` | \`text\` | | check \`char_length(title) > 0\` | prd:44; shown in lists |
| \`tag\` | \`text\` | yes | check \`tag_known\`: \`tag <> ''\` (notes:3) | |
| … | | | | |

* Unique \`recipes_title_key\` on (\`owner_id\`, \`title\`) where \`tag is null\`: titles are
  unique per owner (notes:16)
* trigger \`touch\` before update runs \`private.touch()\`

## 3. Indexes

| Index | Definition |
|---|---|
| \`recipes_owner_idx\` | btree on \`recipes\` (\`owner_id\`, \`title desc\`) |
| \`recipes_owner_id_key\` | unique constraint on \`recipes\` (\`owner_id\`) |

## 4. PostgreSQL policies

### Access rules

| Table | Who | May | Which rows |
|---|---|---|---|
| \`recipes\` | owner | select, insert (\`title\`), delete | \`owner_id\` is the caller |
| every table | backend | everything | all |

### Policies and grants

\`\`\`sql
alter table recipes enable row level security;
revoke all on table recipes from anon, authenticated;
grant all on recipes to service_role;
revoke truncate, trigger, references, maintain on recipes from service_role;
grant select on recipes to authenticated;
CREATE POLICY "own" ON recipes FOR SELECT TO authenticated USING ( owner_id = (select auth.uid()) );
\`\`\`

## 5. Notes

### Assumptions to confirm

- A3. Titles are short. (A1)
- Nobody shares recipes.

### Requirements covered

| Requirement | Served by |
|---|---|
| US-003 Keep recipes | \`recipes\`, the policies |
| US-009 Theme | No data to store |
`

test('a plan written by hand is read as it is meant', async () => {
  const { value, diagnostics } = await readPlan(byHand, 'db-plan.md')
  expect(diagnostics).toEqual([])
  const [recipes] = value.schema.tables
  expect(value.title).toBe('Cooking club')
  expect(value.schema.platform).toEqual({ kind: 'supabase', version: 17 })
  expect(value.schema.enums).toEqual([{ schema: 'public', name: 'recipe_difficulty', values: ['easy', 'hard'], reasons: [] }])
  expect(recipes).toMatchObject({
    comment: "A member's recipe. Soft-deleted.",
    reasons: [{ kind: 'source', document: 'prd', line: 41 }],
    primaryKey: { name: 'recipes_pkey', columns: ['id'] },
    uniques: [{ name: 'recipes_owner_id_key', columns: ['owner_id'] }],
    checks: [
      { name: 'recipes_title_check', expression: 'char_length(title) > 0', reasons: [{ line: 44 }] },
      { name: 'tag_known', expression: "tag <> ''", reasons: [{ document: 'notes' }] },
    ],
    foreignKeys: [
      { name: 'recipes_owner_id_fkey', references: { schema: 'auth', table: 'users', columns: ['id'] }, onDelete: 'cascade' },
    ],
    indexes: [
      { name: 'recipes_owner_idx', unique: false, keys: [{ column: 'owner_id' }, { column: 'title', descending: true }] },
      { name: 'recipes_title_key', unique: true, where: 'tag is null', serves: 'titles are unique per owner' },
    ],
    triggers: [{ name: 'touch', level: 'row', function: 'private.touch' }],
    rowSecurity: 'on',
    policies: [{ name: 'own', command: 'select', using: 'owner_id = (select auth.uid())' }],
  })
  expect(recipes?.columns.map(({ name, nullable, comment }) => [name, nullable, comment])).toEqual([
    ['id', false, undefined],
    ['owner_id', false, undefined],
    ['title', false, 'shown in lists'],
    ['tag', true, undefined],
  ])
  expect(value.schema.grants).toEqual([
    {
      object: { kind: 'table', schema: 'public', name: 'recipes' },
      role: 'authenticated',
      privileges: [{ privilege: 'select' }],
    },
    {
      object: { kind: 'table', schema: 'public', name: 'recipes' },
      role: 'service_role',
      privileges: [{ privilege: 'delete' }, { privilege: 'insert' }, { privilege: 'select' }, { privilege: 'update' }],
    },
  ])
  expect(value.schema.access.rules.map(({ who, may }) => [who.kind, may.length])).toEqual([
    ['owner', 3],
    ['backend', 4],
  ])
  expect(value.notes.assumptions.map(({ number, text }) => [number, text])).toEqual([
    [3, 'Titles are short.'],
    [4, 'Nobody shares recipes.'],
  ])
  expect(value.notes.coverage).toEqual([
    { id: 'US-003', title: 'Keep recipes', outcome: 'served', servedBy: ['recipes', 'the policies'] },
    { id: 'US-009', title: 'Theme', outcome: 'no data', servedBy: [] },
  ])
})

test('what was written by hand is written again without loss', async () => {
  const first = await readPlan(byHand, 'db-plan.md')
  const again = await readPlan(writePlan(first.value), 'db-plan.md')
  expect(again.diagnostics).toEqual([])
  expect(again.value).toEqual(first.value)
})

describe('a mistake is reported at its place, with what is expected', () => {
  const mistakes: readonly (readonly [string, string, string])[] = [
    [
      'references `auth.users` ON DELETE cascade',
      'references `auth.users` on delete vanish',
      'expected no action, restrict, cascade',
    ],
    ['check `char_length(title) > 0`', 'must be short', 'expected primary key, unique, references'],
    ['`owner_id` is the caller |', '`owner_id` belongs to the caller |', '"is the caller"'],
    ['| owner | select', '| owner | read', 'expected select, insert, update, delete'],
    ['trigger `touch` before', 'trigger `touch` beside', 'expected before, after or instead of'],
    ['btree on `recipes`', 'btree on `receipts`', 'no table of this plan'],
    ['| NO |', '| maybe |', 'expected yes or no'],
    ['CREATE POLICY "own"', 'CREATE POLCY "own"', 'syntax error'],
    ['PostgreSQL 17 on Supabase', 'PostgreSQL 9 on Supabase', 'not supported'],
    ['## 3. Indexes', '## 3. Indices and more', 'is not read'],
    ['grant select on recipes', 'truncate recipes; grant select on recipes', 'this statement is not read'],
    ['| Name | TYPE |', '| Name | Kind |', 'has no column "type"'],
  ]
  test.each(mistakes)('%s → %s', async (right, wrong, words) => {
    expect(byHand).toContain(right)
    const line = byHand.slice(0, byHand.indexOf(right)).split('\n').length
    const { diagnostics } = await readPlan(byHand.replace(right, wrong), 'db-plan.md')
    const said = diagnostics.map((d) => `${d.place === undefined ? '' : formatPlace(d.place)} ${d.message} ${d.help ?? ''}`)
    expect(
      said.some((text) => text.startsWith(`db-plan.md:${line}:`) && text.includes(words)),
      said.join('\n'),
    ).toBe(true)
  })
})

test('no text makes the reader throw, and every place is inside the text', async () => {
  const lines = byHand.split('\n')
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          at: fc.nat(lines.length - 1),
          cut: fc.nat(60),
          insert: fc.string({ unit: fc.constantFrom(...'|`();:#- →\\"\n'), maxLength: 5 }),
        }),
        { maxLength: 6 },
      ),
      async (edits) => {
        const edited = [...lines]
        for (const { at, cut, insert } of edits)
          edited[at] = (edited[at] ?? '').slice(0, cut) + insert + (edited[at] ?? '').slice(cut + 1)
        const text = edited.join('\n')
        const { diagnostics } = await readPlan(text, 'db-plan.md')
        const found = text.split('\n')
        for (const { place } of diagnostics) {
          expect(place?.line).toBeLessThanOrEqual(found.length)
          expect(place?.column).toBeLessThanOrEqual((found[(place?.line ?? 1) - 1] ?? '').length + 1)
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('a text that is no plan is an empty plan with an error', async () => {
  const { value, diagnostics } = await readPlan('Dear diary', 'db-plan.md')
  expect(value.schema.tables).toEqual([])
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['plan/platform', 'error']])
})
