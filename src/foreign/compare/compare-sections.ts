import { displayName } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'
import { partKey } from '../../schema/part-key.ts'
import { type Draft, type DraftTable, partOf, type Remark, tableIn } from '../draft.ts'
import { replaced } from '../sql/table-elements.ts'

/**
 * Brings together what a document describes and what its SQL makes. A table that only one of them has is taken from there. Of one that both have, the SQL
 * counts, since it is what would run, and every column that differs is a finding.
 */
export function compareSections(draft: Draft, described: Draft): void {
  for (const [key, table] of described.tables) {
    const made = draft.tables.get(key)
    if (made === undefined || made.columns.length === 0) adopt(draft, table)
    else compareTables(draft, described, made, table)
  }
  for (const key of described.impliedKeys) draft.impliedKeys.add(key)
  for (const [key, spot] of described.spots) if (!draft.spots.has(key)) draft.spots.set(key, spot)
  for (const [key, type] of described.writtenTypes) if (!draft.writtenTypes.has(key)) draft.writtenTypes.set(key, type)
}

/** A described table, with what SQL said of it elsewhere: keys, indexes, policies. */
function adopt(draft: Draft, table: DraftTable): void {
  const said = draft.tables.get(keyOf(table))
  if (said === undefined) {
    draft.tables.set(keyOf(table), table)
    return
  }
  const merge = <T extends { readonly name: string }>(own: readonly T[], more: readonly T[]) =>
    more.reduce((list: readonly T[], one) => replaced(list, one), own)
  const keysSaid = said.foreignKeys.map((one) => one.columns.join(','))
  const foreignKeys = [...table.foreignKeys.filter((one) => !keysSaid.includes(one.columns.join(','))), ...said.foreignKeys]
  const comment = said.comment ?? table.comment
  const primaryKey = said.primaryKey ?? table.primaryKey
  Object.assign(tableIn(draft, table), {
    columns: table.columns,
    uniques: merge(table.uniques, said.uniques),
    checks: merge(table.checks, said.checks),
    foreignKeys,
    exclusions: merge(table.exclusions, said.exclusions),
    indexes: merge(table.indexes, said.indexes),
    ...(comment === undefined ? {} : { comment }),
    ...(primaryKey === undefined ? {} : { primaryKey }),
  })
}

function compareTables(draft: Draft, described: Draft, made: DraftTable, table: DraftTable): void {
  const name = displayName(table)
  const add = (column: string, message: string, from: Draft) => {
    const part = partOf(table, 'column', column)
    const spot = from.spots.get(partKey(part)) ?? from.spots.get(partKey({ kind: 'table', name }))
    if (spot === undefined) return
    const remark: Remark = {
      code: 'plan/sections-differ',
      severity: 'warning',
      message,
      help: 'Make both say the same; the SQL is what was checked.',
      spot,
      part,
    }
    draft.remarks.push(remark)
  }
  for (const column of table.columns) {
    const other = made.columns.find((one) => one.name === column.name)
    if (other === undefined)
      add(column.name, `${name}.${column.name} is described here but is not in the SQL that makes ${name}.`, described)
    else if (other.type !== column.type)
      add(column.name, `${name}.${column.name} is described as ${column.type}; the SQL makes it ${other.type}.`, described)
    else if (other.nullable !== column.nullable && made.primaryKey?.columns.includes(column.name) !== true)
      add(
        column.name,
        `${name}.${column.name} is described as ${column.nullable ? 'nullable' : 'not null'}; the SQL makes it ${other.nullable ? 'nullable' : 'not null'}.`,
        described,
      )
  }
  for (const column of made.columns)
    if (!table.columns.some((one) => one.name === column.name))
      add(column.name, `${name}.${column.name} is in the SQL but not in the description of ${name}.`, draft)
}
