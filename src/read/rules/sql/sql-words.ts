import type { ReferentialAction } from '../../../schema/constraint.ts'

/** What the SQL at the beginning of a text says of a column. `length`: how much of the text was SQL. */
export interface ColumnSql {
  readonly length: number
  readonly type?: string
  readonly optional?: boolean
  readonly default?: string
  readonly primaryKey?: boolean
  readonly unique?: boolean
  /** The referenced `table`, `schema.table` or `table(column)`, as written. */
  readonly references?: string
  readonly check?: string
  readonly onDelete?: ReferentialAction
}

const sized = '(?:\\s*\\(\\s*\\d+(?:\\s*,\\s*\\d+)?\\s*\\))?'
const typeWords = [
  'timestamp\\s+with(?:out)?\\s+time\\s*zone',
  'time\\s+with(?:out)?\\s+time\\s*zone',
  'double\\s+precision',
  `character\\s+varying${sized}`,
  `(?:varchar|nvarchar|char|character|numeric|decimal|bit|vector)${sized}`,
  'uuid(?:v[47])?|text|citext|string|int(?:eger|2|4|8)?|smallint|bigint|(?:small|big)?serial|real|float[48]?|money',
  'boolean|bool|date|timestamptz|timestamp|datetime|timetz|time|interval|jsonb?|bytea|inet|cidr|macaddr|tsvector|ltree|hstore|xml',
  'int4range|int8range|numrange|tsrange|tstzrange|daterange|point|polygon|geography(?:\\([^)]*\\))?|geometry(?:\\([^)]*\\))?',
]
const typeSource = `(?:${typeWords.join('|')})(?![\\w(])(?:\\s*\\[\\s*\\]|\\s+array\\b)?`
const typeAtStart = new RegExp(`^${typeSource}`, 'i')
const wholeType = new RegExp(`^${typeSource}$`, 'i')
const name = '(?:"?[A-Za-z_]\\w*"?\\.){0,2}"?[A-Za-z_]\\w*"?(?:\\s*\\(\\s*"?\\w+"?\\s*\\))?'

/** Whether the whole text is a type's name: `VARCHAR(20)`, `timestamptz`, `TEXT[]`. */
export function isSqlType(text: string): boolean {
  return wholeType.test(text.trim())
}

/** The type that the text begins with, as written. */
export function sqlTypeAt(text: string): string | undefined {
  return text === '' ? undefined : typeAtStart.exec(text)?.[0]
}

const actions: Readonly<Record<string, ReferentialAction>> = {
  cascade: 'cascade',
  'set null': 'set null',
  'set default': 'set default',
  restrict: 'restrict',
  'no action': 'no action',
}

const actionPattern = /on\s+delete\s+(cascade|set\s+null|set\s+default|restrict|no\s+action)/i

/** The action of the first `ON DELETE …` in the text. */
export function onDeleteIn(text: string): ReferentialAction | undefined {
  const words = actionPattern.exec(text)?.[1]?.toLowerCase().replace(/\s+/g, ' ')
  return words === undefined ? undefined : actions[words]
}

/** The text up to the parenthesis that closes the one at `from`, both included. */
export function balanced(text: string, from: number): string | undefined {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === "'") quoted = !quoted
    if (quoted) continue
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0) return text.slice(from, at + 1)
  }
  return undefined
}

const defaultValue =
  /^default(?:\s*[:=]\s*|\s+)(?:'(?:[^']|'')*'(?:::\w+)?|-?\d+(?:\.\d+)?\b|true\b|false\b|null\b|current_(?:date|timestamp|time|user)\b|(?:[A-Za-z_]\w*\.)?[A-Za-z_]\w*\s*\(\s*(?:'[^']*'|[\w\s,.]*)\s*\)|"[^"]*")/i

type Rule = readonly [
  pattern: RegExp,
  read: (match: string, rest: string) => Omit<ColumnSql, 'length'> & { readonly length?: number },
]

const rules: readonly Rule[] = [
  [/^not\s*-?null\b/i, () => ({ optional: false })],
  [/^null(?:able)?\b(?!\s+(?:for|when|if|dla|gdy|jeśli|means))/i, () => ({ optional: true })],
  [/^primary\s+key\b|^pk\b/i, () => ({ primaryKey: true })],
  [/^unique\b/i, () => ({ unique: true })],
  [/^(?:generated\s+(?:always|by\s+default)\s+as\s+)?identity\b/i, () => ({})],
  [/^auto[_-]?increment\b/i, () => ({})],
  [
    defaultValue,
    (match) => ({
      default: match
        .replace(/^default\s*[:=]?\s*/i, '')
        .trim()
        .replace(/^"(.*)"$/, "'$1'"),
    }),
  ],
  [
    new RegExp(`^(?:(?:foreign\\s+key|fk)\\s*)?(?:references|ref)\\s+${name}`, 'i'),
    (match) => ({ references: match.replace(/^.*?(?:references|ref)\s+/i, '') }),
  ],
  [
    new RegExp(`^(?:foreign\\s+key|fk)\\s*(?:->|→|⟶|=>|:|to|do|na)?\\s*(?=[\\w"]+[._(])${name}`, 'i'),
    (match) => ({ references: match.replace(/^(?:foreign\s+key|fk)\s*(?:->|→|⟶|=>|:|to\s|do\s|na\s)?\s*/i, '') }),
  ],
  [
    new RegExp(`^(?:foreign\\s+key|fk)\\s*(?:->|→|⟶|=>|\\bto\\b|\\bdo\\b)\\s*${name}`, 'i'),
    (match) => ({ references: match.replace(/^(?:foreign\s+key|fk)\s*(?:->|→|⟶|=>|to\s|do\s)\s*/i, '') }),
  ],
  [new RegExp(`^(?:->|→|⟶|=>)\\s*${name}`), (match) => ({ references: match.replace(/^(?:->|→|⟶|=>)\s*/, '') })],
  [
    /^on\s+delete\s+(?:cascade|set\s+null|set\s+default|restrict|no\s+action)\b/i,
    (match) => {
      const onDelete = onDeleteIn(match)
      return onDelete ? { onDelete } : {}
    },
  ],
  [/^on\s+update\s+(?:cascade|set\s+null|set\s+default|restrict|no\s+action)\b/i, () => ({})],
  [
    /^check\s*\(/i,
    (match, rest) => {
      const whole = balanced(rest, match.length - 1)
      return whole === undefined ? {} : { check: whole.slice(1, -1).trim(), length: match.length - 1 + whole.length }
    },
  ],
]

/** Reads as much SQL of a column definition as the text begins with: `VARCHAR(20) NOT NULL DEFAULT 'x' REFERENCES t(id)`. */
export function readColumnSql(text: string): ColumnSql {
  let found: ColumnSql = { length: 0 }
  let at = 0
  for (;;) {
    const gap = /^[\s,;`]*/.exec(text.slice(at))?.[0].length ?? 0
    const rest = text.slice(at + gap)
    if (rest === '') return found
    const type = found.type === undefined ? sqlTypeAt(rest) : undefined
    if (type !== undefined) {
      at += gap + type.length
      found = { ...found, type: type.trim(), length: at }
      continue
    }
    const next = ruleAt(rest)
    if (next === undefined) return found
    const { length, ...said } = next.read(next.match, rest)
    at += gap + (length ?? next.match.length)
    found = { ...found, ...said, length: at }
  }
}

/** The first rule that reads what the text begins with. */
function ruleAt(text: string): { readonly match: string; readonly read: Rule[1] } | undefined {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text)?.[0]
    if (match !== undefined) return { match, read }
  }
  return undefined
}
