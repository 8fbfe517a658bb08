import type { Remark } from '../../../schema/notes.ts'
import { strongest } from '../../claim-order.ts'
import type { Draft } from '../../draft.ts'
import { listedNames } from '../../naming/listed.ts'
import { because, byConvention } from '../../why.ts'
import { quoted } from '../quoted.ts'
import { remark } from '../remark.ts'

/** How closed lists are kept, and which lists stay open because the documents only give examples. */
export function listDecisions(draft: Draft): readonly Remark[] {
  return [...closed(draft), ...open(draft)]
}

function closed(draft: Draft): readonly Remark[] {
  const { conventions } = draft.facts.general
  const enums = strongest(conventions.filter((claim) => claim.rule === 'enums'))
  const checks = strongest(conventions.filter((claim) => claim.rule === 'checks instead of enums'))
  const listed = draft.tables.some((table) => table.columns.some((column) => column.values !== undefined))
  if (checks !== undefined && listed && draft.enums.length === 0)
    return [remark(`Closed lists are checks, not enums: ${quoted(checks)}.`, because([checks]))]
  if (draft.enums.length === 0) return []
  return enums === undefined
    ? [
        remark(
          `Closed lists are enum types (${listedNames(draft.enums.map((type) => type.name))}): a value is added with \`alter type … add value\`, and none can be taken away.`,
          byConvention,
        ),
      ]
    : [remark(`Closed lists are enums: ${quoted(enums)}.`, because([enums]))]
}

function open(draft: Draft): readonly Remark[] {
  const found = draft.tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const claims = column.facts?.values ?? []
      const isOpen = column.values === undefined && column.type === 'text' && claims.some((claim) => claim.open)
      return isOpen ? [{ name: `${table.name}.${column.name}`, claims }] : []
    }),
  )
  if (found.length === 0) return []
  const names = listedNames(found.map(({ name }) => name))
  const verb = found.length === 1 ? 'is text' : 'are text'
  return [
    remark(
      `${names} ${verb}: the documents give examples of the values, not the list.`,
      because(found.flatMap(({ claims }) => claims)),
    ),
  ]
}
