import { keyOf, orderTables } from '../schema/order.ts'
import type { Routine } from '../schema/routine.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { View } from '../schema/view.ts'
import { knownObjects, type Mentions, mentionsIn, routineMentions } from './depends.ts'

export type Creation =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'routine'; readonly routine: Routine }

interface Node {
  readonly creation: Creation
  readonly needs: Mentions
}

/**
 * Tables, views and functions, each after what it needs where that is possible. Left to themselves, tables come first, parents
 * before children, then views, then functions. A function that a table's default, check or generated column needs comes before it;
 * in a circle the object that came up first waits for the others in vain, and `createTable` postpones the part that needs them.
 */
export function creationOrder(schema: Schema): readonly Creation[] {
  const known = knownObjects(schema)
  const relations = new Map<string, Node>()
  const routines = new Map<string, Node[]>()
  const nodes: Node[] = []
  const tables = orderTables(schema.tables)
  for (const table of tables) {
    const mentions = mentionsIn(tableExpressions(table), known)
    const node: Node = { creation: { kind: 'table', table }, needs: { relations: new Set(), routines: mentions.routines } }
    relations.set(keyOf(table), node)
    nodes.push(node)
  }
  for (const view of schema.views) {
    const node: Node = { creation: { kind: 'view', view }, needs: mentionsIn([view.query], known) }
    relations.set(keyOf(view), node)
    nodes.push(node)
  }
  for (const routine of schema.routines) {
    const node: Node = { creation: { kind: 'routine', routine }, needs: routineMentions(routine, known) }
    const key = keyOf(routine)
    routines.set(key, [...(routines.get(key) ?? []), node])
    nodes.push(node)
  }

  const ordered: Creation[] = []
  const seen = new Set<Node>()
  const visit = (node: Node | undefined): void => {
    if (node === undefined || seen.has(node)) return
    seen.add(node)
    for (const key of node.needs.relations) visit(relations.get(key))
    for (const key of node.needs.routines) for (const routine of routines.get(key) ?? []) visit(routine)
    ordered.push(node.creation)
  }
  for (const node of nodes) visit(node)
  return ordered
}

/** The expressions inside `create table`. Those of indexes, policies and triggers come after every function. */
function tableExpressions(table: Table): readonly (string | undefined)[] {
  return [
    ...table.columns.flatMap((column) => [column.default, column.generated?.expression]),
    ...table.checks.map((check) => check.expression),
    ...table.exclusions.flatMap((exclusion) => [exclusion.where, ...exclusion.elements.map((element) => element.expression)]),
  ]
}
