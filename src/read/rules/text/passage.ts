import type { Inline, Mark } from '../../../brief/document.ts'

/** A stretch of a block's text, offsets as in {@link Inline}. Patterns pass these around so that what they find can be quoted. */
export interface Passage {
  readonly inline: Inline
  readonly start: number
  readonly end: number
}

export function wholeOf(inline: Inline): Passage {
  return { inline, start: 0, end: inline.text.length }
}

export function textOf(passage: Passage): string {
  return passage.inline.text.slice(passage.start, passage.end)
}

/** The part from `start` to `end`, counted from the beginning of the passage. */
export function part(passage: Passage, start: number, end = passage.end - passage.start): Passage {
  const from = Math.min(passage.start + Math.max(0, start), passage.end)
  return { inline: passage.inline, start: from, end: Math.max(from, Math.min(passage.start + end, passage.end)) }
}

/** Without white space at both ends, and without the characters of `also`. */
export function trimmed(passage: Passage, also = ''): Passage {
  const { text } = passage.inline
  const idle = (at: number): boolean => {
    const code = text.charCodeAt(at)
    // Letters and digits of the English alphabet end most names.
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)) return false
    const character = text[at] ?? ''
    return code === 32 || /\s/.test(character) || also.includes(character)
  }
  let { start, end } = passage
  while (start < end && idle(start)) start += 1
  while (end > start && idle(end - 1)) end -= 1
  return { inline: passage.inline, start, end }
}

/** The marks that lie in the passage, cut to it and counted from its beginning. */
export function marksOf(passage: Passage): readonly Mark[] {
  const marks: Mark[] = []
  for (const mark of passage.inline.marks) {
    const start = Math.max(mark.start, passage.start)
    const end = Math.min(mark.end, passage.end)
    if (start < end) marks.push({ kind: mark.kind, start: start - passage.start, end: end - passage.start })
  }
  return marks
}

/** The mark of one of `kinds` that the passage begins with. */
export function leadingMark(passage: Passage, ...kinds: readonly Mark['kind'][]): Mark | undefined {
  const begins = marksOf(passage).filter((mark) => mark.start === 0 && kinds.includes(mark.kind))
  return begins.sort((a, b) => a.end - b.end)[0]
}

/** Whether the offset (counted from the passage's beginning) lies in a mark of that kind. */
export function marked(passage: Passage, at: number, kind: Mark['kind']): boolean {
  return passage.inline.marks.some(
    (mark) => mark.kind === kind && mark.start <= passage.start + at && passage.start + at < mark.end,
  )
}
