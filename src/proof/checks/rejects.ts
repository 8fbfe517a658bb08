import type { ForeignKey } from '../../schema/constraint.ts'
import type { Table } from '../../schema/table.ts'
import { identifier } from '../../sql/quote.ts'
import { targetName, whereRow } from '../attacks/attack.ts'
import { describeOutcome, type Probe, type Row, type Step, type StepOutcome, type Verdict } from '../probe.ts'
import type { NotChecked } from '../proof.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf } from '../rows/facts.ts'
import { insertSql } from '../rows/insert-sql.ts'
import { isWritable, writableValues } from '../rows/make-row.ts'
import type { Stage } from './stage.ts'

type Values = Readonly<Record<string, Value>>

/** One constraint, rows that break it, and the SQLSTATE with which PostgreSQL must refuse one of them. */
interface Breach {
  readonly object: string
  readonly tried: string
  readonly state: string
  /** The constraints of which one must be named, where the error names one. */
  readonly names?: readonly string[]
  /** Tried first, beside the rows that are there. */
  readonly rows: readonly Values[]
  /** Tried after all rows but one are gone: which one stays, and what is inserted beside it. */
  readonly alone?: readonly { readonly stays?: Row; readonly values: Values }[]
  /** The rows that it speaks of, as a condition: where there are none, nothing can break it. */
  readonly speaksOf?: string
  /** Constraints that would refuse the same rows and are taken away first. */
  readonly besides?: readonly string[]
}

/** For every NOT NULL, UNIQUE, CHECK, FOREIGN KEY, EXCLUDE and enum, a row that breaks it alone is refused for that reason. */
export function rejectProbes(stage: Stage): { readonly probes: readonly Probe[]; readonly notChecked: readonly NotChecked[] } {
  const probes: Probe[] = []
  const notChecked: NotChecked[] = []
  for (const table of stage.facts.schema.tables) {
    const fitting = (stage.world.spares.get(nameOf(table)) ?? []).map((spare) => spare.values)
    const rows = stage.rowsOf(nameOf(table))
    const base = fitting[0] ?? (rows[0] === undefined ? undefined : writableValues(table, rows[0]))
    for (const breach of base === undefined ? [] : breaches(stage, table, base, rows)) {
      if (breach.rows.length === 0 && (breach.alone ?? []).length === 0)
        notChecked.push({ check: 'rejects', object: breach.object, why: `no row found that breaks it alone` })
      else probes.push(breachProbe(stage, table, breach))
    }
    if (base === undefined && rows.length === 0 && table.columns.length > 0) {
      notChecked.push({ check: 'rejects', object: table.name, why: 'no row could be made' })
    }
    for (const trigger of table.triggers.filter((one) => one.constraint !== undefined)) {
      notChecked.push({
        check: 'rejects',
        object: `${table.name}.${trigger.name}`,
        why: 'what a constraint trigger refuses cannot be read from it',
      })
    }
  }
  return { probes, notChecked }
}

