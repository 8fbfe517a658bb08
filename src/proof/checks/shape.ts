import type { Database } from '../../postgres/database.ts'
import { openEmbedded, type Second } from '../../postgres/embedded.ts'
import type { Schema } from '../../schema/schema.ts'
import { attempt } from '../attempt.ts'
import type { Attempt } from '../proof.ts'
import { openSession, type Session } from '../session.ts'
import { applies } from './applies.ts'
import { readsBack } from './reads-back.ts'
import { objectsOf, reverts } from './reverts.ts'

/** What needs no rows: whether an applied schema reads back as it is, and whether it can be taken away. `before`: what was there before it. */
export async function shapeAttempts(session: Session, schema: Schema, before: ReadonlySet<string>): Promise<readonly Attempt[]> {
  return [
    ...(await guarded('reads back', () => readsBack(session, schema))),
    ...(await guarded('reverts', () => reverts(session, schema, before))),
  ]
}

/** The same of a schema that is known to apply, on an engine that has nothing else to do; where it could not be started, on a new one. */
export async function shapeBeside(second: Promise<Second | undefined> | undefined, schema: Schema): Promise<readonly Attempt[]> {
  const database = (await second)?.database
  if (database !== undefined) return shapeFromEmpty(database, schema)
  const another = await openEmbedded(schema.platform, { extensions: schema.extensions.map((extension) => extension.name) })
  return shapeFromEmpty(another, schema).finally(() => another.close())
}

async function shapeFromEmpty(database: Database, schema: Schema): Promise<readonly Attempt[]> {
  await database.exec('begin')
  const session = await openSession(database)
  const before = await objectsOf(session)
  await applies(session, schema)
  const attempts = await shapeAttempts(session, schema, before)
  await database.exec('rollback')
  return attempts
}

/** A check that stumbles over something unforeseen has failed; the others go on. */
async function guarded(check: string, run: () => Promise<readonly Attempt[]>): Promise<readonly Attempt[]> {
  try {
    return await run()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return [attempt(check, 'migration', 'run the check', 'an answer', message, false)]
  }
}
