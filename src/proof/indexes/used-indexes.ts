import type { Table } from '../../schema/table.ts'
import type { Index } from '../../schema/table-index.ts'
import { identifier, literal } from '../../sql/quote.ts'
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
      const query = queryFor(table, index, stage.rowsOf(nameOf(table))[0])
      if (query === undefined) return []
      return [
        {
          check: 'indexes',
          object: index.name,
          tried: `explain ${query}`,
          expected: 'the index is used',
          touches: [nameOf(table)],
          setup: [
            'set local enable_seqscan = off',
            'set local enable_sort = off',
            'set local enable_incremental_sort = off',
            explain,
          ],
          steps: [{ sql: `select plan from pg_temp.dbplan_explain(${literal(query)}) as plan`, rows: true }],
          judge: ([outcome]) => {
            const used = [...JSON.stringify(outcome?.rows ?? []).matchAll(/"Index Name":"([^"]+)"/g)].map((match) => match[1])
            const passed = used.includes(index.name)
            if (passed) return { observed: 'the index is used', passed }
            return {
              observed:
                outcome?.state === undefined ? used.join(', ') || 'no index is used' : `${outcome.state}: ${outcome.message}`,
              passed,
            }
          },
        },
      ]
    }),
  )
}

const explain = `create or replace function pg_temp.dbplan_explain(query text) returns setof json language plpgsql as $explain$
begin
  return query execute 'explain (format json, costs off) ' || query;
end
$explain$`

/** A btree index serves equality on all its columns but the last, and an order by the last; other methods serve operators of their own. */
function queryFor(table: Table, index: Index, row: Row | undefined): string | undefined {
  const where = index.where === undefined ? [] : [`(${index.where})`]
  const keys = index.keys.map((key) => ({ ...key, sql: key.expression ?? identifier(key.column ?? '') }))
  if (index.method !== 'btree') return operatorQuery(table, index, where)
  const bound = keys.length === 1 ? keys : keys.slice(0, -1)
  const equal = bound.map((key) => {
    const column = table.columns.find((one) => one.name === key.column)
    const value = key.column === undefined ? null : (row?.[key.column] ?? null)
    if (column === undefined) return `${key.sql} is not distinct from ${key.sql}`
    return value === null || typeof value === 'object' ? `${key.sql} is null` : `${key.sql} = ${literal(String(value))}`
  })
  if (keys.some((key) => key.expression !== undefined)) return undefined
  const last = keys.length > 1 ? keys.at(-1) : undefined
  const order =
    last === undefined
      ? ''
      : ` order by ${last.sql}${last.descending ? ' desc' : ''}${last.nulls === undefined ? '' : ` nulls ${last.nulls}`}`
  return `select ${keys[0]?.sql} from ${targetName(table)} where ${[...equal, ...where].join(' and ')}${order}`
}

function operatorQuery(table: Table, index: Index, where: readonly string[]): string | undefined {
  const [key] = index.keys
  const column = table.columns.find((one) => one.name === key?.column)
  if (key === undefined || column === undefined || index.keys.length > 1) return undefined
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
  return condition === undefined ? undefined : `select 1 from ${targetName(table)} where ${[condition, ...where].join(' and ')}`
}
