import type { Draft, DraftTable } from '../draft.ts'
import type { ColumnKind } from '../fragments.ts'

/** What an expression from a document may do with each column of a table. */
export function kindsOf(table: DraftTable, draft: Draft): ReadonlyMap<string, ColumnKind> {
  const enums = new Map(draft.enums.map((type) => [type.name, type.values]))
  return new Map(
    table.columns.map((column) => {
      const values = enums.get(column.type.replace(/\[\]$/, ''))
      return [column.name, { type: column.type, ...(values === undefined ? {} : { values }) }]
    }),
  )
}
