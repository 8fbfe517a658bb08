import { identifier } from '../quote.ts'
import { isQuiet } from './fragments.ts'
import { loadParser } from './load-parser.ts'
import { at, listAt, textAt } from './walk.ts'

export interface NormalType {
  /** As `schema/column.ts` spells types: `varchar(20)`, `timestamptz`, `text[]`, `extensions.citext`. */
  readonly type: string
  /** The name alone, without modifiers and array brackets: `varchar`, `timestamptz`, `text`. */
  readonly base: string
  /** Whether PostgreSQL itself has the type; otherwise it has to be an enum, a domain or an extension's. */
  readonly builtIn: boolean
  /** `serial` and its like: an integer that numbers itself. */
  readonly serial: boolean
}

/**
 * Reads a type as people and tools write it (`VARCHAR(20)`, `int4`, `serial`, `timestamp with time zone`, `text[]`, `numeric(10, 2)`)
 * into its one spelling, or undefined where the text is no type at all.
 * (Manual, 8 Data Types: table 8.1 lists the aliases; 8.1.4 Serial Types.)
 */
export async function normaliseType(text: string): Promise<NormalType | undefined> {
  const parser = await loadParser()
  if (!isQuiet(parser, text)) return undefined
  const parsed = parser.parse(`select null::${text}`)
  if (!parsed.ok || parsed.value.stmts?.length !== 1) return undefined
  const select = at(parsed.value.stmts[0], 'stmt', 'SelectStmt')
  const target = at(select, 'targetList', 0, 'ResTarget')
  const cast = at(target, 'val', 'TypeCast')
  const isWhole =
    Object.keys(select ?? {}).every((key) => key === 'targetList' || key === 'limitOption' || key === 'op') &&
    listAt(select, 'targetList').length === 1 &&
    at(target, 'name') === undefined &&
    at(cast, 'arg', 'A_Const', 'isnull') === true
  // `timestamp with time zone at time zone 'x'` and `int[1]` in the place of an array: the column definition refuses what is no type.
  if (!isWhole || !parser.parse(`create table t (c ${text})`).ok || hasConstraints(parser.parse(`create table t (c ${text})`)))
    return undefined
  return typeOf(at(cast, 'typeName'))
}

/** Whether text is a type, known to PostgreSQL or not: `isType('recipe_difficulty')` holds. */
export async function isType(text: string): Promise<boolean> {
  return (await normaliseType(text)) !== undefined
}

function hasConstraints(parsed: { readonly ok: boolean; readonly value?: unknown }): boolean {
  const column = at(parsed.value, 'stmts', 0, 'stmt', 'CreateStmt', 'tableElts', 0, 'ColumnDef')
  return at(column, 'constraints') !== undefined || at(column, 'collClause') !== undefined
}

/** The type that a `TypeName` node of a syntax tree stands for. */
export function typeOf(typeName: unknown): NormalType | undefined {
  const names = listAt(typeName, 'names').map((name) => textAt(name, 'String', 'sval') ?? '')
  const local = names.at(-1)
  if (local === undefined || local === '' || names.length > 2 || at(typeName, 'setof') || at(typeName, 'pct_type'))
    return undefined
  const schema = names.length === 2 ? names[0] : undefined
  const inCatalog = schema === undefined || schema === 'pg_catalog'
  const serial = inCatalog ? serials[local] : undefined
  const known = inCatalog ? (serial ?? aliases[local] ?? (builtIns.has(local) ? local : undefined)) : undefined
  const base =
    known ??
    (schema === undefined || schema === 'public' || schema === 'pg_catalog'
      ? identifier(local)
      : `${identifier(schema)}.${identifier(local)}`)
  const modifiers = listAt(typeName, 'typmods').map(modifierText)
  if (modifiers.some((modifier) => modifier === undefined)) return undefined
  const arrays = '[]'.repeat(listAt(typeName, 'arrayBounds').length > 0 ? 1 : 0)
  const written = base === 'interval' ? intervalModifiers(modifiers) : list(modifiers)
  if (written === undefined) return undefined
  // `char(n)`, and `char`, which means `char(1)`, come as `bpchar` with a modifier; `bpchar` without one has no limit.
  const name = base === 'bpchar' && written !== '' ? 'char' : base
  return { type: `${name}${written}${arrays}`, base: name, builtIn: known !== undefined, serial: serial !== undefined }
}

function list(modifiers: readonly (string | undefined)[]): string {
  return modifiers.length === 0 ? '' : `(${modifiers.join(',')})`
}

/** The grammar hands on `interval year to month` as a bit mask and `interval(3)` as the full mask and 3. */
function intervalModifiers(modifiers: readonly (string | undefined)[]): string | undefined {
  if (modifiers.length === 0) return ''
  return modifiers[0] === '32767' && modifiers[1] !== undefined ? `(${modifiers[1]})` : undefined
}

function modifierText(node: unknown): string | undefined {
  const constant = at(node, 'A_Const')
  if (constant !== undefined) {
    const number = at(constant, 'ival')
    if (number !== undefined) return String(at(number, 'ival') ?? 0)
    return undefined
  }
  // Modifiers of an extension's types can be words: `geography(Point,4326)`.
  const words = listAt(node, 'ColumnRef', 'fields')
  return words.length === 1 ? textAt(words[0], 'String', 'sval') : undefined
}

const serials: Readonly<Record<string, string>> = {
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
  smallserial: 'smallint',
  serial2: 'smallint',
}

/** Names in `pg_catalog`, and the aliases that are no key words of the grammar, by the model's spelling. */
const aliases: Readonly<Record<string, string>> = {
  int4: 'integer',
  int8: 'bigint',
  int2: 'smallint',
  bool: 'boolean',
  decimal: 'numeric',
}

/** The first words of the types that the grammar itself knows. */
const grammarTypes: ReadonlySet<string> = new Set(
  'int integer smallint bigint decimal numeric real float double boolean bool char character varchar nchar time timestamp interval bit'.split(
    ' ',
  ),
)

/** Whether a word, in lower case, begins the name of a type that PostgreSQL itself has. */
export function beginsType(word: string): boolean {
  return builtIns.has(word) || grammarTypes.has(word) || aliases[word] !== undefined || serials[word] !== undefined
}

const builtIns: ReadonlySet<string> = new Set(
  `bit box bytea cidr circle date datemultirange daterange float4 float8 inet int4multirange int4range int8multirange int8range
  interval json jsonb jsonpath line lseg macaddr macaddr8 money name numeric nummultirange numrange oid path point polygon pg_lsn regclass
  regconfig regproc regprocedure regrole regtype text time timestamp timestamptz timetz tsmultirange tsquery tsrange tstzmultirange tstzrange
  tsvector uuid varbit varchar xml bpchar`
    .trim()
    .split(/\s+/),
)
