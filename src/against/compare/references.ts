import type { ClaimOf } from '../../claim/claim.ts'
import type { Source } from '../../claim/source.ts'
import { fromSession, strongest } from '../../design/claim-order.ts'
import type { DraftColumn, DraftTable } from '../../design/draft.ts'
import type { ForeignKey, ReferentialAction } from '../../schema/constraint.ts'
import { displayName } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'
import type { Table } from '../../schema/table.ts'
import { type Comparison, type Difference, pairOf, type Sides } from '../difference.ts'
import { isAccounts } from '../pair.ts'
import { partOfTable } from '../part-of.ts'

/** What belongs to what, by keys; and what happens when that is deleted. */
export const compareReferences: Comparison = (sides) =>
  sides.pairs.flatMap(({ asked, table }) =>
    asked.columns.flatMap((column): readonly Difference[] => {
      const { references } = column
      if (references === undefined) return []
      const paired = references.target.kind === 'table' ? pairOf(sides, references.target.key)?.table : undefined
      if (references.target.kind === 'table' && paired === undefined) return []
      const target =
        paired !== undefined && isAccounts(sides.schema, { schema: paired.schema, table: paired.name }) ? undefined : paired
      const keys = table.foreignKeys.filter((key) =>
        target === undefined ? isAccounts(sides.schema, key.references) : leadsTo(key, target),
      )
      const [key] = keys
      if (key === undefined) return missing(sides, asked, column, table, target)
      return keys.length > 1 ? [] : deletion(sides, asked, column, table, key)
    }),
  )

const leadsTo = ({ references }: ForeignKey, target: Table): boolean =>
  references.schema === target.schema && references.table === target.name

function missing(
  sides: Sides,
  asked: DraftTable,
  column: DraftColumn,
  table: Table,
  target: Table | undefined,
): readonly Difference[] {
  // An owner whom no document names for this very table is a convention of the design.
  const source = strongest((asked.facts?.relationships ?? []).filter((claim) => isBehind(claim, column)))?.source
  if (source === undefined || !fromSession(source) || isConnected(sides, table, target)) return []
  const where = target === undefined ? 'accounts' : displayName(target)
  return [
    {
      code: 'against/reference-missing',
      message: `${displayName(table)} has no foreign key that leads to ${where}.`,
      help: `Add a column with a foreign key to ${where}, or correct the document.`,
      source,
      part: partOfTable(table),
    },
  ]
}

const isBehind = (claim: ClaimOf<'relationship'>, column: DraftColumn): boolean =>
  (column.references?.why.sources ?? []).includes(claim.source) || column.why.sources.includes(claim.source)

/** Whether keys lead from one table to the other, either way, over at most one table between them. */
function isConnected({ schema }: Sides, from: Table, target: Table | undefined): boolean {
  const isTarget = (home: string, name: string) =>
    target === undefined ? isAccounts(schema, { schema: home, table: name }) : home === target.schema && name === target.name
  const around = (table: Table): readonly Table[] =>
    schema.tables.filter(
      (other) => table.foreignKeys.some((key) => leadsTo(key, other)) || other.foreignKeys.some((key) => leadsTo(key, table)),
    )
  const reach = [from, ...around(from), ...around(from).flatMap(around)]
  return (
    reach.some((table) => keyOf(table) !== keyOf(from) && isTarget(table.schema, table.name)) ||
    reach.some((table) => table.foreignKeys.some(({ references }) => isTarget(references.schema, references.table)))
  )
}

/** What the documents say becomes of a row when what it leads to is deleted. */
function deletion(
  { draft }: Sides,
  asked: DraftTable,
  column: DraftColumn,
  table: Table,
  key: ForeignKey,
): readonly Difference[] {
  const wanted = column.references?.onDelete
  const source = wanted === undefined ? undefined : saidOf(draft, asked, column, wanted)
  if (wanted === undefined || source === undefined || isSameAction(wanted, key.onDelete)) return []
  return [
    {
      code: 'against/deletion-differs',
      message: `${displayName(table)} (${key.columns.join(', ')}) ${acts[key.onDelete]} when its row in ${key.references.schema === 'public' ? '' : `${key.references.schema}.`}${key.references.table} is deleted; the document says it ${acts[wanted]}.`,
      help: `Write "on delete ${wanted}", or correct the document.`,
      source,
      part: partOfTable(table, 'constraint', key.name),
      isWeak: !fromSession(source),
    },
  ]
}

const acts: Readonly<Record<ReferentialAction, string>> = {
  cascade: 'is deleted (cascade)',
  'set null': 'is kept without it (set null)',
  'set default': 'gets its default (set default)',
  restrict: 'keeps it from being deleted (restrict)',
  'no action': 'keeps it from being deleted (no action)',
}

const isSameAction = (a: ReferentialAction, b: ReferentialAction): boolean =>
  a === b || (/restrict|no action/.test(a) && /restrict|no action/.test(b))

/** The line that asks for this very action; none where it is the design's own habit. */
function saidOf(
  { facts }: Sides['draft'],
  asked: DraftTable,
  column: DraftColumn,
  action: ReferentialAction,
): Source | undefined {
  const behind = new Set(column.references?.why.sources ?? [])
  // "A dock with boats cannot be deleted" is said of the dock.
  const all = [...facts.entities.values()].flatMap(({ deleteRules }) => deleteRules)
  const rules = all.filter(
    (claim) => claim.rule === action && (claim.to !== undefined || claim.column !== undefined) && behind.has(claim.source),
  )
  const relations = (asked.facts?.relationships ?? []).filter((claim) => claim.onDelete === action && behind.has(claim.source))
  return strongest([...rules, ...relations])?.source
}
