import type { ClaimOf } from '../../claim/claim.ts'
import type { ReferentialAction } from '../../schema/constraint.ts'
import { strongest } from '../claim-order.ts'
import { type Draft, type DraftColumn, type DraftTable, mapTables, type Reference } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'
import { because, bothWhys } from '../why.ts'
import { looksShared } from './shared-tables.ts'

/**
 * What happens to a row when what it leads to is deleted. A rule of the documents about that very pair holds; then a rule for all; otherwise rows go
 * with their owner and with what they are part of, optional references are emptied, and what others merely use is not deleted under
 * them. `set null` makes the column nullable: the two must agree.
 */
export function settleDeleteActions(draft: Draft): Draft {
  const byKey = new Map(draft.tables.map((table) => [table.key, table]))
  const general = strongest(draft.facts.general.deleteRules.filter((claim) => isAction(claim.rule) && claim.to === undefined))
  return mapTables(draft, (table) => ({
    ...table,
    columns: table.columns.map((column) =>
      column.references === undefined ? column : settle(column, column.references, table, draft, byKey, general),
    ),
  }))
}

function settle(
  column: DraftColumn,
  reference: Reference,
  table: DraftTable,
  draft: Draft,
  byKey: ReadonlyMap<string, DraftTable>,
  general: ClaimOf<'delete rule'> | undefined,
): DraftColumn {
  const claim = ruleFor(column, reference, table, draft)
  const claimed =
    table.facts?.relationships.some(
      (relationship) => relationship.onDelete !== undefined && relationship.onDelete === reference.onDelete,
    ) === true
  let action: ReferentialAction = reference.onDelete
  let why = reference.why
  if (claim !== undefined && isAction(claim.rule)) {
    action = claim.rule
    why = bothWhys(because([claim]), why)
  } else if (!claimed) {
    action = usualAction(column, reference, table, byKey)
    if (
      general !== undefined &&
      isAction(general.rule) &&
      !column.nullable &&
      column.part !== 'owner' &&
      general.rule === 'cascade'
    ) {
      action = general.rule
      why = bothWhys(because([general]), why)
    }
  }
  const nullable = column.nullable || (action === 'set null' && !table.primaryKey.includes(column.name))
  return { ...column, nullable, references: { ...reference, onDelete: action === 'set default' ? 'no action' : action, why } }
}

/** The documents' rule for deleting what this column leads to. */
function ruleFor(column: DraftColumn, reference: Reference, table: DraftTable, draft: Draft): ClaimOf<'delete rule'> | undefined {
  const targetKey = reference.target.kind === 'accounts' ? accountKey : reference.target.key
  const leads = (key: string) => key === targetKey || (targetKey === accountKey && key === draft.accounts.profile)
  const own = (table.facts?.deleteRules ?? []).filter((claim) => {
    if (!isAction(claim.rule)) return false
    if (claim.column !== undefined) return claim.column.name === column.name
    return claim.to === undefined ? false : leads(draft.facts.identity.keyOf(claim.to))
  })
  if (own.length > 0) return strongest(own)
  const kept = keptBy(reference, table, draft)
  if (kept.length > 0) return strongest(kept)
  // "foreign keys of this table cascade": for the keys it must have
  return column.nullable
    ? undefined
    : strongest(
        (table.facts?.deleteRules ?? []).filter(
          (claim) => isAction(claim.rule) && claim.to === undefined && claim.column === undefined,
        ),
      )
}

/** "Vets cannot be deleted while they have visits": said of what the key leads to, where no key leads the other way. */
function keptBy(reference: Reference, table: DraftTable, draft: Draft): readonly ClaimOf<'delete rule'>[] {
  const { target } = reference
  const held = target.kind === 'table' ? draft.tables.find((other) => other.key === target.key) : undefined
  const leadsBack = held?.columns.some(
    ({ references }) => references?.target.kind === 'table' && references.target.key === table.key,
  )
  if (held === undefined || held === table || leadsBack) return []
  return (held.facts?.deleteRules ?? []).filter(
    (claim) => claim.rule === 'restrict' && claim.to !== undefined && draft.facts.identity.keyOf(claim.to) === table.key,
  )
}

function usualAction(
  column: DraftColumn,
  reference: Reference,
  table: DraftTable,
  byKey: ReadonlyMap<string, DraftTable>,
): ReferentialAction {
  if (column.nullable) return 'set null'
  if (column.part === 'owner' || table.part === 'join' || table.part === 'profile') return 'cascade'
  // a row whose key is made of references is nothing without any of them
  if (table.primaryKey.length >= 2 && table.primaryKey.includes(column.name)) return 'cascade'
  if (reference.target.kind === 'accounts') return 'cascade'
  const target = byKey.get(reference.target.key)
  if (target === undefined) return 'no action'
  if (isPartOf(table, target)) return 'cascade'
  const hasParent = table.columns.some((other) => {
    const to = other.references?.target
    return other !== column && to?.kind === 'table' && isPartOf(table, byKey.get(to.key))
  })
  // what many rows use is not deleted under them; checked at the end of the statement, so that one deletion may take both
  const shared = looksShared(target) || (isOwned(table) && !isOwned(target) && !hangsUnder(target))
  if (hasParent || shared) return 'no action'
  return 'cascade'
}

function isOwned(table: DraftTable): boolean {
  return table.columns.some((column) => column.part === 'owner' && column.references !== undefined)
}

function hangsUnder(table: DraftTable): boolean {
  return table.columns.some((column) => column.references?.target.kind === 'table' && !column.nullable)
}

/** Whether the rows of a table are parts of another table's: it says so in its name (`order_items`), or a document does. */
function isPartOf(table: DraftTable, target: DraftTable | undefined): boolean {
  if (target === undefined) return false
  return table.key.startsWith(`${target.key}_`) || table.facts?.relationships.some((claim) => claim.part === true) === true
}

function isAction(rule: ClaimOf<'delete rule'>['rule']): rule is ReferentialAction {
  return rule !== 'hard' && rule !== 'soft'
}
