import { columnOf, conjuncts } from '../lint/tree.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { at, listAt, textAt } from '../sql/parser/walk.ts'

/** The values that a column may hold, where an enum or a check lists them. `as`: how it does. */
export interface AllowedValues {
  readonly values: readonly string[]
  readonly as: 'enum' | 'check'
}

export function allowedValues(
  schema: Schema,
  table: Table,
  column: string,
  tree: (expression: string) => unknown,
): AllowedValues | undefined {
  const type = table.columns
    .find(({ name }) => name === column)
    ?.type.replace(/\[\]$/, '')
    .replace(/^public\./, '')
  const own = schema.enums.find(({ name }) => name === type)
  if (own !== undefined) return { values: own.values, as: 'enum' }
  for (const { expression } of table.checks)
    for (const condition of conjuncts(tree(expression))) {
      const values = listedFor(condition, column)
      if (values !== undefined) return { values, as: 'check' }
    }
  return undefined
}

/** `a in ('x', 'y')`, `a = any (array['x', 'y'])`, also behind `a is null or`. */
function listedFor(condition: unknown, column: string): readonly string[] | undefined {
  if (textAt(condition, 'BoolExpr', 'boolop') === 'OR_EXPR')
    return listAt(condition, 'BoolExpr', 'args')
      .map((arm) => listedFor(arm, column))
      .find((values) => values !== undefined)
  const kind = textAt(condition, 'A_Expr', 'kind')
  if (columnOf(uncast(at(condition, 'A_Expr', 'lexpr'))) !== column) return undefined
  const right = uncast(at(condition, 'A_Expr', 'rexpr'))
  const items =
    kind === 'AEXPR_IN'
      ? listAt(right, 'List', 'items')
      : kind === 'AEXPR_OP_ANY'
        ? [...listAt(right, 'A_ArrayExpr', 'elements'), ...listAt(uncast(right), 'List', 'items')]
        : []
  const values = items.map((item) => textAt(uncast(item), 'A_Const', 'sval', 'sval'))
  return values.length === 0 || values.some((value) => value === undefined) ? undefined : (values as readonly string[])
}

const uncast = (node: unknown): unknown => {
  const inner = at(node, 'TypeCast', 'arg')
  return inner === undefined ? node : uncast(inner)
}
