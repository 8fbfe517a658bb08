import type { Column } from '../../schema/column.ts'
import type { Schema } from '../../schema/schema.ts'
import type { PlatformTable, Table } from '../../schema/table.ts'
import { type Bullet, writeBullet } from '../form/bullet.ts'
import { writeCode } from '../form/code.ts'
import { constraintsInCell, writeColumnConstraints } from '../form/column-constraints.ts'
import { writeColumn, writeTable } from '../form/name.ts'
import { writeWas } from '../form/was.ts'
import { writeRemarks, writeWhy } from '../form/why.ts'
import { type Block, bullets, table as markdownTable } from './layout.ts'

/** A heading, the comment, the columns, and a bullet for whatever does not fit in one column's row. */
export function writeTableSection(table: Table): readonly Block[] {
  return [
    `### ${writeTable(table, false)}${writeWas(table.was)}`,
    ...comment(table),
    [
      '| Column | Type | Null | Default | Constraints | Why |',
      '|---|---|---|---|---|---|',
      ...table.columns.map((column) => columnRow(table, column)),
    ].join('\n'),
    ...bullets(bulletsOf(table).map((bullet) => writeBullet(bullet, table))),
  ]
}

/** A table of the platform, for the triggers on it that are ours. */
export function writePlatformTable(table: PlatformTable, schema: Schema): readonly Block[] {
  const owner = schema.platform.kind === 'supabase' ? "Supabase's own table" : "The platform's own table"
  return [
    `### ${writeTable(table, false)}`,
    `${owner}. Only the triggers below are part of this plan.`,
    ...bullets(table.triggers.map((value) => writeBullet({ kind: 'trigger', value }, table))),
  ]
}

export function comment(part: { readonly comment?: string; readonly reasons: Table['reasons'] }): readonly Block[] {
  const text = writeRemarks(part, { inCell: false, blockStart: true })
  return text === '' ? [] : [text]
}

function columnRow(table: Table, column: Column): string {
  const cells = [
    `${writeColumn(column.name, true)}${writeWas(column.was)}`,
    writeCode(column.type, true),
    column.nullable ? 'yes' : 'no',
    defaultCell(column),
    writeColumnConstraints(constraintsInCell(table, column.name), column),
    writeWhy(column),
  ]
  return markdownTable(cells, [cells])[0]?.split('\n')[0] ?? ''
}

/** A default, or where the value comes from otherwise. */
function defaultCell(column: Column): string {
  if (column.identity !== undefined) return `generated ${column.identity} as identity`
  if (column.generated !== undefined) {
    return `generated as ${writeCode(column.generated.expression, true)} ${column.generated.stored ? 'stored' : 'virtual'}`
  }
  return column.default === undefined ? '' : writeCode(column.default, true)
}

function bulletsOf(table: Table): readonly Bullet[] {
  const inCells = table.columns.map((column) => constraintsInCell(table, column.name))
  const written = new Set<unknown>(inCells.flatMap((c) => [c.primaryKey, ...c.uniques, ...c.checks, ...c.foreignKeys]))
  const left = <T>(items: readonly T[]): readonly T[] => items.filter((item) => !written.has(item))
  return [
    ...(table.partitionBy === undefined ? [] : [{ kind: 'partitionBy' as const, value: table.partitionBy }]),
    ...left(table.primaryKey === undefined ? [] : [table.primaryKey]).map((value) => ({ kind: 'primaryKey' as const, value })),
    ...left(table.uniques).map((value) => ({ kind: 'unique' as const, value })),
    ...table.indexes.filter((index) => index.unique).map((value) => ({ kind: 'index' as const, value })),
    ...left(table.checks).map((value) => ({ kind: 'check' as const, value })),
    ...left(table.foreignKeys).map((value) => ({ kind: 'foreignKey' as const, value })),
    ...table.exclusions.map((value) => ({ kind: 'exclusion' as const, value })),
    ...table.triggers.map((value) => ({ kind: 'trigger' as const, value })),
  ]
}
