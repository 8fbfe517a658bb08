import type { Deferral, ForeignKey, ReferentialAction } from '../../schema/constraint.ts'
import { makeColumn } from '../../schema/factories.ts'
import { checkName, exclusionName, foreignKeyName, primaryKeyName, uniqueName } from '../../schema/names.ts'
import { typeOf } from '../../sql/parser/normalise-type.ts'
import { at, hasNode, listAt, textAt } from '../../sql/parser/walk.ts'
import type { DraftTable } from '../draft.ts'
import type { SourceText } from './source-text.ts'

/** The strings of a list of String nodes. */
export function names(nodes: readonly unknown[]): readonly string[] {
  return nodes.map((node) => textAt(node, 'String', 'sval') ?? '')
}

/** The name a RangeVar node stands for; bare names are of `public`. */
export function relationName(node: unknown): { readonly schema: string; readonly name: string } {
  return { schema: textAt(node, 'schemaname') ?? 'public', name: textAt(node, 'relname') ?? '' }
}

/** Puts a column definition on a table; returns the type as it is written. A column that is there already is replaced. */
export function addColumn(table: DraftTable, definition: unknown, source: SourceText): string {
  const name = textAt(definition, 'colname') ?? ''
  const constraints = listAt(definition, 'constraints').map((node) => at(node, 'Constraint'))
  const type = typeOf(at(definition, 'typeName'))
  const written = writtenType(definition, constraints, source)
  const kinds = new Set(constraints.map((constraint) => textAt(constraint, 'contype')))
  const found: { default?: string; identity?: 'always' | 'by default'; generated?: { expression: string; stored: boolean } } = {}
  for (const constraint of constraints) {
    const start = source.tokenAt(locationOf(constraint))
    const contype = textAt(constraint, 'contype')
    if (contype === 'CONSTR_DEFAULT') found.default = defaultText(start, constraints, source)
    if (contype === 'CONSTR_IDENTITY') found.identity = textAt(constraint, 'generated_when') === 'a' ? 'always' : 'by default'
    if (contype === 'CONSTR_GENERATED') {
      const expression = source.parenthesised(source.find('(', start))
      found.generated = { expression, stored: textAt(constraint, 'generated_kind') !== 'v' }
    }
  }
  if (type?.serial) found.identity ??= 'by default'
  const collation = names(listAt(definition, 'collClause', 'collname')).at(-1)
  const column = makeColumn({
    name,
    type: type?.type ?? written,
    nullable: !(kinds.has('CONSTR_NOTNULL') || kinds.has('CONSTR_PRIMARY') || found.identity !== undefined),
    ...found,
    ...(collation === undefined ? {} : { collation }),
  })
  const place = table.columns.findIndex((one) => one.name === name)
  table.columns = place < 0 ? [...table.columns, column] : table.columns.map((one, index) => (index === place ? column : one))
  for (const constraint of constraints) addConstraint(table, constraint, source, [name])
  return written
}

function writtenType(definition: unknown, constraints: readonly unknown[], source: SourceText): string {
  const location = at(definition, 'typeName', 'location')
  const from = source.tokenAt(typeof location === 'number' ? location : 0)
  const starts = constraints.map((constraint) => source.tokenAt(locationOf(constraint)))
  const to = source.until(from, (index) => source.tokens[index]?.text === ',' || starts.includes(index))
  return source.between(from, to)
}

/** The expression behind DEFAULT, up to the next constraint of the column. */
function defaultText(start: number, constraints: readonly unknown[], source: SourceText): string {
  const from = source.find('default', start) + 1
  const starts = constraints.map((constraint) => source.tokenAt(locationOf(constraint))).filter((index) => index > from)
  const to = source.until(from, (index) => source.tokens[index]?.text === ',' || starts.includes(index))
  return source.between(from, to)
}

const locationOf = (node: unknown): number => {
  const location = at(node, 'location')
  return typeof location === 'number' ? location : 0
}

/** Puts a constraint on a table; one on a column alone names its column in `own`. Returns the name of what it put there. */
export function addConstraint(
  table: DraftTable,
  constraint: unknown,
  source: SourceText,
  own: readonly string[] = [],
): string | undefined {
  const add = adders[textAt(constraint, 'contype') ?? '']
  return add?.(table, constraint, source, own)
}

type Adder = (table: DraftTable, constraint: unknown, source: SourceText, own: readonly string[]) => string

