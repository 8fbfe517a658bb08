import type { Table } from 'mdast'
import { cellInlines } from '../../plan/read/markdown.ts'
import { readType } from '../spec/column-type.ts'
import { specWords, withoutTicks } from '../spec/spec-words.ts'
import { readTableConstraint } from '../spec/table-constraint.ts'
import type { ColumnSketch, ConstraintSketch } from './sketch.ts'

const nameHeadings = /^(column( name)?|name|field( name)?|attribute|kolumna|nazwa( kolumny)?|pole|atrybut)$/
const typeHeadings = /^((data )?type|typ( danych)?|sql type)$/
const descriptionHeadings = /^(description|notes?|opis|uwagi|comments?|komentarz|purpose|znaczenie|remarks)$/
/** Columns for one constraint alone. */
const ownHeadings = /^(null|nullable|null\?|default( value)?|domyślnie|wartość domyślna|required|not null|wymagane)$/
const beginsAsConstraint =
  /^[`*\s]*(pk|fk|primary key|foreign key|klucz (główny|obcy)|required|wymagane|not null|unique|unikaln[ye]|default|domyślnie|references|check|optional|opcjonalne|nullable)(?![\p{L}\d_])/iu

/**
 * Reads a markdown table as the columns of a table, if its header says so: one column of names, one of types, and any others, whose cells are taken for
 * constraints unless they describe. Rows without a name, or with a key word for one, hold constraints of the whole table; rows without a type are captions.
 */
export function readColumnTable(
  table: Table,
  source: string,
  file: string,
  ownTypes: ReadonlySet<string>,
): { readonly columns: readonly ColumnSketch[]; readonly constraints: readonly ConstraintSketch[] } | undefined {
  const [header, ...rows] = cellInlines(table, source)
  const heads = (header ?? []).map((cell) => withoutTicks(cell.text).replaceAll('*', '').trim().toLowerCase())
  const nameAt = heads.findIndex((head) => nameHeadings.test(head))
  const typeAt = heads.findIndex((head) => typeHeadings.test(head))
  if (nameAt < 0 || typeAt < 0) return undefined
  // Where no column is for constraints, remarks that begin as constraints are taken for them.
  const isForConstraints = (head: string, at: number) =>
    at !== nameAt && at !== typeAt && !descriptionHeadings.test(head) && !ownHeadings.test(head)
  const hasConstraints = heads.some(isForConstraints)
  const columns: ColumnSketch[] = []
  const constraints: ConstraintSketch[] = []
  for (const row of rows) {
    const cells = heads.map((_, at) => row[at]?.text ?? '')
    const first = row[0]
    const last = row.at(-1)
    if (first === undefined || last === undefined) continue
    const spot = { file, start: first.start, end: last.start + last.text.length }
    const written = withoutTicks(cells[nameAt] ?? '')
      .replaceAll('*', '')
      .trim()
    const type = cells[typeAt] ?? ''
    const others = cells.flatMap((text, at) => {
      if (at === nameAt || at === typeAt) return []
      if (descriptionHeadings.test(heads[at] ?? '')) return !hasConstraints && beginsAsConstraint.test(text) ? [text] : []
      return [conditionOf(heads[at] ?? '', text)]
    })
    if (written === '' || /^(primary key|unique|foreign key|check|constraint|exclude)\b/i.test(written)) {
      const said = [written, withoutTicks(type), ...others].filter((text) => text !== '' && text !== '—').join(' ')
      if (readTableConstraint(said) !== undefined) constraints.push({ text: said, spot })
      continue
    }
    const name = /^"?([A-Za-z_][A-Za-z0-9_]*)"?$/.exec(written)?.[1]
    if (name === undefined || readType(specWords(type), 0, ownTypes, true) === undefined) continue
    const description = cells.filter((_, at) => descriptionHeadings.test(heads[at] ?? '')).join(' ')
    columns.push({ name, spot, spec: [type, ...others].join(' , '), ...(description === '' ? {} : { description }) })
  }
  return columns.length === 0 ? undefined : { columns, constraints }
}

/** A cell under `Null` or `Default` says less than the constraint it means. */
function conditionOf(heading: string, text: string): string {
  const plain = withoutTicks(text).toLowerCase()
  if (/^(null|nullable|null\?)$/.test(heading)) return /^(no|nie|not null|false|n|✗|❌)$/.test(plain) ? 'not null' : ''
  if (/^(default( value)?|domyślnie|wartość domyślna)$/.test(heading)) {
    const isEmpty = ['', '-', '–', '—', 'none', 'brak', 'null'].includes(plain)
    return isEmpty || plain.startsWith('generated') ? (isEmpty ? '' : plain) : `default ${text}`
  }
  if (/^(required|not null|wymagane)$/.test(heading)) return /^(yes|tak|true|y|✓|✅|not null)$/.test(plain) ? 'not null' : text
  if (/^(key|klucz)$/.test(heading)) {
    // MySQL's own words: PRI, UNI, MUL.
    if (/^(pk|pri)/.test(plain)) return 'primary key'
    return plain === 'uni' ? 'unique' : text
  }
  return text
}
