import { pluralise } from '../../schema/inflect.ts'
import { fromSession, rankOf } from '../claim-order.ts'
import type { EntityFacts } from '../identity/facts.ts'
import { isReserved } from './reserved-words.ts'
import { safeName } from './safe-name.ts'

/**
 * The name of an entity's table. A name that the planning session writes as code and uses for a table stands, in snake_case; of several such
 * spellings the one in the strongest place, a plural one before a singular one. Otherwise it is the plural of the entity's key.
 */
export function tableName(facts: EntityFacts): string {
  const written = facts.mentions
    .filter(({ mention, source, asTable }) => mention.identifier && asTable && fromSession(source))
    .map(({ mention, source }) => ({ name: bareName(mention.name), rank: rankOf(source) }))
    .filter(({ name }) => sameThing(name, facts.key))
  const plural = written.filter(({ name }) => name === pluralise(name))
  const best = strongestName(plural) ?? strongestName(written)
  if (best !== undefined) return safeName(best, 'unnamed')
  const name = pluralise(safeName(facts.key, 'thing'))
  return isReserved(name) ? `app_${name}` : name
}

function bareName(name: string): string {
  return safeName(name.replace(/^.*\./, ''), '')
}

/** An alias (`items` for `order_items`) never gives the name. */
function sameThing(name: string, key: string): boolean {
  return name !== '' && pluralise(name).replaceAll('_', '').length >= pluralise(key).replaceAll('_', '').length - 1
}

function strongestName(names: readonly { readonly name: string; readonly rank: number }[]): string | undefined {
  let best: { readonly name: string; readonly rank: number } | undefined
  for (const candidate of names) if (best === undefined || candidate.rank < best.rank) best = candidate
  return best?.name
}
