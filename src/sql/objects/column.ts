import type { Column } from '../../schema/column.ts'
import type { Schema } from '../../schema/schema.ts'
import { identifier, typeName } from '../quote.ts'

/** A column's definition inside `create table`. `withDefault` is false where the default is set later, after a function it needs. */
export function columnDefinition(column: Column, schema: Schema, withDefault: boolean): string {
  const parts = [identifier(column.name), typeName(column.type, schema)]
  if (column.collation !== undefined) parts.push(`collate ${identifier(column.collation)}`)
  if (!column.nullable) parts.push('not null')
  if (column.identity !== undefined) parts.push(`generated ${column.identity} as identity`)
  if (column.generated !== undefined) {
    parts.push(`generated always as (${column.generated.expression}) ${column.generated.stored ? 'stored' : 'virtual'}`)
  }
  if (withDefault && column.default !== undefined) parts.push(`default ${column.default}`)
  return parts.join(' ')
}
