import type { ReferentialAction } from '../../../schema/constraint.ts'
import type { Remark } from '../../../schema/notes.ts'
import { strongest } from '../../claim-order.ts'
import type { Draft, DraftColumn, DraftTable } from '../../draft.ts'
import { listedNames } from '../../naming/listed.ts'
import { because, byConvention } from '../../why.ts'
import { quoted } from '../quoted.ts'
import { remark } from '../remark.ts'

/** What happens to rows when they, or the account they belong to, are deleted. */
export function deletionDecisions(draft: Draft): readonly Remark[] {
  return [...rows(draft), ...accounts(draft)]
}

function rows(draft: Draft): readonly Remark[] {
  const { conventions, deleteRules } = draft.facts.general
  const soft =
    strongest(conventions.filter((claim) => claim.rule === 'soft delete')) ??
    strongest(deleteRules.filter((claim) => claim.rule === 'soft'))
  const hard = strongest(conventions.filter((claim) => claim.rule === 'hard delete'))
  const kept = draft.tables.filter((table) => table.columns.some((column) => column.part === 'deleted'))
  if (kept.length > 0) {
    const names = listedNames(kept.map((table) => table.name))
    const column = kept[0]?.columns.find((each) => each.part === 'deleted')
    return [
      remark(
        `Rows of ${names} are deleted softly, by \`${column?.name}\`${soft === undefined ? '' : `: ${quoted(soft)}`}.`,
        soft === undefined ? (column?.why ?? byConvention) : because([soft]),
      ),
    ]
  }
  return hard === undefined ? [] : [remark(`Rows are deleted for good: ${quoted(hard)}.`, because([hard]))]
}

/** What goes with an account and what stays, from the references themselves. */
function accounts(draft: Draft): readonly Remark[] {
  const references = draft.tables.flatMap((table) =>
    table.columns.flatMap((column) => (leadsToAccount(column, draft) ? [{ table, column }] : [])),
  )
  const going = named(references, 'cascade')
  const staying = named(references, 'set null')
  const refusing = [...named(references, 'restrict'), ...named(references, 'no action')]
  if (going.length + staying.length + refusing.length === 0) return []
  const asked = draft.facts.general.conventions.filter((claim) => claim.rule === 'account deletion')
  const parts = [
    ...(going.length === 0 ? [] : [`deletes its rows of ${listedNames(going)}`]),
    ...(staying.length === 0 ? [] : [`leaves those of ${listedNames(staying)} without it`]),
    ...(refusing.length === 0 ? [] : [`is refused while ${listedNames(refusing)} names it`]),
  ]
  return [remark(`Deleting an account ${parts.join(', ')}.`, because(asked, 'convention'))]
}

/** A profile goes with its account, and what refers to the profile with both. */
function leadsToAccount({ references }: DraftColumn, draft: Draft): boolean {
  return references?.target.kind === 'accounts' || references?.target.key === draft.accounts.profile
}

function named(
  references: readonly { readonly table: DraftTable; readonly column: DraftColumn }[],
  action: ReferentialAction,
): readonly string[] {
  return [...new Set(references.filter(({ column }) => column.references?.onDelete === action).map(({ table }) => table.name))]
}
