import { loadParser, type RawParser } from './load-parser.ts'
import { at, hasNode, listAt } from './walk.ts'

const subqueries: ReadonlySet<string> = new Set(['SubLink', 'SelectStmt'])
/** Calls over many rows make no sense for one. */
const manyRows: ReadonlySet<string> = new Set([
  'GroupingFunc',
  'over',
  'agg_star',
  'agg_order',
  'agg_filter',
  'agg_distinct',
  'agg_within_group',
])
const columns: ReadonlySet<string> = new Set(['ColumnRef'])
const parameters: ReadonlySet<string> = new Set(['ParamRef', 'SetToDefault'])

/**
 * Whether text is one SQL expression, such as a policy may hold: no second statement, no comment that could hide what follows it, no
 * parameter. Subqueries are allowed. Says nothing of whether the names in it exist.
 */
export async function isExpression(text: string): Promise<boolean> {
  return expressionOf(await loadParser(), text) !== undefined
}

/** Whether text is an expression over one row, as a CHECK constraint, a generated column or an index needs: no subquery, no aggregate. */
export async function isRowExpression(text: string): Promise<boolean> {
  const tree = expressionOf(await loadParser(), text)
  return tree !== undefined && !hasNode(tree, subqueries) && !hasNode(tree, manyRows)
}

/** Whether text can be a column's DEFAULT: an expression without subqueries, aggregates or columns. (Manual, CREATE TABLE: DEFAULT.) */
export async function isDefault(text: string): Promise<boolean> {
  const parser = await loadParser()
  const tree = expressionOf(parser, text)
  if (tree === undefined || hasNode(tree, subqueries) || hasNode(tree, manyRows) || hasNode(tree, columns)) return false
  // DEFAULT takes an expression of the narrower kind b_expr: `a and b` has to stand in parentheses there.
  return parser.parse(`create table t (c text default ${text})`).ok
}

/** Whether text is one query: SELECT, VALUES, or WITH … SELECT, without writing, locking or INTO. */
export async function isQuery(text: string): Promise<boolean> {
  const parser = await loadParser()
  if (!isQuiet(parser, text)) return false
  const parsed = parser.parse(text)
  if (!parsed.ok || parsed.value.stmts?.length !== 1) return false
  const tree = parsed.value.stmts[0]?.stmt
  return at(tree, 'SelectStmt') !== undefined && !hasNode(tree, writes)
}

const writes: ReadonlySet<string> = new Set([
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'intoClause',
  'lockingClause',
  'ParamRef',
])

/**
 * The syntax tree of the expression that is the whole text. It is parsed in two surroundings: what closes the parentheses of one and
 * goes on does not fit the other.
 */
function expressionOf(parser: RawParser, text: string): unknown {
  if (!isQuiet(parser, text)) return undefined
  const alone = parser.parse(`select (${text})`)
  const checked = parser.parse(`create policy p on t using (${text})`)
  if (!alone.ok || !checked.ok || alone.value.stmts?.length !== 1 || checked.value.stmts?.length !== 1) return undefined
  const select = at(alone.value.stmts[0], 'stmt', 'SelectStmt')
  const targets = listAt(select, 'targetList')
  const plain = Object.keys(select ?? {}).every((key) => key === 'targetList' || key === 'limitOption' || key === 'op')
  const tree = at(targets[0], 'ResTarget', 'val')
  const isAlias = at(targets[0], 'ResTarget', 'name') !== undefined
  if (targets.length !== 1 || !plain || isAlias || hasNode(tree, parameters) || isRow(tree)) return undefined
  return tree
}

/** `(a, b)` is a row, not a value. */
function isRow(tree: unknown): boolean {
  return at(tree, 'RowExpr') !== undefined && at(tree, 'RowExpr', 'row_format') === 'COERCE_IMPLICIT_CAST'
}

/** Whether text has tokens, all parentheses paired inside it, and neither a semicolon nor a comment. */
export function isQuiet(parser: RawParser, text: string): boolean {
  const scanned = parser.scan(text)
  if (!scanned.ok || scanned.value.length === 0) return false
  let depth = 0
  for (const token of scanned.value) {
    if (token.name === 'SQL_COMMENT' || token.name === 'C_COMMENT' || token.text === ';') return false
    if (token.text === '(') depth++
    if (token.text === ')' && --depth < 0) return false
  }
  return depth === 0
}
