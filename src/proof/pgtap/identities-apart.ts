import type { Schema } from '../../schema/schema.ts'
import { identifier, qualified } from '../../sql/quote.ts'

/**
 * Statements that let generated numbers begin far from where a database's own rows are, so that rows can be taken elsewhere with their
 * numbers. A sequence that is restarted, unlike one that is set, goes back when the transaction does (PostgreSQL, ALTER SEQUENCE).
 */
export function identitiesApart(schema: Schema): readonly string[] {
  return schema.tables.flatMap((table) =>
    table.columns
      .filter((column) => column.identity !== undefined)
      .map((column) => {
        const start = column.type === 'smallint' ? 30_001 : 900_001
        return `alter table ${qualified(table.schema, table.name)} alter column ${identifier(column.name)} restart with ${start}`
      }),
  )
}
