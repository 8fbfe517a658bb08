import type { List, Nodes, Paragraph, Table } from 'mdast'
import type { Inline } from '../document.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { sliceInline } from './inline-text.ts'
import { type InlineContext, readInline } from './read-inline.ts'
import { splitEnumeration, splitLines } from './split-lines.ts'

/** A piece of a document before it is known what part of the document it stands in. `line` is the document's, `parent` an index of the pieces. */
export type Piece = { readonly line: number; readonly parent?: number } & (
  | { readonly kind: 'heading'; readonly depth: number; readonly inline: Inline }
  | { readonly kind: 'paragraph'; readonly inline: Inline; readonly level: number }
  | { readonly kind: 'item'; readonly inline: Inline; readonly number?: number; readonly level: number }
  | { readonly kind: 'table'; readonly header: readonly Inline[]; readonly rows: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'rule' }
)

interface Layout {
  readonly context: InlineContext
  readonly pieces: Piece[]
}

/**
 * Lays out one chunk of a document, appending to `pieces`. Nesting is kept as `level` and `parent`. `level` of a paragraph is the number of lists it
 * stands in.
 */
export function layOut(context: InlineContext, pieces: Piece[]): void {
  const layout = { context, pieces }
  for (const node of parseMarkdown(context.chunk).children) walk(node, layout, 0, lastIntroduction(pieces))
}

/** Quotes in quotes in quotes: deeper than this nobody writes, and nothing is read. */
const deepest = 100

function walk(node: Nodes, layout: Layout, level: number, parent: number | undefined, depth = 0): void {
  if (depth > deepest) return
  const { context, pieces } = layout
  const line = lineOf(node, context)
  switch (node.type) {
    case 'heading': {
      const lines = splitLines(readInline(node.children, context))
      const [inline] = lines
      if (inline === undefined) return
      // A line of dashes right under a paragraph makes it a heading in markdown; long or several lines were never meant as one.
      const underlined = context.chunk[node.position?.start.offset ?? 0] !== '#'
      if (underlined && (lines.length > 1 || inline.text.length > 80 || /[.;,]$/.test(inline.text))) {
        for (const part of lines) pieces.push({ kind: 'paragraph', inline: part, level, line: part.origins[0]?.line ?? line })
        pieces.push({ kind: 'rule', line })
      } else for (const part of lines) pieces.push({ kind: 'heading', depth: node.depth, inline: part, line: part.origins[0]?.line ?? line })
      return
    }
    case 'paragraph':
      pushParagraph(node, layout, level, level > 0 ? parent : undefined)
      return
    case 'list': {
      const before = pieces[pieces.length - 1]
      // `1. Out of scope:` with a list at the same indentation below it: the list is meant to be inside.
      const introduced = before?.kind === 'item' && before.level === level && before.inline.text.endsWith(':')
      if (introduced) walkList(node, layout, level + 1, pieces.length - 1, depth)
      else walkList(node, layout, level, parent, depth)
      return
    }
    case 'table':
      pushTable(node, layout, lastIntroduction(pieces))
      return
    case 'code':
      pieces.push({ kind: 'code', language: (node.lang ?? '').toLowerCase(), text: node.value, line })
      return
    case 'thematicBreak':
      pieces.push({ kind: 'rule', line })
      return
    case 'blockquote':
      for (const child of node.children) walk(child, layout, level, lastIntroduction(pieces), depth + 1)
      return
    default:
      return
  }
}

function pushParagraph(node: Paragraph, { context, pieces }: Layout, level: number, parent: number | undefined): void {
  const under = parent === undefined ? {} : { parent }
  for (const inline of splitLines(readInline(node.children, context))) {
    const parts = splitEnumeration(inline)
    for (const part of parts) {
      const line = part.inline.origins[0]?.line ?? lineOf(node, context)
      const bullet = /^[•◦▪●‣→–—✓✔✅❌☐☑-]\s+/u.exec(inline.text)
      if (bullet && parts.length === 1) pieces.push({ kind: 'item', inline: sliceInline(inline, bullet[0].length), level, line, ...under })
      else if (parts.length === 1) pieces.push({ kind: 'paragraph', inline, level, line, ...under })
      else pieces.push({ kind: 'item', level, line, ...under, ...part })
    }
  }
}

function walkList(list: List, layout: Layout, level: number, parent: number | undefined, depth: number): void {
  const { context, pieces } = layout
  for (const item of list.children) {
    const number = list.ordered ? numberAt(context.chunk, item.position?.start.offset ?? 0) : undefined
    const under = parent === undefined ? {} : { parent }
    const [first, ...rest] = item.children
    const opening = first?.type === 'paragraph' ? splitLines(readInline(first.children, context)) : []
    const [inline, ...more] = opening
    const own = pieces.length
    if (inline !== undefined) {
      for (const part of splitEnumeration(inline, number)) {
        const line = part.inline.origins[0]?.line ?? lineOf(item, context)
        pieces.push({ kind: 'item', level, line, ...under, inline: part.inline, ...(number === undefined ? {} : { number: part.number ?? number }) })
      }
    }
    for (const part of more) pieces.push({ kind: 'paragraph', inline: part, level: level + 1, parent: own, line: part.origins[0]?.line ?? lineOf(item, context) })
    const children = inline === undefined ? item.children : rest
    for (const child of children) walk(child, layout, level + 1, pieces.length > own ? lastOpening(pieces, own, level) : parent, depth + 1)
  }
}

/** The piece of an item that what follows in the item stands under: its last label or line, not its nested items. */
function lastOpening(pieces: readonly Piece[], own: number, level: number): number {
  for (let index = pieces.length - 1; index > own; index--) {
    const piece = pieces[index] as Piece
    if (piece.kind === 'paragraph' && piece.level === level + 1) return index
    if (piece.kind === 'item' && piece.level === level) return index
  }
  return own
}

function pushTable(table: Table, { context, pieces }: Layout, parent: number | undefined): void {
  const cells = table.children.map((row) => row.children.map((cell) => readInline(cell.children, context).inline))
  const [header = [], ...rows] = cells
  pieces.push({ kind: 'table', header, rows, line: lineOf(table, context), ...(parent === undefined ? {} : { parent }) })
}

/** The heading or paragraph that a list or table after these pieces stands under. */
function lastIntroduction(pieces: readonly Piece[]): number | undefined {
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index] as Piece
    if (piece.kind === 'heading' || piece.kind === 'paragraph') return index
    if (piece.kind === 'rule') return undefined
  }
  return undefined
}

function numberAt(chunk: string, offset: number): number {
  const digits = /^\D{0,10}(\d{1,9})/.exec(chunk.slice(offset, offset + 20))
  return digits ? Number(digits[1]) : 1
}

function lineOf(node: Nodes, context: InlineContext): number {
  return context.positions.lineAt(context.base + (node.position?.start.offset ?? 0))
}
