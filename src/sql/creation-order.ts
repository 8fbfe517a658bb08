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
 * where that function itself needs the table, the table comes first, and `createTable` postpones the part that calls the function.
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
  const begun = new Set<Node>()
  const done = new Set<Node>()
  const emit = (node: Node): void => {
    done.add(node)
    ordered.push(node.creation)
  }
  // Says whether the node is there now. A table comes without the parts whose functions are missing; a view or a function that needs
  // something begun and not done waits until it is.
  const visit = (node: Node): boolean => {
    if (done.has(node)) return true
    if (begun.has(node)) return false
    begun.add(node)
    const needed = [
      ...[...node.needs.relations].flatMap((key) => relations.get(key) ?? []),
      ...[...node.needs.routines].flatMap((key) => routines.get(key) ?? []),
    ].filter((other) => other !== node)
    const isComplete = needed.map(visit).every((isThere) => isThere)
    begun.delete(node)
    if (!isComplete && node.creation.kind !== 'table') return false
    emit(node)
    return true
  }
  for (const node of nodes) visit(node)
  // What is left waits for itself: functions that call each other, which nothing can put in order.
  for (const node of nodes) if (!done.has(node)) emit(node)
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
