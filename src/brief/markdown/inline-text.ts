import type { Inline, Mark } from '../document.ts'

type Origin = Inline['origins'][number]

export const emptyInline: Inline = { text: '', marks: [], origins: [] }

/** Where the character at `offset` of the text stands in its document. */
export function originAt(inline: Inline, offset: number): { readonly line: number; readonly column: number } | undefined {
  const origin = inline.origins[originIndex(inline.origins, offset)]
  return origin && { line: origin.line, column: origin.column + (offset - origin.offset) }
}

/** Part of an inline text, with its marks and origins, without white space at its ends. */
export function sliceInline(inline: Inline, from: number, to: number = inline.text.length): Inline {
  let start = Math.max(0, from)
  let end = Math.min(to, inline.text.length)
  while (start < end && isSpace(inline.text[start] as string)) start++
  while (end > start && isSpace(inline.text[end - 1] as string)) end--
  if (start >= end) return emptyInline
  if (start === 0 && end === inline.text.length) return inline
  const marks: Mark[] = []
  for (const mark of inline.marks) {
    if (mark.end <= start || mark.start >= end) continue
    marks.push({ kind: mark.kind, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start })
  }
  const origins: Origin[] = []
  for (let index = originIndex(inline.origins, start); index < inline.origins.length; index++) {
    const origin = inline.origins[index] as Origin
    if (origin.offset >= end) break
    const skipped = Math.max(0, start - origin.offset)
    origins.push({ offset: origin.offset + skipped - start, line: origin.line, column: origin.column + skipped })
  }
  return { text: inline.text.slice(start, end), marks, origins }
}

/** Index of the last origin at or before `offset`. */
function originIndex(origins: readonly Origin[], offset: number): number {
  let low = 0
  let high = origins.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((origins[middle] as Origin).offset <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}
