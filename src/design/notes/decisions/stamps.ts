import type { Remark } from '../../../schema/notes.ts'
import type { RulesDraft } from '../../access-rules/add-access-rules.ts'
import { listedNames } from '../../naming/listed.ts'
import { byConvention } from '../../why.ts'
import { remark } from '../remark.ts'

/** Why some tables know no time of the last change, where others do. */
export function stampDecisions(draft: RulesDraft): readonly Remark[] {
  const changing = draft.tables.some((table) => table.columns.some((column) => column.part === 'updated'))
  const edited = new Set(
    draft.rules
      .filter((rule) => rule.who.kind !== 'backend' && rule.may.some((permission) => permission.operation === 'update'))
      .map((rule) => rule.table),
  )
  const fixed = draft.tables.filter(
    (table) => table.part === 'entity' && !edited.has(table.name) && !table.columns.some((column) => column.part === 'updated'),
  )
  return !changing || fixed.length === 0
    ? []
    : [
        remark(
          `${listedNames(fixed.map((table) => table.name))} ${fixed.length === 1 ? 'has' : 'have'} no \`updated_at\`: rows are added and taken away, and not edited.`,
          byConvention,
        ),
      ]
}
