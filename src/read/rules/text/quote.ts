import type { Document, Inline } from '../../../brief/document.ts'
import { type Passage, trimmed } from './passage.ts'

export interface Quote {
  readonly line: number
  readonly quote: string
}

const longest = 240

/** Where the character at `offset` of an inline stands in the document. */
function placeAt(inline: Inline, offset: number): { readonly line: number; readonly column: number } | undefined {
  let found: Inline['origins'][number] | undefined
  for (const origin of inline.origins) {
    if (origin.offset > offset) break
    found = origin
  }
  return found && { line: found.line, column: found.column + (offset - found.offset) }
}

/**
 * The verbatim piece of one line that a passage stands on: from its first character to its last, markdown included, or to the
 * end of the line when the passage goes on below. `fallback` is the line to quote when the passage cannot be placed.
 */
export function quoteOf(document: Document, passage: Passage, fallback: number): Quote {
  const tight = trimmed(passage)
  const from = placeAt(tight.inline, tight.start)
  if (from && tight.start < tight.end) {
    const text = document.lines[from.line - 1] ?? ''
    const to = placeAt(tight.inline, tight.end - 1)
    const end = to && to.line === from.line ? to.column : text.length
    // Markdown's own signs belong to what they mark up.
    let first = from.column - 1
    while (first > 0 && /[`*_"'„(]/.test(text[first - 1] ?? '')) first -= 1
    let last = Math.max(end, from.column - 1)
    while (last < text.length && /[`*_"'”]/.test(text[last] ?? '')) last += 1
    const quote = text.slice(first, last).trim()
    if (quote !== '') return { line: from.line, quote: shortened(quote) }
  }
  return quoteOfLine(document, from?.line ?? fallback)
}

/** The whole line, or the nearest one that holds text. */
export function quoteOfLine(document: Document, line: number): Quote {
  for (let at = Math.max(1, line); at <= document.lines.length; at += 1) {
    const text = (document.lines[at - 1] ?? '').trim()
    if (text !== '') return { line: at, quote: shortened(text) }
  }
  for (let at = Math.min(line, document.lines.length); at >= 1; at -= 1) {
    const text = (document.lines[at - 1] ?? '').trim()
    if (text !== '') return { line: at, quote: shortened(text) }
  }
  return { line: 1, quote: '' }
}

function shortened(text: string): string {
  if (text.length <= longest) return text
  const space = text.lastIndexOf(' ', longest)
  const cut = space > longest / 2 ? space : longest
  return text.slice(0, cut).trimEnd()
}
