import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import { insertSpare } from '../attacks/attack.ts'
import { expectedColumns, ownerColumns } from '../expect/columns.ts'
import type { Actor } from '../people/actors.ts'
import { denied, describeOutcome, type Probe, type Row } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf } from '../rows/facts.ts'
import type { Place, Spare } from '../rows/world.ts'
import { raises } from './routine-body.ts'
import { keyColumns, keySet, rowKey } from './row-keys.ts'
import type { Stage } from './stage.ts'
import { reads } from './touches.ts'

const whose: Readonly<Record<Place, string>> = {
  mine: "the owner's row",
  theirs: "another owner's row",
  nobody: "nobody's row",
  shared: 'a row',
}

/**
 * An actor adds a row: each owner's, nobody's, a newcomer's own. What is there afterwards is read as superuser, and the rules judge the row as
 * it was written, defaults and triggers included. Any refusal but 42501 and those of triggers comes after the policies, which had let the row pass.
 */
export function insertProbes(stage: Stage, table: Table, actor: Actor): readonly Probe[] {
  return sparesFor(stage, table, actor).map((spare) => insertProbe(stage, table, actor, spare))
}

/** The rows that an actor tries to add: each owner's, nobody's, a newcomer's, and their own. */
export function sparesFor(stage: Stage, table: Table, actor: Actor): readonly Spare[] {
  const spares = stage.world.spares.get(nameOf(table)) ?? []
  const isForAll = ({ person }: Spare) => person === undefined || person.main || !person.settled
  // Where there is a row for none of them, the one that there is stands in.
  return spares.some(isForAll) ? spares.filter((spare) => isForAll(spare) || spare.person === actor.person) : spares
}

/** `a row of their own`, `the owner's row`. */
export function spareName({ person, place }: Spare, actor: Actor): string {
  if (person !== undefined && person === actor.person) return 'a row of their own'
  return person === undefined || person.main ? whose[place] : `the ${person.name}'s row`
}

function insertProbe(stage: Stage, table: Table, actor: Actor, spare: Spare): Probe {
  const name = nameOf(table)
  const { expectation } = stage
  const keys = keyColumns(table)
  const there = keySet(keys, stage.rowsOf(name))
  const replaced = spare.replaces === undefined ? undefined : rowKey(keys, spare.replaces)
  const granted = expectation.granted(name, 'insert', actor)
  const columns = granted ? expectedColumns(stage.facts, expectation, table, 'insert', actor) : Object.keys(spare.values)
  const values = Object.fromEntries(Object.entries(spare.values).filter(([column]) => columns.includes(column)))
  const intended = intendedRow(stage, table, actor, spare, values)
  const may = (row: Row) =>
    expectation.allows(name, 'insert', actor, row) && expectation.mayRefer(name, actor, row, { isNew: true })
  const allowed = granted && may(intended)
  // What a trigger refuses, it refuses before any policy is asked.
  const refusedBefore = table.triggers.some(
    (trigger) =>
      trigger.timing === 'before' && trigger.events.some(({ kind }) => kind === 'insert') && raises(stage.facts.schema, trigger),
  )
  return {
    check: 'access',
    object: table.name,
    tried: `insert ${spareName(spare, actor)}`,
    actor: actor.name,
    expected: allowed ? '1 row' : 'refused (42501)',
    touches: reads(stage.facts, table),
    steps: [insertSpare(table, spare, values, { as: actor.identity }), { sql: rowsAfter(stage, table, spare), rows: true }],
    judge: ([outcome, after]) => {
      if (outcome === undefined || after === undefined) return { observed: 'nothing', passed: false }
      const isNew = (row: Row) => !there.has(rowKey(keys, row))
      const observed = describeOutcome(outcome)
      if (denied(outcome)) return { observed, passed: !allowed && !after.rows.some(isNew) }
      if (outcome.state !== undefined) return { observed, passed: allowed || refusedBefore }
      const written = after.rows.filter((row) => isNew(row) || rowKey(keys, row) === replaced)
      return { observed, passed: written.length > 0 && written.every(may) }
    },
  }
}

/** The rows that are there afterwards, those that were there before left out where their key can be told in SQL: there are many of these. */
export function rowsAfter(stage: Stage, table: Table, spare: Spare): string {
  const name = identifier(table.name)
  const all = `select ${name}.* from ${qualified(table.schema, table.name)} as ${name}`
  const [key, ...rest] = table.primaryKey?.columns ?? []
  if (key === undefined || rest.length > 0) return all
  const before = stage.rowsOf(nameOf(table)).filter((row) => row[key] !== spare.replaces?.[key])
  return before.length === 0
    ? all
    : `${all} where ${name}.${identifier(key)}::text not in (${before.map((row) => literal(String(row[key]))).join(', ')})`
}

/** The row as it would be written: columns left out take their defaults, which for the caller's own id is the actor. */
function intendedRow(stage: Stage, table: Table, actor: Actor, spare: Spare, values: Readonly<Record<string, Value>>): Row {
  const made = stage.world.made.get(nameOf(table)) ?? []
  const owners = ownerColumns(stage.facts, table)
  const side = made.find((one) => one.place === spare.place)?.row ?? {}
  const own = made.find((one) => one.place === actor.person?.side)?.row ?? {}
  const left = table.columns.filter((column) => values[column.name] === undefined)
  const defaults = left.map((column): [string, unknown] => {
    if (column.default === undefined) return [column.name, null]
    if (column.default.includes(stage.facts.traits.callerId)) return [column.name, actor.person?.id ?? null]
    return [column.name, (owners.includes(column.name) ? own : side)[column.name] ?? null]
  })
  return { ...Object.fromEntries(defaults), ...values }
}
