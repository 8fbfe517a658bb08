import type { RootContent } from 'mdast'
import type { Spot } from '../../diagnostic/spot.ts'
import { startOf } from '../../plan/read/markdown.ts'
import { readColumnItem } from './column-items.ts'
import { isPlainCode, linesOf, type PlainLine } from './plain-lines.ts'
import type { ColumnSketch } from './sketch.ts'
import { type NamedTable, readTableHeading } from './table-name.ts'
import { codeIn, codeOffset, isParagraph } from './walk.ts'

export interface DrawnTable {
  readonly table: NamedTable
  readonly spot: Spot
  readonly columns: readonly ColumnSketch[]
}

/**
 * Tables in lines of plain text: a name on a line of its own, and below it a line for each column, drawn as a tree or not (`├── id uuid PK`). In a block of code, or in
 * a paragraph whose name is set in bold. Two columns at least, and none of the lines anything else, or it is something else that stands there.
 */
export function readDrawnTables(
  node: RootContent,
  source: string,
  file: string,
  ownTypes: ReadonlySet<string>,
): readonly DrawnTable[] {
  if (isParagraph(node)) {
    const start = startOf(node)
    const text = source.slice(start, node.position?.end.offset ?? start)
    return /^\*\*[^*\n]+\*\*[ \t]*\n/.test(text) ? tablesIn(text, start, file, ownTypes) : []
  }
  return codeIn(node).flatMap((code) => {
    return isPlainCode(code) ? tablesIn(code.value, codeOffset(code, source), file, ownTypes) : []
  })
}

function tablesIn(text: string, start: number, file: string, ownTypes: ReadonlySet<string>): readonly DrawnTable[] {
  const lines = linesOf(text, start)
  const found: DrawnTable[] = []
  for (let at = 0; at < lines.length; ) {
    const head = lines[at] as PlainLine
    let next = at + 1
    while (next < lines.length && lines[next]?.text.trim() !== '') next++
    const drawn = tableOf(head, lines.slice(at + 1, next), file, ownTypes)
    if (drawn !== undefined) found.push(drawn)
    at = Math.max(next, at + 1)
    while (at < lines.length && lines[at]?.text.trim() === '') at++
  }
  return found
}

function tableOf(
  head: PlainLine,
  below: readonly PlainLine[],
  file: string,
  ownTypes: ReadonlySet<string>,
): DrawnTable | undefined {
  const name = head.text.trim().replaceAll('*', '').replace(/:$/, '')
  const table = /^`?[\w.]+`?(\s*\([^)]*\))?$/.test(name) ? readTableHeading(name) : undefined
  if (table === undefined) return undefined
  const columns = below.flatMap(({ text, start }): readonly ColumnSketch[] => {
    const branch = /^[\s│├└┬─|+`*-]*/.exec(text)?.[0].length ?? 0
    const column = readColumnItem(text.slice(branch).replace(/^(\w+)\s*,/, '$1 '), ownTypes, true)
    return column === undefined ? [] : [{ ...column, spot: { file, start: start + branch, end: start + text.trimEnd().length } }]
  })
  if (columns.length < 2 || columns.length < below.length) return undefined
  return { table, spot: { file, start: head.start, end: head.start + head.text.length }, columns }
}
