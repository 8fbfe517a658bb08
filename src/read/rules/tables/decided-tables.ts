import type { EntityIndex } from './entity-index.ts'
import type { ThingIndex } from './things.ts'

/** Fewer things of the prose that no session names may as well be other names, parts or wishes. */
const several = 4

/**
 * Whether the documents that name tables have decided which there are. A session that settles details ("should categories be a `tool_categories` table?")
 * names one or two of many: where the prose keeps several things, and twice as many as there are tables named, they are still to be found there.
 */
export function decideTables(named: EntityIndex, things: ThingIndex): boolean {
  const tables = named.all.filter(({ name }) => !/^(?:auth\.)?(?:users?|(?:user_)?profiles?)$/.test(name))
  return named.all.length > 0 && things.all.length < Math.max(several, 2 * tables.length)
}