const adders: Readonly<Record<string, Adder>> = {
  CONSTR_PRIMARY: (table, constraint, _, own) => {
    const columns = own.length > 0 ? own : names(listAt(constraint, 'keys'))
    const name = textAt(constraint, 'conname') ?? primaryKeyName(table.name)
    table.primaryKey = { name, columns }
    table.columns = table.columns.map((column) => (columns.includes(column.name) ? { ...column, nullable: false } : column))
    return name
  },
  CONSTR_UNIQUE: (table, constraint, _, own) => {
    const columns = own.length > 0 ? own : names(listAt(constraint, 'keys'))
    const name = textAt(constraint, 'conname') ?? uniqueName(table.name, columns)
    const nulls = at(constraint, 'nulls_not_distinct') === true ? { nullsNotDistinct: true } : {}
    table.uniques = replaced(table.uniques, { name, columns, ...nulls, ...deferralOf(constraint), reasons: [] })
    return name
  },
  CONSTR_CHECK: (table, constraint, source, own) => {
    const start = source.find('check', source.tokenAt(locationOf(constraint)))
    const expression = source.parenthesised(start + 1)
    const named = textAt(constraint, 'conname')
    const columns = own.length > 0 ? own : columnsIn(table, at(constraint, 'raw_expr')).slice(0, 1)
    const name = named ?? free(table, checkName(table.name, columns), expression)
    table.checks = replaced(table.checks, { name, expression, reasons: [] })
    return name
  },
  CONSTR_FOREIGN: (table, constraint, _, own) => {
    const columns = own.length > 0 ? own : names(listAt(constraint, 'fk_attrs'))
    const target = relationName(at(constraint, 'pktable'))
    const only = names(listAt(constraint, 'fk_del_set_cols'))
    const name = textAt(constraint, 'conname') ?? foreignKeyName(table.name, columns)
    const key: ForeignKey = {
      name,
      columns,
      references: { schema: target.schema, table: target.name, columns: names(listAt(constraint, 'pk_attrs')) },
      onDelete: actions[textAt(constraint, 'fk_del_action') ?? 'a'] ?? 'no action',
      ...(only.length === 0 ? {} : { onDeleteColumns: only }),
      onUpdate: actions[textAt(constraint, 'fk_upd_action') ?? 'a'] ?? 'no action',
      ...deferralOf(constraint),
      reasons: [],
    }
    table.foreignKeys = replaced(table.foreignKeys, key)
    return name
  },
  CONSTR_EXCLUSION: (table, constraint, source) => {
    const start = source.find('exclude', source.tokenAt(locationOf(constraint)))
    const open = source.find('(', start)
    const pairs = listAt(constraint, 'exclusions').map((node) => names(listAt(node, 'List', 'items', 1, 'List', 'items')).at(-1))
    const elements = source.list(open).map(([from, to], index) => {
      const end = source.until(from, (token) => token >= to || source.tokens[token]?.text.toLowerCase() === 'with')
      return { expression: source.between(from, end), operator: pairs[index] ?? '=' }
    })
    const close = source.closing(open)
    const isPartial = source.tokens[close + 1]?.text.toLowerCase() === 'where'
    const name =
      textAt(constraint, 'conname') ??
      exclusionName(
        table.name,
        elements.slice(0, 1).map((one) => one.expression),
      )
    const exclusion = {
      name,
      method: textAt(constraint, 'access_method') ?? 'gist',
      elements,
      ...(isPartial ? { where: source.parenthesised(close + 2) } : {}),
      ...deferralOf(constraint),
      reasons: [],
    }
    table.exclusions = replaced(table.exclusions, exclusion)
    return name
  },
  CONSTR_NOTNULL: (table, constraint, _, own) => {
    const columns = own.length > 0 ? own : names(listAt(constraint, 'keys'))
    table.columns = table.columns.map((column) => (columns.includes(column.name) ? { ...column, nullable: false } : column))
    return ''
  },
}

const actions: Readonly<Record<string, ReferentialAction>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}

function deferralOf(constraint: unknown): { readonly deferrable?: Deferral } {
  if (at(constraint, 'deferrable') !== true) return {}
  return { deferrable: at(constraint, 'initdeferred') === true ? 'initially deferred' : 'initially immediate' }
}

/** The list with the item in place of one of the same name, or at its end. */
export function replaced<T extends { readonly name: string }>(items: readonly T[], item: T): readonly T[] {
  return items.some(({ name }) => name === item.name)
    ? items.map((one) => (one.name === item.name ? item : one))
    : [...items, item]
}

/** PostgreSQL numbers constraints that would have the same name; the same expression said twice is one. */
function free(table: DraftTable, name: string, expression: string): string {
  const taken = (candidate: string) => table.checks.some((check) => check.name === candidate && check.expression !== expression)
  let number = 0
  let candidate = name
  while (taken(candidate)) candidate = `${name}${++number}`
  return candidate
}

/** The columns of the table that an expression names, in their order there. */
export function columnsIn(table: { readonly columns: readonly { readonly name: string }[] }, tree: unknown): readonly string[] {
  return table.columns.map(({ name }) => name).filter((name) => hasNode(tree, new Set(['ColumnRef'])) && namedIn(tree).has(name))
}

/** The names of all columns that a tree refers to, without the tables before them. */
export function namedIn(tree: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one)
    else if (typeof value === 'object' && value !== null) {
      const name = names(listAt(value, 'ColumnRef', 'fields')).at(-1)
      if (name !== undefined && name !== '') found.add(name)
      for (const one of Object.values(value)) visit(one)
    }
  }
  visit(tree)
  return found
}
