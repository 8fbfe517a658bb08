import { specWords } from '../spec/spec-words.ts'
import { readTableConstraint } from '../spec/table-constraint.ts'
import { readColumnItem } from './column-items.ts'
import type { ColumnSketch, ConstraintSketch } from './sketch.ts'
import { type NamedTable, qualifiedName } from './table-name.ts'

export interface ListedTable {
  readonly table: NamedTable
  readonly start: number
  readonly end: number
  readonly columns: readonly ColumnSketch[]
  readonly constraints: readonly ConstraintSketch[]
}

/**
 * A table in one line, its columns in parentheses behind its name: `` `kites` (id uuid PK, span numeric(4,2) not null, flyer_id uuid FK → flyers.id, unique (id, span)) ``. Two
 * columns with their types at least; a list of names alone says too little.
 */
export function readListedTable(
  text: string,
  start: number,
  file: string,
  ownTypes: ReadonlySet<string>,
): ListedTable | undefined {
  const lead = /^[`*]*([A-Za-z_][\w.]*)[`*]*\s*:?\s*(?=\()/.exec(text)
  const named = lead === null ? undefined : qualifiedName(lead[1] ?? '')
  if (lead === null || named === undefined) return undefined
  const words = specWords(text)
  const open = words.tokens.findIndex((token) => token.text === '(')
  const close = words.closing(open)
  if (open < 0 || close >= words.tokens.length) return undefined
  const columns: ColumnSketch[] = []
  const constraints: ConstraintSketch[] = []
  for (const [from, to] of words.list(open)) {
    const [at, end] = [words.start(from), words.end(to - 1)]
    const said = text.slice(at, end)
    const spot = { file, start: start + at, end: start + end }
    const column = readColumnItem(said, ownTypes, false)
    if (column !== undefined) columns.push({ ...column, spot })
    else if (readTableConstraint(said) !== undefined) constraints.push({ text: said, spot })
    else return undefined
  }
  return columns.length < 2
    ? undefined
    : { table: { ...named, isCode: true }, start, end: start + lead[0].length, columns, constraints }
}
