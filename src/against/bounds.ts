import { callName, columnOf, conjuncts, nodesOf } from '../lint/tree.ts'
import type { Table } from '../schema/table.ts'
import { at, listAt, textAt } from '../sql/parser/walk.ts'

/** What a column's type and its checks allow. */
export interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
  /** There is a condition on the column that is none of these; what it allows is not known. */
  readonly isUnclear: boolean
}

const measures: ReadonlySet<string> = new Set([
  'char_length',
  'character_length',
  'length',
  'octet_length',
  'cardinality',
  'array_length',
  'jsonb_array_length',
])
/** Functions that leave the measure as it is, as far as a limit is concerned. */
const transparent: ReadonlySet<string> = new Set(['trim', 'btrim', 'ltrim', 'rtrim', 'pg_catalog.btrim', 'coalesce'])

/** The bounds that a table puts on one of its columns, inclusive. */
export function boundsOf(table: Table, column: string, tree: (expression: string) => unknown): Bounds {
  const type = table.columns.find(({ name }) => name === column)?.type ?? ''
  const length = /^(?:varchar|char)\((\d+)\)$/.exec(type)?.[1]
  let bounds: Bounds = { isUnclear: false, ...(length === undefined ? {} : { maximum: Number(length) }) }
  for (const { expression } of table.checks)
    for (const condition of conjuncts(tree(expression))) bounds = narrowed(bounds, withoutNull(condition, column), column)
  return bounds
}

/** `a is null or …` says the same of a row that has a value. */
function withoutNull(condition: unknown, column: string): unknown {
  if (textAt(condition, 'BoolExpr', 'boolop') !== 'OR_EXPR') return condition
  const arms = listAt(condition, 'BoolExpr', 'args')
  const others = arms.filter(
    (arm) => textAt(arm, 'NullTest', 'nulltesttype') !== 'IS_NULL' || columnOf(at(arm, 'NullTest', 'arg')) !== column,
  )
  return others.length === 1 && arms.length > 1 ? others[0] : condition
}

function narrowed(bounds: Bounds, condition: unknown, column: string): Bounds {
  const all = conjuncts(condition)
  if (all.length > 1) return all.reduce((sum: Bounds, one) => narrowed(sum, one, column), bounds)
  if (!nodesOf(condition, 'ColumnRef').some((node) => columnOf({ ColumnRef: node }) === column)) return bounds
  const unclear = { ...bounds, isUnclear: true }
  const [left, right] = [at(condition, 'A_Expr', 'lexpr'), at(condition, 'A_Expr', 'rexpr')]
  const operator = textAt(listAt(condition, 'A_Expr', 'name')[0], 'String', 'sval')
  if (textAt(condition, 'A_Expr', 'kind') === 'AEXPR_BETWEEN') {
    const [low, high] = listAt(right, 'List', 'items').map(numberOf)
    return measured(left) === column && low !== undefined && high !== undefined
      ? { ...bounds, ...tighter(bounds, low, high) }
      : unclear
  }
  if (textAt(condition, 'A_Expr', 'kind') !== 'AEXPR_OP' || operator === undefined) return unclear
  const isTurned = measured(right) === column
  const value = numberOf(isTurned ? left : right)
  if (value === undefined || (!isTurned && measured(left) !== column)) return unclear
  const side = isTurned ? (turned[operator] ?? operator) : operator
  if (side === '=') return { ...bounds, ...tighter(bounds, value, value) }
  if (side === '<=' || side === '<') return { ...bounds, ...tighter(bounds, undefined, side === '<' ? below(value) : value) }
  if (side === '>=' || side === '>') return { ...bounds, ...tighter(bounds, side === '>' ? above(value) : value, undefined) }
  return unclear
}

const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

/** Nothing is between two whole numbers; of a fraction the bound itself is near enough. */
const below = (value: number): number => (Number.isInteger(value) ? value - 1 : value)
const above = (value: number): number => (Number.isInteger(value) ? value + 1 : value)

function tighter(bounds: Bounds, minimum: number | undefined, maximum: number | undefined): Omit<Bounds, 'isUnclear'> {
  const low = [bounds.minimum, minimum].filter((value) => value !== undefined)
  const high = [bounds.maximum, maximum].filter((value) => value !== undefined)
  return {
    ...(low.length === 0 ? {} : { minimum: Math.max(...low) }),
    ...(high.length === 0 ? {} : { maximum: Math.min(...high) }),
  }
}

/** The column that a side of a comparison is about: itself, or its length. */
function measured(node: unknown): string | undefined {
  const own = columnOf(node)
  if (own !== undefined) return own
  const cast = at(node, 'TypeCast', 'arg')
  if (cast !== undefined) return measured(cast)
  const call = at(node, 'FuncCall')
  if (call === undefined) return undefined
  const name = callName(call)
  return measures.has(name.replace('pg_catalog.', '')) || transparent.has(name) ? measured(listAt(call, 'args')[0]) : undefined
}

function numberOf(node: unknown): number | undefined {
  const constant = at(node, 'A_Const')
  if (constant !== undefined) {
    const whole = at(constant, 'ival')
    if (whole !== undefined) return Number(at(whole, 'ival') ?? 0)
    const text = textAt(constant, 'fval', 'fval')
    return text === undefined ? undefined : Number(text)
  }
  const negated = textAt(listAt(node, 'A_Expr', 'name')[0], 'String', 'sval') === '-' ? at(node, 'A_Expr', 'rexpr') : undefined
  const value = negated === undefined ? undefined : numberOf(negated)
  return value === undefined ? undefined : -value
}
