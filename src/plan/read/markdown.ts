import type { Code, Heading, List, Nodes, Paragraph, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { type Inline, isAsciiPunctuation } from '../form/inline.ts'
import { partsOfMarkdown } from './parts-of-markdown.ts'

/** A heading and what stands under it, down to the next heading of its own level or above. */
export interface Section {
  readonly depth: number
  /** The heading's text; empty for what stands before the first heading. */
  readonly heading: Inline
  readonly blocks: readonly RootContent[]
  readonly children: readonly Section[]
}

/**
 * The reader takes the source of each paragraph and cell as it stands and reads what is inside by the plan's own forms, so the parts of
 * markdown that live inside a line need not be parsed: that halves the time.
 */
const onlyBlocks: ReturnType<typeof gfm> = {
  disable: {
    null: [
      ...[
        'attention',
        'autolink',
        'characterEscape',
        'characterReference',
        'codeText',
        'definition',
        'hardBreakEscape',
        'htmlText',
      ],
      ...['labelEnd', 'labelStartImage', 'labelStartLink', 'strikethrough', 'tasklistCheck'],
      ...['wwwAutolink', 'protocolAutolink', 'emailAutolink'],
      ...['gfmFootnoteCall', 'gfmFootnoteDefinition', 'gfmPotentialFootnoteCall'],
    ],
  },
}
const gfmNodes = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension)

/** Parses a plan into its tree of sections. Any text is markdown, so this cannot fail. */
export function parseSections(text: string): Section {
  const { section } = collect(parseBlocks(text), 0, 0, { text: '', start: 0, inCell: false }, text)
  return section
}

/** The blocks of a text, with their places in it. */
export function parseBlocks(text: string, starts = partsOfMarkdown(text)): readonly RootContent[] {
  return starts.flatMap((start, index) => {
    const part = text.slice(start, starts[index + 1])
    const { children } = fromMarkdown(part, { extensions: [gfm(), onlyBlocks], mdastExtensions: [gfmNodes] })
    if (start > 0) for (const block of children) moveBy(block, start)
    return children
  })
}

/** What stands at an offset of a part stands that much further on in the whole. Nobody asks for its line. */
function moveBy(node: Nodes, offset: number): void {
  const { position } = node
  if (position?.start.offset !== undefined) position.start.offset += offset
  if (position?.end.offset !== undefined) position.end.offset += offset
  if ('children' in node) for (const child of node.children) moveBy(child, offset)
}

function collect(
  nodes: readonly RootContent[],
  from: number,
  depth: number,
  heading: Inline,
  text: string,
): { section: Section; next: number } {
  const blocks: RootContent[] = []
  const children: Section[] = []
  let at = from
  while (at < nodes.length) {
    const node = nodes[at]
    if (node === undefined) break
    if (node.type !== 'heading') {
      blocks.push(node)
      at++
      continue
    }
    if (node.depth <= depth) break
    const inner = collect(nodes, at + 1, node.depth, headingInline(node, text), text)
    children.push(inner.section)
    at = inner.next
  }
  return { section: { depth, heading, blocks, children }, next: at }
}

function headingInline(node: Heading, text: string): Inline {
  return spanOf(node.children, text) ?? { text: '', start: node.position?.start.offset ?? 0, inCell: false }
}

/** The source of a run of inline nodes, exactly as it stands in the file. */
function spanOf(nodes: Heading['children'] | Paragraph['children'], text: string): Inline | undefined {
  const start = nodes[0]?.position?.start.offset
  const end = nodes.at(-1)?.position?.end.offset
  return start === undefined || end === undefined ? undefined : { text: text.slice(start, end), start, inCell: false }
}

export function startOf(node: RootContent | undefined): number {
  return node?.position?.start.offset ?? 0
}

export function paragraphInline(node: Paragraph, text: string): Inline {
  const start = startOf(node)
  return { text: text.slice(start, node.position?.end.offset ?? start), start, inCell: false }
}

export const isParagraph = (node: RootContent): node is Paragraph => node.type === 'paragraph'
export const isTable = (node: RootContent): node is Table => node.type === 'table'
export const isList = (node: RootContent): node is List => node.type === 'list'
export const isSql = (node: RootContent): node is Code => node.type === 'code' && (node.lang ?? '').toLowerCase() === 'sql'

/** The text of each item of a list, with what is nested in it left to its own item. */
export function itemInlines(list: List, text: string): readonly Inline[] {
  return list.children.flatMap((item) => {
    const [first] = item.children
    const own = first?.type === 'paragraph' ? [paragraphInline(first, text)] : []
    return [...own, ...item.children.filter(isList).flatMap((inner) => itemInlines(inner, text))]
  })
}

/** The cells of a table's rows, header first, each as it stands between its pipes. */
export function cellInlines(table: Table, text: string): readonly (readonly Inline[])[] {
  return table.children.map((row) =>
    row.children.map((cell) => {
      const from = cell.position?.start.offset ?? 0
      const to = cell.position?.end.offset ?? from
      return trimCell(text.slice(from, to), from)
    }),
  )
}

/** A cell's position covers the pipe before it, and in the last cell the one behind it too. */
function trimCell(source: string, from: number): Inline {
  let start = source.startsWith('|') ? 1 : 0
  let end = source.length
  if (end > start && source.endsWith('|') && !isEscaped(source, end - 1)) end--
  while (start < end && /[ \t]/.test(source[start] ?? '')) start++
  while (end > start && /[ \t]/.test(source[end - 1] ?? '')) end--
  return { text: source.slice(start, end), start: from + start, inCell: true }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1 && isAsciiPunctuation(text[at])
}

/** Where the content of a fenced block begins in the file. */
export function codeStart(node: Code, text: string): number {
  const fence = startOf(node)
  const lineEnd = text.indexOf('\n', fence)
  return lineEnd < 0 ? fence : lineEnd + 1
}
