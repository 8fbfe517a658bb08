import type { ForeignKey, ReferentialAction } from '../../schema/constraint.ts'
import { isPlural } from '../../schema/inflect.ts'
import { uniqueKeys } from '../../schema/lookups.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { writeColumns, writeTable } from '../form/name.ts'
import { writeReasons } from '../form/reasons.ts'
import { writeText } from '../form/text.ts'
import { type Block, table as markdownTable } from './layout.ts'

/** Section 2, made from the foreign keys each time; nothing in it is read back. */
export function writeRelationships(schema: Schema): readonly Block[] {
  const direct = schema.tables.flatMap((table) => table.foreignKeys.map((key) => keyRow(table, key)))
  const joins = schema.tables.flatMap(joinRow)
  return markdownTable(['From', 'To', 'Cardinality', 'Through', 'When the target is deleted', 'Why'], [...direct, ...joins])
}

function keyRow(table: Table, key: ForeignKey): readonly string[] {
  return [
    writeTable(table, true),
    writeTable({ schema: key.references.schema, name: key.references.table }, true),
    `${isUnique(table, key.columns) ? 'one to one' : 'many to one'}, ${isRequired(table, key) ? 'required' : 'optional'}`,
    writeColumns(key.columns, true),
    consequence(table, key),
    writeReasons(key.reasons),
  ]
}

/** Two foreign keys that make up the primary key, and nothing else in it: a join table, so the tables are many to many. */
export function joinedTables(table: Table): readonly [ForeignKey, ForeignKey] | undefined {
  const columns = table.primaryKey?.columns ?? []
  const parts = table.foreignKeys.filter((key) => key.columns.every((column) => columns.includes(column)))
  const [left, right] = parts
  if (parts.length !== 2 || left === undefined || right === undefined) return undefined
  const covered = [...left.columns, ...right.columns]
  return covered.length === columns.length && columns.every((column) => covered.includes(column)) ? [left, right] : undefined
}

function joinRow(table: Table): readonly (readonly string[])[] {
  const joined = joinedTables(table)
  if (joined === undefined) return []
  const [left, right] = joined
  const name = ({ references }: ForeignKey): string => writeTable({ schema: references.schema, name: references.table }, true)
  const linkGoes = left.onDelete === 'cascade' && right.onDelete === 'cascade'
  const effect = linkGoes ? 'the link is deleted' : 'see the rows of the link'
  return [[name(left), name(right), 'many to many', writeTable(table, true), effect, writeReasons(table.reasons)]]
}

/** Do these columns identify a row by themselves, in whatever order? */
export function isUnique(table: Table, columns: readonly string[]): boolean {
  return uniqueKeys(table).some((key) => key.every((column) => columns.includes(column)))
}

export function isRequired(table: Table, key: ForeignKey): boolean {
  return key.columns.every((name) => table.columns.find((column) => column.name === name)?.nullable === false)
}

const consequences: Readonly<Record<ReferentialAction, (rows: string, columns: string) => string>> = {
  cascade: (rows) => rows,
  'set null': (_, columns) => `${columns} becomes null`,
  'set default': (_, columns) => `${columns} becomes its default`,
  restrict: () => 'refused while rows point to it',
  'no action': () => 'refused while rows point to it',
}

function consequence(table: Table, key: ForeignKey): string {
  const words = isPlural(table.name)
    ? writeText(table.name.replaceAll('_', ' '), { inCell: true })
    : `rows in ${writeTable(table, true)}`
  const rows = isUnique(table, key.columns) ? 'its row is deleted' : `its ${words} are deleted`
  return consequences[key.onDelete](rows, writeColumns(key.onDeleteColumns ?? key.columns, true))
}
