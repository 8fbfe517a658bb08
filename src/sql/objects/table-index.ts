import type { Index, IndexKey } from '../../schema/table-index.ts'
import { identifier, identifiers, qualified } from '../quote.ts'

interface Owner {
  readonly schema: string
  readonly name: string
}

export function createIndex(table: Owner, index: Index): string {
  const unique = index.unique ? 'unique ' : ''
  const include = index.include === undefined || index.include.length === 0 ? '' : ` include (${identifiers(index.include)})`
  const nulls = index.nullsNotDistinct ? ' nulls not distinct' : ''
  const where = index.where === undefined ? '' : ` where ${index.where}`
  const keys = index.keys.map(indexKey).join(', ')
  return `create ${unique}index ${identifier(index.name)} on ${qualified(table.schema, table.name)} using ${index.method} (${keys})${include}${nulls}${where}`
}

function indexKey(key: IndexKey): string {
  const parts = [key.column === undefined ? `(${key.expression ?? ''})` : identifier(key.column)]
  if (key.operatorClass !== undefined) parts.push(operatorClass(key.operatorClass))
  if (key.descending) parts.push('desc')
  if (key.nulls !== undefined) parts.push(`nulls ${key.nulls}`)
  return parts.join(' ')
}

/** `gin_trgm_ops` or `extensions.gin_trgm_ops`. */
function operatorClass(name: string): string {
  return name.split('.').map(identifier).join('.')
}
