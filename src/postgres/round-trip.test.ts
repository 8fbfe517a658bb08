import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arbitrarySchema } from '../../test/arbitrary/schema.ts'
import { diffSchemas } from '../schema/diff-schemas.ts'
import type { PlatformKind } from '../schema/platform.ts'
import { emptySchema, type Schema } from '../schema/schema.ts'
import { createStatements } from '../sql/create-statements.ts'
import { dropStatements } from '../sql/drop-statements.ts'
import { toScript } from '../sql/script.ts'
import type { Statement } from '../sql/statement.ts'
import { canonicalSchema } from './canonical.ts'
import { readCatalog } from './catalog/read-catalog.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { preludeOf } from './prelude/prelude.ts'

describe('any schema', () => {
  const databases = new Map<PlatformKind, Database>()
  const runs = Number(process.env.PROPERTY_RUNS ?? 15)

  beforeAll(async () => {
    for (const kind of ['supabase', 'postgres', 'neon'] as const) {
      databases.set(kind, await openEmbedded({ kind, version: 17 }, { extensions: ['citext'] }))
    }
  })
  afterAll(() => Promise.all([...databases.values()].map((database) => database.close())))

  test('is created, read back, dropped and created again', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySchema, async (schema) => {
        const database = databases.get(schema.platform.kind) as Database
        await database.exec(`begin; set local role ${preludeOf(schema.platform).owner}`)
        try {
          await run(database, schema, createStatements(schema))
          await database.exec('reset role')
          const canonical = await canonicalSchema(database, schema)
          expect(diffSchemas(canonical, await readCatalog(database, schema.platform))).toEqual([])
          await database.exec(`set local role ${preludeOf(schema.platform).owner}`)
          await run(database, schema, dropStatements(schema))
          expect(await readCatalog(database, schema.platform)).toEqual(emptySchema(schema.platform))
          await run(database, schema, createStatements(schema))
        } finally {
          await database.exec('rollback')
        }
      }),
      { numRuns: runs },
    )
  }, 300_000)
})

/** All at once; if that fails, one by one, to say which statement it was. */
async function run(database: Database, schema: Schema, statements: readonly Statement[]): Promise<void> {
  await database.exec('savepoint before_all')
  try {
    await database.exec(toScript(statements))
  } catch {
    await database.exec('rollback to savepoint before_all')
    for (const statement of statements) {
      await database.exec(statement.sql).catch((error: Error) => {
        throw new Error(`${error.message}\n${statement.sql}\n${schema.platform.kind}`, { cause: error })
      })
    }
    throw new Error('the statements run one by one, but not as a script')
  }
}
