import type { Operation, Permission } from '../schema/access.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'

/** What the grants of a schema let a role do with a table: undefined for nothing; columns where not all of them. */
export function allowedBy(schema: Schema, table: Table, role: string, operation: Operation): Permission | undefined {
  const privileges = schema.grants
    .filter(
      ({ object, role: to }) =>
        object.kind === 'table' &&
        object.schema === table.schema &&
        object.name === table.name &&
        (to === role || to === 'public'),
    )
    .flatMap((grant) => grant.privileges)
    .filter(({ privilege }) => privilege === operation)
  if (privileges.length === 0) return undefined
  if (privileges.some(({ columns }) => columns === undefined)) return { operation }
  const columns = [...new Set(privileges.flatMap((one) => one.columns ?? []))]
  return columns.length === table.columns.length ? { operation } : { operation, columns }
}
