import type { ClaimOf } from '../../claim/claim.ts'
import { type Operation, operations, type Rows, type Who } from '../../schema/access.ts'
import { fromSession } from '../claim-order.ts'
import type { Draft, DraftTable } from '../draft.ts'
import { snakeCase } from '../naming/snake-case.ts'
import { ownerColumn } from '../relations/ownership.ts'
import { because, bothWhys, type Why } from '../why.ts'
import type { DraftRule } from './add-access-rules.ts'
import { authorClaims, authorColumn, isChange } from './author-rules.ts'
import type { FoundGroup } from './groups.ts'
import { pathOf } from './paths.ts'

type MakeRule = (who: Who, may: DraftRule['may'], rows: Rows, why: Why) => DraftRule

/** What the session says that members, and people in a role of the group, may do with a table's rows. */
function claimsOfMembers(table: DraftTable, found: FoundGroup): readonly ClaimOf<'access'>[] {
  return (table.facts?.access ?? []).filter(
    (claim) => claim.denied !== true && fromSession(claim.source) && rolesOfClaim(claim, found, table) !== undefined,
  )
}

/** The group's roles that a claim speaks of; none of them by name is every member; undefined when it speaks of others. */
function rolesOfClaim(claim: ClaimOf<'access'>, found: FoundGroup, table: DraftTable): readonly string[] | undefined {
  const { who } = claim
  // the owner of what names nobody is the group's
  if (who.kind === 'owner' && claim.only === true && authorColumn(table) === undefined)
    return found.group.roles.filter((role) => /owner/i.test(role)).length > 0
      ? found.group.roles.filter((role) => /owner/i.test(role))
      : undefined
  const named = who.kind === 'role' || who.kind === 'member' ? who.role : undefined
  if (named === undefined) return who.kind === 'member' ? [] : undefined
  const known = found.group.roles.find((role) => snakeCase(role) === snakeCase(named))
  if (known !== undefined) return [known]
  return /^members?$/i.test(named) ? [] : undefined
}

/** Whether the session distributes the group's rights itself; then convention gives no more. */
export function sessionGivesRights(draft: Draft, found: FoundGroup): boolean {
  return draft.tables.some((table) => claimsOfMembers(table, found).length > 0)
}

/**
 * The rules of a group's table as the session states them: what all members may, what those in a role may besides, and what people may with the rows that
 * are their own. Members read what they or some of them may change. Undefined where the session says nothing of the table.
 */
export function claimedGroupRules(
  table: DraftTable,
  found: FoundGroup,
  rows: Extract<Rows, { readonly kind: 'group' }>,
  groupWhy: Why,
  rule: MakeRule,
): readonly DraftRule[] | undefined {
  const claims = claimsOfMembers(table, found)
  if (claims.length === 0) return undefined
  const everyone = claims.filter((claim) => rolesOfClaim(claim, found, table)?.length === 0)
  const member: Who = { kind: 'member', group: found.group.name, roles: [] }
  // "Only leaders may delete songs" takes that from the others, and nothing else; that members see songs takes nothing
  const limiting = claims.filter((claim) => claim.only === true && !everyone.includes(claim))
  const taken = new Set(limiting.flatMap((claim) => claim.may))
  const left =
    limiting.length > 0 &&
    claims.every((claim) => limiting.includes(claim) || (everyone.includes(claim) && isLooking(claim) && claim.only !== true))
      ? operations.filter((one) => !taken.has(one))
      : undefined
  const common = left ?? ordered([...everyone.flatMap((claim) => claim.may), 'select'])
  const rules: DraftRule[] =
    common.length === 0
      ? []
      : [rule(member, common.map(permit), rows, everyone.length > 0 ? because(everyone) : bothWhys(because(claims), groupWhy))]
  const byMay = new Map<string, { roles: string[]; claims: ClaimOf<'access'>[]; may: readonly Operation[] }>()
  for (const role of found.group.roles) {
    const own = claims.filter((claim) => rolesOfClaim(claim, found, table)?.includes(role))
    const may = ordered(own.flatMap((claim) => claim.may)).filter((operation) => !common.includes(operation))
    if (may.length === 0) continue
    const entry = byMay.get(may.join()) ?? { roles: [], claims: [], may }
    entry.roles.push(role)
    entry.claims.push(...own.filter((claim) => !entry.claims.includes(claim)))
    byMay.set(may.join(), entry)
  }
  for (const { roles, claims: own, may } of byMay.values())
    rules.push(rule({ kind: 'member', group: found.group.name, roles }, may.map(permit), { ...rows, roles }, because(own)))
  return [...rules, ...ownRows(table, rows, common, rule)]
}

/** "Members manage their own reservations": rows that are theirs and the group's. */
function ownRows(table: DraftTable, rows: Rows, common: readonly Operation[], rule: MakeRule): readonly DraftRule[] {
  const owner = ownerColumn(table)
  const claims = (table.facts?.access ?? []).filter(
    (claim) => claim.who.kind === 'owner' && claim.denied !== true && fromSession(claim.source),
  )
  const authored = new Set(
    authorClaims(table)
      .flatMap((claim) => claim.may)
      .filter(isChange),
  )
  const may = ordered(claims.flatMap((claim) => claim.may)).filter(
    (operation) => !common.includes(operation) && !authored.has(operation),
  )
  if (owner === undefined || may.length === 0) return []
  const own: Rows = { kind: 'all of', parts: [{ kind: 'caller', path: pathOf([], owner.name) }, rows] }
  return [rule({ kind: 'owner', label: 'owner' }, may.map(permit), own, because(claims))]
}

function isLooking({ may }: ClaimOf<'access'>): boolean {
  return may.every((operation) => operation === 'select')
}

function permit(operation: Operation): { readonly operation: Operation } {
  return { operation }
}

function ordered(may: readonly Operation[]): readonly Operation[] {
  return operations.filter((operation) => may.includes(operation))
}
