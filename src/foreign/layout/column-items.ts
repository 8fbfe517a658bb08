import type { List, ListItem } from 'mdast'
import { isParagraph } from '../../plan/read/markdown.ts'
import type { StatementWords } from '../mend/statement-words.ts'
import { isTypeWord, readType } from '../spec/column-type.ts'
import { specWords } from '../spec/spec-words.ts'
import { readTableConstraint } from '../spec/table-constraint.ts'
import type { ColumnSketch, ConstraintSketch } from './sketch.ts'

export interface ItemText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The source of a list item, nested lists included. */
export function itemText(item: ListItem, source: string): ItemText {
  const start = item.children[0]?.position?.start.offset ?? item.position?.start.offset ?? 0
  const end = item.position?.end.offset ?? start
  return { text: source.slice(start, end), start, end }
}

/** The source of an item's own paragraph. */
export function ownText(item: ListItem, source: string): ItemText {
  const [first] = item.children
  const start = first?.position?.start.offset ?? item.position?.start.offset ?? 0
  const end = first !== undefined && isParagraph(first) ? (first.position?.end.offset ?? start) : start
  return { text: source.slice(start, end), start, end }
}

export interface ColumnItems {
  readonly columns: readonly ColumnSketch[]
  readonly constraints: readonly ConstraintSketch[]
  /** How many items are neither. */
  readonly others: number
}

const notNames: ReadonlySet<string> = new Set(
  'unique primary foreign check constraint create exclude btree gin gist brin on alter grant revoke trigger'.split(' '),
)

/**
 * Reads a list as the columns of a table: `- **id**: UUID PRIMARY KEY`, ``- `id uuid` — primary key``, `- id (uuid, pk)`; items such as `UNIQUE (a, b)` are its
 * constraints. What is nested in an item belongs to its column.
 *
 * @param isTable whether a heading says that a table comes here; a type of an unknown name is then believed.
 */
export function readColumnItems(
  list: List,
  source: string,
  file: string,
  ownTypes: ReadonlySet<string>,
  isTable: boolean,
): ColumnItems {
  const columns: ColumnSketch[] = []
  const constraints: ConstraintSketch[] = []
  let others = 0
  for (const item of list.children) {
    const { text, start, end } = itemText(item, source)
    const spot = { file, start, end: start + (ownText(item, source).text.length || end - start) }
    if (isEnumNamed(text, ownTypes) && isUsedAsType(text, source)) continue
    if (readTableConstraint(text) !== undefined && !isColumnNamed(text, ownTypes)) {
      constraints.push({ text: ownText(item, source).text, spot })
      continue
    }
    const column = readColumnItem(text, ownTypes, isTable)
    if (column === undefined) others++
    else columns.push({ ...column, spot })
  }
  return { columns, constraints, others }
}

/** `` `mood` enum ('a', 'b') `` declares a type that the document uses, and no column. */
function isEnumNamed(text: string, ownTypes: ReadonlySet<string>): boolean {
  const name = /^\W*(\w+)\W+(?:as\s+)?enum\s*\(/i.exec(text)?.[1]
  return name !== undefined && ownTypes.has(name)
}

/** Whether the document gives another name the type that an item names first: `- **feeling**: mood`. By itself `` `mood` enum (…) `` is a column with values of its own. */
function isUsedAsType(text: string, source: string): boolean {
  const name = /^\W*(\w+)/.exec(text)?.[1] ?? ''
  return new RegExp(`^[\\s>|*\`-]*(?!${name}\\b)"?\\w+"?[*\`"]*\\s*[:|–(-]?\\s*[\`*(]*${name}\\b`, 'm').test(source)
}

function isColumnNamed(text: string, ownTypes: ReadonlySet<string>): boolean {
  return readColumnItem(text, ownTypes, false) !== undefined
}

/** The name and specification in an item's text. */
export function readColumnItem(
  text: string,
  ownTypes: ReadonlySet<string>,
  anyType: boolean,
): { readonly name: string; readonly spec: string } | undefined {
  const words = specWords(text)
  let at = 0
  while (['`', '('].includes(words.word(at)) || (words.word(at) === 'optional' && words.word(at + 1) === ')')) at++
  const token = words.tokens[at]
  const name = token?.text ?? ''
  if (token?.kind !== 'word' || !/^"?[A-Za-z_][A-Za-z0-9_]*"?$/.test(name) || notNames.has(name.toLowerCase())) return undefined
  // Named as constraints are.
  if (/_(check|key|fkey|pkey|idx|unique)$/.test(name) && !isTypeWord(words.word(words.find(':', at) + 1), ownTypes))
    return undefined
  let next = at + 1
  while (['`', ':', '-', ';', '>', '=', '('].includes(words.word(next))) next++
  if (readType(words, next, ownTypes, anyType && isTypeLike(words, next)) === undefined) return undefined
  const from = words.start(next)
  return { name: name.replaceAll('"', ''), spec: text.slice(from) }
}

/** A name that the document gives no meaning to is a type where it looks like one: `order_status`, `rating_enum[]`, before the end or a constraint. */
function isTypeLike(words: StatementWords, at: number): boolean {
  return (
    /_/.test(words.word(at)) ||
    ['not', 'primary', 'default', 'references', 'check', 'null', 'unique'].includes(words.word(at + 1))
  )
}
