import { identifier, qualified } from '../../sql/quote.ts'
import type { Session } from '../session.ts'
import type { Facts } from './facts.ts'

/** A table in partitions takes no row without one, and a plan leaves it to the project to make them: here one takes them all, closed to callers. */
export async function addPartitions(session: Session, { schema, traits }: Facts): Promise<void> {
  for (const table of schema.tables) {
    if (table.partitionBy === undefined) continue
    const name = qualified(table.schema, `dbplan_all_of_${table.name}`.slice(0, 63))
    const bound = /^hash/i.test(table.partitionBy.trim()) ? 'for values with (modulus 1, remainder 0)' : 'default'
    const roles = [traits.anonymous, traits.signedIn, traits.backend].map(identifier).join(', ')
    await session.exec(
      `create table ${name} partition of ${qualified(table.schema, table.name)} ${bound}; revoke all on table ${name} from ${roles}`,
    )
  }
}
