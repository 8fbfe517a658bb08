import type { ClaimOf } from '../../claim/claim.ts'

const numbers = /^(smallint|integer|bigint|numeric|float4|float8)/

/**
 * The condition that a limit puts on a column, or undefined where the type has no such measure. A text is measured in characters
 * (`char_length`), never in the type. Later and stronger limits replace earlier ones of the same end.
 */
export function limitCheck(column: string, type: string, limits: readonly ClaimOf<'limit'>[]): string | undefined {
  const measure = measureOf(column, type)
  if (measure === undefined) return undefined
  const measured = limits.filter((limit) => measure.kinds.includes(limit.of))
  const minimum = measured.map((limit) => limit.minimum).filter(isBound)[0]
  const maximum = measured.map((limit) => limit.maximum).filter(isBound)[0]
  if (minimum !== undefined && maximum !== undefined) {
    if (minimum > maximum) return undefined
    return minimum === maximum ? `${measure.sql} = ${minimum}` : `${measure.sql} between ${minimum} and ${maximum}`
  }
  if (maximum !== undefined) return `${measure.sql} <= ${maximum}`
  return minimum === undefined ? undefined : `${measure.sql} >= ${minimum}`
}

interface Measure {
  readonly sql: string
  /** What a limit may be of to be one of this type. "At most 500" of a text is of its characters. */
  readonly kinds: readonly ClaimOf<'limit'>['of'][]
}

function measureOf(column: string, type: string): Measure | undefined {
  if (type === 'text') return { sql: `char_length(${column})`, kinds: ['characters', 'value'] }
  if (numbers.test(type)) return { sql: column, kinds: ['value'] }
  if (type.endsWith('[]')) return { sql: `cardinality(${column})`, kinds: ['items', 'value'] }
  if (type === 'bytea') return { sql: `octet_length(${column})`, kinds: ['bytes', 'value'] }
  return undefined
}

function isBound(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) < 1e15
}
