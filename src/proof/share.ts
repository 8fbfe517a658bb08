import type { Database } from '../postgres/database.ts'
import type { Engines, Second } from '../postgres/embedded.ts'
import { openSession, type Session } from './session.ts'
import { tryInBatches } from './try-in-batches.ts'

/** What a proof stands on: a database that was handed in, or engines of its own. */
export interface Ground {
  readonly first: Database
  readonly own?: Engines
}

/** As it was while the rows were made: what waits for the commit waits. */
const begin = 'begin; set constraints all deferred'

/**
 * Keeps what stands there, where the engine is the proof's own: PostgreSQL goes through everything that a transaction has made whenever a
 * subtransaction of it ends, and every attempt is one. A second engine becomes a copy, once it is free, and then takes attempts off the first.
 */
export async function shareWith(session: Session, ground: Ground, free: Promise<unknown>): Promise<Session> {
  const { own } = ground
  if (own === undefined) return session
  const { first, second } = own
  await session.exec('commit')
  if (second === undefined) {
    await session.exec(begin)
    return session
  }
  const image = await first.copy()
  await session.exec(begin)
  // Without a second one the first tries everything.
  const joining = free.then(() => joined(second, image)).catch(() => undefined)
  return { ...session, tryAll: (groups) => tryInBatches(groups, session, joining) }
}

async function joined(second: Promise<Second | undefined>, image: Blob): Promise<Session | undefined> {
  const it = await second
  if (it === undefined) return undefined
  await it.becomeCopy(image)
  const session = await openSession(it.database)
  await session.exec(begin)
  return session
}
