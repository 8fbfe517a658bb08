import { type Draft, type DraftTable, mapTables } from '../draft.ts'
import { byConvention } from '../why.ts'

const belonging = /(^|_)(member|membership|participant|attendee|enrol?lment|registration|signup|favou?rite|like|follow|bookmark)$/

/** Who belongs to something, or likes it, does so once: of a table that ties two others together by such a name the pair is unique. */
export function addPairUniques(draft: Draft): Draft {
  return mapTables(draft, (table) => {
    const pair = pairOf(table)
    if (pair === undefined || table.uniques.length > 0) return table
    return { ...table, uniques: [{ columns: pair, why: byConvention, purpose: 'once each' }] }
  })
}

function pairOf(table: DraftTable): readonly string[] | undefined {
  if (!belonging.test(table.key) || table.primaryKey.length !== 1) return undefined
  const leading = table.columns.filter((column) => column.references !== undefined && !column.nullable)
  const [one, other] = leading
  if (one === undefined || other === undefined || leading.length !== 2) return undefined
  if (leading.some((column) => table.primaryKey.includes(column.name))) return undefined
  return one.part === 'owner' ? [other.name, one.name] : [one.name, other.name]
}
