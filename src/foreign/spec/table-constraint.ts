import type { StatementWords } from '../mend/statement-words.ts'
import { specWords, withoutTicks } from './spec-words.ts'

/** A constraint on a table as a document says it, as SQL: an element of `create table`, or an index where only that can hold it. */
export type TableConstraintText = { readonly element: string } | { readonly index: string }

/**
 * Reads a line such as `UNIQUE (a, b)`, `PRIMARY KEY: a`, `CHECK: ends_on >= starts_on`, `amount_check: amount > 0`, `Unique constraint (a, lower(b))`,
 * `FOREIGN KEY (a, b) REFERENCES c (a, b)`, `EXCLUDE USING gist (span WITH &&)`. What PostgreSQL makes of it is for the parser to say.
 */
export function readTableConstraint(text: string): TableConstraintText | undefined {
  const words = specWords(text)
  let at = 0
  const skip = (...these: readonly string[]): void => {
    while (these.includes(words.word(at))) at++
  }
  skip('`', 'optional', 'optionally', 'additional', 'dodatkowe', 'dodatkowo', '(')
  // "Constraint: UNIQUE (a, b)" says what follows, "constraint a_key unique (a)" names it.
  if (leads.has(words.word(at)) && words.word(at + 1) === ':') {
    at += 2
    skip('`')
  }
  let name = ''
  if (words.word(at) === 'constraint') {
    name = `constraint ${words.between(at + 1, at + 2)} `
    at += 2
  } else if (isNamed(words, at)) {
    name = `constraint ${words.between(at, at + 1)} `
    at = words.find(':', at) + 1
    skip('`')
    if (!keywords.has(words.word(at))) return expression(name, words, at)
  }
  const word = words.word(at)
  const keyword = keywords.get(word)
  if (keyword === undefined) return undefined
  at += ['primary', 'foreign', 'klucz'].includes(word) ? 2 : 1
  skip('constraint', 'index', ':', 'key', 'for')
  // ``unique `rooms_name_key` on (`name`)``: a name in backticks before the list.
  const isNamedInside = words.word(at) === '`' && words.word(at + 2) === '`' && ['(', 'on'].includes(words.word(at + 3))
  if (isNamedInside && name === '') {
    name = `constraint ${words.between(at + 1, at + 2)} `
    at += 3
  }
  skip('`', 'on', 'na', ':')
  return readers[keyword](words, at, name)
}

const leads: ReadonlySet<string> = new Set(['constraint', 'constraints', 'ograniczenie', 'ograniczenia', 'klucz', 'key', 'keys'])

type Keyword = 'primary key' | 'unique' | 'foreign key' | 'check' | 'exclude'

const keywords: ReadonlyMap<string, Keyword> = new Map([
  ['primary', 'primary key'],
  ['klucz', 'primary key'],
  ['pk', 'primary key'],
  ['unique', 'unique'],
  ['uniqueness', 'unique'],
  ['unikalny', 'unique'],
  ['unikalne', 'unique'],
  ['unikalność', 'unique'],
  ['foreign', 'foreign key'],
  ['fk', 'foreign key'],
  ['check', 'check'],
  ['exclude', 'exclude'],
])

/** `amount_check: …`, `` `amount_check`: … ``: one identifier and a colon. */
function isNamed(words: StatementWords, at: number): boolean {
  const colon = words.word(at + 1) === '`' ? at + 2 : at + 1
  const name = words.word(at)
  return words.tokens[at]?.kind === 'word' && words.word(colon) === ':' && /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name)
}

function expression(name: string, words: StatementWords, at: number): TableConstraintText | undefined {
  const isTicked = words.word(at - 1) === '`'
  if (!isTicked) return undefined
  const end = Math.min(words.find('`', at), words.tokens.length)
  // A name in backticks is no condition.
  const said = words.between(at, end)
  if (end - at < 3 || !/[<>=~]|\b(in|between|is|like)\b/i.test(said) || said.startsWith('{')) return undefined
  return { element: `${name}check (${words.between(at, end)})` }
}

const readers: Readonly<Record<Keyword, (words: StatementWords, at: number, name: string) => TableConstraintText | undefined>> = {
  'primary key': (words, at, name) => listOf(words, at, (list) => ({ element: `${name}primary key ${list}` })),
  unique: (words, at, name) =>
    listOf(words, at, (list, next) => {
      const where = words.word(next) === '`' ? next + 1 : next
      const isPartial = words.word(where) === 'where'
      const hasExpression = /\(.*\(/s.test(list)
      if (!isPartial && !hasExpression) return { element: `${name}unique ${list}` }
      const end = words.until(where, (token) => [';', '`'].includes(words.word(token)))
      return { index: `unique ${list}${isPartial ? ` ${withoutTicks(words.between(where, end))}` : ''}` }
    }),
  'foreign key': (words, at, name) =>
    listOf(words, at, (list, next) => {
      const references = words.find('references', next)
      const arrow = words.find('>', next)
      const from = Math.min(references, arrow)
      if (from >= words.tokens.length) return undefined
      const end = words.until(from, (token) => [';', '.'].includes(words.word(token)) && words.word(token + 1) !== 'users')
      return { element: `${name}foreign key ${list} references ${withoutTicks(words.between(from + 1, end))}` }
    }),
  check: (words, at, name) => {
    if (words.word(at) === '(') return { element: `${name}check (${withoutTicks(words.parenthesised(at))})` }
    return expression(name, words, at)
  },
  exclude: (words, at, name) => {
    const open = words.find('(', at)
    const close = words.closing(open)
    if (close >= words.tokens.length) return undefined
    return { element: `${name}exclude ${withoutTicks(words.between(at, close + 1))}` }
  },
}

/** A list of columns in parentheses, or one column in backticks. */
function listOf(
  words: StatementWords,
  at: number,
  make: (list: string, next: number) => TableConstraintText | undefined,
): TableConstraintText | undefined {
  if (words.word(at) === '(') {
    const close = words.closing(at)
    return close < words.tokens.length ? make(withoutTicks(words.between(at, close + 1)), close + 1) : undefined
  }
  const isTicked = words.word(at - 1) === '`'
  return isTicked && words.tokens[at]?.kind === 'word' ? make(`(${words.between(at, at + 1)})`, at + 1) : undefined
}
