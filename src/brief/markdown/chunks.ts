import type { Fence } from './fences.ts'
import type { Tag } from './tags.ts'

/** A stretch of a document that is parsed on its own. */
export interface Chunk {
  readonly start: number
  readonly end: number
  /** The tag that stands right before it. */
  readonly tag?: Tag
}

/** Stretches longer than `long` are cut where nothing continues, those longer than `longest` anywhere: markdown costs the square of a block's length. */
const long = 5_000
const longest = 40_000

/**
 * Cuts a document where no block can continue: before headings, after fences that were left open, and at tags, which thereby end
 * the list before them even when both stand on one line.
 */
export function cutIntoChunks(text: string, fences: readonly Fence[], tags: readonly Tag[]): readonly Chunk[] {
  const cuts: { readonly at: number; readonly tag?: Tag }[] = tags.map((tag) => ({ at: tag.end, tag }))
  let fence = 0
  for (const match of text.matchAll(/^ {0,3}#{1,6}(?=[ \t\r\n])/gm)) {
    while (fence < fences.length && (fences[fence] as Fence).end <= match.index) fence++
    const inside = fences[fence]
    if (inside === undefined || match.index < inside.start) cuts.push({ at: match.index })
  }
  cuts.sort((a, b) => a.at - b.at || (a.tag === undefined ? 1 : -1))

  const chunks: Chunk[] = []
  let current: { readonly at: number; readonly tag?: Tag } = { at: 0 }
  const close = (end: number) => {
    for (const [index, [from, to]] of shorten(text, current.at, end, fences).entries()) {
      chunks.push({ start: from, end: to, ...(index === 0 && current.tag !== undefined ? { tag: current.tag } : {}) })
    }
  }
  for (const cut of cuts) {
    close(cut.tag?.start ?? cut.at)
    current = cut
  }
  close(text.length)
  return chunks.filter((chunk) => chunk.end > chunk.start || chunk.tag !== undefined)
}

function shorten(text: string, start: number, end: number, fences: readonly Fence[]): readonly (readonly [number, number])[] {
  if (end - start <= long) return [[start, Math.max(start, end)]]
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

/** Line ends before a line that continues nothing: an item that is not indented, or any such line but a table's after an empty one. */
const safe = /\n(?=(?:[-*+]|\d{1,9}[.)])[ \t])|(?<=\n[ \t\r]*)\n(?=[^\s|>])/g

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
