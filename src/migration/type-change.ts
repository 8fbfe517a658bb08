/** How a column's values become values of another type. */
export interface TypeChange {
  /** Every value of the old type is one of the new type, unchanged. */
  readonly fits: boolean
  /** PostgreSQL writes the whole table anew, and nobody reads or writes it meanwhile. */
  readonly rewrites: boolean
  /** The types to cast through, in order, to get to the new one: none for a cast that PostgreSQL has. */
  readonly through: readonly string[]
}

interface TypeParts {
  readonly base: string
  readonly modifiers: readonly number[]
  readonly isArray: boolean
}

const wholeNumbers: Readonly<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19 }
const numbers: ReadonlySet<string> = new Set([...Object.keys(wholeNumbers), 'numeric', 'float8', 'float4'])
const strings: ReadonlySet<string> = new Set(['text', 'varchar', 'char', 'citext'])
/** Pairs whose cast PostgreSQL has and whose every value survives it (manual, 8.5 and `pg_cast`). */
const fitting: ReadonlySet<string> = new Set([
  ...['date timestamp', 'date timestamptz', 'time interval', 'time timetz', 'json jsonb', 'jsonb json', 'cidr inet'],
  ...['boolean integer', 'bit varbit', 'smallint float4', 'smallint float8', 'integer float8', 'float4 float8'],
])
/** Pairs whose cast PostgreSQL has, but which loses something or may fail. */
const narrowing: ReadonlySet<string> = new Set([
  ...[
    'timestamp timestamptz',
    'timestamptz timestamp',
    'timestamptz date',
    'timestamp date',
    'timestamp time',
    'timestamptz time',
  ],
  ...['timestamptz timetz', 'interval time', 'timetz time', 'inet cidr', 'integer boolean', 'varbit bit'],
])

/**
 * What it takes to turn values of one type into another, both spelled as in `schema/column.ts`.
 *
 * @param isEnum whether a type's name is that of an enum.
 * @returns undefined where no cast makes sense: the column is another one.
 */
export function typeChange(from: string, to: string, isEnum: (type: string) => boolean): TypeChange | undefined {
  const [before, after] = [partsOf(from), partsOf(to)]
  if (before.isArray !== after.isArray) {
    if (after.isArray || !strings.has(after.base)) return undefined
    return { fits: after.modifiers.length === 0, rewrites: true, through: [] }
  }
  const change = scalarChange(before, after, isEnum(stripped(from)), isEnum(stripped(to)))
  return change === undefined || !before.isArray
    ? change
    : { ...change, rewrites: true, through: change.through.map((type) => `${type}[]`) }
}

function scalarChange(from: TypeParts, to: TypeParts, fromEnum: boolean, toEnum: boolean): TypeChange | undefined {
  if (from.base === to.base) return modifierChange(from, to)
  const limited = to.modifiers.length > 0
  if (strings.has(from.base) && strings.has(to.base)) {
    return { fits: !limited && to.base !== 'char', rewrites: limited || from.base === 'char' || to.base === 'char', through: [] }
  }
  if (strings.has(to.base)) return { fits: !limited && to.base !== 'char', rewrites: true, through: [] }
  if (fromEnum || strings.has(from.base)) {
    if (fromEnum && !toEnum) return undefined
    return { fits: false, rewrites: true, through: ['text'] }
  }
  if (numbers.has(from.base) && numbers.has(to.base)) return { fits: numberFits(from, to), rewrites: true, through: [] }
  const pair = `${from.base} ${to.base}`
  if (fitting.has(pair)) return { fits: !limited, rewrites: true, through: [] }
  return narrowing.has(pair) ? { fits: false, rewrites: true, through: [] } : undefined
}

function modifierChange(from: TypeParts, to: TypeParts): TypeChange {
  const same = (fits: boolean, rewrites: boolean): TypeChange => ({ fits, rewrites, through: [] })
  const [before, after] = [from.modifiers, to.modifiers]
  if (String(before) === String(after)) return same(true, false)
  if (to.base === 'numeric') {
    const [precision, scale] = [
      after[0] ?? Number.POSITIVE_INFINITY,
      after[1] ?? (after.length === 0 ? Number.POSITIVE_INFINITY : 0),
    ]
    if (after.length === 0) return same(true, false)
    if (before.length === 0) return same(false, true)
    const fits = scale >= (before[1] ?? 0) && precision - scale >= (before[0] ?? 0) - (before[1] ?? 0)
    return same(fits, scale !== (before[1] ?? 0) || precision < (before[0] ?? 0))
  }
  const [had, has] = [before[0], after[0]]
  // `char` and `bit` without a length have the length 1; every other type without one takes any.
  if (to.base === 'bit' || to.base === 'char') {
    const grows = (has ?? 1) >= (had ?? 1)
    return same(grows && to.base === 'char', true)
  }
  if (has === undefined) return same(true, false)
  const grows = had !== undefined && has >= had
  return same(grows, !grows)
}

function numberFits(from: TypeParts, to: TypeParts): boolean {
  const digits = wholeNumbers[from.base]
  if (fitting.has(`${from.base} ${to.base}`)) return true
  if (digits === undefined) return false
  const room = wholeNumbers[to.base]
  if (room !== undefined) return room >= digits
  if (to.base !== 'numeric') return false
  return to.modifiers.length === 0 || (to.modifiers[0] ?? 0) - (to.modifiers[1] ?? 0) >= digits
}

function stripped(type: string): string {
  return type.replace(/(\[\])+$/, '')
}

/** `numeric(10,2)[]` in parts. What an extension brings is known by its bare name. */
function partsOf(type: string): TypeParts {
  const scalar = stripped(type)
  const found = /^([^"(]*)\(([\d,\s-]+)\)$/.exec(scalar)
  const name = (found?.[1] ?? scalar).trim()
  return {
    base: name.endsWith('.citext') ? 'citext' : name,
    modifiers: found?.[2]?.split(',').map(Number) ?? [],
    isArray: scalar !== type,
  }
}
