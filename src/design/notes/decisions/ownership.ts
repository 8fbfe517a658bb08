import { groupedBy } from '../../../schema/grouped-by.ts'
import type { Remark } from '../../../schema/notes.ts'
import type { DraftRule, RulesDraft } from '../../access-rules/add-access-rules.ts'
import type { DraftTable } from '../../draft.ts'
import { listed, listedNames } from '../../naming/listed.ts'
import { ownerColumn, ownerPaths } from '../../relations/ownership.ts'
import { bothWhys, byConvention } from '../../why.ts'
import { remark } from '../remark.ts'

/** Whose rows are whose: by an owner column, through a parent, or everybody's. */
export function ownershipDecisions(draft: RulesDraft): readonly Remark[] {
  return [...owned(draft), ...throughParents(draft), ...sameOwner(draft), ...catalogues(draft)]
}

/** Only rules for owners make an owner column decide about rights. */
function hasOwnerRule(draft: RulesDraft, table: DraftTable): boolean {
  return draft.rules.some((rule) => rule.table === table.name && rule.who.kind === 'owner')
}

function owned(draft: RulesDraft): readonly Remark[] {
  const owning = draft.tables.flatMap((table) => {
    const owner = table.part === 'entity' || table.part === 'join' ? ownerColumn(table) : undefined
    return owner === undefined || owner.nullable || !hasOwnerRule(draft, table) ? [] : [{ table, owner }]
  })
  const byColumn = groupedBy(owning, ({ owner }) => owner.name)
  return [...byColumn].map(([column, tables]) =>
    remark(
      `Each row of ${listedNames(tables.map(({ table }) => table.name))} belongs to one account, \`${column}\`: set when the row is added, never changed.`,
      tables.map(({ owner }) => owner.why).reduce(bothWhys, byConvention),
    ),
  )
}

function throughParents(draft: RulesDraft): readonly Remark[] {
  const paths = ownerPaths(draft)
  const steps = draft.tables.flatMap((table) => {
    const [step] = paths.get(table.key)?.steps ?? []
    return step === undefined || !hasOwnerRule(draft, table) ? [] : [{ table: table.name, column: step.column }]
  })
  if (steps.length === 0) return []
  const names = listed(steps.map(({ table, column }) => `\`${table}\` by \`${column.name}\``))
  return [
    remark(
      `Rows below others belong to whoever owns those: ${names}. An owner column of their own could say otherwise.`,
      steps.map(({ column }) => column.why).reduce(bothWhys),
    ),
  ]
}

function sameOwner(draft: RulesDraft): readonly Remark[] {
  const bound = draft.tables.filter((table) => table.columns.some((column) => column.references?.withOwner === true))
  return bound.length === 0
    ? []
    : [
        remark(
          `Keys of ${listedNames(bound.map((table) => table.name))} to a parent carry the owner: no row hangs under a parent of somebody else, whoever writes it.`,
          byConvention,
        ),
      ]
}

/** What everybody may read and nobody but the backend writes, where documents say so. */
function catalogues(draft: RulesDraft): readonly Remark[] {
  const found = draft.tables.flatMap((table) => {
    const rules = draft.rules.filter((rule) => rule.table === table.name && rule.who.kind !== 'backend')
    const isCatalogue = rules.length > 0 && rules.every(isReadingOfAll) && rules.some((rule) => rule.why.sources.length > 0)
    const open = rules.some((rule) => rule.who.kind === 'anonymous')
    return isCatalogue ? [{ name: table.name, open, why: rules.map((rule) => rule.why).reduce(bothWhys) }] : []
  })
  return [true, false].flatMap((open) => {
    const same = found.filter((each) => each.open === open)
    if (same.length === 0) return []
    const who = open ? 'Everybody' : 'Everybody who is signed in'
    const names = listedNames(same.map(({ name }) => name))
    return [remark(`${who} reads all of ${names}; the backend alone writes there.`, same.map(({ why }) => why).reduce(bothWhys))]
  })
}

function isReadingOfAll(rule: DraftRule): boolean {
  return (
    (rule.who.kind === 'anonymous' || rule.who.kind === 'signed in') &&
    rule.rows.kind === 'all' &&
    rule.may.every((permission) => permission.operation === 'select')
  )
}
