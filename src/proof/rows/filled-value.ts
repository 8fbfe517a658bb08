import type { Value } from './candidates.ts'

/** Some value of a type, where any will do. */
export function filledValue(type: string): Value {
  if (/^timestamp/.test(type)) return '2025-01-10T10:00:00Z'
  if (type === 'date') return '2025-01-10'
  if (type === 'boolean') return true
  return /^(integer|bigint|smallint|numeric)/.test(type) ? 1 : 'sample'
}
