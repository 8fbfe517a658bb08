import type { Piece } from '../markdown/piece.ts'
import type { PiecePlace } from '../zones/place-pieces.ts'
import { readField } from './fields.ts'
import { readRequirementId } from './requirement-id.ts'

interface Open {
  readonly id: string
  /** A heading's depth, or 100 + level for an item, or 99 for a paragraph: what is at most as deep ends it. */
  readonly depth: number
  /** The line held nothing but the id, so that what follows at the same depth still describes it. */
  readonly bare: boolean
}

/**
 * Says which requirement each piece belongs to. A heading's requirement lasts until a heading of its rank, a line with an id until the next id; an
 * item's own until the next item beside it, unless that is one of the requirement's fields (`Description: …`).
 */
export function assignRequirements(pieces: readonly Piece[], places: readonly PiecePlace[]): readonly (string | undefined)[] {
  const open: Open[] = []
  return pieces.map((piece, index) => {
    const place = places[index] as PiecePlace
    const text = 'inline' in piece ? piece.inline.text : ''
    const depth = place.headingDepth ?? depthOf(piece)
    const found = 'inline' in piece ? readRequirementId(text) : undefined
    const heading = place.headingDepth !== undefined
    if (piece.kind === 'rule') {
      closeWhile(open, (one) => one.depth >= 99)
      return undefined
    }
    if (heading && found === undefined && readField(`${text}:`) === undefined) {
      closeWhile(open, (one) => one.depth >= depth)
    } else if (found !== undefined) {
      const same = open.findIndex((one) => one.id === found.id)
      if (same !== -1) open.length = same + 1
      else {
        closeWhile(open, (one) => one.depth >= depth)
        open.push({ id: found.id, depth, bare: found.rest === '' })
      }
    } else if (piece.kind === 'item' || piece.kind === 'paragraph') {
      const field = readField(text) !== undefined
      closeWhile(open, (one) => one.depth > 99 && one.depth >= depth && !one.bare && !field)
      if (piece.kind === 'paragraph' && depth === 99 && !field) closeWhile(open, (one) => one.depth > 99 && !one.bare)
    }
    return open[open.length - 1]?.id
  })
}

function depthOf(piece: Piece): number {
  if (piece.kind === 'item') return 100 + piece.level
  if (piece.kind === 'paragraph') return piece.level === 0 ? 99 : 100 + piece.level
  return 200
}

function closeWhile(open: Open[], closes: (one: Open) => boolean): void {
  while (open.length > 0 && closes(open[open.length - 1] as Open)) open.pop()
}
