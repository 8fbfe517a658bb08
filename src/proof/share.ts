import type { ShapeBeside } from './checks/shape.ts'
import { copyRows } from './rows/copy-rows.ts'
import type { Facts } from './rows/facts.ts'
import { addPartitions } from './rows/partitions.ts'
import type { Session } from './session.ts'
import { tryInBatches } from './try-in-batches.ts'

/** As it was while the rows were made: what waits for the commit waits. */
const begin = 'begin; set constraints all deferred'

/**
 * Keeps what stands on an engine of the proof's own: PostgreSQL goes through everything that a transaction has made whenever a subtransaction of
 * it ends, and every attempt is one. Where the schema stands on a second engine too, that one gets the same rows, once it is free, and then takes attempts off the first.
 */
export async function shareWith(
  session: Session,
  facts: Facts,
  beside: Promise<ShapeBeside | undefined> | undefined,
): Promise<Session> {
  await session.exec('commit')
  if (beside === undefined) {
    await session.exec(begin)
    return session
  }
  const rows = await copyRows(session)
  await session.exec(begin)
  const join = async (): Promise<Session | undefined> => {
    const second = (await beside)?.session
    if (second === undefined) return undefined
    await addPartitions(second, facts)
    await second.exec(rows)
    await second.exec(begin)
    return second
  }
  // Without a second one the first tries everything.
  const joining = join().catch(() => undefined)
  return { ...session, tryAll: (groups) => tryInBatches(groups, session, joining) }
}
