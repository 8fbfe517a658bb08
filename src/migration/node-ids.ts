import { type NodeId, nodeId } from '../postgres/catalog/dependencies.ts'
import type { Schema } from '../schema/schema.ts'
import type { PlatformTable, Table } from '../schema/table.ts'
import type { Named } from './change.ts'
import { constraintsOf } from './diff/constraints.ts'
import { routineName } from './diff/routines.ts'

/** The names under which the graph of dependencies knows the objects of a schema. */
export const ids = {
  table: (table: Named): NodeId => nodeId('table', table.schema, table.name),
  column: (table: Named, name: string): NodeId => nodeId('column', table.schema, table.name, name),
  default: (table: Named, name: string): NodeId => nodeId('default', table.schema, table.name, name),
  constraint: (table: Named, name: string): NodeId => nodeId('constraint', table.schema, table.name, name),
  index: (table: Named, name: string): NodeId => nodeId('index', table.schema, table.name, name),
  trigger: (table: Named, name: string): NodeId => nodeId('trigger', table.schema, table.name, name),
  policy: (table: Named, name: string): NodeId => nodeId('policy', table.schema, table.name, name),
  view: (view: Named): NodeId => nodeId('view', view.schema, view.name),
  routine: (routine: Schema['routines'][number]): NodeId => nodeId('function', routine.schema, routineName(routine)),
  type: (type: Named): NodeId => nodeId('type', type.schema, type.name),
}

/** A table and everything that goes with it. */
export function nodesOfTable(table: Table): readonly NodeId[] {
  return [
    ids.table(table),
    ...table.columns.map(({ name }) => ids.column(table, name)),
    ...table.columns.flatMap(({ name, default: value }) => (value === undefined ? [] : [ids.default(table, name)])),
    ...constraintsOf(table).map(({ value }) => ids.constraint(table, value.name)),
    ...table.indexes.map(({ name }) => ids.index(table, name)),
    ...table.policies.map(({ name }) => ids.policy(table, name)),
    ...nodesOfTriggers(table),
  ]
}

function nodesOfTriggers(table: Table | PlatformTable): readonly NodeId[] {
  return table.triggers.map(({ name }) => ids.trigger(table, name))
}

/** Everything that a schema holds and that something can depend on. */
export function nodesOf(schema: Schema): ReadonlySet<NodeId> {
  return new Set([
    ...schema.tables.flatMap(nodesOfTable),
    ...schema.platformTables.flatMap(nodesOfTriggers),
    ...schema.views.map(ids.view),
    ...schema.routines.map(ids.routine),
    ...schema.enums.map(ids.type),
  ])
}
