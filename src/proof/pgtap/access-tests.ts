import type { Table } from '../../schema/table.ts'
import { dollarQuoted } from '../../sql/quote.ts'
import { keyColumns } from '../checks/row-keys.ts'
import type { Stage } from '../checks/stage.ts'
import type { Evidence } from '../evidence.ts'
import { describeOutcome, type Identity, type StepOutcome } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { keyText, keyTexts, tableSql, whereFixture } from './fixture-rows.ts'
import { isTest, refusedTest, rowsTest, type TapTest, undone } from './tap-test.ts'

type Tried = Evidence['tried'][number]

interface Attempted {
  readonly stage: Stage
  readonly table: Table
  readonly as: Identity
  readonly sql: string
  readonly before: readonly string[]
  readonly outcome: StepOutcome
  readonly after: StepOutcome | undefined
  readonly description: string
}

const writers: Readonly<Record<string, (attempted: Attempted) => readonly TapTest[]>> = {
  select: selectTest,
  insert: insertTest,
  update: updateTest,
  delete: deleteTest,
}

/** The access matrix: every actor, operation and table. What nobody can see is told apart from what is not there, for the rows are known. */
export function accessTests({ stage, tried }: Evidence): readonly TapTest[] {
  return tried.flatMap((one) => testsOf(stage, one))
}

function testsOf(stage: Stage, { probe, verdict, outcomes }: Tried): readonly TapTest[] {
  const table = stage.facts.schema.tables.find((candidate) => candidate.name === probe.object)
  const [step] = probe.steps
  const [outcome, after] = outcomes
  const isPlain = probe.check === 'access' && verdict.passed && (probe.setup ?? []).length === 0
  if (!isPlain || table === undefined || step?.as === undefined || outcome === undefined) return []
  const description = `${table.name}: ${probe.actor ?? ''} ${probe.tried}: ${probe.expected}`
  if (outcome.state !== undefined)
    // Any other refusal than by policy or privilege hangs on the data.
    return outcome.state === '42501' ? [refusedTest(step.as, step.sql, outcome.state, description)] : []
  const operation = probe.tried.split(/[ ,]/)[0] ?? ''
  return (
    writers[operation]?.({ stage, table, as: step.as, sql: step.sql, before: step.before ?? [], outcome, after, description }) ??
    []
  )
}

function selectTest({ stage, table, as, sql, outcome, description }: Attempted): readonly TapTest[] {
  const seen = Object.keys(outcome.rows[0] ?? {})
  // Rows that show no whole key cannot be told from others that the database holds.
  if (outcome.rows.length > 0 && keyColumns(table).some((column) => !seen.includes(column))) return []
  const all = stage.rowsOf(nameOf(table))
  if (outcome.rows.length === 0 && keyColumns(table).some((column) => !sql.includes(column))) return []
  const query = `select ${keyText(table)} from ${tableSql(table)} ${whereFixture(table, all)} order by ${keyText(table)} collate "C"`
  return [rowsTest(as, query, keyTexts(table, outcome.rows), description)]
}

function insertTest({ as, sql, before, outcome, description }: Attempted): readonly TapTest[] {
  return [isTest(as, undone(sql, before), describeOutcome(outcome), description)]
}

/** Without WHERE, as an attacker would: a WHERE would let the SELECT policy hide what a weak UPDATE policy lets through. */
function updateTest({ stage, table, as, sql, outcome, description }: Attempted): readonly TapTest[] {
  const fixture = whereFixture(table, stage.rowsOf(nameOf(table)))
  const witness = `select count(*) from ${tableSql(table)} ${fixture} and xmin <> pg_current_xact_id()::xid`
  const call = `pg_temp.undone(${dollarQuoted(sql)}, ${dollarQuoted(witness)})`
  return [isTest(as, call, describeOutcome(outcome), description)]
}

/** Without WHERE as well, and without foreign keys, which would refuse some of it. */
function deleteTest({ stage, table, as, sql, after, description }: Attempted): readonly TapTest[] {
  const all = stage.rowsOf(nameOf(table))
  const witness = `select ${all.length} - count(*) from ${tableSql(table)} ${whereFixture(table, all)}`
  const call = `pg_temp.undone(${dollarQuoted(sql)}, ${dollarQuoted(witness)}, without_triggers => true)`
  const gone = describeOutcome({ count: all.length - (after?.count ?? all.length), rows: [] })
  return [isTest(as, call, gone, description)]
}
