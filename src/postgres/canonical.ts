import type { Schema } from '../schema/schema.ts'
import { canonicalGrants } from './canonical/grants.ts'
import { canonicalParts } from './canonical/parts.ts'
import { shadowStatements } from './canonical/shadow.ts'
import { withSearchPath } from './catalog/search-path.ts'
import type { Database } from './database.ts'

/**
 * The schema with everything spelled as PostgreSQL prints it back: defaults, checks, generated columns, exclusions, index expressions,
 * policies, trigger conditions, view queries, signatures. Needs a database in which the schema has been applied, and leaves it as it
 * was. PostgreSQL is asked about each expression of the *schema*, on shadows of its tables and under other names, never about
 * what the database happens to hold, so `diffSchemas(canonical, catalog)` finds every drift.
 *
 * What PostgreSQL refuses stays as written, and then shows as a difference.
 */
export async function canonicalSchema(database: Database, schema: Schema): Promise<Schema> {
  const shadow = shadowStatements(schema)
  const parts = await undone(database, async () => {
    // Made under the session's own search path, as the schema was, and read under the one that the catalog is read under.
    await runAll(database, shadow.statements)
    return withSearchPath(database, () => canonicalParts(database, schema, shadow.names))
  })
  return { ...parts, grants: canonicalGrants(schema) }
}

/** Runs `work` and takes back what it did, inside a transaction that is open or in one of its own. */
async function undone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const nested = await database.exec('savepoint dbplan_canonical').then(
    () => true,
    () => false,
  )
  if (!nested) await database.exec('begin')
  try {
    return await work()
  } finally {
    await database.exec(nested ? 'rollback to savepoint dbplan_canonical; release savepoint dbplan_canonical' : 'rollback')
  }
}

/** All at once, which is fast; if one fails, one by one, so that the others still count. */
async function runAll(database: Database, statements: readonly string[]): Promise<void> {
  await database.exec('savepoint dbplan_shadow; set local check_function_bodies = off')
  try {
    await database.exec(statements.join(';\n'))
  } catch {
    await database.exec('rollback to savepoint dbplan_shadow; set local check_function_bodies = off')
    for (const statement of statements) {
      await database.exec('savepoint dbplan_statement')
      await database.exec(statement).catch(() => database.exec('rollback to savepoint dbplan_statement'))
    }
  }
}
