import { at, listAt, textAt } from '../sql/parser/walk.ts'

type Tree = Readonly<Record<string, unknown>>
export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every node of a kind in a syntax tree, outermost first. */
export function nodesOf(tree: unknown, kind: string): readonly unknown[] {
  const found: unknown[] = []
  collect(tree, kind, found)
  return found
}

function collect(tree: unknown, kind: string, found: unknown[]): void {
  if (typeof tree !== 'object' || tree === null) return
  if (Array.isArray(tree)) {
    for (const one of tree) collect(one, kind, found)
    return
  }
  for (const key in tree) {
    const value = (tree as Tree)[key]
    if (key === kind) found.push(value)
    collect(value, kind, found)
  }
}

export const strings = (nodes: readonly unknown[]): readonly string[] => nodes.map((node) => textAt(node, 'String', 'sval') ?? '')

/** The name of a function that is called: `auth.uid`. */
export const callName = (call: unknown): string => strings(listAt(call, 'funcname')).join('.')

/** The names of all functions that a tree calls. */
export function callsIn(tree: unknown): readonly string[] {
  return nodesOf(tree, 'FuncCall').map(callName)
}

/** The parts of a conjunction; of anything else, itself. */
export function conjuncts(tree: unknown): readonly unknown[] {
  const isAnd = textAt(tree, 'BoolExpr', 'boolop') === 'AND_EXPR'
  return isAnd ? listAt(tree, 'BoolExpr', 'args').flatMap(conjuncts) : [tree]
}

/** The column that a node is, without the table before it. */
export function columnOf(node: unknown): string | undefined {
  const names = strings(listAt(node, 'ColumnRef', 'fields'))
  return names.at(-1) === '' ? undefined : names.at(-1)
}

const callers: ReadonlySet<string> = new Set([
  'auth.uid',
  'private.current_user_id',
  'current_setting',
  'auth.jwt',
  'auth.user_id',
  'auth.email',
])

/** Whether a node stands for the caller's account. */
export function isCaller(node: unknown): boolean {
  return callsIn(node).some((name) => callers.has(name)) && nodesOf(node, 'RangeVar').length === 0
}

/** The columns that a condition, outside its subqueries, compares with the caller. */
export function callerColumns(tree: unknown): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap(callerColumns)
  if (!isTree(tree)) return []
  if (isTree(tree.SubLink)) return []
  if (isTree(tree.A_Expr)) {
    const [left, right] = [at(tree, 'A_Expr', 'lexpr'), at(tree, 'A_Expr', 'rexpr')]
    const [leftColumn, rightColumn] = [columnOf(left), columnOf(right)]
    if (leftColumn !== undefined && isCaller(right)) return [leftColumn]
    if (rightColumn !== undefined && isCaller(left)) return [rightColumn]
  }
  return Object.values(tree).flatMap(callerColumns)
}

/** The tables that subqueries of a condition read, as `schema.name`. */
export function tablesRead(tree: unknown): readonly string[] {
  return nodesOf(tree, 'RangeVar').map((node) => `${textAt(node, 'schemaname') ?? 'public'}.${textAt(node, 'relname') ?? ''}`)
}

/** Whether a condition is the constant `true`. */
export const isTrue = (tree: unknown): boolean => at(tree, 'A_Const', 'boolval', 'boolval') === true
