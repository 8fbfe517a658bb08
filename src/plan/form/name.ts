import { identifier, shortName } from '../../sql/quote.ts'
import { writeCode, writeCodes } from './code.ts'

/**
 * Names stand in code spans, spelled as SQL spells them: quoted where they must be, and qualified unless they are in `public`.
 * So a name can be copied from the plan into a query. A person may leave the quotes out.
 */
export function tableName(schema: string, name: string): string {
  return shortName({ schema, name })
}

export function writeTable(object: { readonly schema: string; readonly name: string }, inCell: boolean): string {
  return writeCode(tableName(object.schema, object.name), inCell)
}

export function writeColumn(name: string, inCell: boolean): string {
  return writeCode(identifier(name), inCell)
}

export function writeColumns(names: readonly string[], inCell: boolean): string {
  return writeCodes(names.map(identifier), inCell)
}

/** Reads one identifier at `at`: quoted, or up to the next mark that no bare name contains. */
export function scanIdentifier(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  if (text[at] === '"') {
    const match = /"((?:[^"]|"")+)"/y
    match.lastIndex = at
    const found = match.exec(text)
    return found === null ? undefined : { name: (found[1] ?? '').replaceAll('""', '"'), end: match.lastIndex }
  }
  const bare = /[^\s.,;()"'`→←]+/y
  bare.lastIndex = at
  const found = bare.exec(text)
  return found === null ? undefined : { name: found[0], end: bare.lastIndex }
}

export interface QualifiedName {
  readonly schema: string
  readonly name: string
}

/** Reads `name` or `schema.name` at `at`; a bare name is in `public`. */
export function scanQualified(text: string, at: number): { readonly object: QualifiedName; readonly end: number } | undefined {
  const first = scanIdentifier(text, at)
  if (first === undefined) return undefined
  if (text[first.end] !== '.') return { object: { schema: 'public', name: first.name }, end: first.end }
  const second = scanIdentifier(text, first.end + 1)
  return second === undefined ? undefined : { object: { schema: first.name, name: second.name }, end: second.end }
}

/** Reads a code span that holds one identifier; undefined if it holds anything else. */
export function readName(code: string): string | undefined {
  const text = code.trim()
  const found = scanIdentifier(text, 0)
  return found !== undefined && found.end === text.length ? found.name : undefined
}

/** Reads a code span that holds a table's name. */
export function readTableName(code: string): QualifiedName | undefined {
  const text = code.trim()
  const found = scanQualified(text, 0)
  return found !== undefined && found.end === text.length ? found.object : undefined
}

/** Reads `users (id)` or `race_entries (id, race_id)`; the column list may be missing. */
export function readReferenced(code: string): (QualifiedName & { readonly columns: readonly string[] }) | undefined {
  const text = code.trim()
  const table = scanQualified(text, 0)
  if (table === undefined) return undefined
  let at = skipBlanks(text, table.end)
  if (at === text.length) return { ...table.object, columns: [] }
  if (text[at] !== '(') return undefined
  const columns: string[] = []
  do {
    const column = scanIdentifier(text, skipBlanks(text, at + 1))
    if (column === undefined) return undefined
    columns.push(column.name)
    at = skipBlanks(text, column.end)
  } while (text[at] === ',')
  return text[at] === ')' && skipBlanks(text, at + 1) === text.length ? { ...table.object, columns } : undefined
}

function skipBlanks(text: string, at: number): number {
  let end = at
  while (end < text.length && /\s/.test(text[end] ?? '')) end++
  return end
}
