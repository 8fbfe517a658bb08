import { expect, test } from 'vitest'
import { emptyNotes } from '../schema/notes.ts'
import type { Platform } from '../schema/platform.ts'
import { emptySchema } from '../schema/schema.ts'
import { firstMigration } from './first-migration.ts'

const planOn = (platform: Platform, title = 'Garden') => ({
  title,
  schema: {
    ...emptySchema(platform),
    enums: [{ schema: 'public', name: 'bed_kind', values: ['raised', 'flat'], reasons: [] }],
  },
  notes: emptyNotes,
})

test('both scripts say what they are made from', () => {
  const { up, down, diagnostics } = firstMigration(planOn({ kind: 'supabase', version: 17 }), '.ai/db-plan.md')
  expect(up).toMatch(
    /^-- Garden: creates the schema\.\n-- Made by dbplan from \.ai\/db-plan\.md, for PostgreSQL 17 \(Supabase\)\.\n/,
  )
  expect(up).toContain("create type public.bed_kind as enum ('raised', 'flat');")
  expect(down).toContain('drop type public.bed_kind;')
  expect(diagnostics).toEqual([])
})

test('a title cannot end the comment it stands in', () => {
  const { up } = firstMigration(planOn({ kind: 'postgres', version: 17 }, 'Garden\ndrop schema public cascade;\u2028x'), 'a\nb')
  expect(up.split('\n').filter((line) => line.includes('drop schema') && !line.startsWith('--'))).toEqual([])
})

test('an ORM that owns the migrations is named, with the way to adopt the script', () => {
  const { diagnostics } = firstMigration(planOn({ kind: 'postgres', version: 17, orm: 'prisma' }), 'plan')
  expect(diagnostics).toMatchObject([{ code: 'migration/orm-owns', severity: 'note' }])
  expect(diagnostics[0]?.message).toContain('Prisma')
})
