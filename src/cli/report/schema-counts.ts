import type { Schema } from '../../schema/schema.ts'

export interface SchemaCounts {
  readonly tables: number
  readonly columns: number
  readonly types: number
  readonly relationships: number
  readonly indexes: number
  readonly policies: number
  readonly views: number
  readonly functions: number
}

export function countSchema({ tables, enums, views, routines }: Schema): SchemaCounts {
  const sum = (of: (table: Schema['tables'][number]) => number) => tables.reduce((total, table) => total + of(table), 0)
  return {
    tables: tables.length,
    columns: sum((table) => table.columns.length),
    types: enums.length,
    relationships: sum((table) => table.foreignKeys.length),
    indexes: sum((table) => table.indexes.length),
    policies: sum((table) => table.policies.length),
    views: views.length,
    functions: routines.length,
  }
}

/** How many columns a document states, how many follow from convention, and how many were supposed. */
export function countProvenance({ tables }: Schema): { stated: number; conventional: number; inferred: number } {
  const counts = { stated: 0, conventional: 0, inferred: 0 }
  for (const column of tables.flatMap((table) => table.columns)) {
    const kinds = new Set(column.reasons.map((reason) => reason.kind))
    if (kinds.has('inferred') || kinds.has('assumption')) counts.inferred++
    else if (kinds.has('source')) counts.stated++
    else counts.conventional++
  }
  return counts
}
