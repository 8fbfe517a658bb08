/** What a piece of SQL from a document is made of, once the parser has accepted it as one expression and nothing more. */
export interface Expression {
  /** As it is written into the schema. */
  readonly text: string
  /** Bare names of the columns it reads, in order of appearance, once each. */
  readonly columns: readonly string[]
  readonly functions: readonly string[]
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

type Tree = { readonly [key: string]: unknown }

/** Loads the parser once; the rules then use it without waiting. */
export async function loadFragments(): Promise<Fragments> {
  const { loadModule, parseSync } = await import('libpg-query')
  await loadModule()
  const cache = new Map<string, Expression | undefined>()
  const read = (text: string): Expression | undefined => {
    if (text.trim() === '' || text.length > 2000 || /--|\/\*|;|\\|\$/.test(text)) return undefined
    let tree: Tree
    try {
      tree = parseSync(`select (\n${text}\n)`) as Tree
    } catch {
      return undefined
    }
    const value = soleTarget(tree)
    if (value === undefined) return undefined
    const columns = new Set<string>()
    const functions = new Set<string>()
    const texts = new Set<string>()
    if (!collect(value, columns, functions, texts)) return undefined
    return {
      text: text.trim(),
      columns: [...columns],
      functions: [...functions],
      constant: columns.size === 0,
      fits: (kinds) => fits([...columns], [...functions], [...texts], kinds),
    }
  }
  return {
    expression: (text) => {
      if (!cache.has(text)) cache.set(text, read(text))
      return cache.get(text)
    },
  }
}

/** The one value that is selected, if the statement is one SELECT of one value and nothing else. */
function soleTarget(tree: Tree): unknown {
  const statements = tree.stmts as readonly Tree[] | undefined
  if (statements?.length !== 1) return undefined
  const select = (statements[0]?.stmt as Tree | undefined)?.SelectStmt as Tree | undefined
  if (select === undefined) return undefined
  const plain: readonly string[] = ['targetList', 'limitOption', 'op']
  if (Object.keys(select).some((key) => !plain.includes(key))) return undefined
  const targets = select.targetList as readonly Tree[] | undefined
  if (targets?.length !== 1) return undefined
  const target = targets[0]?.ResTarget as Tree | undefined
  return target?.name === undefined && target?.indirection === undefined ? target?.val : undefined
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
function collect(node: unknown, columns: Set<string>, functions: Set<string>, texts: Set<string>): boolean {
  if (Array.isArray(node)) return node.every((part) => collect(part, columns, functions, texts))
  if (typeof node !== 'object' || node === null) return true
  for (const [kind, part] of Object.entries(node)) {
    if (refused.has(kind)) return false
    if (kind === 'ColumnRef') {
      const names = nameParts((part as Tree).fields)
      const last = names.at(-1)
      if (last === undefined || names.length > 2) return false
      columns.add(last)
      continue
    }
    if (kind === 'FuncCall') {
      const names = nameParts((part as Tree).funcname)
      const name = names.at(-1)
      if (name === undefined || !allowed.has(name) || (names.length > 1 && names[0] !== 'pg_catalog')) return false
      functions.add(name)
    }
    if (kind === 'A_Const') {
      const text = ((part as Tree).sval as Tree | undefined)?.sval
      if (typeof text === 'string') texts.add(text)
      continue
    }
    if (!collect(part, columns, functions, texts)) return false
  }
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
const number = /^(smallint|integer|bigint|numeric|real|double precision)/

/** Types are told apart roughly, and in doubt the answer is no: a condition that PostgreSQL refuses would spoil the whole schema. */
function fits(
  columns: readonly string[],
  functions: readonly string[],
  texts: readonly string[],
  kinds: ReadonlyMap<string, ColumnKind>,
): boolean {
  const known = columns.map((name) => kinds.get(name))
  if (known.some((kind) => kind === undefined) || functions.some((name) => name === 'now')) return false
  const types = known.flatMap((kind) => (kind === undefined ? [] : [kind]))
  const isText = (kind: ColumnKind) => kind.type === 'text' && kind.values === undefined
  if (functions.some((name) => ofText.has(name)) && !types.every(isText)) return false
  if (texts.length > 0 && types.every((kind) => number.test(kind.type) || kind.type === 'boolean')) return false
  if (texts.length === 0 && functions.length === 0 && types.length === 1 && types.some(isText)) return false
  const enums = types.filter((kind) => kind.values !== undefined)
  if (enums.length > 0 && !texts.every((text) => enums.some((kind) => kind.values?.includes(text)))) return false
  return types.every((kind) => kind.type !== 'jsonb' || functions.some((name) => name.startsWith('jsonb_')))
}

function nameParts(fields: unknown): readonly string[] {
  if (!Array.isArray(fields)) return []
  return fields.flatMap((field: Tree) => {
    const text = (field.String as Tree | undefined)?.sval
    return typeof text === 'string' ? [text] : []
  })
}
