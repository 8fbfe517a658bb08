import type { Block } from '../../../brief/document.ts'
import type { LanguageModel } from '../language/sentence.ts'
import { isSqlType } from '../sql/sql-words.ts'
import { has } from './limits.ts'

/** Which columns of a markdown table hold what, where it is a dictionary of columns. */
export interface DictionaryColumns {
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

/** Reads the titles and, for the column of types, the cells. */
export function dictionaryColumns(source: Extract<Block, { readonly kind: 'table' }>, model: LanguageModel): DictionaryColumns {
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
