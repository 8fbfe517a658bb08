/** A fenced code block: offsets of its first character and of the end of its last line. */
export interface Fence {
  readonly start: number
  readonly end: number
  /** Nothing closes it; it ends where the text seems to go on. */
  readonly unclosed?: true
}

const opening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/

/** Each recovery reads the rest of the text once more; documents with more open fences than this are not written by people. */
const mostRecoveries = 20

/**
 * The fenced code blocks of a text. Markdown lets a fence that is never closed swallow the rest of the document; people who forget the closing
 * line mean nothing of the sort, so such a fence ends before the next heading that follows an empty line.
 */
export function findFences(text: string): readonly Fence[] {
  const fences: Fence[] = []
  let open: { readonly mark: string; readonly start: number } | undefined
  let recovery: number | undefined
  let previousBlank = true
  let recoveries = 0
  for (let offset = 0; offset < text.length; ) {
    const newline = text.indexOf('\n', offset)
    const next = newline === -1 ? text.length : newline + 1
    const line = text.slice(offset, newline === -1 ? text.length : newline).trimEnd()
    if (open === undefined) {
      const mark = opening.exec(line)?.[1]
      if (mark !== undefined) {
        open = { mark, start: offset }
        recovery = undefined
      }
    } else if (closes(line, open.mark)) {
      fences.push({ start: open.start, end: next })
      open = undefined
    } else if (recovery === undefined && previousBlank && /^#{1,6} /.test(line)) recovery = offset
    previousBlank = line === ''
    offset = next
    if (offset >= text.length && open !== undefined && recovery !== undefined && recoveries < mostRecoveries) {
      recoveries++
      fences.push({ start: open.start, end: recovery, unclosed: true })
      offset = recovery
      open = undefined
    }
  }
  if (open !== undefined) fences.push({ start: open.start, end: text.length })
  return fences
}

function closes(line: string, mark: string): boolean {
  const content = line.replace(/^[ \t>]+/, '')
  return content.length >= mark.length && content === (mark[0] as string).repeat(content.length)
}
