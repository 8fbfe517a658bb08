import type { List, ListItem } from 'mdast'
import { layOutNode, lineOfInline, type Spot } from './layout.ts'
import type { Piece, PieceList } from './piece.ts'
import { readInline } from './read-inline.ts'
import { splitEnumeration, splitLines } from './split-lines.ts'

/**
 * Lays out a list. Items of a list in an item stand under that item, or under the last line of it: in
 *
 *     - ID: US-001
 *       Acceptance criteria:
 *       - …
 *
 * the criteria stand under "Acceptance criteria:". `1. Out of scope:` with a list at the same indentation below it is meant to hold that list.
 */
export function layOutList(list: List, spot: Spot): void {
  const before = spot.list.last()
  const introduced = before?.kind === 'item' && before.level === spot.level && before.inline.text.endsWith(':')
  const above = introduced ? spot.list.pieces.length - 1 : (spot.parent ?? spot.list.introduction())
  const { parent: _, ...rest } = spot
  const inner: Spot = {
    ...rest,
    level: introduced ? spot.level + 1 : spot.level,
    ...(above === undefined ? {} : { parent: above }),
  }
  for (const item of list.children) layOutItem(item, list.ordered === true, inner)
}

function layOutItem(item: ListItem, ordered: boolean, spot: Spot): void {
  const { list, level, context } = spot
  const under = spot.parent === undefined ? {} : { parent: spot.parent }
  const number = ordered ? numberAt(context.chunk, item.position?.start.offset ?? 0) : undefined
  const [first, ...rest] = item.children
  const [opening, ...lines] = first?.type === 'paragraph' ? splitLines(readInline(first.children, context)) : []
  const own = list.pieces.length
  if (opening !== undefined) {
    for (const { inline, number: counted } of splitEnumeration(opening, number)) {
      const numbered = number === undefined ? {} : { number: counted ?? number }
      list.add({ kind: 'item', level, inline, line: lineOfInline(inline, item, spot), ...under, ...numbered })
    }
  }
  for (const inline of lines) {
    list.add({ kind: 'paragraph', level: level + 1, inline, line: lineOfInline(inline, item, spot), parent: own })
  }
  let top = list.pieces.length - 1
  for (const child of opening === undefined ? item.children : rest) {
    const before = list.pieces.length
    const parent = top >= own ? { parent: top } : under
    layOutNode(child, { context, list, level: level + 1, depth: spot.depth + 1, ...parent })
    top = lastOwn(list, before, level) ?? top
  }
}

/** The last paragraph of the item itself among the pieces added since: what follows in the item stands under it. */
function lastOwn({ pieces }: PieceList, since: number, level: number): number | undefined {
  for (let index = pieces.length - 1; index >= since; index--) {
    const piece = pieces[index] as Piece
    if (piece.kind === 'paragraph' && piece.level === level + 1) return index
  }
  return undefined
}

function numberAt(chunk: string, offset: number): number {
  const digits = /^\D{0,10}(\d{1,9})/.exec(chunk.slice(offset, offset + 20))
  return digits ? Number(digits[1]) : 1
}
