import type { ClaimOf } from '../../claim/claim.ts'
import { singularise } from '../../schema/inflect.ts'
import { fromSession, strongest } from '../claim-order.ts'
import type { Draft } from '../draft.ts'
import type { AttributeFacts } from '../identity/facts.ts'
import { columnName } from '../naming/column-name.ts'
import { statedType } from '../types/stated-type.ts'
import type { Target, Targets } from './targets.ts'

const idSuffix = /_(id|uuid|fk|guid|ref)$/

/** Keys of other systems: their stem may look like a table of ours. */
const foreign =
  /(^|_)(external|stripe|google|facebook|apple|github|openai|openrouter|paypal|provider|remote|trace|correlation)_(\w+_)?(id|uuid)$/

/** Types that keys have; a text called `…_id` is another system's. */
const keyTypes: ReadonlySet<string> = new Set(['uuid', 'bigint', 'integer', 'smallint'])

export interface FoundReference {
  readonly target: Target
  readonly name: string
  readonly claims: readonly ClaimOf<'attribute'>[]
  /** It has a table's name and says no more: it adds nothing where another column leads there. */
  readonly byNameAlone?: boolean
}

/**
 * What an attribute leads to, if it is a reference: it says so; or its name is `<table>_id`, `<person>_id` or `…_by`; or it has
 * the very name of a table and no type of its own (`category` where there are `categories`).
 */
export function referenceOfAttribute(
  facts: AttributeFacts,
  table: { readonly key: string },
  draft: Draft,
  targets: Targets,
): FoundReference | undefined {
  const name = columnName(facts, table.key)
  const claimed = strongest(facts.attributes.filter((claim) => claim.references !== undefined))
  if (claimed?.references !== undefined) {
    const target = targets.ofKey(draft.facts.identity.keyOf(claimed.references.entity)) ?? stemTarget(name, table.key, targets)
    if (target !== undefined) return { target, name: withSuffix(name), claims: facts.attributes }
  }
  if (facts.attributes.length === 0) return undefined
  // "title, body, user ownership": whose it is
  if (/^(user_)?ownership$/.test(name)) return { target: { kind: 'accounts' }, name: 'user_id', claims: facts.attributes }
  const typed = strongest(facts.attributes.filter((claim) => claim.type !== undefined))
  const type = typed?.type === undefined ? undefined : statedType(typed.type)?.type
  const byName = stemTarget(name, table.key, targets)
  if (byName !== undefined && !foreign.test(name) && (type === undefined || keyTypes.has(type)))
    return { target: byName, name, claims: facts.attributes }
  const shaped = facts.values.length > 0 || facts.limits.length > 0 || (type !== undefined && type !== 'uuid')
  if (shaped || facts.attributes.some((claim) => claim.many === true || claim.default !== undefined)) return undefined
  const copied = /^(.+)_name$/.exec(name)
  const named =
    copied?.[1] === undefined || facts.mentions.some(({ mention }) => mention.identifier)
      ? undefined
      : targets.ofKey(draft.facts.identity.keyOfName(copied[1]))
  // "the facility's name" of a reservation, in a PRD, is the facility's; a session that writes it as a column wants the copy
  if (named?.kind === 'table' && named.key !== table.key && copied?.[1] !== undefined)
    return { target: named, name: `${copied[1]}_id`, claims: facts.attributes, byNameAlone: true }
  // a plural of a table's name is its rows, not one of them
  const singular = singularise(name)
  if (singular !== name) return undefined
  // a word that SQL reserves ("user", "order") has given its column another name, and leads to its table all the same
  const stem = targets.ofKey(draft.facts.identity.keyOfName(name)) === undefined ? facts.key : name
  const target = targets.ofKey(draft.facts.identity.keyOfName(stem))
  if (target === undefined && isPersonOf(facts, name, table.key, draft, targets))
    return { target: { kind: 'accounts' }, name: `${name}_id`, claims: facts.attributes }
  if (target === undefined || (target.kind === 'table' && target.key === table.key)) return undefined
  // the author of a book is a name
  if (target.kind === 'accounts' && isPublished(table.key, draft)) return undefined
  return { target, name: `${stem}_id`, claims: facts.attributes, byNameAlone: true }
}

/** What is published names the people who made it, whether or not they have accounts. */
const bibliographic = /^(isbn|publisher|publication_year|published_year|release_year|genre|cover_url|page_count)$/

/** Who does what a thing is about can only be somebody with an account: a task's assignee. */
const assigned = /^assignee$/

/**
 * "instructor", "autor wpisu" in a session's list of fields, where no table is called so, and in a PRD a role of the product, or an assignee: a person of the
 * system.
 */
function isPersonOf(facts: AttributeFacts, name: string, within: string, draft: Draft, targets: Targets): boolean {
  const told = facts.attributes.some((claim) => fromSession(claim.source))
  if (!(told ? targets.isPerson(name) : draft.facts.identity.roles.has(name) || assigned.test(name))) return false
  if (facts.mentions.some(({ mention }) => mention.identifier)) return false
  return !isPublished(within, draft)
}

/** What is published has authors whose names are all that is kept. */
export function isPublished(within: string, draft: Draft): boolean {
  const fields = draft.facts.entities.get(within)?.attributes
  return [...(fields?.keys() ?? [])].some((key) => bibliographic.test(key))
}

function stemTarget(name: string, within: string, targets: Targets): Target | undefined {
  if (idSuffix.test(name)) return targets.ofStem(name.replace(idSuffix, ''), within)
  return /_by$/.test(name) ? { kind: 'accounts' } : undefined
}

function withSuffix(name: string): string {
  return idSuffix.test(name) || /_by$/.test(name) || name === 'id' ? name : `${name}_id`
}
