import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClaimBody } from '../claim/claim.ts'
import { loadParser } from '../sql/parser/load-parser.ts'
import { createScript } from '../sql/script.ts'
import { design } from './design.ts'
import { belongs, claims, column, columns, said, table, values } from './testing.ts'

const text = fc.oneof(
  fc.constantFrom(
    'recipe',
    'user',
    'order',
    'x"; drop table y; --',
    'select',
    'ż',
    '1',
    'a'.repeat(90),
    'created_at',
    'id',
    '`Users`',
    '`order`',
  ),
  fc.string({ maxLength: 20 }),
)
const body: fc.Arbitrary<ClaimBody> = fc.oneof(
  text.map((entity) => table(entity)),
  fc.tuple(text, text).map(([entity, attribute]) => column(entity, attribute)),
  fc.tuple(text, text, text).map(([entity, attribute, type]) => column(entity, attribute, { type, default: type })),
  fc.tuple(text, text).map(([from, to]) => belongs(from, to)),
  fc.tuple(text, text).map(([from, to]) => belongs(from, to, { cardinality: 'many to many' })),
  fc.tuple(text, text).map(([from, to]) => belongs(from, to, { cardinality: 'one to one', onDelete: 'set null' })),
  fc
    .tuple(text, text, fc.array(text, { maxLength: 3 }))
    .map(([entity, attribute, list]) => values(entity, attribute, list, { as: 'enum' })),
  fc.tuple(text, text).map(
    ([entity, sql]): ClaimBody => ({
      kind: 'condition',
      entity: { text: entity, name: entity, identifier: false, known: true },
      sql,
    }),
  ),
)

test('any claims give a plan whose SQL parses and whose names fit', async () => {
  const parser = await loadParser()
  await fc.assert(
    fc.asyncProperty(fc.array(body, { maxLength: 12 }), async (bodies) => {
      const { value: plan } = await design({
        title: 'Any',
        platform: { kind: 'supabase', version: 17 },
        claims: claims(said('decision', bodies)),
      })
      expect(parser.parse(createScript(plan.schema)).ok).toBe(true)
      for (const made of plan.schema.tables) {
        const names = [
          made.name,
          ...made.columns.map((each) => each.name),
          ...made.indexes.map((each) => each.name),
          ...made.checks.map((each) => each.name),
        ]
        for (const each of names) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(63)
        expect(new Set(made.columns.map((each) => each.name)).size).toBe(made.columns.length)
        expect(made.primaryKey?.columns.length).toBeGreaterThan(0)
        for (const key of made.foreignKeys)
          if (key.onDelete === 'set null')
            for (const name of key.onDeleteColumns ?? key.columns)
              expect(made.columns.find((each) => each.name === name)?.nullable).toBe(true)
      }
      expect(new Set(plan.schema.tables.map((each) => each.name)).size).toBe(plan.schema.tables.length)
    }),
    { numRuns: 150 },
  )
})

test('the same claims give the same plan', async () => {
  const said2 = claims(
    said(
      'decision',
      table('`decks`'),
      columns('`decks`', '`name`', '`user_id`'),
      table('`cards`'),
      belongs('`cards`', '`decks`'),
    ),
  )
  const input = { title: 'Same', platform: { kind: 'supabase', version: 17 }, claims: said2 } as const
  expect(JSON.stringify((await design(input)).value)).toBe(JSON.stringify((await design(input)).value))
})

test('documents that name nothing to keep give a warning', async () => {
  const { value, diagnostics } = await design({ title: 'Empty', platform: { kind: 'supabase', version: 17 }, claims: [] })
  expect(value.schema.tables).toEqual([])
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['design/nothing-to-keep'])
})
