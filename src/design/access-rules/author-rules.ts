import type { ClaimOf } from '../../claim/claim.ts'
import type { Operation, Permission, Rows, Who } from '../../schema/access.ts'
import type { DraftColumn, DraftTable } from '../draft.ts'
import { ownerColumn } from '../relations/ownership.ts'
import { because, type Why } from '../why.ts'
import type { DraftRule } from './add-access-rules.ts'
import { isPlainly } from './operations.ts'
import { pathOf } from './paths.ts'

type MakeRule = (who: Who, may: readonly Permission[], rows: Rows, why: Why) => DraftRule

/** What documents leave to the author of each row alone: "only the author can delete a remark". */
export function authorClaims(table: DraftTable): readonly ClaimOf<'access'>[] {
  return (table.facts?.access ?? []).filter(
    (claim) =>
      claim.who.kind === 'owner' &&
      (claim.who.as === undefined || /^(?:author|creator|owner)$/.test(claim.who.as)) &&
      claim.only === true &&
      claim.denied !== true &&
      claim.attributes === undefined &&
      isPlainly(claim) &&
      claim.may.some(isChange),
  )
}

export const isChange = (operation: Operation): boolean => operation === 'update' || operation === 'delete'

/** The column that names who made a row. */
export function authorColumn(table: DraftTable): DraftColumn | undefined {
  return (
    ownerColumn(table) ??
    table.columns.find(
      ({ name, references }) =>
        references?.target.kind === 'accounts' && /^(?:created_by|author|creator|added_by)(?:_id|_user_id)?$/.test(name),
    )
  )
}

/**
 * The rules of a group's table where changing or deleting is the author's: every member loses that, and keeps the rest; people in a role keep what is said of
 * them. Rows are made in one's own name and the author's column is nobody's to change, or everyone could make themselves the author.
 */
export function withAuthors(
  rules: readonly DraftRule[],
  table: DraftTable,
  rows: Extract<Rows, { readonly kind: 'group' }>,
  rule: MakeRule,
): readonly DraftRule[] {
  const claims = authorClaims(table)
  const author = authorColumn(table)
  if (claims.length === 0 || author === undefined) return rules
  const taken = new Set(claims.flatMap((claim) => claim.may).filter(isChange))
  const own: Rows = { kind: 'caller', path: pathOf([], author.name) }
  const why = because(claims)
  const label = author.name.replace(/_(?:id|uuid)$/, '') === 'author' ? 'author' : 'creator'
  return [
    ...rules.flatMap((each): readonly DraftRule[] => {
      if (each.who.kind !== 'member') return [each]
      const every = each.who.roles.length === 0
      const kept = each.may
        .filter(({ operation }) => operation !== 'insert' && !(every && taken.has(operation)))
        .map((one) => (one.operation === 'update' ? { ...one, columns: changeable(table, author, one.columns) } : one))
      const adds = each.may.filter(({ operation }) => operation === 'insert')
      return [
        ...(kept.length === 0 ? [] : [{ ...each, may: kept }]),
        ...(adds.length === 0 ? [] : [{ ...each, may: adds, rows: bothOf(own, each.rows) }]),
      ]
    }),
    rule(
      { kind: 'owner', label },
      [...taken].map((operation) => ({ operation })),
      bothOf(own, rows),
      why,
    ),
  ]
}

function bothOf(own: Rows, rows: Rows): Rows {
  return { kind: 'all of', parts: [own, rows] }
}

/** What may be changed of a row whose author stays who it is. */
function changeable(table: DraftTable, author: DraftColumn, columns: readonly string[] | undefined): readonly string[] {
  const free = table.columns.filter(
    ({ part, name, generated }) =>
      part !== 'key' && part !== 'created' && part !== 'updated' && generated === undefined && name !== author.name,
  )
  return free.map(({ name }) => name).filter((name) => columns?.includes(name) ?? true)
}
