import type { Remark } from '../../../schema/notes.ts'
import type { Draft, DraftColumn, DraftTable } from '../../draft.ts'
import { listedNames } from '../../naming/listed.ts'
import { remark } from '../remark.ts'

/** Tables between two others, and what is kept of each link. */
export function linkDecisions(draft: Draft): readonly Remark[] {
  const names = new Map(draft.tables.map((table) => [table.key, table.name]))
  const targetOf = ({ references }: DraftColumn) =>
    references?.target.kind === 'table' ? `\`${names.get(references.target.key)}\`` : 'accounts'
  return draft.tables
    .filter((table) => table.part === 'join')
    .flatMap((table) => {
      const sides = pairOf(table)
      if (sides === undefined) return []
      const more = table.columns.filter((column) => column.part === 'attribute').map((column) => column.name)
      const [left, right] = sides.map(targetOf)
      const kept = more.length === 0 ? '' : `, which keeps ${listedNames(more)} of it`
      return [
        remark(
          `Between ${left} and ${right} there are many on both sides: a row of \`${table.name}\` is one pair${kept}.`,
          table.why,
        ),
      ]
    })
}

/** The two columns that make a row of a table one link. */
function pairOf(table: DraftTable): readonly [DraftColumn, DraftColumn] | undefined {
  const [left, right, third] = table.columns.filter((column) => column.references !== undefined && !column.nullable)
  return left === undefined || right === undefined || third !== undefined ? undefined : [left, right]
}
