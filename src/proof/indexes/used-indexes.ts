import type { Table } from '../../schema/table.ts'
import type { Index } from '../../schema/table-index.ts'
import { identifier, literal } from '../../sql/quote.ts'
import { nameOf as nameOfToken, tokenise } from '../../sql/tokenise.ts'
import { targetName } from '../attacks/attack.ts'
import type { Stage } from '../checks/stage.ts'
import type { Probe, Row } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'

/**
 * The planner uses each planned index for the query that its keys are made for: equality on its first columns, then its order. Sequential
 * scans and sorts are made dear, because a dozen rows are read faster without any index.
 */
export function usedIndexProbes(stage: Stage): readonly Probe[] {
  return stage.facts.schema.tables.flatMap((table) =>
    table.indexes.flatMap((index): readonly Probe[] => {
      const queries = queriesFor(table, index, stage.rowsOf(nameOf(table)))
      const [first] = queries
      if (first === undefined) return []
      return [
        {
          check: 'indexes',
          object: index.name,
          tried: `explain ${first.shown}`,
          expected: 'the index is used',
          touches: [nameOf(table)],
          setup: [
            'set local enable_seqscan = off',
            'set local enable_sort = off',
            'set local enable_incremental_sort = off',
            ...bitmapOnly(index),
          ],
          steps: queries.map(({ sql }) => ({
            sql: `select plan from pg_temp.dbplan_explain(${literal(sql)}) as plan`,
            rows: true,
          })),
          judge: (outcomes) => {
            const used = outcomes.flatMap((outcome) => indexNames(outcome.rows))
            if (used.includes(index.name)) return { observed: 'the index is used', passed: true }
            const failed = outcomes.find((outcome) => outcome.state !== undefined)
            const instead = [...new Set(used)].join(', ') || 'no index is used'
            return { observed: failed === undefined ? instead : `${failed.state}: ${failed.message}`, passed: false }
          },
        },
      ]
    }),
  )
}

/** GIN and BRIN indexes are read by bitmap scans alone; a scan of a whole btree index would otherwise be cheaper on a dozen rows. */
function bitmapOnly({ method }: Index): readonly string[] {
  return method === 'gin' || method === 'brin' ? ['set local enable_indexscan = off', 'set local enable_indexonlyscan = off'] : []
}

/** The indexes that a plan names, at any depth. */
function indexNames(plan: unknown): readonly string[] {
  if (Array.isArray(plan)) return plan.flatMap(indexNames)
  if (typeof plan !== 'object' || plan === null) return []
  return Object.entries(plan).flatMap(([key, value]) => (key === 'Index Name' ? [String(value)] : indexNames(value)))
}

interface Query {
  readonly sql: string
  /** With dots in place of values, so that the same plan is always proven in the same words. */
  readonly shown: string
}

/** A btree index serves equality on its first columns and an order by its last one, or equality on all; other methods their own operators. */
function queriesFor(table: Table, index: Index, rows: readonly Row[]): readonly Query[] {
  if (index.method !== 'btree') return operatorQuery(table, index)
  const columns = index.keys.map((key) => key.column)
  const row = rows.find((one) =>
    columns.every((column) => column !== undefined && one[column] !== null && typeof one[column] !== 'object'),
  )
  if (row === undefined) return []
  const where = index.where === undefined ? [] : [`(${index.where})`]
  // A value of some row may be one that the index leaves out: what its predicate speaks of is not compared again.
  const spoken = new Set(tokenise(index.where ?? '').map((token) => (token.kind === 'word' ? nameOfToken(token) : '')))
  const query = (keys: typeof index.keys, order: string): Query => {
    const bound = keys.filter(({ column }) => !spoken.has(column ?? ''))
    const write = (value: (column: string) => string) => {
      const equal = bound.map(({ column = '' }) => `${identifier(column)} = ${value(column)}`)
      return `select ${identifier(columns[0] ?? '')} from ${targetName(table)} where ${[...equal, ...where].join(' and ')}${order}`
    }
    return { sql: write((column) => literal(String(row[column]))), shown: write(() => '…') }
  }
  const last = index.keys.at(-1)
  if (index.keys.length < 2 || last?.column === undefined) return [query(index.keys, '')]
  const order = `${identifier(last.column)}${last.descending ? ' desc' : ''}${last.nulls === undefined ? '' : ` nulls ${last.nulls}`}`
  return [query(index.keys.slice(0, -1), ` order by ${order}`), query(index.keys, '')]
}

function operatorQuery(table: Table, index: Index): readonly Query[] {
  const where = index.where === undefined ? [] : [`(${index.where})`]
  const [key] = index.keys
  const column = table.columns.find((one) => one.name === key?.column)
  if (key === undefined || column === undefined || index.keys.length > 1) return []
  const name = identifier(column.name)
  const conditions: readonly (readonly [boolean, string])[] = [
    [index.method === 'gin' && column.type === 'jsonb', `${name} @> '{"sample": 1}'`],
    [index.method === 'gin' && column.type.endsWith('[]'), `${name} @> '{}'`],
    [index.method === 'gin' && column.type === 'tsvector', `${name} @@ 'sample'::tsquery`],
    [key.operatorClass?.includes('trgm') === true, `${name} like '%sample%'`],
    [index.method === 'brin' && /^(timestamptz|timestamp|date)$/.test(column.type), `${name} > '2030-01-01'`],
    [index.method === 'hash', `${name} = null`],
    [index.method === 'gist' && /range$/.test(column.type), `${name} && 'empty'`],
  ]
  const condition = conditions.find(([applies]) => applies)?.[1]
  if (condition === undefined) return []
  const sql = `select 1 from ${targetName(table)} where ${[condition, ...where].join(' and ')}`
  return [{ sql, shown: sql }]
}
