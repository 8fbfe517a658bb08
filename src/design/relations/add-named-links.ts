import { singularise } from '../../schema/inflect.ts'
import type { Draft, DraftColumn, DraftTable } from '../draft.ts'
import { because } from '../why.ts'
import { looksShared } from './shared-tables.ts'

/**
 * A table that the session calls by another's name or by two (`class_bookings`, `report_tags`, `nurse_ward_shifts`) leads to those of them to which no
 * column that it states leads: that is what its name says. Not what sorts them (`ticket_types`).
 */
export function addNamedLinks(draft: Draft): Draft {
  const byKey = new Map(draft.tables.map((table) => [table.key, table]))
  return {
    ...draft,
    tables: draft.tables.map((table) => {
      const stated = table.facts?.mentions.filter(({ mention, asTable }) => mention.identifier && asTable) ?? []
      const sides = stated.length === 0 || table.part !== 'entity' ? [] : sidesOf(table.key, byKey)
      if (sides.length === 0 || looksShared(table)) return table
      // one table before a word says little where the documents lead elsewhere: `plan_notes` may hang below the plan's days
      const led = table.columns.some((column) => column.references?.target.kind === 'table')
      if (sides.length === 1 && led) return table
      const missing = sides.filter(
        (side) =>
          !table.columns.some(
            (column) => column.references?.target.kind === 'table' && column.references.target.key === side.key,
          ),
      )
      const why = because(stated)
      const columns = missing.map(
        (side): DraftColumn => ({
          name: `${singularise(side.name)}_id`,
          part: 'reference',
          type: 'uuid',
          nullable: false,
          references: { target: { kind: 'table', key: side.key }, onDelete: 'cascade', why },
          why,
        }),
      )
      const added = columns.filter((column) => !table.columns.some((known) => known.name === column.name))
      return { ...table, columns: [...table.columns, ...added] }
    }),
  }
}

/** The tables whose names a name begins with: two, one behind the other, or one with a word for what there is of it (`class_bookings`). */
function sidesOf(key: string, tables: ReadonlyMap<string, DraftTable>): readonly DraftTable[] {
  const words = key.split('_')
  const of = (from: number, to: number): DraftTable | undefined => {
    const found = tables.get(words.slice(from, to).join('_'))
    return found?.part === 'entity' || found?.part === 'lookup' ? found : undefined
  }
  for (let cut = words.length - 1; cut >= 1; cut -= 1) {
    const first = of(0, cut)
    if (first === undefined) continue
    const second = of(cut, words.length) ?? of(cut, words.length - 1)
    return second === undefined ? (words.length - cut === 1 ? [first] : []) : second === first ? [] : [first, second]
  }
  return []
}
