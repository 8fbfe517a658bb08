import { strings } from '../lint/tree.ts'
import type { Group, Path, RoleSource, Rows } from '../schema/access.ts'
import { singularise } from '../schema/inflect.ts'
import { findTable, uniqueKeys } from '../schema/lookups.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { at, listAt, textAt } from '../sql/parser/walk.ts'

/** What a policy's condition means: which rows, and of the caller a role of the application where it asks for one. */
export interface Meaning {
  readonly rows: Rows
  readonly role?: { readonly source: Omit<RoleSource, 'roles'>; readonly roles: readonly string[] }
  /** Groups that `rows` speaks of. */
  readonly groups: readonly Omit<Group, 'roles'>[]
}

const all: Rows = { kind: 'all' }
const own = (column: string, steps: Path['steps'] = []): Rows => ({ kind: 'caller', path: { steps, column } })

/**
 * The meaning of the condition of a policy on `table`, where its shape is known: the caller in a column of the row or of the row it belongs to, membership by a
 * subquery, a role in the caller's own row, values, nulls, and what joins them by AND.
 *
 * @returns undefined for any other shape. OR is taken apart by {@link alternatives} before.
 */
export function meaningOf(tree: unknown, table: Table, schema: Schema): Meaning | undefined {
  const condition = uncast(tree)
  const constant = at(condition, 'A_Const', 'boolval')
  if (constant !== undefined) return plain(at(constant, 'boolval') === true ? all : { kind: 'none' })
  if (textAt(condition, 'BoolExpr', 'boolop') === 'AND_EXPR') {
    const parts = listAt(condition, 'BoolExpr', 'args').map((part) => meaningOf(part, table, schema))
    return joined(parts)
  }
  const simple = rowsOfColumn(condition, table)
  if (simple !== undefined) return plain(simple)
  return meaningOfSubquery(condition, table, schema)
}

/** The sides of an OR, each a rule of its own; of anything else, itself. */
export function alternatives(tree: unknown): readonly unknown[] {
  const isOr = textAt(tree, 'BoolExpr', 'boolop') === 'OR_EXPR'
  return isOr ? listAt(tree, 'BoolExpr', 'args').flatMap(alternatives) : [tree]
}

const plain = (rows: Rows): Meaning => ({ rows, groups: [] })

function joined(parts: readonly (Meaning | undefined)[]): Meaning | undefined {
  const known = parts.filter((part) => part !== undefined)
  const roles = known.flatMap(({ role }) => role ?? [])
  if (known.length < parts.length || roles.length > 1) return undefined
  const rows = known.map((part) => part.rows).filter(({ kind }) => kind !== 'all')
  const [first] = rows
  return {
    rows: first === undefined ? all : rows.length === 1 ? first : { kind: 'all of', parts: rows },
    groups: known.flatMap(({ groups }) => groups),
    ...(roles[0] === undefined ? {} : { role: roles[0] }),
  }
}

/** Conditions on columns of the row itself. */
function rowsOfColumn(condition: unknown, table: Table): Rows | undefined {
  const column = (node: unknown) => columnIn(node, table.name, table)
  const tested = textAt(condition, 'NullTest', 'nulltesttype')
  if (tested !== undefined) {
    const name = column(at(condition, 'NullTest', 'arg'))
    return name === undefined ? undefined : { kind: tested === 'IS_NULL' ? 'is null' : 'is not null', column: name }
  }
  const flag = column(condition)
  if (flag !== undefined) return equals(flag, ['true'])
  if (textAt(condition, 'BoolExpr', 'boolop') === 'NOT_EXPR') {
    const name = column(listAt(condition, 'BoolExpr', 'args')[0])
    return name === undefined ? undefined : equals(name, ['false'])
  }
  const equal = equality(condition)
  if (equal !== undefined) {
    const [left, right] = equal
    for (const [one, other] of [
      [left, right],
      [right, left],
    ]) {
      const name = column(one)
      if (name === undefined) continue
      if (isCaller(other)) return own(name)
      const value = constantOf(other)
      if (value !== undefined) return equals(name, [value])
    }
  }
  const list = listed(condition)
  const name = list === undefined ? undefined : column(list.column)
  return list === undefined || name === undefined ? undefined : equals(name, list.values)
}

const equals = (column: string, values: readonly string[]): Rows => ({ kind: 'equals', path: { steps: [], column }, values })

