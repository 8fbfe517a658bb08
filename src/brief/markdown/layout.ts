import type { Heading, Nodes, Paragraph, Table } from 'mdast'
import type { Inline } from '../document.ts'
import { sliceInline } from './inline-text.ts'
import { layOutList } from './layout-list.ts'
import { parseMarkdown } from './parse-markdown.ts'
import type { PieceList } from './piece.ts'
import { type InlineContext, readInline } from './read-inline.ts'
import { splitEnumeration, splitLines } from './split-lines.ts'

/** Where a node stands: the chunk it is from, the number of lists around it, the piece it is under, and how deep the tree is. */
export interface Spot {
  readonly context: InlineContext
  readonly list: PieceList
  readonly level: number
  readonly parent?: number
  readonly depth: number
}

/** Lays out one chunk of a document as pieces. Nesting is kept as `level` (the number of lists around) and `parent`. */
export function layOut(context: InlineContext, list: PieceList): void {
  for (const node of parseMarkdown(context.chunk).children) layOutNode(node, { context, list, level: 0, depth: 0 })
}

/** Lists in lists in lists: deeper than this nobody writes, and nothing is read. */
const deepest = 100

export function layOutNode(node: Nodes, spot: Spot): void {
  if (spot.depth > deepest) return
  switch (node.type) {
    case 'heading':
      addHeading(node, spot)
      return
    case 'paragraph':
      addParagraph(node, spot)
      return
    case 'list':
      layOutList(node, spot)
      return
    case 'table':
      addTable(node, spot)
      return
    case 'code':
      spot.list.add({ kind: 'code', language: (node.lang ?? '').toLowerCase(), text: node.value, line: lineOf(node, spot) })
      return
    case 'thematicBreak':
      spot.list.add({ kind: 'rule', line: lineOf(node, spot) })
      return
    case 'blockquote':
      for (const child of node.children) layOutNode(child, { ...spot, depth: spot.depth + 1 })
      return
    default:
      return
  }
}

/** A line of dashes right under a paragraph makes it a heading in markdown; long or several lines were never meant as one. */
function addHeading(node: Heading, spot: Spot): void {
  const parts = splitLines(readInline(node.children, spot.context))
  const [first] = parts
  if (first === undefined) return
  const underlined = spot.context.chunk[node.position?.start.offset ?? 0] !== '#'
  const prose = underlined && (parts.length > 1 || first.text.length > 80 || /[.;,]$/.test(first.text))
  for (const inline of parts) {
    const line = lineOfInline(inline, node, spot)
    if (prose) spot.list.add({ kind: 'paragraph', inline, level: spot.level, line })
    else spot.list.add({ kind: 'heading', depth: node.depth, inline, line })
  }
  if (prose) spot.list.add({ kind: 'rule', line: lineOf(node, spot) })
}

/** Signs that people begin a line with where markdown wants a dash. */
const bullet = /^[•◦▪●‣→–—✓✔✅❌☐☑-]\s+/u

function addParagraph(node: Paragraph, spot: Spot): void {
  const { list, level } = spot
  const under = level > 0 && spot.parent !== undefined ? { parent: spot.parent } : {}
  for (const whole of splitLines(readInline(node.children, spot.context))) {
    const parts = splitEnumeration(whole)
    const sign = parts.length === 1 ? bullet.exec(whole.text) : null
    for (const { inline, number } of parts) {
      const at = { level, line: lineOfInline(inline, node, spot), ...under }
      const section = parts.length === 1 ? sectionDepth(whole.text) : undefined
      if (section !== undefined) list.add({ kind: 'heading', depth: section, inline: whole, line: at.line })
      else if (parts.length > 1) list.add({ kind: 'item', inline, ...at, ...(number === undefined ? {} : { number }) })
      else if (sign) list.add({ kind: 'item', inline: sliceInline(whole, sign[0].length), ...at })
      else list.add({ kind: 'paragraph', inline: whole, ...at })
    }
  }
}

/** The depth of the heading that a line such as `3.1.2. Preferences` is in effect, also where indentation put it into the list above. */
function sectionDepth(text: string): number | undefined {
  const number = /^\d{1,2}((?:\.\d{1,2}){1,3})\.?\s+\p{Lu}/u.exec(text)
  if (number === null || text.length > 80 || /[.;,:]$/.test(text)) return undefined
  return 1 + (number[0].match(/\d+/g) as RegExpMatchArray).length
}

function addTable(table: Table, spot: Spot): void {
  const cells = table.children.map((row) => row.children.map((cell) => readInline(cell.children, spot.context).inline))
  const [header = [], ...rows] = cells
  const parent = spot.parent ?? spot.list.introduction()
  spot.list.add({ kind: 'table', header, rows, line: lineOf(table, spot), ...(parent === undefined ? {} : { parent }) })
}

export function lineOfInline(inline: Inline, node: Nodes, spot: Spot): number {
  return inline.origins[0]?.line ?? lineOf(node, spot)
}

export function lineOf(node: Nodes, { context }: Spot): number {
  return context.positions.lineAt(context.base + (node.position?.start.offset ?? 0))
}
