import type { Fence } from './fences.ts'
import type { Tag } from './tags.ts'

/** A stretch of a document that is parsed on its own. */
export interface Chunk {
  readonly start: number
  readonly end: number
  /** The tag that stands right before it. */
  readonly tag?: Tag
}

/**
 * Stretches longer than `long` are cut where nothing continues, those longer than `longest` anywhere: markdown costs the square of a block's
 * length, and some per call.
 */
const long = 4_000
const longest = 40_000

/**
 * Cuts a document where no block can continue: at tags, which thereby end the list before them even when both stand on one line; where a fence was
 * left open; and before headings, items and paragraphs once a stretch is long.
 */
export function cutIntoChunks(text: string, fences: readonly Fence[], tags: readonly Tag[]): readonly Chunk[] {
  const cuts: { readonly end: number; readonly next: number; readonly tag?: Tag }[] = [
    ...tags.map((tag) => ({ end: tag.start, next: tag.end, tag })),
    ...fences.filter((fence) => fence.unclosed).map((fence) => ({ end: fence.end, next: fence.end })),
  ].sort((a, b) => a.next - b.next)
  const chunks: Chunk[] = []
  let from = 0
  let tag: Tag | undefined
  for (const cut of [...cuts, { end: text.length, next: text.length }]) {
    for (const [index, [start, end]] of shorten(text, from, Math.max(from, cut.end), fences).entries()) {
      if (index === 0 && tag !== undefined) chunks.push({ start, end, tag })
      else if (end > start) chunks.push({ start, end })
    }
    from = cut.next
    tag = 'tag' in cut ? cut.tag : undefined
  }
  if (tag !== undefined) chunks.push({ start: from, end: text.length, tag })
  return chunks
}

function shorten(text: string, start: number, end: number, fences: readonly Fence[]): readonly (readonly [number, number])[] {
  if (end - start <= long) return [[start, end]]
  const parts: (readonly [number, number])[] = []
  let from = start
  const cut = (at: number) => {
    if (at <= from || at >= end) return
    parts.push([from, at])
    from = at
  }
  for (const { index } of text.slice(start, end).matchAll(safe)) {
    const at = start + index + 1
    while (at - from > longest && fenceAt(fences, from + longest) === undefined) cut(anywhere(text, from))
    if (at - from > long && fenceAt(fences, at) === undefined) cut(at)
  }
  while (end - from > longest && fenceAt(fences, from + longest) === undefined) cut(anywhere(text, from))
  parts.push([from, end])
  return parts
}

/** Line ends before a line that continues nothing: a heading, an item that is not indented, or any such line but a table's after an empty one. */
const safe = /\n(?=#{1,6}[ \t]|(?:[-*+]|\d{1,9}[.)])[ \t])|\n(?<=\n[ \t\r]*\n)(?=[^\s|>])/g

function anywhere(text: string, from: number): number {
  const limit = from + longest
  const newline = text.lastIndexOf('\n', limit - 1)
  if (newline > from) return newline + 1
  const space = text.lastIndexOf(' ', limit - 1)
  if (space > from) return space + 1
  const unit = text.charCodeAt(limit)
  return unit >= 0xdc00 && unit <= 0xdfff ? limit + 1 : limit
}

function fenceAt(fences: readonly Fence[], offset: number): Fence | undefined {
  let low = 0
  let high = fences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const fence = fences[middle] as Fence
    if (fence.end <= offset) low = middle + 1
    else if (fence.start >= offset) high = middle - 1
    else return fence
  }
  return undefined
}
