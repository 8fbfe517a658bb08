import type { Fence } from './fences.ts'
import type { Tag } from './tags.ts'

/** A stretch of a document that is parsed on its own. */
export interface Chunk {
  readonly start: number
  readonly end: number
  /** The tag that stands right before it. */
  readonly tag?: Tag
}

/** Above this many characters a stretch is cut at an empty line: some constructs of markdown cost the square of their block's length. */
const longest = 20_000

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
  if (end <= start) return [[start, start]]
  const parts: (readonly [number, number])[] = []
  let from = start
  while (end - from > longest) {
    const cut = cutBefore(text, from, from + longest, end, fences)
    if (cut >= end) break
    parts.push([from, cut])
    from = cut
  }
  parts.push([from, end])
  return parts
}

function cutBefore(text: string, from: number, limit: number, end: number, fences: readonly Fence[]): number {
  const fence = fenceAt(fences, limit)
  if (fence !== undefined && fence.start > from) return fence.start
  if (fence !== undefined) return Math.min(fence.end, end)
  const emptyLine = /\n[ \t\r]*\n(?=[^\s])/g
  const stretch = text.slice(from, limit)
  let best = 0
  for (const match of stretch.matchAll(emptyLine)) {
    const at = from + match.index + match[0].length
    if (fenceAt(fences, at) === undefined) best = at
  }
  if (best > from) return best
  const newline = text.lastIndexOf('\n', limit - 1)
  if (newline >= from) return newline + 1
  const space = text.lastIndexOf(' ', limit - 1)
  return space > from ? space + 1 : surrogateSafe(text, limit)
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

function surrogateSafe(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}
