import { isQuiet } from '../sql/parser/fragments.ts'
import { loadParser, type RawParser } from '../sql/parser/load-parser.ts'
import { at, listAt, textAt } from '../sql/parser/walk.ts'

/** What a piece of SQL from a document is made of, once the parser has accepted it as one expression and nothing more. */
export interface Expression {
  /** As it is written into the schema. */
  readonly text: string
  /** Bare names of the columns it reads, in order of appearance, once each. */
  readonly columns: readonly string[]
  readonly functions: readonly string[]
  /** The list, where it says that one column is one of some texts: `status in ('a', 'b')`. */
  readonly list?: { readonly column: string; readonly values: readonly string[] }
  /** It is a literal or a call without columns: fit for a default. */
  readonly constant: boolean
  /** Whether it may be a condition on a row with these columns, as far as types can be told without a database. */
  readonly fits: (columns: ReadonlyMap<string, ColumnKind>) => boolean
}

/** What an expression may do with a column. */
export interface ColumnKind {
  readonly type: string
  /** The values of an enum; any other text would not even be read as one. */
  readonly values?: readonly string[]
}

/** The parser as the design rules need it. Documents are untrusted: SQL of theirs enters the schema through this alone. */
export interface Fragments {
  /** The expression that `text` is, or undefined if it is anything else: several statements, a subquery, a comment, a function that is not known. */
  readonly expression: (text: string) => Expression | undefined
}

/** Functions that an expression from a document may call, by their bare name. What is not here may run anything. */
const allowed: ReadonlySet<string> = new Set([
  'now',
  'gen_random_uuid',
  'uuidv7',
  'char_length',
  'length',
  'octet_length',
  'lower',
  'upper',
  'trim',
  'btrim',
  'ltrim',
  'rtrim',
  'coalesce',
  'abs',
  'round',
  'floor',
  'ceil',
  'greatest',
  'least',
  'nullif',
  'date_trunc',
  'date_part',
  'extract',
  'jsonb_typeof',
  'jsonb_array_length',
  'array_length',
  'cardinality',
  'num_nonnulls',
  'num_nulls',
  'regexp_like',
  'starts_with',
  'position',
  'substring',
  'left',
  'right',
  'timezone',
  'age',
  'make_interval',
  'isfinite',
])

/** Loads the parser once; the rules then use it without waiting. */
export async function loadFragments(): Promise<Fragments> {
  const parser = await loadParser()
  const cache = new Map<string, Expression | undefined>()
  return {
    expression: (text) => {
      if (!cache.has(text)) cache.set(text, readExpression(parser, text))
      return cache.get(text)
    },
  }
}

function readExpression(parser: RawParser, text: string): Expression | undefined {
  if (text.length > longest || !isQuiet(parser, text)) return undefined
  const parsed = parser.parse(`select (${text})`)
  const value =
    parsed.ok && parsed.value.stmts?.length === 1 ? soleTarget(at(parsed.value.stmts[0], 'stmt', 'SelectStmt')) : undefined
  const parts: Parts = { columns: new Set(), functions: new Set(), texts: new Set() }
  if (value === undefined || !collect(value, parts)) return undefined
  const list = listOf(value)
  return {
    text: text.trim(),
    ...(list === undefined ? {} : { list }),
    columns: [...parts.columns],
    functions: [...parts.functions],
    constant: parts.columns.size === 0,
    fits: (kinds) => fits(parts, kinds),
  }
}

/** A condition longer than this is a paragraph that happens to parse. */
const longest = 1000

/** The one value that is selected, if the statement is one SELECT of one value and nothing else. */
function soleTarget(select: unknown): unknown {
  const targets = listAt(select, 'targetList')
  const plain = Object.keys(select ?? {}).every((key) => key === 'targetList' || key === 'limitOption' || key === 'op')
  const target = at(targets[0], 'ResTarget')
  if (!plain || targets.length !== 1 || at(target, 'name') !== undefined) return undefined
  return at(target, 'val')
}

