import { type Dependency, kindOf, type NodeId } from '../../postgres/catalog/dependencies.ts'
import { displayName } from '../../schema/lookups.ts'
import { compareText } from '../../schema/order.ts'
import type { Schema } from '../../schema/schema.ts'
import type { PlatformTable, Table } from '../../schema/table.ts'
import { dropPolicy } from '../../sql/objects/policy.ts'
import { dropRoutine } from '../../sql/objects/routine.ts'
import { dropTrigger } from '../../sql/objects/trigger.ts'
import { dropView } from '../../sql/objects/view.ts'
import { identifier, qualified } from '../../sql/quote.ts'
import { constraintsOf } from '../diff/constraints.ts'
import { ids, nodesOfTable } from '../node-ids.ts'
import { type Step, step } from '../step.ts'

/**
 * Drops what goes, dependents first, without `cascade`. What PostgreSQL drops with a table or a column is not said, unless it holds on to
 * something else that goes.
 */
export function dropSteps(before: Schema, gone: ReadonlySet<NodeId>, dependencies: readonly Dependency[]): readonly Step[] {
  const carriers = carriersOf(before, gone, dependencies)
  const steps = stepsByNode(before)
  const dependents = new Map<NodeId, NodeId[]>()
  for (const { from, to } of dependencies) {
    const [first, second] = [carriers.get(from), carriers.get(to)]
    if (first === undefined || second === undefined || first === second) continue
    dependents.set(second, [...(dependents.get(second) ?? []), first])
  }
  const ordered: Step[] = []
  const seen = new Set<NodeId>()
  const visit = (id: NodeId): void => {
    if (seen.has(id)) return
    seen.add(id)
    for (const dependent of dependents.get(id) ?? []) visit(dependent)
    const found = steps.get(id)
    if (found !== undefined) ordered.push(found)
  }
  const explicit = [...gone].filter((id) => carriers.get(id) === id)
  for (const id of explicit.sort((a, b) => dropOrder[kindOf(a)] - dropOrder[kindOf(b)] || compareText(a, b))) visit(id)
  return ordered
}

/** Where dependencies leave a choice: what lets rows be seen or touched first, data last. */
const dropOrder: Readonly<Record<ReturnType<typeof kindOf>, number>> = {
  policy: 0,
  trigger: 1,
  view: 2,
  constraint: 3,
  index: 4,
  default: 5,
  function: 6,
  column: 7,
  table: 8,
  type: 9,
}

/** With what each object goes: itself where it has a statement of its own, else the table or column that takes it along. */
function carriersOf(before: Schema, gone: ReadonlySet<NodeId>, dependencies: readonly Dependency[]): ReadonlyMap<NodeId, NodeId> {
  const carriers = new Map([...gone].map((id) => [id, id]))
  const ofTable = new Set<NodeId>()
  for (const table of before.tables) {
    if (!gone.has(ids.table(table))) continue
    for (const id of nodesOfTable(table)) {
      carriers.set(id, ids.table(table))
      ofTable.add(id)
    }
  }
  for (const { from, to, owned } of dependencies) {
    const isCarried = owned && gone.has(from) && gone.has(to) && kindOf(to) === 'column' && kindOf(from) !== 'column'
    if (isCarried && !ofTable.has(from) && carriers.get(from) === from) carriers.set(from, to)
  }
  const holding = dependencies
    .filter(({ from, to }) => {
      const [first, second] = [carriers.get(from), carriers.get(to)]
      return first !== undefined && second !== undefined && first !== second && kindOf(from) !== 'column'
    })
    .map(({ from }) => from)
  for (const id of holding) if (kindOf(id) !== 'table') carriers.set(id, id)
  return carriers
}

function stepsByNode(before: Schema): ReadonlyMap<NodeId, Step> {
  return new Map<NodeId, Step>([
    ...before.tables.flatMap(tableSteps),
    ...[...before.tables, ...before.platformTables].flatMap(triggerSteps),
    ...before.views.map((view) => [ids.view(view), dropView(view)] as const),
    ...before.routines.map((routine) => [ids.routine(routine), dropRoutine(routine)] as const),
  ])
}

function triggerSteps(table: Table | PlatformTable): readonly (readonly [NodeId, Step])[] {
  return table.triggers.map((trigger) => [ids.trigger(table, trigger.name), dropTrigger(table, trigger)])
}

function tableSteps(table: Table): readonly (readonly [NodeId, Step])[] {
  const name = qualified(table.schema, table.name)
  const object = displayName(table)
  return [
    [ids.table(table), step('table', object, `drop table ${name}`)],
    ...table.columns.map((column): [NodeId, Step] => [
      ids.column(table, column.name),
      step('table', `${object}.${column.name}`, `alter table ${name} drop column ${identifier(column.name)}`),
    ]),
    ...table.columns.map((column): [NodeId, Step] => [
      ids.default(table, column.name),
      step('default', `${object}.${column.name}`, `alter table ${name} alter column ${identifier(column.name)} drop default`),
    ]),
    ...constraintsOf(table).map(({ value }): [NodeId, Step] => [
      ids.constraint(table, value.name),
      step('constraint', value.name, `alter table ${name} drop constraint ${identifier(value.name)}`),
    ]),
    ...table.indexes.map((index): [NodeId, Step] => [
      ids.index(table, index.name),
      step('index', index.name, `drop index ${qualified(table.schema, index.name)}`),
    ]),
    ...table.policies.map((policy): [NodeId, Step] => [ids.policy(table, policy.name), dropPolicy(table, policy)]),
  ]
}
