import type { ClaimOf } from '../../claim/claim.ts'
import { type Operation, operations } from '../../schema/access.ts'
import { rankOf, strongest } from '../claim-order.ts'
import type { DraftTable } from '../draft.ts'

/** Whether documents keep the table from everyone but the backend. */
export function isBackendOnly(table: DraftTable): boolean {
  const claims = (table.facts?.access ?? []).filter((claim) => claim.denied !== true)
  const backend = strongest(claims.filter((claim) => claim.who.kind === 'backend'))
  if (backend === undefined) return false
  const readable = claims.some((claim) => claim.who.kind !== 'backend' && claim.may.length > 0)
  return backend.only === true && backend.may.length >= operations.length - 1 ? !readable : false
}

/** Whether the operations are named: of everything, "people have their own rows" is all that was said. */
export function isPlainly(claim: ClaimOf<'access'>): boolean {
  return claim.may.length < operations.length
}

/** Whether a stronger document allows owners what this one refuses; within one, the refusal says what an allowance does not mean. */
function isOverruled(refusal: ClaimOf<'access'>, claims: readonly ClaimOf<'access'>[]): boolean {
  return claims.some(
    (claim) =>
      claim.denied !== true &&
      claim.who.kind === 'owner' &&
      isPlainly(claim) &&
      rankOf(claim.source) < rankOf(refusal.source) &&
      refusal.may.every((operation) => claim.may.includes(operation)),
  )
}

/**
 * The operations that remain to the people whose rows these are: what documents refuse them is taken away, and where documents say "only" of
 * some, only those remain.
 */
export function allowedOperations(table: DraftTable, usual: readonly Operation[]): readonly Operation[] {
  const claims = (table.facts?.access ?? []).filter((claim) => claim.attributes === undefined || claim.attributes.length === 0)
  const own = claims.filter((claim) => claim.who.kind === 'owner' || claim.who.kind === 'signed in')
  const refused = new Set(own.filter((claim) => claim.denied === true && !isOverruled(claim, own)).flatMap((claim) => claim.may))
  const backend = claims
    .filter((claim) => claim.who.kind === 'backend' && claim.only === true && claim.denied !== true)
    .flatMap((claim) => claim.may)
  const granted = new Set(
    own.filter((claim) => claim.denied !== true && claim.who.kind === 'owner').flatMap((claim) => claim.may),
  )
  const others = claims
    .filter((claim) => claim.who.kind === 'role' && claim.only === true && claim.denied !== true)
    .flatMap((claim) => claim.may)
    .filter((operation) => !granted.has(operation))
  const taken = new Set([...refused, ...backend, ...others])
  return operations.filter((operation) => (usual.includes(operation) || granted.has(operation)) && !taken.has(operation))
}
