import type { Table } from 'mdast'
import { type Inline, splitCode } from '../form/inline.ts'
import { cellInlines } from './markdown.ts'
import type { Report } from './report.ts'

/** A row of a table by the names that the reader gives its columns; a cell that is missing is empty. */
export type Row<K extends string> = Readonly<Record<K, Inline>>

/**
 * The rows of a table whose columns are found by their heading, in any order and case. `columns` says for each what it may be
 * called; those in `optional` may be missing. A heading that none is called is reported and its cells are ignored.
 */
export function readTableRows<K extends string>(
  table: Table,
  text: string,
  report: Report,
  columns: Readonly<Record<K, readonly string[]>>,
  optional: readonly NoInfer<K>[] = [],
): readonly Row<K>[] {
  const [header = [], ...rows] = cellInlines(table, text)
  const keys = Object.keys(columns) as K[]
  const places = new Map<K, number>()
  header.forEach((cell, index) => {
    const name = plainText(cell).toLowerCase()
    const key = keys.find((candidate) => columns[candidate].includes(name))
    if (key === undefined) {
      if (name !== '')
        report.add(
          'plan/unknown-column',
          'warning',
          cell.start,
          `the column "${cell.text}" is not read`,
          `columns here: ${keys.map((k) => columns[k][0]).join(', ')}`,
        )
    } else if (!places.has(key)) places.set(key, index)
  })
  const missing = keys.filter((key) => !places.has(key) && !optional.includes(key))
  if (missing.length > 0) {
    const names = missing.map((key) => `"${columns[key][0]}"`).join(', ')
    report.add(
      'plan/missing-column',
      'error',
      header[0]?.start ?? 0,
      `this table has no column ${names}`,
      'add the column, or restore its heading',
    )
    return []
  }
  return rows.map((cells) => {
    const end = cells.at(-1)
    const blank: Inline = { text: '', start: (end?.start ?? 0) + (end?.text.length ?? 0), inCell: true }
    const entries = keys.map((key) => [key, cells[places.get(key) ?? -1] ?? blank] as const)
    return Object.fromEntries(entries) as Record<K, Inline>
  })
}

/** A cell's words without code spans, for headings of columns. */
function plainText(inline: Inline): string {
  return splitCode(inline)
    .map((part) => (part.kind === 'code' ? part.value : inline.text.slice(part.start, part.end)))
    .join('')
    .replace(/[*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Is the cell empty, or does it hold nothing but a dash? */
export function isBlank(inline: Inline): boolean {
  return /^[\s–—-]*$/.test(inline.text)
}

/** A row of dots stands for rows left out; it is no row. */
export function isOmission(inline: Inline): boolean {
  return /^(?:…|\.\.\.)$/.test(inline.text.trim())
}
