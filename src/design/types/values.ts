import type { ClaimOf } from '../../claim/claim.ts'
import { strongest } from '../claim-order.ts'
import { quoteText } from '../naming/quote-name.ts'

/** A closed list as it will be kept. */
export interface Values {
  readonly kind: 'text' | 'integer' | 'boolean'
  readonly values: readonly string[]
  readonly as?: 'enum' | 'check' | 'table'
  readonly default?: string
}

/** The closed list that holds for an attribute: of the claims that are not examples, the strongest with at least two values. */
export function closedValues(claims: readonly ClaimOf<'values'>[]): Values | undefined {
  const holding = strongest(claims.filter((claim) => !claim.open && new Set(claim.values).size >= 2))
  if (holding === undefined) return undefined
  const values = [...new Set(holding.values.map((value) => value.trim()).filter((value) => value !== '' && value.length <= 200))]
  if (values.length < 2) return undefined
  const as = strongest(claims.filter((claim) => claim.as !== undefined))?.as
  const initial = strongest(claims.filter((claim) => claim.default !== undefined))?.default
  const kind = values.every((value) => /^(true|false)$/i.test(value))
    ? 'boolean'
    : values.every((value) => /^-?\d{1,4}$/.test(value))
      ? 'integer'
      : 'text'
  return { kind, values, ...(as === undefined ? {} : { as }), ...(initial === undefined ? {} : { default: initial }) }
}

const numeric = /^(smallint|integer|bigint|numeric)/

/** `column in ('a', 'b')`, or for a list of them `column <@ array[…]`; undefined where the type cannot hold the values. */
export function valuesCheck(column: string, type: string, values: Values): string | undefined {
  if (numeric.test(type)) return values.kind === 'integer' ? `${column} in (${values.values.join(', ')})` : undefined
  const list = values.values.map(quoteText).join(', ')
  if (type === 'text[]') return `${column} <@ array[${list}]::text[]`
  return type === 'text' ? `${column} in (${list})` : undefined
}
