import type { Permission, RoleSource, Rows, Who } from '../../schema/access.ts'
import { fromSession } from '../claim-order.ts'
import type { DraftTable } from '../draft.ts'
import { snakeCase } from '../naming/snake-case.ts'
import { because, type Why } from '../why.ts'
import type { DraftRule } from './add-access-rules.ts'

type MakeRule = (who: Who, may: readonly Permission[], rows: Rows, why: Why) => DraftRule

/**
 * Rules for others than the owner that documents state: everyone, everyone signed in, people in an application-wide role. A role counts only where
 * the schema keeps it. Writing by everyone is never read out of a sentence: it would open the table. Rows that are somebody's are opened
 * to others only by the session: in a PRD "users see the list of …" mostly means their own.
 */
export function claimedRules(
  table: DraftTable,
  owned: boolean,
  roles: RoleSource | undefined,
  rule: MakeRule,
): readonly DraftRule[] {
  const claims = (table.facts?.access ?? []).filter((claim) => claim.denied !== true && claim.may.length > 0)
  const readers = claims.filter((claim) => claim.may.includes('select') && (!owned || fromSession(claim.source)))
  const rules: DraftRule[] = []
  const everyone = readers.filter((claim) => claim.who.kind === 'anonymous')
  if (everyone.length > 0) rules.push(rule({ kind: 'anonymous' }, [{ operation: 'select' }], { kind: 'all' }, because(everyone)))
  const signedIn = readers.filter((claim) => claim.who.kind === 'signed in' || (claim.who.kind === 'owner' && !owned))
  if (signedIn.length > 0 || everyone.length > 0)
    rules.push(rule({ kind: 'signed in' }, [{ operation: 'select' }], { kind: 'all' }, because([...signedIn, ...everyone])))
  if (roles === undefined) return rules
  const known = new Map(roles.roles.map((role) => [snakeCase(role), role]))
  for (const [key, role] of known) {
    const own = claims.filter((claim) => claim.who.kind === 'role' && sameRole(snakeCase(claim.who.role), key))
    const may = [...new Set(own.flatMap((claim) => claim.may))]
    if (may.length > 0)
      rules.push(
        rule(
          { kind: 'role', roles: [role] },
          may.map((operation) => ({ operation })),
          { kind: 'all' },
          because(own),
        ),
      )
  }
  return rules
}

function sameRole(a: string, b: string): boolean {
  return a === b || a.replace(/istrator$/, '') === b.replace(/istrator$/, '')
}
