import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'

describe('the embedded PostgreSQL behind the prelude of Supabase', () => {
  let database: Database
  beforeAll(async () => {
    database = await openEmbedded({ kind: 'supabase', version: 17 }, { extensions: ['citext'] })
  })
  afterAll(() => database.close())

  test('knows who calls', async () => {
    await database.exec(
      `begin; set local role authenticated; set local request.jwt.claims = '{"sub": "6a2f0f70-0000-4000-8000-000000000001"}'`,
    )
    expect(await database.query('select auth.uid()::text as id')).toEqual([{ id: '6a2f0f70-0000-4000-8000-000000000001' }])
    await database.exec('rollback')
  })

  test('runs migrations as an owner who is no superuser', async () => {
    await database.exec(
      'begin; set local role postgres; create extension citext with schema extensions; create table public.t (e extensions.citext)',
    )
    const rows = await database.query(
      "select current_setting('is_superuser') as super, tableowner::text as owner from pg_tables where tablename = 't'",
    )
    expect(rows).toEqual([{ super: 'off', owner: 'postgres' }])
    await database.exec('rollback')
  })

  test('reports the version of PostgreSQL', () => {
    expect(database.version).toMatch(/^18\.\d+$/)
  })
})
