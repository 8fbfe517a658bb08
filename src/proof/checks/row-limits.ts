import type { Table } from '../../schema/table.ts'
import { identifier, identifiers, literal, qualified } from '../../sql/quote.ts'
import { targetName } from '../attacks/attack.ts'
import { describeOutcome, type Probe } from '../probe.ts'
import type { NotChecked } from '../proof.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf } from '../rows/facts.ts'
import { insertSql, valueSql } from '../rows/insert-sql.ts'
import { writableValues } from '../rows/make-row.ts'
import { type KeptLimit, keptLimits } from '../rows/row-limits.ts'
import type { Stage } from './stage.ts'

/** More rows than these are not worth the time. */
const most = 5000

/** Where a trigger keeps a number of rows: as many as there may be go in, and the next one is refused. */
export function rowLimitProbes(stage: Stage): { readonly probes: readonly Probe[]; readonly notChecked: readonly NotChecked[] } {
  const probes: Probe[] = []
  const notChecked: NotChecked[] = []
  for (const table of stage.facts.schema.tables)
    for (const limit of keptLimits(stage.facts.schema, table)) {
      const object = `${table.name}.${limit.trigger.name}`
      const base = baseRow(stage, table)
      if (base === undefined || (base[limit.column] ?? null) === null)
        notChecked.push({ check: 'rejects', object, why: 'no row could be made' })
      else if (limit.maximum > most) notChecked.push({ check: 'rejects', object, why: `more than ${most} rows are not tried` })
      else probes.push(limitProbe(table, limit, object, { ...base, ...limit.given }))
    }
  return { probes, notChecked }
}

type Values = Readonly<Record<string, Value>>

function baseRow(stage: Stage, table: Table): Values | undefined {
  const spares = stage.world.spares.get(nameOf(table)) ?? []
  const spare = spares.find(({ person }) => person?.main) ?? spares[0]
  const row = stage.rowsOf(nameOf(table))[0]
  return spare?.values ?? (row === undefined ? undefined : writableValues(table, row))
}

function limitProbe(table: Table, { column, maximum }: KeptLimit, object: string, base: Values): Probe {
  const values = withoutOwnKey(table, base)
  const target = targetName(table)
  // Keys would refuse rows that are alike, and what is tried is the limit alone.
  const before = [
    ...[
      ...table.uniques,
      ...table.exclusions,
      ...(hasFreshKey(table) || table.primaryKey === undefined ? [] : [table.primaryKey]),
    ].map(({ name }) => `alter table ${target} drop constraint ${identifier(name)} cascade`),
    ...table.indexes.filter(({ unique }) => unique).map(({ name }) => `drop index ${qualified(table.schema, name)}`),
    `delete from ${target} where ${identifier(column)}::text = ${literal(String(base[column]))}`,
    ...(maximum === 1 ? [] : [copies(table, values, maximum - 1)]),
  ]
  const insert = insertSql(table, values)
  return {
    check: 'rejects',
    object,
    tried: `insert row ${maximum} and row ${maximum + 1} of the same ${column}`,
    expected: '1 row, then refused',
    touches: [nameOf(table)],
    steps: [{ sql: insert, before }, { sql: insert }],
    judge: ([last, next]) => {
      if (last === undefined || next === undefined) return { observed: 'nothing', passed: false }
      const observed = `${describeOutcome(last)}, then ${describeOutcome(next)}`
      if (last.state !== undefined && !isLimit(last.state))
        return { observed, passed: false, undecided: `another rule refused it first: ${last.message ?? last.state}` }
      return { observed, passed: last.state === undefined && isLimit(next.state) }
    },
  }
}

/** What a trigger raises by itself, and what it raises as if it were a constraint. */
const isLimit = (state: string | undefined): boolean => state !== undefined && /^(?:P0001|23\w{3}|54\w{3})$/.test(state)

function hasFreshKey(table: Table): boolean {
  const key = table.primaryKey?.columns ?? []
  return key.every((name) => table.columns.some((one) => one.name === name && (one.default ?? one.identity) !== undefined))
}

function withoutOwnKey(table: Table, values: Values): Values {
  if (!hasFreshKey(table)) return values
  const key = new Set(table.primaryKey?.columns ?? [])
  return Object.fromEntries(Object.entries(values).filter(([name]) => !key.has(name)))
}

function copies(table: Table, values: Values, count: number): string {
  const names = Object.keys(values)
  const list = names.map((name) => valueSql(table, name, values[name] ?? null)).join(', ')
  return `insert into ${targetName(table)} (${identifiers(names)}) select ${list} from generate_series(1, ${count})`
}
