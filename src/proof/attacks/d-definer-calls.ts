import type { Routine } from '../../schema/routine.ts'
import type { Table } from '../../schema/table.ts'
import { literal, qualified } from '../../sql/quote.ts'
import { routineSignature } from '../../sql/routine-signature.ts'
import { keyColumns, rowKey } from '../checks/row-keys.ts'
import type { Stage } from '../checks/stage.ts'
import type { Actor } from '../people/actors.ts'
import type { Probe, Row, Step, StepOutcome } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, rowsAt, stranger, targetName } from './attack.ts'

/** The most tables whose keys are handed to one function. */
const mostKeys = 6

/**
 * d: what a definer function does for a stranger who may run it. No policy stands between it and the tables, so it must not hand out the keys
 * of rows that the stranger may not read, change or remove such rows, or make the stranger a member of a group of others.
 */
export const definerCalls: Attack = (stage) => {
  const callers = [stage.actors.find((one) => one.kind === 'anonymous'), stranger(stage)]
  const routines = stage.facts.schema.routines.filter(
    (routine) => routine.security === 'definer' && routine.returns !== 'trigger',
  )
  return routines.flatMap((routine) =>
    callers.flatMap((actor) =>
      actor === undefined ? [] : callsFor(stage, routine).map((call) => callProbe(stage, routine, actor, call)),
    ),
  )
}

interface Call {
  readonly sql: string
  readonly shown: string
}

/** Without arguments, or with the key of each table's row of an owner in place of every uuid; other arguments are not guessed. */
function callsFor(stage: Stage, routine: Routine): readonly Call[] {
  const types = routineSignature(routine.arguments)
  const name = qualified(routine.schema, routine.name)
  if (types.length === 0) return [{ sql: `select answer from ${name}() as answer`, shown: 'call it' }]
  if (!types.every((type) => type === 'uuid')) return []
  return stage.facts.schema.tables
    .flatMap((table) => {
      const [key, ...rest] = table.primaryKey?.columns ?? []
      const [made] = rowsAt(stage, table, 'mine')
      const value = key === undefined || rest.length > 0 ? undefined : made?.row[key]
      if (typeof value !== 'string') return []
      const given = types.map(() => `${literal(value)}::uuid`).join(', ')
      return [{ sql: `select answer from ${name}(${given}) as answer`, shown: `call it with a row of ${table.name}` }]
    })
    .slice(0, mostKeys)
}

function callProbe(stage: Stage, routine: Routine, actor: Actor, call: Call): Probe {
  const tables = stage.facts.schema.tables.filter((table) => stage.rowsOf(nameOf(table)).length > 0)
  const after = tables.map(
    (table): Step => ({ sql: `select row_to_json(t)::jsonb as row from ${targetName(table)} as t`, rows: true }),
  )
  const expected = 'nothing of rows that the caller may not read'
  return {
    check: 'attack d',
    object: `${routine.schema}.${routine.name}()`,
    tried: call.shown,
    actor: actor.name,
    expected,
    touches: tables.map(nameOf),
    steps: [{ sql: call.sql, as: actor.identity, rows: true }, ...after],
    judge: ([outcome, ...read]) => {
      if (outcome === undefined) return { observed: 'nothing', passed: false }
      if (outcome.state !== undefined) return { observed: expected, passed: true }
      const found = tables.flatMap((table, at) => harm(stage, table, actor, outcome, read[at]?.rows ?? []))
      return { observed: found.join(', ') || expected, passed: found.length === 0 }
    },
  }
}

function harm(stage: Stage, table: Table, actor: Actor, answer: StepOutcome, after: readonly Row[]): readonly string[] {
  const name = nameOf(table)
  const keys = keyColumns(table)
  const told = JSON.stringify(answer.rows)
  const left = new Map(after.map(({ row }) => [rowKey(keys, row as Row), JSON.stringify(row)]))
  const hidden = stage
    .rowsOf(name)
    .filter((row) => !stage.facts.unruled.has(name) && !stage.expectation.allows(name, 'select', actor, row))
  const isTold = (row: Row) => {
    const [key, ...rest] = keys
    const value = key === undefined || rest.length > 0 ? undefined : row[key]
    return typeof value === 'string' && value.length > 8 && told.includes(JSON.stringify(value))
  }
  // The key of an account is no secret that a row of it would give away alone.
  const tells = !stage.facts.accountTables.has(name) && hidden.some(isTold)
  const changes = hidden.some((row) => left.get(rowKey(keys, row)) !== JSON.stringify(row))
  const group = stage.facts.membershipTables.get(name)
  const joins =
    group !== undefined &&
    after.some(({ row }) => String((row as Row)[group.membership.userColumn]) === actor.person?.id) &&
    !stage.rowsOf(name).some((row) => String(row[group.membership.userColumn]) === actor.person?.id)
  return [
    ...(tells ? [`tells of hidden rows of ${table.name}`] : []),
    ...(changes ? [`changes hidden rows of ${table.name}`] : []),
    ...(joins ? [`makes the caller a member by ${table.name}`] : []),
  ]
}
