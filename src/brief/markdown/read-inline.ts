import type { PhrasingContent } from 'mdast'
import type { Inline, Mark } from '../document.ts'
import { emptyInline, sliceInline } from './inline-text.ts'
import type { TextPositions } from './text-positions.ts'

/** What {@link readInline} needs of the document around a chunk's tree. */
export interface InlineContext {
  /** The chunk as it was parsed; a node's offsets count in it. */
  readonly chunk: string
  /** Where the chunk begins in the document. */
  readonly base: number
  readonly positions: TextPositions
}

/** An inline text with the offsets at which a new source line begins, and those of them that the author forced. */
export interface InlineLines {
  readonly inline: Inline
  readonly breaks: readonly { readonly at: number; readonly hard: boolean }[]
}

interface Builder {
  text: string
  readonly marks: Mark[]
  readonly origins: { offset: number; line: number; column: number }[]
  readonly breaks: { at: number; hard: boolean }[]
  /** Document offset that the next character would have if nothing were skipped. */
  expected: number
}

/** Builds the text of phrasing content. Struck-out text and images are left out; a line end becomes a space. */
export function readInline(nodes: readonly PhrasingContent[], context: InlineContext): InlineLines {
  const builder: Builder = { text: '', marks: [], origins: [], breaks: [], expected: -1 }
  for (const node of nodes) append(node, builder, context)
  const { text, origins, breaks } = builder
  const marks = builder.marks.filter((mark) => mark.end > mark.start).sort((a, b) => a.start - b.start || b.end - a.end)
  const whole: Inline = { text, marks, origins }
  const lead = text.length - text.trimStart().length
  const inline = text.trim() === '' ? emptyInline : sliceInline(whole, 0)
  return {
    inline,
    breaks: breaks.map(({ at, hard }) => ({ at: at - lead, hard })).filter(({ at }) => at > 0 && at < inline.text.length),
  }
}

function append(node: PhrasingContent, builder: Builder, context: InlineContext): void {
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? from
  const start = builder.text.length
  switch (node.type) {
    case 'text':
      copy(node.value, from, to, true, builder, context)
      return
    case 'inlineCode': {
      let content = from
      while (context.chunk[content] === '`') content++
      copy(node.value, content, to, false, builder, context)
      builder.marks.push({ kind: 'code', start, end: builder.text.length })
      return
    }
    case 'break':
      put(' ', context.base + from, builder, context)
      builder.breaks.push({ at: builder.text.length, hard: true })
      return
    case 'strong':
    case 'emphasis':
    case 'link':
      for (const child of node.children) append(child, builder, context)
      builder.marks.push({ kind: node.type, start, end: builder.text.length })
      return
    case 'linkReference':
      for (const child of node.children) append(child, builder, context)
      return
    default:
      return
  }
}

/**
 * Copies a node's value, finding for each character where it stands between `from` and `to`: the source also holds escapes, entities,
 * and the indentation and quote marks of continued lines.
 */
function copy(value: string, from: number, to: number, escapes: boolean, builder: Builder, context: InlineContext): void {
  const { chunk, base } = context
  const limit = Math.max(from, to - 1)
  if (to - from === value.length && chunk.startsWith(value, from) && !/[\n\r]/.test(value)) {
    put(value, base + from, builder, context)
    return
  }
  let at = from
  for (let index = 0; index < value.length; index++) {
    const wanted = value[index] as string
    if (wanted === '\n' || wanted === '\r') {
      while (at < limit && chunk[at] !== '\n' && chunk[at] !== '\r') at++
      put(' ', base + Math.min(at, limit), builder, context)
      if (wanted === '\r' && value[index + 1] === '\n') {
        index++
        at++
      }
      at++
      builder.breaks.push({ at: builder.text.length, hard: false })
      continue
    }
    const before = at
    while (at < limit && chunk[at] !== wanted && skippable.has(chunk[at] as string)) at++
    // `\&amp;` is an ampersand and a word, no entity.
    const escaped = at > before && chunk[at - 1] === '\\'
    if (escapes && wanted === '\\' && chunk[at] === '\\' && chunk[at + 1] === '\\') at++
    put(wanted, base + Math.min(at, limit), builder, context)
    if (escapes && !escaped && chunk[at] === '&' && (wanted !== '&' || ampersand.test(chunk.slice(at, at + 12)))) {
      // An entity may stand for a pair of UTF-16 units: stay on it until the second one is out.
      if (!/[\ud800-\udbff]/.test(wanted)) at = chunk.indexOf(';', at) + 1
    } else if (chunk[at] === wanted || wanted === '\ufffd') at++
  }
}

const skippable = new Set([' ', '\t', '\n', '\r', '>', '\\', '`'])
const ampersand = /^&(?:amp|AMP|#0*38|#[xX]0*26);/

function put(characters: string, offset: number, builder: Builder, context: InlineContext): void {
  if (offset !== builder.expected) {
    const line = context.positions.lineAt(offset)
    builder.origins.push({ offset: builder.text.length, line, column: context.positions.columnAt(offset) })
  }
  builder.text += characters
  const last = context.chunk.charCodeAt(offset - context.base + characters.length - 1)
  // A line end breaks the run: columns count within a line.
  builder.expected = last === 10 || last === 13 ? -1 : offset + characters.length
}
