import type { ClaimOf } from '../../claim/claim.ts'
import type { Operation } from '../../schema/access.ts'
import type { DraftTable } from '../draft.ts'
import { snakeCase } from '../naming/snake-case.ts'
import type { FoundGroup } from './groups.ts'

/** Roles that run a group: what others in it may do, they may do too. */
export const leading = /admin|owner|leader|manager|head/i

/** Who gives and takes membership: the highest of the leading roles alone, or they could raise themselves. */
export function highest(roles: readonly string[]): readonly string[] {
  const tiers = [/owner|founder/i, /admin|leader/i, leading].map((tier) => roles.filter((role) => tier.test(role)))
  return tiers.find((tier) => tier.length > 0) ?? []
}

/** The role of the group that a claim speaks of, whether a session distributes rights or a story says who does it. */
export function roleOfClaim({ who }: ClaimOf<'access'>, { group }: FoundGroup): string | undefined {
  const named = who.kind === 'role' || who.kind === 'member' ? who.role : who.kind === 'owner' ? who.as : undefined
  return named === undefined ? undefined : group.roles.find((role) => snakeCase(role) === snakeCase(named))
}

/**
 * Which roles of the group may do what with a table's rows; undefined for every member. "Only" leaves it to those whom it names. Who is said to add rows
 * changes and deletes them too, where nothing else is said, and whoever runs the group may what others in it may. Members read.
 */
export function rolesOfOperation(
  operation: Operation,
  table: DraftTable,
  found: FoundGroup,
): { readonly roles: readonly string[]; readonly claims: readonly ClaimOf<'access'>[] } | undefined {
  const claims = (table.facts?.access ?? []).filter(
    (claim) => claim.denied !== true && roleOfClaim(claim, found) !== undefined && claim.attributes === undefined,
  )
  const rolesOf = (some: readonly ClaimOf<'access'>[]) => {
    const named = new Set(some.map((claim) => roleOfClaim(claim, found)))
    return found.group.roles.filter((role) => named.has(role))
  }
  const saying = claims.filter((claim) => claim.may.includes(operation))
  const only = saying.filter((claim) => claim.only === true)
  if (only.length > 0) return { roles: rolesOf(only), claims: only }
  if (operation === 'select') return undefined
  const adding = saying.length > 0 ? saying : claims.filter((claim) => claim.may.includes('insert'))
  if (adding.length === 0) return undefined
  const named = rolesOf(adding)
  return { roles: found.group.roles.filter((role) => named.includes(role) || leading.test(role)), claims: adding }
}