/** `exists (select … from t where …)`, `column in (select key from t where …)`, `column = any (array(select …))`. */
function meaningOfSubquery(condition: unknown, table: Table, schema: Schema): Meaning | undefined {
  const select = at(condition, 'SubLink', 'subselect', 'SelectStmt') ?? arrayOf(condition)
  const [from, ...more] = listAt(select, 'fromClause')
  const range = at(from, 'RangeVar')
  if (range === undefined || more.length > 0 || hasMore(select)) return undefined
  const inner = findTable(schema, textAt(range, 'schemaname') ?? 'public', textAt(range, 'relname') ?? '')
  if (inner === undefined) return undefined
  const alias = textAt(range, 'alias', 'aliasname') ?? inner.name
  const parts: Parts = { links: [], callers: [], values: [] }
  const tested = at(condition, 'SubLink', 'testexpr') ?? at(condition, 'A_Expr', 'lexpr')
  if (tested !== undefined) {
    const outer = columnIn(tested, table.name, table)
    const key = columnIn(at(listAt(select, 'targetList')[0], 'ResTarget', 'val'), alias, inner)
    if (outer === undefined || key === undefined) return undefined
    parts.links.push({ outer, key })
  }
  for (const part of conjunction(at(select, 'whereClause'))) if (!sort(part, parts, { table, inner, alias })) return undefined
  const [caller] = parts.callers
  if (caller === undefined || parts.callers.length > 1) return undefined
  const [link] = parts.links
  if (link === undefined) return roleOf(inner, caller, parts.values)
  if (parts.links.length > 1) return undefined
  return throughParent(table, inner, link, caller, parts.values) ?? membership(table, inner, link, caller, parts.values, schema)
}

interface Link {
  readonly outer: string
  readonly key: string
}

interface Parts {
  readonly links: Link[]
  readonly callers: string[]
  readonly values: { readonly column: string; readonly values: readonly string[] }[]
}

/** Puts one part of a subquery's condition where it belongs; false where its shape is not known. */
function sort(
  part: unknown,
  { links, callers, values }: Parts,
  { table, inner, alias }: { readonly table: Table; readonly inner: Table; readonly alias: string },
): boolean {
  const rows = rowsOfColumn(part, { ...inner, name: alias })
  if (rows?.kind === 'caller') return callers.push(rows.path.column) > 0
  if (rows?.kind === 'equals') return values.push({ column: rows.path.column, values: rows.values }) > 0
  const [left, right] = equality(part) ?? []
  for (const [one, other] of [
    [left, right],
    [right, left],
  ]) {
    const key = columnIn(one, alias, inner)
    const outer = columnIn(other, table.name, table)
    if (key !== undefined && outer !== undefined) return links.push({ outer, key }) > 0
  }
  return false
}

/** The row belongs to a row that is the caller's. */
function throughParent(
  table: Table,
  inner: Table,
  { outer, key }: Link,
  caller: string,
  values: Parts['values'],
): Meaning | undefined {
  const leads = table.foreignKeys.some(
    ({ columns, references }) =>
      columns.length === 1 &&
      columns[0] === outer &&
      references.schema === inner.schema &&
      references.table === inner.name &&
      references.columns[0] === key,
  )
  if (!leads || values.length > 0) return undefined
  return plain(own(caller, [{ direction: 'forward', column: outer, schema: inner.schema, table: inner.name, key }]))
}

/** The row belongs to a group in which the caller has a row. */
function membership(
  table: Table,
  inner: Table,
  { outer, key }: Link,
  caller: string,
  values: Parts['values'],
  schema: Schema,
): Meaning | undefined {
  const toGroup = inner.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === key)?.references
  const group = toGroup === undefined ? undefined : findTable(schema, toGroup.schema, toGroup.table)
  const [value] = values
  if (toGroup === undefined || group === undefined || values.length > 1) return undefined
  const isGroup = group === table && toGroup.columns[0] === outer
  const leads = table.foreignKeys.some(
    ({ columns, references }) =>
      columns.length === 1 && columns[0] === outer && references.schema === group.schema && references.table === group.name,
  )
  if (!isGroup && !leads && !(inner === table && outer === key)) return undefined
  const name = singularise(group.name)
  return {
    rows: { kind: 'group', path: { steps: [], column: outer }, group: name, roles: value?.values ?? [] },
    groups: [
      {
        name,
        schema: group.schema,
        table: group.name,
        membership: {
          schema: inner.schema,
          table: inner.name,
          groupColumn: key,
          userColumn: caller,
          ...(value === undefined ? {} : { roleColumn: value.column }),
        },
      },
    ],
  }
}

