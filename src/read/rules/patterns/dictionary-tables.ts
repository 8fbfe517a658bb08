import type { Block } from '../../../brief/document.ts'
import type { Mention } from '../../../claim/mention.ts'
import { type ColumnSpec, claimsOfSpec, mergeSpecs, readColumnSpec, readQualifierList } from '../columns/column-spec.ts'
import { dictionaryColumns } from '../columns/dictionary-columns.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { looksLikeIdentifier } from '../tables/identifiers.ts'
import { columnEntries } from '../text/label-lists.ts'
import { leadingMark, trimmed, wholeOf } from '../text/passage.ts'

/**
 * Data dictionaries: markdown tables with a column of names and a column of types under a table's name:
 * `| Column | Type | Constraints |`, `| Pole | Typ | Wymagane | Opis |`, or with the table's name in the first column.
 *
 * A table of tables has a list of columns in each row: `| Table | Columns |`.
 *
 * Not: tables of decisions, of relationships or of endpoints: without a column of types nothing is read.
 */
export const dictionaryTables: Pattern = {
  name: 'dictionary tables',
  read(block, reading) {
    const source = reading.block(block)
    if (source?.kind !== 'table') return []
    const roles = dictionaryColumns(source, reading.modelOf(block))
    if (roles.name !== undefined && roles.table !== undefined && roles.type === undefined)
      return readLists(source, roles.table, roles.name, block, reading)
    if (roles.name === undefined || roles.type === undefined) return []
    const subject = reading.contextOf(block).subject?.entity
    let entity: Mention | undefined = subject
    return source.rows.flatMap((row): readonly Found[] => {
      const cell = (column: number | undefined) => (column === undefined ? undefined : row[column])
      const owner = cell(roles.table)
      if (owner && owner.text.trim() !== '') entity = identifierMention(owner.text.trim())
      const name = cell(roles.name)
      if (!entity || !name || name.text.trim() === '') return []
      const model = reading.modelOf(block)
      const spec = readColumnSpec(wholeOf(name), model) ?? undefined
      if (!spec) return []
      const identifier =
        leadingMark(wholeOf(name), 'code') !== undefined ||
        looksLikeIdentifier(name.text.trim()) ||
        /^[a-z][a-z0-9_]*$/.test(name.text.trim())
      const named: ColumnSpec = identifier ? { ...spec, attribute: identifierMention(name.text.trim()), identifier: true } : spec
      const details = [roles.type, ...roles.rest].flatMap((column) => {
        const inline = cell(column)
        return inline && inline.text.trim() !== '' ? [readQualifierList(trimmed(wholeOf(inline)), model)] : []
      })
      const required = cell(roles.required)?.text.trim()
      const optional =
        required === undefined || required === ''
          ? {}
          : /^(?:yes|y|tak|true|✓|✔|✅|x|\+)$/i.test(required)
            ? { optional: roles.nullable }
            : /^(?:no|n|nie|false|-|–|✗|❌)$/i.test(required)
              ? { optional: !roles.nullable }
              : {}
      const defaults = cell(roles.default)?.text.trim()
      const fallback = defaults && !/^[-–—]$/.test(defaults) ? { default: defaults } : {}
      const merged: ColumnSpec = { ...mergeSpecs(named, details), ...optional, ...fallback }
      return claimsOfSpec(merged, entity, 'stated').map((body) => ({ body, block, at: wholeOf(name) }))
    })
  },
}

/** Whether a block is a table of columns with their types: its cells are read here, and by no family of sentences. */
export function isDictionary(block: number, reading: Reading): boolean {
  const source = reading.block(block)
  if (source?.kind !== 'table') return false
  const { name, type } = dictionaryColumns(source, reading.modelOf(block))
  return name !== undefined && type !== undefined
}

/** `| races | id, track_id, starts_at, laps integer |`: a row for each table. */
function readLists(
  source: Extract<Block, { readonly kind: 'table' }>,
  table: number,
  columns: number,
  block: number,
  reading: Reading,
): readonly Found[] {
  const model = reading.modelOf(block)
  return source.rows.flatMap((row): readonly Found[] => {
    const entity = reading.entities.find((row[table]?.text ?? '').trim())
    const list = row[columns]
    if (!entity || !list) return []
    return columnEntries(wholeOf(list), model).flatMap((item) => {
      const spec = readColumnSpec(item, model, { typed: true })
      return spec ? claimsOfSpec(spec, entity, 'stated').map((body) => ({ body, block, at: item })) : []
    })
  })
}
