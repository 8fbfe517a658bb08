import type { Table } from '../../schema/table.ts'
import { identifier } from '../../sql/quote.ts'
import type { Stage } from '../checks/stage.ts'
import { reads as touched } from '../checks/touches.ts'
import { expectedColumns } from '../expect/columns.ts'
import type { Actor } from '../people/actors.ts'
import { denied, type Probe, type Step } from '../probe.ts'
import { isFound, nameOf } from '../rows/facts.ts'
import { type Attack, insertSpare, targetName } from './attack.ts'
import { columnsOfOthers } from './c-columns-of-others.ts'

/** c: a signed-in user or a visitor writes columns that no rule gives them (role, credits, plan, owner, tenant), or reads such columns. */
export const raiseOneself: Attack = (stage) => {
  const callers = [
    stage.actors.find((actor) => actor.kind === 'anonymous'),
    stage.actors.find((actor) => actor.kind === 'person'),
  ]
  return stage.facts.schema.tables
    .filter((table) => !stage.facts.unruled.has(nameOf(table)) && !isFound(stage.facts, nameOf(table)))
    .flatMap((table) => [
      ...columnsOfOthers(stage, table),
      ...callers.flatMap((actor) =>
        actor === undefined
          ? []
          : [...updates(stage, table, actor), ...inserts(stage, table, actor), ...reads(stage, table, actor)],
      ),
    ])
}

function updates(stage: Stage, table: Table, actor: Actor): readonly Probe[] {
  const allowed = stage.expectation.granted(nameOf(table), 'update', actor)
    ? expectedColumns(stage.facts, stage.expectation, table, 'update', actor)
    : []
  const forbidden = table.columns.filter((column) => column.generated === undefined && !allowed.includes(column.name))
  return eachRefused(
    stage,
    table,
    actor,
    'update',
    forbidden.map((column) => column.name),
    (column) => {
      const name = identifier(column)
      return `update ${targetName(table)} set ${name} = default where false`
    },
  )
}

/** In a row that the actor may otherwise add: a policy that refuses the row would hide that the column is open. */
function inserts(stage: Stage, table: Table, actor: Actor): readonly Probe[] {
  const name = nameOf(table)
  if (!stage.expectation.granted(name, 'insert', actor)) return []
  const spares = stage.world.spares.get(name) ?? []
  const found = stage.actors
    .filter((one) => one.identity.role === actor.identity.role)
    .flatMap((one) =>
      spares.filter((spare) => stage.expectation.allows(name, 'insert', one, spare.values)).map((spare) => ({ one, spare })),
    )[0]
  if (found === undefined) return []
  const { one, spare } = found
  const allowed = expectedColumns(stage.facts, stage.expectation, table, 'insert', one)
  const fitting = Object.fromEntries(Object.entries(spare.values).filter(([column]) => allowed.includes(column)))
  const forbidden = Object.keys(spare.values).filter((column) => !allowed.includes(column))
  return eachRefused(stage, table, one, 'insert', forbidden, (column) =>
    insertSpare(table, spare, { ...fitting, [column]: spare.values[column] ?? null }, { undo: true }),
  )
}

function reads(stage: Stage, table: Table, actor: Actor): readonly Probe[] {
  const granted = stage.expectation.granted(nameOf(table), 'select', actor)
  const allowed = granted ? expectedColumns(stage.facts, stage.expectation, table, 'select', actor) : []
  const forbidden = table.columns.map((column) => column.name).filter((column) => !allowed.includes(column))
  return eachRefused(
    stage,
    table,
    actor,
    'select',
    forbidden,
    (column) => `select ${identifier(column)} from ${targetName(table)} where false`,
  )
}

/** Privileges on columns are asked before anything else, so one statement per column tells, whatever rows there are. */
function eachRefused(
  stage: Stage,
  table: Table,
  actor: Actor,
  operation: string,
  columns: readonly string[],
  statement: (column: string) => string | Step,
): readonly Probe[] {
  if (columns.length === 0) return []
  return [
    {
      check: 'attack c',
      object: table.name,
      tried: `${operation} columns that no rule gives`,
      actor: actor.name,
      expected: `${columns.length} refused (42501)`,
      touches: touched(stage.facts, table),
      steps: columns.map((column): Step => {
        const step = statement(column)
        return { ...(typeof step === 'string' ? { sql: step } : step), as: actor.identity }
      }),
      judge: (outcomes) => {
        const open = columns.filter((_, at) => !denied(outcomes[at] ?? { count: 0, rows: [] }))
        return {
          observed: open.length === 0 ? `${columns.length} refused (42501)` : `could ${operation} ${open.join(', ')}`,
          passed: open.length === 0,
        }
      },
    },
  ]
}
