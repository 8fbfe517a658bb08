import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hazardCodes } from '../src/migration/hazards.ts'
import { nextMigration } from '../src/migration/next-migration.ts'
import { openServer } from '../src/postgres/server.ts'
import { emptyNotes } from '../src/schema/notes.ts'
import { besides, recipePair } from './arbitrary/schema-pair.ts'
import { type Server, startServer } from './servers/start-server.ts'

let server: Server
beforeAll(async () => {
  server = await startServer(18)
})
afterAll(async () => {
  await server?.stop()
})

/** What the server holds besides what it came with. */
async function leftBehind(): Promise<unknown> {
  const database = await openServer(server.url)
  try {
    return await database.query(
      "select datname as name from pg_database where datname like 'dbplan%' union all select rolname from pg_roles where rolname !~ '^(pg_|postgres$)'",
    )
  } finally {
    await database.close()
  }
}

describe.each(['supabase', 'postgres'] as const)('a migration for %s', (kind) => {
  test('is the same whether it is tried on a server or on the embedded PostgreSQL, and leaves nothing on the server', async () => {
    const recipes = fc.sample(recipePair, { numRuns: 8, seed: 4 })
    const { old, next } = besides(recipes, kind)
    const platform = { ...next.platform, version: 18 }
    const plan = { title: 'Quays', schema: { ...next, platform }, notes: emptyNotes }
    const options = { source: 'plan.md', from: 'old.md', allowed: new Set(hazardCodes) }
    const here = await nextMigration(old, plan, options)
    const there = await nextMigration(old, plan, { ...options, databaseUrl: server.url })
    expect(there.diagnostics).toEqual(here.diagnostics)
    expect({ ...there.value, engine: undefined }).toEqual({ ...here.value, engine: undefined })
    expect(there.value?.rows).toBeGreaterThan(0)
    expect(there.value?.engine).toMatch(/^18\./)
    expect(await leftBehind()).toEqual([])
  })
})
