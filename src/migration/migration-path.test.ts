import { expect, test } from 'vitest'
import type { Platform } from '../schema/platform.ts'
import { migrationFileName, migrationFolder } from './migration-path.ts'

const supabase: Platform = { kind: 'supabase', version: 17 }
const plain: Platform = { kind: 'postgres', version: 17 }
const at = new Date('2025-01-31T23:45:06.789Z')

test('Supabase runs everything in its folder, so a rollback stands outside of it', () => {
  expect(migrationFolder(supabase, 'up')).toBe('supabase/migrations')
  expect(migrationFolder(supabase, 'down')).toBe('supabase/rollbacks')
  expect(migrationFolder(plain, 'up')).toBe('migrations')
  expect(migrationFolder(plain, 'down')).toBe('migrations')
})

test('names sort by time, in UTC, and hold nothing a shell minds', () => {
  expect(migrationFileName(supabase, 'create_schema', at, 'up')).toBe('20250131234506_create_schema.sql')
  expect(migrationFileName(plain, 'Zażółć gęślą; rm -rf /', at, 'down')).toBe('20250131234506_zazolc_gesla_rm_rf.down.sql')
  expect(migrationFileName(plain, '../..', at, 'up')).toBe('20250131234506_migration.sql')
})
