import type { IndexKey } from '../../schema/table-index.ts'
import { identifier } from '../../sql/quote.ts'
import { scanIdentifier } from './name.ts'

/** One key of an index as SQL writes it: `created_at desc`, `lower(email)`, `(a + b) nulls first`, `title gin_trgm_ops`. */
export function formatIndexKey(key: IndexKey): string {
  const subject = key.column === undefined ? formatExpression(key.expression ?? '') : identifier(key.column)
  return [
    subject,
    ...(key.operatorClass === undefined ? [] : [key.operatorClass]),
    ...(key.descending === true ? ['desc'] : []),
    ...(key.nulls === undefined ? [] : [`nulls ${key.nulls}`]),
  ].join(' ')
}

/** PostgreSQL asks for parentheses around an expression, unless it is a single call. */
function formatExpression(expression: string): string {
  return /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?\([^()'"]*\)$/.test(expression) ? expression : `(${expression})`
}

/** Reads a key; undefined where there is nothing that could be one. */
export function parseIndexKey(code: string): IndexKey | undefined {
  let text = code.trim()
  const nulls = /\s+nulls\s+(first|last)$/i.exec(text)
  if (nulls !== null) text = text.slice(0, nulls.index)
  const order = /\s+(asc|desc)$/i.exec(text)
  if (order !== null) text = text.slice(0, order.index)
  const subject = parseSubject(text)
  if (subject === undefined) return undefined
  return {
    ...subject,
    ...(order?.[1]?.toLowerCase() === 'desc' ? { descending: true } : {}),
    ...(nulls === null ? {} : { nulls: nulls[1]?.toLowerCase() === 'first' ? 'first' : 'last' }),
  }
}

function parseSubject(text: string): IndexKey | undefined {
  const column = scanIdentifier(text, 0)
  if (column !== undefined && column.end === text.length) return { column: column.name }
  const rest = column === undefined ? '' : text.slice(column.end)
  if (column !== undefined && /^\s+\S/.test(rest) && !/[()]/.test(text.slice(0, column.end)) && isOperatorClass(rest.trim())) {
    return { column: column.name, operatorClass: rest.trim() }
  }
  // The last closing parenthesis ends the expression; what stands behind it is the operator class.
  const close = text.lastIndexOf(')')
  if (close < 0) return text === '' ? undefined : { expression: text }
  const behind = text.slice(close + 1).trim()
  const body = text.slice(0, close + 1)
  if (behind !== '' && !isOperatorClass(behind)) return { expression: text }
  const inner = body.slice(1, -1)
  const expression = body.startsWith('(') && isBalanced(inner) ? inner : body
  return { expression, ...(behind === '' ? {} : { operatorClass: behind }) }
}

function isOperatorClass(text: string): boolean {
  return /^(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+")(?:\.(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+"))?$/u.test(text)
}

/** Do the parentheses outside quotes match, never closing one that `text` did not open? */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g)) {
    if (token === '(') depth++
    if (token === ')' && --depth < 0) return false
  }
  return depth === 0
}