function breaches(stage: Stage, table: Table, base: Values, rows: readonly Row[]): readonly Breach[] {
  const solutions = stage.world.solutions.get(nameOf(table)) ?? []
  const inKey = new Set(table.primaryKey?.columns ?? [])
  return [
    ...table.columns
      .filter((column) => !column.nullable && isWritable(column) && column.identity === undefined && !inKey.has(column.name))
      .map((column) => ({
        object: `${table.name}.${column.name}`,
        tried: 'insert a row without it',
        state: '23502',
        // Rows are measured against these before any key is looked up.
        rows: [{ ...base, [column.name]: null }],
      })),
    ...uniqueBreaches(table, base, rows),
    ...table.checks.map((check) => {
      const breaking = solutions.find((solution) => check.name in solution.breaking)?.breaking[check.name]
      return {
        object: check.name,
        tried: 'insert a row that breaks it',
        state: '23514',
        names: [check.name],
        rows: breaking === undefined ? [] : [{ ...base, ...breaking }],
      }
    }),
    ...table.foreignKeys.map((key) => {
      const missing = Object.fromEntries(key.columns.map((column) => [column, base[column] ?? nowhere(table, column)]))
      const last = key.columns.at(-1) ?? ''
      const variants = [last, ...key.columns.filter((column) => column !== last)]
      const others = emptyOtherKeys(table, key)
      const besides = sharing(table, key).filter((other) => !other.columns.some((column) => column in others))
      const shared = new Set(besides.flatMap((other) => other.columns))
      const onlyThis = variants.filter((column) => !shared.has(column))
      const astrayIn = (column: string) => ({ ...base, ...others, ...missing, [column]: nowhere(table, column) })
      return {
        object: key.name,
        tried: 'insert a row that leads nowhere',
        state: '23503',
        names: [key.name],
        besides: besides.map((other) => other.name),
        // Another key may refuse these first; taking that one away costs more than trying whether it does.
        rows: (onlyThis.length > 0 ? onlyThis : variants).map(astrayIn),
        alone: variants.map((column) => ({ values: astrayIn(column) })),
      }
    }),
    ...table.exclusions.map((exclusion) => ({
      object: exclusion.name,
      tried: 'insert a row that collides with another',
      state: '23P01',
      names: [exclusion.name],
      speaksOf: [
        ...(exclusion.where === undefined ? [] : [`(${exclusion.where})`]),
        ...exclusion.elements.map(
          ({ expression }) =>
            `(${table.columns.some((one) => one.name === expression) ? identifier(expression) : expression}) is not null`,
        ),
      ].join(' and '),
      rows: rows.slice(0, 4).map((row) => ({ ...writableValues(table, row), ...keysFrom(table, base) })),
    })),
    ...table.columns
      .filter((column) =>
        stage.facts.schema.enums.some(
          (one) => one.name === column.type.replaceAll('"', '') || `${one.schema}.${one.name}` === column.type,
        ),
      )
      .map((column) => ({
        object: `${table.name}.${column.name}`,
        tried: 'insert a value outside its type',
        state: '22P02',
        rows: [{ ...base, [column.name]: 'no such value' }],
      })),
  ]
}

function uniqueBreaches(table: Table, base: Values, rows: readonly Row[]): readonly Breach[] {
  const keys = [
    ...(table.primaryKey === undefined ? [] : [{ ...table.primaryKey, nullsNotDistinct: false }]),
    ...table.uniques,
    ...table.indexes
      .filter((index) => index.unique)
      .map((index) => ({
        name: index.name,
        columns: index.keys.flatMap((key) => key.column ?? columnsIn(table, key.expression ?? '')),
        nullsNotDistinct: index.nullsNotDistinct,
        where: index.where,
      })),
  ]
  return keys.map((key) => {
    const usable = rows.filter((row) => key.nullsNotDistinct || key.columns.every((column) => row[column] !== null)).slice(0, 6)
    return {
      object: key.name,
      tried: 'insert a row with the same key',
      state: '23505',
      ...('where' in key && key.where !== undefined ? { speaksOf: `(${key.where})` } : {}),
      // A key that holds a whole other key is never broken without it.
      names: keys.filter((one) => one.columns.every((column) => key.columns.includes(column))).map((one) => one.name),
      rows: usable.flatMap((row) => [
        { ...base, ...same(row, key.columns) },
        { ...writableValues(table, row), ...otherKeys(table, base, key.columns) },
      ]),
      alone: usable.flatMap((row) =>
        rows
          .filter((other) => other !== row)
          .slice(0, 2)
          .map((other) => ({ stays: row, values: { ...writableValues(table, other), ...same(row, key.columns) } })),
      ),
    }
  })
}

const same = (row: Row, columns: readonly string[]): Values =>
  Object.fromEntries(columns.map((column) => [column, row[column] as Value]))

const sharing = (table: Table, key: ForeignKey): readonly ForeignKey[] =>
  table.foreignKeys.filter((other) => other !== key && other.columns.some((column) => key.columns.includes(column)))

