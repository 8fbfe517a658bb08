import type { Table } from '../../schema/table.ts'
import type { Trigger } from '../../schema/trigger.ts'
import { identifier, identifiers, literal, qualified } from '../../sql/quote.ts'
import { nameOf as nameOfToken, type Token } from '../../sql/tokenise.ts'
import { insertSpare, rowsAt, updateRow, whereRow } from '../attacks/attack.ts'
import { describeOutcome, type Probe, type Row, type Step } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf } from '../rows/facts.ts'
import { valueSql } from '../rows/insert-sql.ts'
import { writableValues } from '../rows/make-row.ts'
import type { Spare } from '../rows/world.ts'
import { raises, tokensOf, writtenBy } from './routine-body.ts'
import type { Stage } from './stage.ts'

/**
 * What a trigger does, written down: its events happen, and what stands afterwards in its table and in those that its function names is read. Nothing
 * says what should stand there; but without the trigger it must be something else (`mutations`).
 */
export function triggerEffectProbes(stage: Stage, isCovered: (object: string) => boolean): readonly Probe[] {
  return stage.facts.schema.tables.flatMap((table) =>
    table.triggers
      .filter((trigger) => trigger.level === 'row' && !isCovered(`${table.name}.${trigger.name}`))
      .flatMap((trigger) => effectProbes(stage, table, trigger)),
  )
}

interface Event {
  readonly tried: string
  readonly step: Step
}

function effectProbes(stage: Stage, table: Table, trigger: Trigger): readonly Probe[] {
  const tokens = tokensOf(stage.facts.schema, trigger)
  if (tokens.length === 0) return []
  const touched = [...new Set([table, ...namedTables(stage, tokens)])]
  const isDrawn = tokens.some((token) => token.kind === 'word' && drawing.test(nameOfToken(token)))
  const after = touched.map((one): Step => ({ sql: standing(one, isDrawn), rows: true }))
  return eventsOf(stage, table, trigger, tokens).map(({ tried, step }) => ({
    check: 'triggers',
    object: `${table.name}.${trigger.name}`,
    tried,
    expected: 'what happens is written down',
    touches: touched.map(nameOf),
    observes: true,
    // A trigger that waits for the commit speaks at once here.
    steps: [{ ...step, settle: true }, ...after],
    judge: ([outcome]) => ({
      observed: outcome === undefined ? 'nothing' : describeOutcome(outcome),
      passed: outcome !== undefined,
    }),
  }))
}

/** Functions whose results differ from run to run. */
const drawing = /random|uuid|clock_timestamp|timeofday|nextval|crypt|salt/

function eventsOf(stage: Stage, table: Table, trigger: Trigger, tokens: readonly Token[]): readonly Event[] {
  const spares = stage.world.spares.get(nameOf(table)) ?? []
  const spare = spares.find(({ person }) => person?.main) ?? spares[0]
  const row = rowsAt(stage, table, 'mine')[0]?.row ?? stage.rowsOf(nameOf(table))[0]
  return trigger.events.flatMap(({ kind, columns }): readonly Event[] => {
    if (kind === 'insert') return spare === undefined ? [] : inserts(stage, table, trigger, tokens, spare)
    if (kind === 'update') return row === undefined ? [] : updates(stage, table, row, columns ?? writtenBy(tokens))
    if (kind === 'delete') return row === undefined ? [] : deletes(stage, table, row)
    return []
  })
}

function inserts(stage: Stage, table: Table, trigger: Trigger, tokens: readonly Token[], spare: Spare): readonly Event[] {
  const written = writtenBy(tokens)
  const left = Object.fromEntries(Object.entries(spare.values).filter(([column]) => !written.includes(column)))
  const most = raises(stage.facts.schema, trigger) ? largestNumber(tokens) : undefined
  const many = most === undefined ? undefined : copies(table, spare.values, most + 1)
  return [
    { tried: 'insert a row', step: insertSpare(table, spare, spare.values) },
    ...(written.length === 0
      ? []
      : [{ tried: `insert a row without ${written.join(', ')}`, step: insertSpare(table, spare, left) }]),
    ...(many === undefined ? [] : [{ tried: `insert ${(most ?? 0) + 1} rows alike`, step: { sql: many } }]),
  ]
}

