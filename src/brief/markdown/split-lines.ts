import type { Inline } from '../document.ts'
import { sliceInline } from './inline-text.ts'
import type { InlineLines } from './read-inline.ts'

/**
 * Splits a paragraph whose lines are statements of their own. Markdown joins them, but people write
 *
 *     ID: US-001
 *     Title: Sign in
 *     Acceptance criteria:
 *
 * or a decision per line, and wrap prose at a margin only sometimes. A line is its own statement when the author forced the break, when it begins
 * with a label or a requirement's id, when a sentence ended before it, when several lines begin with a name and what is said of it
 * ("**orders**: id, total", "`orders` (id, total)"), or when every line of the paragraph begins like a sentence.
 */
export function splitLines({ inline, breaks }: InlineLines): readonly Inline[] {
  if (inline.text === '') return []
  if (breaks.length === 0) return [inline]
  const { text } = inline
  const labelled = [0, ...breaks.map(({ at }) => at)].filter((at) => startsWithName(inline, at)).length >= 2
  const everyLineBegins = beginsStatement(text) && breaks.every(({ at }) => beginsStatement(text.slice(at, at + 40)))
  const cuts = breaks
    .filter(({ at, hard }) => {
      const next = text.slice(at, at + 80).trimStart()
      if (hard) return !/^[a-ząćęłńóśźż]/.test(next) || /[.:;!?]\s*$/.test(text.slice(Math.max(0, at - 10), at))
      if (startsWithLabel(next) || everyLineBegins || (labelled && startsWithName(inline, at))) return true
      return beginsStatement(next) && /[.:;!?]["”')*]*\s*$/.test(text.slice(Math.max(0, at - 10), at))
    })
    .map(({ at }) => at)
  const parts: Inline[] = []
  let from = 0
  for (const cut of [...cuts, text.length]) {
    const part = sliceInline(inline, from, cut)
    if (part.text !== '') parts.push(part)
    from = cut
  }
  return parts
}

function beginsStatement(text: string): boolean {
  return /^\s*["„“'(`[]*(?:\p{Lu}|\d|[-–•→*✓✅❌☐])/u.test(text)
}

function startsWithLabel(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{N} /&_-]{0,40}:(?:\s|$)/u.test(text) || /^[A-Z]{1,6}[-‑–]\d+/.test(text)
}

/** A name in bold or code, or a bare one, and right behind it a colon, dash, arrow or parenthesis. */
function startsWithName(inline: Inline, at: number): boolean {
  const from = at + (/^\s*/.exec(inline.text.slice(at, at + 20))?.[0].length ?? 0)
  const mark = inline.marks.find((each) => each.start === from && (each.kind === 'strong' || each.kind === 'code'))
  const bare = /^[a-z][a-z0-9_]*/.exec(inline.text.slice(from, from + 64))?.[0].length
  const end = mark?.end ?? (bare === undefined ? undefined : from + bare)
  if (end === undefined || end - from > 64) return false
  const after = inline.text.slice(end, end + 4)
  return /:\s*$/.test(inline.text.slice(from, end)) || /^(?::\s|\s?[([]|\s(?:[–—→]|->?)\s?)/.test(after)
}

/**
 * Splits an enumeration that was written on one line: `1. Use UUIDs. 2. Delete rows for good.` Every number must follow the one before it,
 * and begin a sentence. Returns the parts with their numbers; a text that holds no enumeration comes back whole.
 */
export function splitEnumeration(
  inline: Inline,
  first?: number,
): readonly { readonly number?: number; readonly inline: Inline }[] {
  const { text } = inline
  const start = first === undefined ? /^(\d{1,3})[.)]\s+/.exec(text) : null
  let number = first ?? (start ? Number(start[1]) : undefined)
  if (number === undefined) return [{ inline }]
  const parts: { number?: number; inline: Inline }[] = []
  let from = start ? start[0].length : 0
  for (const match of text.matchAll(/(?<=[.;:!?)"”`]|\s)\s+(\d{1,3})[.)]\s+(?=["„“'(`[*]*\p{Lu})/gu)) {
    if (match.index < from || Number(match[1]) !== number + 1) continue
    parts.push({ number, inline: sliceInline(inline, from, match.index) })
    number++
    from = match.index + match[0].length
  }
  if (parts.length === 0)
    return start && first === undefined ? [{ number, inline: sliceInline(inline, from) }] : [{ inline, number }]
  parts.push({ number, inline: sliceInline(inline, from) })
  return parts.filter((part) => part.inline.text !== '')
}
