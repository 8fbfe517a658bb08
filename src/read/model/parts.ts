import type { Document } from '../../brief/document.ts'

/** A stretch of a document that is read in one go; lines count from 1, both ends inclusive. */
export interface Part {
  readonly document: Document
  readonly from: number
  readonly to: number
  /** Headings that stand above the first line. */
  readonly headings: readonly string[]
}

/** Lines of the part before that are shown again, so that a sentence which refers back is understood. */
const overlap = 8

/**
 * Cuts a document into parts of at most about `most` characters, at headings where there are any in reach and between blocks otherwise; each part
 * begins with the last lines of the one before.
 */
export function partsOf(document: Document, most: number): readonly Part[] {
  const { blocks, lines } = document
  const size = (from: number, to: number) => lines.slice(from - 1, to).reduce((sum, line) => sum + line.length + 8, 0)
  const parts: Part[] = []
  let from = 1
  while (from <= lines.length) {
    let to = lines.length
    if (size(from, to) > most) {
      const starts = blocks.filter((block) => block.line > from && size(from, block.line - 1) <= most)
      const heading = starts.findLast((block) => block.kind === 'heading' && size(from, block.line - 1) > most / 3)
      const next = heading ?? starts.at(-1)
      to =
        next === undefined
          ? Math.max(
              from,
              lastFitting(from, (line) => size(from, line) <= most),
            )
          : next.line - 1
    }
    const first = parts.length === 0 ? from : Math.max(1, from - overlap)
    const above = blocks.findLast((block) => block.line <= first)
    parts.push({ document, from: first, to, headings: above?.headings ?? [] })
    from = to + 1
  }
  return parts
}

/** A block longer than a part is cut between lines. */
function lastFitting(from: number, fits: (line: number) => boolean): number {
  let line = from
  while (fits(line + 1)) line += 1
  return line
}

/** The part as the model sees it: every line behind its number, so that no line of a document can be taken for anything else. */
export function showPart({ document, from, to, headings }: Part): string {
  const width = String(to).length
  const numbered = document.lines
    .slice(from - 1, to)
    .map((line, index) => `${String(from + index).padStart(width)}| ${line}`)
    .join('\n')
  const under = headings.length === 0 ? '' : ` under ${JSON.stringify(headings.join(' > '))}`
  return `Document ${JSON.stringify(document.id)}, lines ${from} to ${to} of ${document.lines.length}${under}:\n${numbered}`
}
