import { fromSession, strongest } from '../claim-order.ts'
import { type Draft, type DraftTable, mapTables } from '../draft.ts'
import { because } from '../why.ts'

/** The column that hides a row, if the table has soft deletion. */
export function softDeletion(table: DraftTable): string | undefined {
  return table.columns.find((column) => column.part === 'deleted')?.name
}

/**
 * `deleted_at` where documents ask for soft deletion, of the table or of all tables that people edit, and nothing later or stronger
 * says otherwise.
 */
export function addSoftDeletion(draft: Draft): Draft {
  const general = strongest([
    ...draft.facts.general.conventions.filter((claim) => claim.rule === 'soft delete' || claim.rule === 'hard delete'),
    ...draft.facts.general.deleteRules.filter((claim) => claim.rule === 'soft' || claim.rule === 'hard'),
  ])
  const soft = general !== undefined && (general.rule === 'soft' || general.rule === 'soft delete')
  // a session that says which rows are deleted softly has not said it of the others
  const everywhere = soft && !(sessionChose(draft) && !fromSession(general.source)) ? general : undefined
  return mapTables(draft, (table) => {
    const known = table.columns.find((column) => column.facts?.key === 'deleted_at')
    if (known !== undefined)
      return {
        ...table,
        columns: table.columns.map((column) =>
          column === known ? { ...column, part: 'deleted', type: 'timestamptz', nullable: true } : column,
        ),
      }
    const own = strongest((table.facts?.deleteRules ?? []).filter((claim) => claim.rule === 'soft' || claim.rule === 'hard'))
    const claim = own === undefined ? (isEdited(table) ? everywhere : undefined) : own.rule === 'soft' ? own : undefined
    if (claim === undefined) return table
    return {
      ...table,
      columns: [
        ...table.columns,
        {
          name: 'deleted_at',
          part: 'deleted',
          type: 'timestamptz',
          nullable: true,
          why: because([claim]),
          ...(own?.keptFor === undefined ? {} : { comment: `Set when the row is deleted; it can come back for ${own.keptFor}.` }),
        },
      ],
    }
  })
}

function sessionChose(draft: Draft): boolean {
  return draft.tables.some(
    (table) =>
      table.facts?.deleteRules.some((claim) => claim.rule === 'soft' && fromSession(claim.source)) === true ||
      table.facts?.attributes.get('deleted_at')?.attributes.some((claim) => fromSession(claim.source)) === true,
  )
}

function isEdited(table: DraftTable): boolean {
  return table.part === 'entity' && table.columns.some((column) => column.part === 'updated')
}