/** `column in ('a', 'b')`, or `column = any (array['a', 'b'])`, which means the same. */
function listOf(value: unknown): Expression['list'] {
  const kind = textAt(value, 'A_Expr', 'kind')
  const column = textAt(value, 'A_Expr', 'lexpr', 'ColumnRef', 'fields', 0, 'String', 'sval')
  const items =
    kind === 'AEXPR_IN' && textAt(value, 'A_Expr', 'name', 0, 'String', 'sval') === '='
      ? listAt(value, 'A_Expr', 'rexpr', 'List', 'items')
      : kind === 'AEXPR_OP_ANY'
        ? listAt(value, 'A_Expr', 'rexpr', 'A_ArrayExpr', 'elements')
        : []
  const values = items.map(
    (item) => textAt(item, 'A_Const', 'sval', 'sval') ?? textAt(item, 'TypeCast', 'arg', 'A_Const', 'sval', 'sval'),
  )
  if (column === undefined || values.length < 2 || values.some((text) => text === undefined)) return undefined
  return { column, values: values.flatMap((text) => text ?? []) }
}

interface Parts {
  readonly columns: Set<string>
  readonly functions: Set<string>
  readonly texts: Set<string>
}

const refused: ReadonlySet<string> = new Set([
  'SubLink',
  'ParamRef',
  'A_Star',
  'WindowDef',
  'GroupingFunc',
  'CurrentOfExpr',
  'SetToDefault',
  'RowExpr',
  'XmlExpr',
])

/** Walks the tree; false if it holds anything that has no place in a check or a default. */
function collect(node: unknown, parts: Parts): boolean {
  if (Array.isArray(node)) return node.every((part) => collect(part, parts))
  if (typeof node !== 'object' || node === null) return true
  return Object.entries(node).every(([kind, part]) => {
    if (refused.has(kind)) return false
    if (kind === 'ColumnRef') return collectColumn(listAt(part, 'fields'), parts)
    if (kind === 'FuncCall' && !collectFunction(listAt(part, 'funcname'), parts)) return false
    const text = kind === 'A_Const' ? textAt(part, 'sval', 'sval') : undefined
    if (text !== undefined) parts.texts.add(text)
    return collect(part, parts)
  })
}

function collectColumn(fields: readonly unknown[], { columns }: Parts): boolean {
  const names = fields.map((field) => textAt(field, 'String', 'sval'))
  const last = names.at(-1)
  // a qualified name may be another table's row
  if (last === undefined || names.length !== 1) return false
  columns.add(last)
  return true
}

function collectFunction(path: readonly unknown[], { functions }: Parts): boolean {
  const names = path.map((part) => textAt(part, 'String', 'sval'))
  const name = names.at(-1)
  if (name === undefined || !allowed.has(name) || (names.length > 1 && names[0] !== 'pg_catalog')) return false
  functions.add(name)
  return true
}

const ofText: ReadonlySet<string> = new Set([
  'char_length',
  'length',
  'lower',
  'upper',
  'trim',
  'btrim',
  'ltrim',
  'rtrim',
  'regexp_like',
  'starts_with',
  'position',
  'substring',
  'left',
  'right',
])
const number = /^(smallint|integer|bigint|numeric|float4|float8)/

/** Types are told apart roughly, and in doubt the answer is no: a condition that PostgreSQL refuses would spoil the whole schema. */
function fits(parts: Parts, kinds: ReadonlyMap<string, ColumnKind>): boolean {
  const known = [...parts.columns].map((name) => kinds.get(name))
  const functions = [...parts.functions]
  const texts = [...parts.texts]
  if (known.some((kind) => kind === undefined) || functions.includes('now')) return false
  const types = known.flatMap((kind) => (kind === undefined ? [] : [kind]))
  const isText = (kind: ColumnKind) => kind.type === 'text' && kind.values === undefined
  if (functions.some((name) => ofText.has(name)) && !types.every(isText)) return false
  if (texts.length > 0 && types.every((kind) => number.test(kind.type) || kind.type === 'boolean')) return false
  if (texts.length === 0 && functions.length === 0 && types.length === 1 && types.some(isText)) return false
  const enums = types.filter((kind) => kind.values !== undefined)
  if (enums.length > 0 && !texts.every((text) => enums.some((kind) => kind.values?.includes(text)))) return false
  return types.every((kind) => kind.type !== 'jsonb' || functions.some((name) => name.startsWith('jsonb_')))
}