/** One statement for as many rows alike; undefined where a key forbids the second one. */
function copies(table: Table, values: Readonly<Record<string, Value>>, count: number): string | undefined {
  const key = table.primaryKey?.columns ?? []
  const fresh = key.filter((name) =>
    table.columns.some((one) => one.name === name && (one.default ?? one.identity) !== undefined),
  )
  const given = Object.keys(values).filter((name) => !key.includes(name))
  const unique = [
    ...table.uniques.map(({ columns }) => columns),
    ...table.indexes.filter((one) => one.unique).map((one) => one.keys.map((part) => part.column ?? '')),
  ]
  if (fresh.length !== key.length || given.length === 0) return undefined
  if (unique.some((columns) => columns.every((name) => (values[name] ?? null) !== null))) return undefined
  const list = given.map((name) => valueSql(table, name, values[name] ?? null)).join(', ')
  return `insert into ${qualified(table.schema, table.name)} (${identifiers(given)}) select ${list} from generate_series(1, ${count})`
}

/** Limits are numbers in the function; more rows than a few hundred are not worth the time. */
function largestNumber(tokens: readonly Token[]): number | undefined {
  const found = tokens.flatMap(({ kind, text }) => (kind === 'number' && /^\d{1,3}$/.test(text) ? [Number(text)] : []))
  const most = Math.max(...found.filter((one) => one <= 200))
  return most > 1 ? most : undefined
}

/** One row takes the values of another one, in the columns that the trigger waits for, or writes, or in all but the keys. */
function updates(stage: Stage, table: Table, row: Row, columns: readonly string[]): readonly Event[] {
  const keys = new Set([...(table.primaryKey?.columns ?? []), ...table.foreignKeys.flatMap((key) => key.columns)])
  const others = stage.rowsOf(nameOf(table)).filter((other) => other !== row)
  const values = (names: (name: string) => boolean) => {
    const differing = others.map((other) =>
      Object.entries(writableValues(table, other)).filter(
        ([name, value]) => names(name) && JSON.stringify(value) !== JSON.stringify(row[name]),
      ),
    )
    return Object.fromEntries(differing.sort((left, right) => right.length - left.length)[0] ?? [])
  }
  const all = values((name) => !keys.has(name))
  const waited = values((name) => columns.includes(name))
  return [all, waited].flatMap((one) =>
    Object.keys(one).length === 0
      ? []
      : [{ tried: `update ${Object.keys(one).join(', ')}`, step: { sql: updateRow(table, row, one) } }],
  )
}

/** One row goes, and all of them: some triggers wait for the last. What refers to them is out of the way. */
function deletes(stage: Stage, table: Table, row: Row): readonly Event[] {
  const target = qualified(table.schema, table.name)
  const before = (stage.facts.referring.get(nameOf(table)) ?? [])
    .filter((one) => one.table !== table)
    .map((one) => `delete from ${qualified(one.table.schema, one.table.name)}`)
  return [
    { tried: 'delete a row', step: { sql: `delete from ${target} where ${whereRow(table, row)}`, before } },
    { tried: 'delete all rows', step: { sql: `delete from ${target}`, before } },
  ]
}

/** What stands in a table, but for its times; how many rows, where some of what they hold is drawn. */
function standing(table: Table, isDrawn: boolean): string {
  const target = qualified(table.schema, table.name)
  if (isDrawn) return `select count(*) from ${target}`
  const times = table.columns.filter(({ type }) => /^(timestamp|time|date)/.test(type)).map(({ name }) => literal(name))
  const name = identifier(table.name)
  return `select to_jsonb(${name}) - array[${times.join(', ')}]::text[] as row from ${target} as ${name}`
}

function namedTables(stage: Stage, tokens: readonly Token[]): readonly Table[] {
  const words = new Set(tokens.flatMap((token) => (token.kind === 'word' ? [nameOfToken(token)] : [])))
  return stage.facts.schema.tables.filter(({ name }) => words.has(name))
}
