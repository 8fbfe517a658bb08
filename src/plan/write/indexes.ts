import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { writeIndexDefinition } from '../form/index-definition.ts'
import { writeColumn, writeColumns, writeTable } from '../form/name.ts'
import { writeRemarks } from '../form/why.ts'
import { type Block, table as markdownTable } from './layout.ts'

/**
 * Section 3. Plain indexes are defined here; those that a constraint brings, and unique indexes, are defined under their table
 * and listed for the reader.
 */
export function writeIndexes(schema: Schema): readonly Block[] {
  const rows = markdownTable(['Index', 'Definition', 'Serves'], schema.tables.flatMap(rowsOf))
  const keyed = schema.tables.some((table) => table.primaryKey !== undefined)
  return keyed ? [...rows, 'Primary keys have indexes of their own; they serve what is looked up by key.'] : rows
}

function rowsOf(table: Table): readonly (readonly string[])[] {
  const uniques = table.uniques.map((unique) => ({
    name: unique.name,
    definition: `unique constraint on ${writeTable(table, true)} (${writeColumns(unique.columns, true)})`,
    serves: unique.purpose ?? 'uniqueness',
    reasons: unique.reasons,
  }))
  const exclusions = table.exclusions.map((exclusion) => ({
    name: exclusion.name,
    definition: `exclusion constraint on ${writeTable(table, true)}`,
    serves: exclusion.purpose ?? 'the exclusion',
    reasons: exclusion.reasons,
  }))
  const indexes = table.indexes.map((index) => ({
    name: index.name,
    definition: `${index.unique ? 'unique index' : index.method} on ${writeTable(table, true)} ${writeIndexDefinition(index, true)}`,
    serves: index.serves,
    reasons: index.reasons,
  }))
  return [...uniques, ...exclusions, ...indexes]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, definition, serves, reasons }) => [
      writeColumn(name, true),
      definition,
      writeRemarks({ reasons, comment: serves }, { inCell: true }),
    ])
}
