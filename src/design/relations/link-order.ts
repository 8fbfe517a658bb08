import { fromSession } from '../claim-order.ts'
import type { Draft, DraftColumn, DraftTable } from '../draft.ts'

/**
 * "The order of the songs in a rehearsal matters": where a PRD gives an order to things that many others share, the place is one of the link, unique
 * within the row whose list it is. The constraint waits for the end of the transaction, so that two rows can change places.
 */
export function placeInLink(tables: readonly DraftTable[], draft: Draft): readonly DraftTable[] {
  const changed = new Map<string, DraftTable>()
  for (const side of tables) {
    const place = side.columns.find((column) => isPlace(column))
    if (place === undefined) continue
    const links = tables.filter(
      (table) => table.part === 'join' && table.columns.some((column) => leadsTo(column, side.key)) && !hasPlace(table),
    )
    const [link] = links
    if (link === undefined || links.length > 1) continue
    const other = link.columns.find((column) => column.references !== undefined && !leadsTo(column, side.key))
    if (other === undefined || draft.session) continue
    const column: DraftColumn = { ...place, name: 'position', type: 'integer' }
    const expression = '"position" >= 0'
    changed.set(side.key, {
      ...side,
      columns: side.columns.filter((each) => each !== place),
      checks: side.checks.filter((check) => !check.expression.includes(place.name)),
    })
    changed.set(link.key, {
      ...link,
      columns: [...link.columns, column],
      checks: [...link.checks, { name: `${link.name}_position_check`, expression, why: place.why }],
      uniques: [...link.uniques, { columns: [other.name, 'position'], deferrable: 'initially deferred', why: place.why }],
    })
  }
  return tables.map((table) => changed.get(table.key) ?? table)
}

function isPlace(column: DraftColumn): boolean {
  const facts = column.facts
  return (
    /^(order|position|sequence)$/.test(column.name) &&
    facts !== undefined &&
    facts.attributes.length > 0 &&
    facts.attributes.every((claim) => claim.strength === 'passing' && !fromSession(claim.source))
  )
}

function hasPlace(table: DraftTable): boolean {
  return table.columns.some((column) => /^(order|position|sequence)$/.test(column.name))
}

function leadsTo(column: DraftColumn, key: string): boolean {
  return column.references?.target.kind === 'table' && column.references.target.key === key
}
