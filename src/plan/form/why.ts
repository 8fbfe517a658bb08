import type { Reason } from '../../schema/reason.ts'
import type { Inline } from './inline.ts'
import { noReasons, readReasons, scanReasons, writeReasons } from './reasons.ts'
import { readText, writeText } from './text.ts'

/** What a part says of itself: why it is there, and a comment in words. */
export interface Remarks {
  readonly reasons: readonly Reason[]
  readonly comment?: string
}

/**
 * The content of a Why cell: `prd:41 US-003, notes:16. A comment in words.`, or with a colon before a small letter. A comment without reasons stands alone, or
 * after `none.` where its own words would be taken for reasons.
 */
export function writeWhy({ reasons, comment }: Remarks): string {
  const references = writeReasons(reasons)
  if (comment === undefined || comment === '') return references
  const text = writeText(comment, { inCell: true })
  if (references !== '') return `${references}${/^\p{Ll}/u.test(comment) ? ':' : '.'} ${text}`
  const read = readWhy({ text, start: 0, inCell: true })
  return read.reasons.length === 0 && read.comment === comment ? text : `${noReasons}. ${text}`
}

/**
 * Reads a Why cell. Anything may stand in it: what begins with references and goes on after `.`, `;`, `:` or `,` has a comment,
 * and so has prose that ends in its references, `one per account: prd:38` or `who did it (prd:12)`. Everything else is a comment.
 */
export function readWhy(inline: Inline): Remarks {
  const text = inline.text
  const unsourced = new RegExp(`^\\s*${noReasons}(?:\\.\\s+|\\s*$)`).exec(text)
  if (unsourced !== null) return remarks([], inline, unsourced[0].length)
  const blank = text.length - text.trimStart().length
  const { reasons, end } = scanReasons(text.slice(blank))
  const rest = text.slice(blank + end)
  const introduction = /^\s*(?:$|[.;:,]\s+|[.;:,]$|(?=[("]))/.exec(rest)
  if (reasons.length > 0 && introduction !== null) return remarks(reasons, inline, blank + end + introduction[0].length)
  const suffix = /(?::\s+|\s+\()([^():]*:\d[^()]*?|convention|inferred|found)\)?\.?$/.exec(text)
  const trailing = suffix === null ? undefined : readReasons(suffix[1] ?? '')
  return { reasons: trailing ?? [], ...commentOf(inline, 0) }
}

/**
 * A comment followed by its references: `A member's recipe. (prd:41, notes:16)`. Stands under a heading and at the end of a bullet.
 * `(none)` closes a comment whose own words end in references.
 */
export function writeRemarks(
  { reasons, comment }: Remarks,
  position: { readonly inCell: boolean; readonly blockStart?: boolean },
): string {
  const references = reasons.length === 0 ? '' : `(${writeReasons(reasons)})`
  if (comment === undefined || comment === '') return references
  const text = writeText(comment, position)
  if (references !== '') return `${text} ${references}`
  const last = referencesAtEnd.exec(text)?.[1]
  return last !== undefined && readReasons(last) !== undefined ? `${text} (${noReasons})` : text
}

const referencesAtEnd = /(?:^|\s)\(([^()]*)\)\s*$/

/** The inverse of {@link writeRemarks}. */
export function readRemarks(inline: Inline): Remarks {
  const match = referencesAtEnd.exec(inline.text)
  const reasons = match === null ? undefined : readReasons(match[1] ?? '')
  if (match === null || reasons === undefined) return remarks([], inline, 0)
  return remarks(reasons, { ...inline, text: inline.text.slice(0, match.index) }, 0)
}

/** What follows the definition in a bullet: nothing, ` (prd:41)`, or `: what it is for (prd:41)`. */
export function writeTail({ reasons, comment }: Remarks): string {
  const written = writeRemarks({ reasons, ...(comment === undefined ? {} : { comment }) }, { inCell: false })
  if (written === '') return ''
  return comment === undefined || comment === '' ? ` ${written}` : `: ${written}`
}

function remarks(reasons: readonly Reason[], inline: Inline, from: number): Remarks {
  return { reasons, ...commentOf(inline, from) }
}

function commentOf(inline: Inline, from: number): { readonly comment?: string } {
  const text = inline.text.slice(from)
  const trimmed = text.replace(/^[ \t\n]+|[ \t\n]+$/g, '')
  if (trimmed === '') return {}
  return { comment: readText({ ...inline, text: trimmed }) }
}
