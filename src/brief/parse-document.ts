import type { Block, Document, DocumentKind, Inline } from './document.ts'
import { detectLanguage } from './language.ts'
import { cutIntoChunks } from './markdown/chunks.ts'
import { type Fence, findFences } from './markdown/fences.ts'
import { sliceInline } from './markdown/inline-text.ts'
import { layOut } from './markdown/layout.ts'
import { type Piece, pieceList } from './markdown/piece.ts'
import { findNoise, findWrapper } from './markdown/simplify.ts'
import { blank, findTags, type Tag } from './markdown/tags.ts'
import { textPositions } from './markdown/text-positions.ts'
import { assignRequirements } from './requirements/assign-requirements.ts'
import { readRequirementId } from './requirements/requirement-id.ts'
import { lengthOfTurnName } from './zones/labels.ts'
import { type Part, type PiecePlace, placePieces } from './zones/place-pieces.ts'

/** A file as it was read, before it is understood. */
export interface SourceText {
  readonly id: string
  readonly kind: DocumentKind
  readonly path: string
  readonly text: string
}

/**
 * Parses a document into blocks that know where they stand, which part of the document they belong to and which requirement they describe. Pure,
 * and never fails: every text is a document.
 */
export function parseDocument({ id, kind, path, text }: SourceText): Document {
  const positions = textPositions(text)
  const source = unwrap(text)
  const fences = findFences(source)
  const { tags, blanks } = findTags(source, fences)
  const readable = blank(source, blanks)

  const list = pieceList()
  const parts: Part[] = []
  const closed = closedLater(tags)
  for (const { start, end, tag } of cutIntoChunks(readable, fences, tags)) {
    if (tag !== undefined) {
      parts.push({ tag, closedLater: closed.has(tag) })
      list.divide()
    }
    if (readable.slice(start, end).trim() === '') continue
    const first = list.pieces.length
    layOut({ chunk: readable.slice(start, end), base: start, positions }, list)
    for (const piece of list.pieces.slice(first)) parts.push({ piece })
  }
  const { pieces } = list
  const places = placePieces(parts, kind)
  const requirements = kind === 'prd' ? assignRequirements(pieces, places) : []
  return {
    id,
    kind,
    path,
    language: detectLanguage(withoutCode(readable, fences)),
    text,
    lines: positions.lines,
    blocks: makeBlocks(pieces, places, requirements, kind),
  }
}

/** The text as it is read, every character in its place: without byte-order marks, a code block around everything, and noise. */
function unwrap(text: string): string {
  const bare = text.replaceAll('\ufeff', ' ')
  const unwrapped = blank(bare, findWrapper(bare, findFences(bare)))
  return blank(unwrapped, findNoise(unwrapped))
}

/** SQL, code samples and names (`read_on`) are English whatever the prose around them is. */
function withoutCode(text: string, fences: readonly Fence[]): string {
  return blank(text, fences)
    .replaceAll(/`[^`\n]*`/g, ' ')
    .replaceAll(/\w+(?:_\w+)+/g, ' ')
}

/** The opening tags whose next namesake closes them. */
function closedLater(tags: readonly Tag[]): ReadonlySet<Tag> {
  const next = new Map<string, Tag>()
  const closed = new Set<Tag>()
  for (const tag of tags.toReversed()) {
    if (!tag.closing && next.get(tag.name)?.closing) closed.add(tag)
    next.set(tag.name, tag)
  }
  return closed
}

function makeBlocks(
  pieces: readonly Piece[],
  places: readonly PiecePlace[],
  requirements: readonly (string | undefined)[],
  kind: DocumentKind,
): readonly Block[] {
  const said = (inline: Inline): Inline => (kind === 'notes' ? sliceInline(inline, lengthOfTurnName(inline.text)) : inline)
  const blocks: Block[] = []
  /** Where each piece's block is; a rule has none, a table of requirements several. */
  const indexes: number[] = []
  for (const [index, piece] of pieces.entries()) {
    const { zone, headings, headingDepth } = places[index] as PiecePlace
    const requirement = requirements[index]
    const place = { line: piece.line, zone, headings, ...(requirement === undefined ? {} : { requirement }) }
    const parent = 'parent' in piece && piece.parent !== undefined ? { parent: indexes[piece.parent] as number } : {}
    indexes.push(blocks.length)
    switch (piece.kind) {
      case 'rule':
        break
      case 'heading':
        blocks.push({ kind: 'heading', depth: piece.depth, inline: piece.inline, ...place })
        break
      case 'paragraph':
        if (headingDepth !== undefined) blocks.push({ kind: 'heading', depth: headingDepth, inline: piece.inline, ...place })
        else blocks.push({ kind: 'paragraph', inline: said(piece.inline), ...place })
        break
      case 'item': {
        const number = piece.number === undefined ? {} : { number: piece.number }
        blocks.push({ kind: 'item', inline: said(piece.inline), level: piece.level, ...number, ...parent, ...place })
        break
      }
      case 'table': {
        const ids = piece.rows.map((row) => readRequirementId(row[0]?.text ?? '')?.id)
        if (requirements.length === 0 || ids.every((one) => one === undefined)) {
          blocks.push({ kind: 'table', header: piece.header, rows: piece.rows, ...parent, ...place })
          break
        }
        for (const [at, row] of piece.rows.entries()) {
          const own = ids[at] === undefined ? {} : { requirement: ids[at] }
          const line = row[0]?.origins[0]?.line ?? piece.line
          blocks.push({ kind: 'table', header: piece.header, rows: [row], ...parent, ...place, ...own, line })
        }
        break
      }
      case 'code':
        blocks.push({ kind: 'code', language: piece.language, text: piece.text, ...place })
    }
  }
  return blocks
}
