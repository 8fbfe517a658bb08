import type { ClaimOf } from '../../claim/claim.ts'
import type { Permission, RoleSource, Rows, Who } from '../../schema/access.ts'
import { fromSession } from '../claim-order.ts'
import { singledOut, stateOf } from '../constraints/which-rows.ts'
import type { DraftTable } from '../draft.ts'
import { snakeCase } from '../naming/snake-case.ts'
import { because, type Why } from '../why.ts'
import type { DraftRule } from './add-access-rules.ts'
import { pathOf } from './paths.ts'

type MakeRule = (who: Who, may: readonly Permission[], rows: Rows, why: Why) => DraftRule

/**
 * Rules for others than the owner that documents state: everyone, everyone signed in, people in an application-wide role. A role counts only where
 * the schema keeps it. Writing by everyone is never read out of a sentence: it would open the table. Rows that are somebody's are opened
 * to others only by the session: in a PRD "users see the list of …" mostly means their own. That everyone sees them, with or without an account, a PRD says plainly;
 * of "published recipes" those alone, where a column tells them, and none where others of them are hidden. What hangs on somebody's (`personal`) is
 * nobody else's either.
 */
export function claimedRules(
  table: DraftTable,
  owned: boolean,
  roles: RoleSource | undefined,
  personal: boolean,
  rule: MakeRule,
): readonly DraftRule[] {
  const claims = (table.facts?.access ?? []).filter((claim) => claim.denied !== true && claim.may.length > 0)
  const readers = claims.filter((claim) => claim.may.includes('select') && (!owned || fromSession(claim.source)))
  const rules: DraftRule[] = []
  const hidden = claims.some((claim) => claim.who.kind === 'owner' && claim.only === true && singledOut(claim) !== undefined)
  const open = claims.filter((claim) => claim.may.includes('select') && claim.who.kind === 'anonymous')
  const shown = open.flatMap((claim) => {
    const rows = shownRows(claim, table)
    // where a session speaks of the table, it says who reads what is somebody's
    const decided =
      owned && !fromSession(claim.source) && table.facts?.entities.some(({ source }) => fromSession(source)) === true
    return decided || (rows === undefined && owned) || (rows?.kind === 'all' && hidden)
      ? []
      : [{ claim, rows: rows ?? { kind: 'all' as const } }]
  })
  const everyone = shown.filter(({ rows }) => rows.kind === 'all').map(({ claim }) => claim)
  if (everyone.length > 0) rules.push(rule({ kind: 'anonymous' }, [{ operation: 'select' }], { kind: 'all' }, because(everyone)))
  for (const { claim, rows } of everyone.length > 0 ? [] : shown.slice(0, 1))
    rules.push(
      rule({ kind: 'anonymous' }, [{ operation: 'select' }], rows, because([claim])),
      rule({ kind: 'signed in' }, [{ operation: 'select' }], rows, because([claim])),
    )
  const signedIn = readers.filter(
    (claim) => claim.who.kind === 'signed in' || (claim.who.kind === 'owner' && !owned && !personal && claim.only !== true),
  )
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

/** The claims that show everyone rows in a state of which no column of the table tells. */
export function untoldStates(table: DraftTable): readonly ClaimOf<'access'>[] {
  return (table.facts?.access ?? []).filter(
    (claim) => claim.denied !== true && claim.who.kind === 'anonymous' && shownRows(claim, table) === undefined,
  )
}

/** The rows that a claim shows to everyone: all, or those in the state it names; undefined where the table does not tell them. */
function shownRows(claim: ClaimOf<'access'>, table: DraftTable): Rows | undefined {
  const which = singledOut(claim)
  if (which === undefined) return { kind: 'all' }
  const state = stateOf(which, claim.source.quote, table)
  if (state === undefined) return undefined
  const { column, holds } = state
  if (holds === 'null') return { kind: 'is null', column }
  if (holds === 'not null') return { kind: 'is not null', column }
  return { kind: 'equals', path: pathOf([], column), values: [typeof holds === 'object' ? holds.value : holds] }
}

function sameRole(a: string, b: string): boolean {
  return a === b || a.replace(/istrator$/, '') === b.replace(/istrator$/, '')
}
