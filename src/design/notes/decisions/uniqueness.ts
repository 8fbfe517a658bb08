import { singularise } from '../../../schema/inflect.ts'
import type { Remark } from '../../../schema/notes.ts'
import type { Draft, DraftTable, DraftUnique } from '../../draft.ts'
import { listed, listedNames } from '../../naming/listed.ts'
import { bothWhys } from '../../why.ts'
import { remark } from '../remark.ts'

/** What is unique inside something else, and not among all rows, as documents say it; and which order may be changed. */
export function uniqueDecisions(draft: Draft): readonly Remark[] {
  const stated = draft.tables.flatMap((table) =>
    table.uniques.filter((unique) => unique.why.sources.length > 0).map((unique) => ({ table, unique })),
  )
  return [...stated.flatMap(({ table, unique }) => inside(table, unique)), ...reorderable(stated)]
}

function inside(table: DraftTable, unique: DraftUnique): readonly Remark[] {
  const columns = unique.columns.flatMap((name) => table.columns.find((column) => column.name === name) ?? [])
  const scope = columns.filter((column) => column.references !== undefined)
  const what = columns.filter((column) => column.references === undefined)
  if (scope.length === 0 || what.length === 0) return []
  const per = listed(scope.map((column) => singularise(column.name.replace(/_(id|uuid)$/, '')).replaceAll('_', ' ')))
  const where = unique.where === undefined ? '' : `, among rows where \`${unique.where}\``
  return [
    remark(
      `${listedNames(what.map((column) => column.name))} of \`${table.name}\` ${what.length === 1 ? 'is' : 'are'} unique per ${per}, not among all${where}.`,
      unique.why,
    ),
  ]
}

function reorderable(stated: readonly { readonly table: DraftTable; readonly unique: DraftUnique }[]): readonly Remark[] {
  const ordered = stated.filter(({ unique }) => unique.deferrable !== undefined)
  if (ordered.length === 0) return []
  const names = listedNames([...new Set(ordered.map(({ table }) => table.name))])
  return [
    remark(
      `The order in ${names} is checked at commit: rows may change places in one transaction.`,
      ordered.map(({ unique }) => unique.why).reduce(bothWhys),
    ),
  ]
}
