import type { ClaimOf } from '../../claim/claim.ts'

const texts: ReadonlySet<string> = new Set(['text'])
const numbers = /^(smallint|integer|bigint|numeric|float4|float8)/

/**
 * The condition that a limit puts on a column, or undefined where the type has no such measure. A text is measured in characters
 * (`char_length`), never in the type. Later and stronger limits replace earlier ones of the same end.
 */
export function limitCheck(column: string, type: string, limits: readonly ClaimOf<'limit'>[]): string | undefined {
  const minimum = limits.map((limit) => limit.minimum).filter(isBound)[0]
  const maximum = limits.map((limit) => limit.maximum).filter(isBound)[0]
  if (minimum === undefined && maximum === undefined) return undefined
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) return undefined
  const measure = measureOf(column, type)
  if (measure === undefined) return undefined
  if (minimum !== undefined && maximum !== undefined)
    return minimum === maximum ? `${measure} = ${minimum}` : `${measure} between ${minimum} and ${maximum}`
  return minimum === undefined ? `${measure} <= ${maximum}` : `${measure} >= ${minimum}`
}

function measureOf(column: string, type: string): string | undefined {
  if (texts.has(type)) return `char_length(${column})`
  if (numbers.test(type)) return column
  if (type.endsWith('[]')) return `cardinality(${column})`
  if (type === 'bytea') return `octet_length(${column})`
  return undefined
}

function isBound(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) < 1e15
}
