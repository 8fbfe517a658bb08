import { type Token, tokenise } from '../sql/tokenise.ts'
import type { Constraint } from './change.ts'

/**
 * Whether every row that meets one constraint meets the other, so that rows that are there cannot stand in its way: a foreign key that does something else on delete,
 * uniqueness of more columns, a check with wider bounds, more values or fewer conditions. What is not certain is not looser.
 *
 * @param from the constraint that rows meet, spelled as PostgreSQL prints it, as `to` is.
 */
export function isLooser(from: Constraint, to: Constraint): boolean {
  if (from.type === 'foreign key' && to.type === 'foreign key')
    return same(from.value.columns, to.value.columns) && sameTarget(from.value.references, to.value.references)
  if (from.type === 'primary key' && to.type === 'primary key') return contains(to.value.columns, from.value.columns)
  if (from.type === 'unique' && to.type === 'unique')
    return (
      contains(to.value.columns, from.value.columns) &&
      (to.value.nullsNotDistinct !== true || from.value.nullsNotDistinct === true)
    )
  if (from.type === 'check' && to.type === 'check') {
    const known = conditionsOf(tokenise(from.value.expression))
    return conditionsOf(tokenise(to.value.expression)).every((asked) => known.some((one) => isImplied(one, asked)))
  }
  return false
}

const same = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((name, at) => name === right[at])

const contains = (all: readonly string[], some: readonly string[]): boolean => some.every((name) => all.includes(name))

interface Target {
  readonly schema: string
  readonly table: string
  readonly columns: readonly string[]
}

const sameTarget = (left: Target, right: Target): boolean =>
  left.schema === right.schema && left.table === right.table && same(left.columns, right.columns)

/** The parts of a conjunction, without the parentheses around each. */
function conditionsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const inner = unwrapped(tokens)
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of inner) {
    if (token.text === '(' || token.text === '[') depth++
    if (token.text === ')' || token.text === ']') depth--
    const word = token.text.toLowerCase()
    // "between" has an "and" of its own, and what stands beside "or" or "case" is no part.
    if (depth === 0 && (word === 'between' || word === 'or' || word === 'case')) return [inner]
    if (depth === 0 && word === 'and') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.length === 1 ? [inner] : parts.flatMap(conditionsOf)
}

function unwrapped(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.text !== '(') return tokens
  let depth = 0
  for (const [at, { text }] of tokens.entries()) {
    if (text === '(') depth++
    if (text === ')' && --depth === 0) return at === tokens.length - 1 ? unwrapped(tokens.slice(1, -1)) : tokens
  }
  return tokens
}

/** Whether one condition implies the other: the same words, but for numbers that bound less and lists of values that hold more. */
function isImplied(from: readonly Token[], to: readonly Token[]): boolean {
  let [left, right] = [0, 0]
  const isPlain = !to.some(({ text }) => turning.has(text.toLowerCase()))
  while (left < from.length && right < to.length) {
    const [one, other] = [from[left] as Token, to[right] as Token]
    const [list, longer] = [valuesAt(from, left), valuesAt(to, right)]
    if (isPlain && list !== undefined && longer !== undefined) {
      if (!contains(longer.values, list.values)) return false
      ;[left, right] = [list.next, longer.next]
      continue
    }
    if (one.text !== other.text && !(isPlain && isBound(from, left, to, right))) return false
    left++
    right++
  }
  return left === from.length && right === to.length
}

/** Words and signs behind which more means less, or that make a bound no bound. */
const turning: ReadonlySet<string> = new Set(['not', 'case', '-', '*', '/', '%', '<>', '!', 'all', 'between'])

/** `any (array['a'::text, 'b'::text])`: the values of the list that opens here. */
function valuesAt(tokens: readonly Token[], at: number) {
  const before = tokens[at - 1]?.text.toLowerCase()
  if (tokens[at]?.text !== '[' || before !== 'array') return undefined
  const close = tokens.findIndex(({ text }, place) => place > at && text === ']')
  // A list in the list is none of values.
  if (close < 0 || tokens.slice(at + 1, close).some(({ text }) => text === '[' || text === '(')) return undefined
  const values = tokens
    .slice(at + 1, close)
    .map(({ text }) => text)
    .join(' ')
    .split(' , ')
  return isAny(tokens, at - 1) ? { values, next: close + 1 } : undefined
}

/** `any` stands before the array, with parentheses between them. */
function isAny(tokens: readonly Token[], array: number): boolean {
  let at = array - 1
  while (tokens[at]?.text === '(') at--
  const isEqual = tokens[at - 1]?.text === '=' && !['<', '>', '!'].includes(tokens[at - 2]?.text ?? '')
  return tokens[at]?.text.toLowerCase() === 'any' && isEqual
}

/** Whether two numbers stand behind the same comparison, and the second bounds less. */
function isBound(from: readonly Token[], left: number, to: readonly Token[], right: number): boolean {
  const [one, other] = [numberOf(from[left]), numberOf(to[right])]
  if (one === undefined || other === undefined) return false
  const sign = comparisonBefore(from, left)
  if (sign === undefined || sign !== comparisonBefore(to, right)) return false
  // Behind the number the condition ends: `x <= 5 + y` is bounded by something else.
  if (![undefined, ')', '::', 'and', 'or'].includes(to[right + 1]?.text.toLowerCase())) return false
  return sign.startsWith('<') ? other >= one : other <= one
}

/** `60`, or `'-5'` as PostgreSQL prints a negative number before its type. */
function numberOf(token: Token | undefined): number | undefined {
  const text = token?.kind === 'number' || token?.kind === 'string' ? token.text.replaceAll("'", '') : ''
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

function comparisonBefore(tokens: readonly Token[], at: number): string | undefined {
  let before = at - 1
  while (tokens[before]?.text === '(') before--
  const [sign, first] = [tokens[before]?.text ?? '', tokens[before - 1]?.text ?? '']
  if (sign === '=' && (first === '<' || first === '>')) return `${first}=`
  return sign === '<' || sign === '>' ? sign : undefined
}