/** The caller's own row says that they have a role. */
function roleOf(inner: Table, caller: string, values: Parts['values']): Meaning | undefined {
  const [value, ...more] = values
  const isOne = uniqueKeys(inner).some((columns) => columns.length === 1 && columns[0] === caller)
  const isText = /^(text|varchar)/.test(inner.columns.find(({ name }) => name === value?.column)?.type ?? '')
  const isRole =
    value !== undefined && (isText || /role/.test(value.column)) && !value.values.some((one) => /^(true|false)$/.test(one))
  if (value === undefined || more.length > 0 || !isOne || !isRole) return undefined
  const source = { schema: inner.schema, table: inner.name, userColumn: caller, roleColumn: value.column }
  return { rows: all, groups: [], role: { source, roles: value.values } }
}

/** Whatever else a subquery has changes what it means. */
const hasMore = (select: unknown): boolean =>
  ['groupClause', 'havingClause', 'limitCount', 'limitOffset', 'withClause', 'valuesLists', 'larg'].some(
    (part) => at(select, part) !== undefined && !(Array.isArray(at(select, part)) && listAt(select, part).length === 0),
  )

function arrayOf(condition: unknown): unknown {
  if (textAt(condition, 'A_Expr', 'kind') !== 'AEXPR_OP_ANY') return undefined
  const link = uncast(at(condition, 'A_Expr', 'rexpr'))
  return textAt(link, 'SubLink', 'subLinkType') === 'ARRAY_SUBLINK' ? at(link, 'SubLink', 'subselect', 'SelectStmt') : undefined
}

function conjunction(tree: unknown): readonly unknown[] {
  if (tree === undefined) return []
  const isAnd = textAt(tree, 'BoolExpr', 'boolop') === 'AND_EXPR'
  return isAnd ? listAt(tree, 'BoolExpr', 'args').flatMap(conjunction) : [tree]
}

function equality(condition: unknown): readonly [unknown, unknown] | undefined {
  const isEqual =
    textAt(condition, 'A_Expr', 'kind') === 'AEXPR_OP' && strings(listAt(condition, 'A_Expr', 'name')).join('.') === '='
  return isEqual ? [uncast(at(condition, 'A_Expr', 'lexpr')), uncast(at(condition, 'A_Expr', 'rexpr'))] : undefined
}

function listed(condition: unknown): { readonly column: unknown; readonly values: readonly string[] } | undefined {
  const kind = textAt(condition, 'A_Expr', 'kind')
  const right = uncast(at(condition, 'A_Expr', 'rexpr'))
  const isEqual = strings(listAt(condition, 'A_Expr', 'name')).join('.') === '='
  const items =
    kind === 'AEXPR_IN' ? listAt(right, 'List', 'items') : kind === 'AEXPR_OP_ANY' ? listAt(right, 'A_ArrayExpr', 'elements') : []
  const values = items.flatMap((item) => constantOf(uncast(item)) ?? [])
  const isWhole = isEqual && values.length > 0 && values.length === items.length
  return isWhole ? { column: uncast(at(condition, 'A_Expr', 'lexpr')), values } : undefined
}

function constantOf(node: unknown): string | undefined {
  const text = textAt(node, 'A_Const', 'sval', 'sval')
  const truth = at(node, 'A_Const', 'boolval')
  return text ?? (truth === undefined ? undefined : String(at(truth, 'boolval') === true))
}

/** The column of a table that a node is; a bare name is one if the table has it. */
function columnIn(node: unknown, alias: string, table: Table): string | undefined {
  const names = strings(listAt(uncast(node), 'ColumnRef', 'fields'))
  const column = names.at(-1)
  if (column === undefined || !table.columns.some(({ name }) => name === column)) return undefined
  const owner = names.at(-2)
  return owner === undefined || owner === alias ? column : undefined
}

/** The caller's account itself, called for every row or once. */
function isCaller(node: unknown): boolean {
  const plainNode = uncast(node)
  const isOnce = textAt(plainNode, 'SubLink', 'subLinkType') === 'EXPR_SUBLINK'
  const select = at(plainNode, 'SubLink', 'subselect', 'SelectStmt')
  const call =
    isOnce && listAt(select, 'fromClause').length === 0 ? at(listAt(select, 'targetList')[0], 'ResTarget', 'val') : plainNode
  const name = strings(listAt(uncast(call), 'FuncCall', 'funcname')).join('.')
  return name === 'auth.uid' || name === 'private.current_user_id'
}

function uncast(node: unknown): unknown {
  const inner = at(node, 'TypeCast', 'arg')
  return inner === undefined ? node : uncast(inner)
}
