import { operations, type Permission, type Rows, type Who } from '../../schema/access.ts'
import type { DraftTable } from '../draft.ts'
import { ownerColumn } from '../relations/ownership.ts'
import { because, type Why } from '../why.ts'
import type { DraftRule } from './add-access-rules.ts'
import { pathOf } from './paths.ts'

type MakeRule = (who: Who, may: readonly Permission[], rows: Rows, why: Why) => DraftRule

/**
 * "Diary entries are private": rows of a group that are one member's alone, whatever else its members share. Undefined where no document says so of this table,
 * or says besides that members read it.
 */
export function privateRule(table: DraftTable, rows: Rows, rule: MakeRule): DraftRule | undefined {
  const claims = (table.facts?.access ?? []).filter((claim) => claim.denied !== true)
  const hidden = claims.filter(
    (claim) =>
      claim.who.kind === 'owner' &&
      claim.only === true &&
      claim.which === undefined &&
      claim.attributes === undefined &&
      claim.may.length === operations.length,
  )
  const owner = ownerColumn(table)
  if (hidden.length === 0 || owner === undefined || owner.nullable) return undefined
  if (claims.some((claim) => claim.who.kind === 'member' || claim.who.kind === 'role')) return undefined
  return rule(
    { kind: 'owner', label: 'owner' },
    operations.map((operation) => ({ operation })),
    { kind: 'all of', parts: [{ kind: 'caller', path: pathOf([], owner.name) }, rows] },
    because(hidden),
  )
}
