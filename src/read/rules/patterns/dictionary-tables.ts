import type { Block } from '../../../brief/document.ts'
import type { Mention } from '../../../claim/mention.ts'
import { type ColumnSpec, claimsOfSpec, mergeSpecs, readColumnSpec, readQualifierList } from '../column-spec.ts'
import { looksLikeIdentifier } from '../identifiers.ts'
import { columnEntries } from '../label-lists.ts'
import { has } from '../limits.ts'
import { leadingMark, trimmed, wholeOf } from '../passage.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { isSqlType } from '../sql-words.ts'

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
    const roles = rolesOf(source, reading, block)
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

interface Roles {
  readonly name?: number
  readonly type?: number
  readonly table?: number
  readonly required?: number
  /** The column of yes and no says nullable rather than required. */
  readonly nullable: boolean
  readonly default?: number
  /** Columns of constraints, keys and descriptions. */
  readonly rest: readonly number[]
}

function rolesOf(source: Extract<Block, { readonly kind: 'table' }>, reading: Reading, block: number): Roles {
  const model = reading.modelOf(block)
  const titles = source.header.map((cell) => ({ text: cell.text.trim(), analysis: model.analyse(cell.text.trim(), []) }))
  const at = (test: (title: (typeof titles)[number]) => boolean): number | undefined => {
    const found = titles.findIndex(test)
    return found < 0 ? undefined : found
  }
  const typed = source.header.findIndex(
    (_, column) =>
      source.rows.length > 0 &&
      source.rows.filter((row) => isSqlType((row[column]?.text ?? '').replace(/\s*\(.*\)$/, ''))).length >=
        Math.ceil(source.rows.length / 2),
  )
  const type =
    at(({ text, analysis }) => has(analysis, 'TYPE') || /^(?:type|typ|data type|typ danych)$/i.test(text)) ??
    (typed < 0 ? undefined : typed)
  const table = at(
    ({ text, analysis }) => has(analysis, 'TABLE', 'ENTITY') && !has(analysis, 'COLUMN') && text.split(/\s+/).length <= 2,
  )
  const name = at(
    ({ text, analysis }) =>
      has(analysis, 'COLUMN', 'FIELD_LIST') || /^(?:name|nazwa|attribute|atrybut|column|kolumna|field|pole)$/i.test(text),
  )
  const nullable = at(({ analysis, text }) => has(analysis, 'NULLABLE') || /^null(?:able)?\??$/i.test(text))
  const required = nullable ?? at(({ analysis }) => has(analysis, 'REQUIRED') && !has(analysis, 'NULLABLE'))
  const fallback = at(({ analysis }) => has(analysis, 'DEFAULT'))
  const used = new Set([type, table, name, required, fallback])
  return {
    ...(name === undefined ? {} : { name }),
    ...(type === undefined || type === name ? {} : { type }),
    ...(table === undefined || table === name ? {} : { table }),
    ...(required === undefined ? {} : { required }),
    nullable: nullable !== undefined,
    ...(fallback === undefined ? {} : { default: fallback }),
    rest: titles.map((_, column) => column).filter((column) => !used.has(column)),
  }
}
