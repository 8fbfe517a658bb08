import type { Database } from '../../postgres/database.ts'
import { openEmbedded } from '../../postgres/embedded.ts'
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

/** What was found on another database than the one that the rest is tried on. */
export interface ShapeBeside {
  readonly attempts: readonly Attempt[]
  /** There the schema stands, as it was applied, without rows. */
  readonly session: Session
}

/** The same on an engine that holds nothing yet. */
export async function shapeFromEmpty(database: Database, schema: Schema): Promise<ShapeBeside> {
  await database.exec('begin')
  const session = await openSession(database)
  const before = await objectsOf(session)
  await applies(session, schema)
  const attempts = await shapeAttempts(session, schema, before)
  await database.exec('commit')
  return { attempts, session }
}

/** The same on an engine that is started for it. */
export async function shapeElsewhere(schema: Schema): Promise<readonly Attempt[]> {
  const another = await openEmbedded(schema.platform, { extensions: schema.extensions.map((extension) => extension.name) })
  const { attempts } = await shapeFromEmpty(another, schema).finally(() => another.close())
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
