import type { ClaimOf } from '../../claim/claim.ts'
import { fromSession, strongest } from '../../design/claim-order.ts'
import type { DraftTable } from '../../design/draft.ts'
import { coverageOf } from '../../design/notes/coverage.ts'
import { oneLine } from '../../design/notes/one-line.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import { type Comparison, type Difference, pairOf, type Sides } from '../difference.ts'
import { similarity } from '../names.ts'
import { callingsOf } from '../pair.ts'

/**
 * Things that are to be kept and that no table keeps: those that the session calls a table, and those without which a requirement is served by nothing.
 * A thing that is named in passing is none. Where tables are left that no document names, one of them may be it under another name.
 */
export const compareTables: Comparison = (sides) => {
  const { draft } = sides
  const requirements = unserved(sides)
  const others = unnamed(sides)
  return draft.tables.flatMap((asked): readonly Difference[] => {
    if (asked.part === 'accounts' || asked.part === 'profile' || pairOf(sides, asked.key) !== undefined) return []
    if (!asked.facts?.mentions.every(({ mention }) => mention.known || mention.identifier)) return []
    if (isKeptElsewhere(asked, sides)) return []
    const claim = strongest(asked.facts.entities.filter(isCalledTable))
    const served = requirements.get(asked.name) ?? []
    const source = claim?.source ?? (isStored(asked) && others.length === 0 ? served[0]?.source : undefined)
    if (source === undefined) return []
    const maybe =
      others.length === 0
        ? ''
        : ` (${others.map(displayName).join(', ')} may be it: no document names ${others.length === 1 ? 'it' : 'them'})`
    return [
      {
        code: 'against/table-missing',
        message: `Nothing in the schema keeps ${asked.name.replaceAll('_', ' ')}${maybe}${needing(served)}.`,
        help: 'Add a table for it, or say in the document that it is not kept.',
        source,
        isWeak: claim === undefined || others.length > 0,
      },
    ]
  })
}

function needing(served: readonly Unserved[]): string {
  const [first, ...more] = served
  if (first === undefined) return ''
  const rest = more.length === 0 ? 'needs' : `and ${more.map(({ id }) => id).join(', ')} need`
  return `; ${first.id} "${oneLine(first.title)}" ${rest} it`
}

/** A session calls it a table, by the name it is to have. A question is no decision. */
const isCalledTable = ({ as, source, entity }: ClaimOf<'entity'>): boolean =>
  as === 'table' && fromSession(source) && entity.identifier && !source.quote.trimEnd().endsWith('?')

/** Tables that keep something of which no document speaks; those between two others only link them. */
function unnamed({ pairs, unspoken }: Sides): readonly Table[] {
  return unspoken.filter(
    (table) => !pairs.some((pair) => pair.table === table) && table.columns.length - table.foreignKeys.length > 2,
  )
}

/** Whether a document says what is known of the thing: what has no attribute of its own may be a column, a screen or a word. */
function isStored({ columns }: DraftTable): boolean {
  return columns.filter(({ part, why }) => part === 'attribute' && why.sources.length > 0).length >= 3
}

interface Unserved {
  readonly id: string
  readonly title: string
  readonly source: Difference['source']
}

/** Requirements that only a table which is not there would serve, by that table's name. */
function unserved(sides: Sides): ReadonlyMap<string, readonly Unserved[]> {
  const { draft } = sides
  const missing = new Set(draft.tables.filter(({ key }) => pairOf(sides, key) === undefined).map(({ name }) => name))
  const found = new Map<string, Unserved[]>()
  for (const { id, title, servedBy } of coverageOf(draft)) {
    const tables = [...new Set(servedBy.map((name) => name.split('.')[0] ?? name))]
    const [only] = tables
    if (only === undefined || !tables.every((name) => missing.has(name))) continue
    const source = draft.facts.general.requirements.find((claim) => claim.id === id)?.source
    if (source !== undefined) found.set(only, [...(found.get(only) ?? []), { id, title, source }])
  }
  return found
}

/** A thing may be a column, an enum, a view, or a part of another table: then something there has its name. */
function isKeptElsewhere(asked: DraftTable, { schema, names }: Sides): boolean {
  const all = [
    ...schema.tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
    ...schema.enums.map(({ name }) => name),
    ...schema.views.map(({ name }) => name),
  ]
  return callingsOf(asked).some((calling) => all.some((name) => similarity(names, calling, name) >= 0.5))
}
