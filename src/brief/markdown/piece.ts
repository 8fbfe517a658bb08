import type { Inline } from '../document.ts'

/** A piece of a document before it is known what part of the document it stands in. `line` is the document's, `parent` an index of the pieces. */
export type Piece = { readonly line: number; readonly parent?: number } & (
  | { readonly kind: 'heading'; readonly depth: number; readonly inline: Inline }
  | { readonly kind: 'paragraph'; readonly inline: Inline; readonly level: number }
  | { readonly kind: 'item'; readonly inline: Inline; readonly number?: number; readonly level: number }
  | { readonly kind: 'table'; readonly header: readonly Inline[]; readonly rows: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'rule' }
)

/** Pieces in the order they are read, knowing which of them introduces what comes next. */
export interface PieceList {
  readonly pieces: readonly Piece[]
  add(piece: Piece): void
  /** The heading, or the paragraph outside lists, that a list or table added now stands under. */
  introduction(): number | undefined
  /** The last piece, unless a tag stands between. */
  last(): Piece | undefined
  /** A tag stands here: what is before it introduces nothing behind it. */
  divide(): void
}

export function pieceList(): PieceList {
  const pieces: Piece[] = []
  let introduction: number | undefined
  let divided = 0
  return {
    pieces,
    add(piece) {
      if (piece.kind === 'heading' || (piece.kind === 'paragraph' && piece.level === 0)) introduction = pieces.length
      if (piece.kind === 'rule') introduction = undefined
      pieces.push(piece)
    },
    introduction: () => introduction,
    last: () => (pieces.length > divided ? pieces[pieces.length - 1] : undefined),
    divide() {
      introduction = undefined
      divided = pieces.length
    },
  }
}
