import type { Table } from '../../schema/table.ts'
import { nameOf, type Token, tokenise } from '../../sql/tokenise.ts'

/** What the text of a check gives away about values it accepts: its constants, and how it uses them. */
export interface Hints {
  readonly columns: readonly string[]
  readonly numbers: readonly number[]
  readonly strings: readonly string[]
  readonly patterns: readonly string[]
  readonly likes: readonly string[]
  /** It measures text: numbers are lengths. */
  readonly measures: boolean
  /** It lists the strings that a column may be, and does nothing else. */
  readonly lists: boolean
}

const measuring = new Set(['char_length', 'character_length', 'length', 'octet_length', 'cardinality', 'array_length'])

/**
 * Reads the tokens of an expression. Only candidates come of this, and PostgreSQL evaluates the expression for each, so reading
 * too little costs a row and never a wrong verdict.
 */
export function hintsOf(expression: string, table: Table): Hints {
  const tokens = tokenise(expression)
  const names = tokens.filter((token) => token.kind === 'word').map(nameOf)
  const strings = tokens.flatMap((token, at) => {
    const text = stringOf(token)
    return text === undefined ? [] : [{ text, use: useOf(tokens, at) }]
  })
  const ofUse = (use: Use) => strings.filter((one) => one.use === use).map((one) => one.text)
  return {
    columns: table.columns.map((column) => column.name).filter((name) => names.includes(name)),
    numbers: tokens.flatMap((token, at) => {
      if (token.kind !== 'number') return []
      const number = Number(token.text)
      return Number.isNaN(number) ? [] : [tokens[at - 1]?.text === '-' ? -number : number]
    }),
    strings: ofUse('value'),
    patterns: ofUse('pattern'),
    likes: ofUse('like'),
    measures: names.some((name) => measuring.has(name)),
    lists: strings.length > 0 && !tokens.some((token) => token.kind === 'symbol' && /^[<>!~]$/.test(token.text)),
  }
}

type Use = 'value' | 'pattern' | 'like'

function useOf(tokens: readonly Token[], at: number): Use {
  const before = tokens[at - 1]
  const earlier = tokens[at - 2]
  if (before?.kind === 'word')
    return /^(like|ilike)$/i.test(before.text) ? 'like' : /^to$/i.test(before.text) ? 'pattern' : 'value'
  if (before?.text === '~') return earlier?.text === '~' ? 'like' : 'pattern'
  if (before?.text === '*' && earlier?.text === '~') return tokens[at - 3]?.text === '~' ? 'like' : 'pattern'
  return 'value'
}

function stringOf(token: Token): string | undefined {
  if (token.kind !== 'string') return undefined
  const plain = /^[eE]?'([\s\S]*)'$/.exec(token.text)?.[1]
  if (plain === undefined) return undefined
  const unquoted = plain.replaceAll("''", "'")
  return /^[eE]/.test(token.text) ? unquoted.replaceAll('\\\\', '\\') : unquoted
}
