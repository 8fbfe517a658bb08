import fc from 'fast-check'
import mermaid from 'mermaid'
import { expect, test } from 'vitest'
import { arbitrarySchema } from '../../../test/arbitrary/schema.ts'
import { makeColumn, makeForeignKey, makePrimaryKey, makeTable, makeUnique } from '../../schema/factories.ts'
import { emptySchema, type Schema } from '../../schema/schema.ts'
import { writeDiagram } from './write-diagram.ts'

const columns = (...names: readonly string[]) => names.map((name) => makeColumn({ name, type: 'uuid' }))

function club(): Schema {
  const recipes = makeTable({
    name: 'recipes',
    columns: [
      ...columns('id', 'owner_id'),
      makeColumn({ name: 'title', type: 'text' }),
      makeColumn({ name: 'difficulty', type: 'recipe_difficulty', nullable: true }),
    ],
    primaryKey: makePrimaryKey('recipes', ['id']),
    checks: [{ name: 'recipes_title_check', expression: 'char_length(title) between 1 and 120', reasons: [] }],
    foreignKeys: [
      makeForeignKey('recipes', { columns: ['owner_id'], references: { schema: 'auth', table: 'users', columns: ['id'] } }),
    ],
  })
  const photos = makeTable({
    name: 'recipe_photos',
    columns: [...columns('id'), makeColumn({ name: 'recipe_id', type: 'uuid', nullable: true })],
    primaryKey: makePrimaryKey('recipe_photos', ['id']),
    uniques: [makeUnique('recipe_photos', { columns: ['recipe_id'] })],
    foreignKeys: [
      makeForeignKey('recipe_photos', {
        columns: ['recipe_id'],
        references: { schema: 'public', table: 'recipes', columns: ['id'] },
      }),
    ],
  })
  return {
    ...emptySchema({ kind: 'supabase', version: 17 }),
    enums: [{ schema: 'public', name: 'recipe_difficulty', values: ['easy', 'medium', 'hard'], reasons: [] }],
    tables: [recipes, photos],
  }
}

test('lines, keys and limits come from the model; a table of the platform gets an alias', () => {
  expect(writeDiagram(club())).toBe(`erDiagram
  auth_users ||--o{ recipes : "owner_id"
  recipes |o--o| recipe_photos : "recipe_id"
  auth_users["auth.users"] {
    uuid id PK
  }
  recipes {
    uuid id PK
    uuid owner_id FK
    text title "1 to 120 characters"
    recipe_difficulty difficulty "easy, medium or hard, optional"
  }
  recipe_photos {
    uuid id PK
    uuid recipe_id FK, UK "optional"
  }`)
})

test('mermaid itself reads the diagram of any schema', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySchema, async (schema) => {
      expect(await mermaid.parse(writeDiagram(schema))).toMatchObject({ diagramType: 'er' })
    }),
    { numRuns: 40 },
  )
})

test.each([
  'one',
  'many',
  'to',
  'end',
  'style',
  'class',
  'title',
  'erDiagram',
  'order',
  '1a',
  '%%{init: {}}%%',
  '--',
  'a]b',
  'accTitle',
  'pk',
])('a table or a column may be called %s', async (name) => {
  const table = makeTable({ name, columns: columns(name, 'id', 'PK') })
  const other = makeTable({
    name: `${name}_`,
    columns: columns(name),
    foreignKeys: [
      makeForeignKey(`${name}_`, { columns: [name], references: { schema: 'public', table: name, columns: ['id'] } }),
    ],
  })
  const schema = { ...emptySchema({ kind: 'postgres', version: 17 } as const), tables: [table, other] }
  expect(await mermaid.parse(writeDiagram(schema))).toMatchObject({ diagramType: 'er' })
})