/** Other keys that share a column with this one let go where they may, so that this one alone leads nowhere. */
function emptyOtherKeys(table: Table, key: ForeignKey): Values {
  const columns = sharing(table, key)
    .flatMap((other) => other.columns)
    .filter((column) => !key.columns.includes(column))
  return Object.fromEntries(
    columns.filter((column) => table.columns.find((one) => one.name === column)?.nullable).map((column) => [column, null]),
  )
}

const columnsIn = (table: Table, expression: string) =>
  table.columns.map((column) => column.name).filter((name) => new RegExp(`\\b${name}\\b`).test(expression))

/** The values of all unique keys but the one that is to be broken, from a row that fits. */
function otherKeys(table: Table, base: Values, broken: readonly string[]): Values {
  const columns = [...(table.primaryKey?.columns ?? []), ...table.uniques.flatMap((unique) => unique.columns)]
  return Object.fromEntries(
    columns
      .filter((column) => !broken.includes(column))
      .flatMap((column) => (column in base ? [[column, base[column] ?? null]] : [])),
  )
}

function keysFrom(table: Table, base: Values): Values {
  return otherKeys(table, base, [])
}

/** A key that no row has. */
function nowhere(table: Table, column: string): Value {
  const type = table.columns.find((one) => one.name === column)?.type ?? 'uuid'
  if (type === 'uuid') return 'ffffffff-ffff-4fff-8fff-ffffffffffff'
  if (type === 'smallint') return 32_000
  return /^(integer|bigint|numeric)/.test(type) ? 2_000_000_000 : type === 'date' ? '1900-01-01' : 'zz'
}

function breachProbe(stage: Stage, table: Table, breach: Breach): Probe {
  const { state } = breach
  // In a table of partitions a constraint answers under the name that its partition gave it.
  const names = table.partitionBy === undefined ? breach.names : undefined
  const until = { state, ...(names === undefined ? {} : { constraints: names }) }
  const insert = (values: Values): Step => ({ sql: insertSql(table, values), undo: true, settle: stage.world.settled, until })
  const target = targetName(table)
  const besides = (breach.besides ?? []).map((name) => `alter table ${target} drop constraint ${identifier(name)}`)
  const steps = [
    ...breach.rows.map(insert),
    ...(breach.alone ?? []).map(({ stays, values }) => ({
      ...insert(values),
      before: [...besides, `delete from ${target}${stays === undefined ? '' : ` where not (${whereRow(table, stays)})`}`],
    })),
  ]
  return {
    check: 'rejects',
    object: breach.object,
    tried: breach.tried,
    expected: `refused (${state})`,
    touches: [nameOf(table)],
    // A trigger that puts a row right, or refuses it first, would hide whether the constraint does its work.
    ...(table.triggers.length === 0 ? {} : { setup: [`alter table ${target} disable trigger user`] }),
    steps: [...steps, { sql: `select 1 from ${target} where ${breach.speaksOf ?? 'true'} limit 1`, rows: true }],
    judge: (outcomes) => {
      const spokenOf = breach.speaksOf === undefined || outcomes[steps.length]?.count === 1
      return judge(outcomes.slice(0, steps.length), state, names, spokenOf)
    },
  }
}

function judge(
  outcomes: readonly StepOutcome[],
  state: string,
  names: readonly string[] | undefined,
  spokenOf: boolean,
): Verdict {
  const right = outcomes.find(
    (outcome) => outcome.state === state && (names === undefined || names.includes(outcome.constraint ?? '')),
  )
  if (right !== undefined) return { observed: describeOutcome(right), passed: true }
  if (!spokenOf) return { observed: 'nothing', passed: false, undecided: 'no generated row is one that it speaks of' }
  if (outcomes.some((outcome) => outcome.state === undefined)) return { observed: '1 row', passed: false }
  const [first] = outcomes
  const why = first === undefined ? 'nothing was tried' : `another rule refused it first: ${first.constraint ?? first.message}`
  return { observed: first === undefined ? 'nothing' : describeOutcome(first), passed: false, undecided: why }
}
