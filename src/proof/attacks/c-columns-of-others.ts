import type { Table } from '../../schema/table.ts'
import type { Stage } from '../checks/stage.ts'
import { columnsOfRule } from '../expect/columns.ts'
import type { Actor } from '../people/actors.ts'
import type { Probe, Row } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf } from '../rows/facts.ts'
import { mustFail, mustWork, updateRow } from './attack.ts'

/**
 * Columns that one rule lets be changed and another does not, for callers of the same database role: whoever may change a row by the other rule
 * must not change these with it, and those whose rule names them must.
 */
export function columnsOfOthers(stage: Stage, table: Table): readonly Probe[] {
  const name = nameOf(table)
  const callers = stage.actors.filter((actor) => actor.kind === 'person')
  const [first] = callers
  if (first === undefined) return []
  const rules = stage.expectation.rules(name, 'update', first)
  return table.columns.flatMap((column): readonly Probe[] => {
    const giving = rules.filter((rule) => columnsOfRule(stage.facts, table, rule, 'update', first).includes(column.name))
    if (giving.length === 0 || giving.length === rules.length) return []
    const gives = (actor: Actor, row: Row) => giving.some((rule) => stage.expectation.ruleAllows(rule, actor, row))
    const pairs = callers.flatMap((actor) =>
      stage
        .rowsOf(name)
        .filter((row) => stage.expectation.allows(name, 'update', actor, row))
        .map((row) => ({ actor, row, value: anotherValue(stage, table, column.name, row) })),
    )
    const usable = pairs.filter((pair) => pair.value !== undefined)
    const without = usable.find(({ actor, row }) => !gives(actor, row))
    const within = usable.find(
      ({ actor, row, value }) =>
        gives(actor, row) && giving.some((rule) => stage.expectation.ruleAllows(rule, actor, { ...row, [column.name]: value })),
    )
    const attack = (pair: (typeof pairs)[number], tried: string) => ({
      letter: 'c',
      table,
      object: `${table.name}.${column.name}`,
      tried,
      actor: pair.actor,
      steps: [{ sql: updateRow(table, pair.row, { [column.name]: pair.value ?? null }), as: pair.actor.identity }],
    })
    return [
      ...(without === undefined ? [] : [mustFail(stage, attack(without, 'change a column that is given to others alone'))]),
      ...(within === undefined ? [] : [mustWork(stage, attack(within, 'change a column that few are given'))]),
    ]
  })
}

/** Another value that the column may have: that of another row, or nothing. */
function anotherValue(stage: Stage, table: Table, column: string, row: Row): Value | undefined {
  const found = stage.rowsOf(nameOf(table)).find((other) => JSON.stringify(other[column]) !== JSON.stringify(row[column]))
  if (found !== undefined) return found[column] as Value
  const definition = table.columns.find((one) => one.name === column)
  if (definition?.nullable && row[column] !== null) return null
  return definition?.type === 'boolean' ? row[column] !== true : undefined
}
