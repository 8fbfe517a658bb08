/**
 * A run of inline markdown as it stands in the file: a table cell, a paragraph, the text of a list item. Positions are
 * offsets into `text`; `start` is where it begins in the file, so that a diagnostic can point into it.
 */
export interface Inline {
  readonly text: string
  readonly start: number
  /** In a GFM table cell a pipe is written `\|`, inside code spans too. */
  readonly inCell: boolean
}

/** A piece of {@link Inline}: what stands in a code span, or the text between code spans, still escaped. */
export type Part =
  | { readonly kind: 'code'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number }

const punctuation = /[!-/:-@[-`{-~]/

export function isAsciiPunctuation(char: string | undefined): boolean {
  return char !== undefined && char.length === 1 && punctuation.test(char)
}

/** Where the run of backticks of exactly `length` starts that closes a code span, or -1. CommonMark, "Code spans". */
export function closingFence(text: string, from: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0; ) {
    let end = at
    while (text[end] === '`') end++
    if (end - at === length) return at
    at = text.indexOf('`', end)
  }
  return -1
}

/**
 * Splits inline markdown into code spans and the text between them. Escaped backticks open nothing, and a span that never
 * closes is text, as CommonMark says. `<code>…</code>` is read as a code span too: it is how a value is written that no
 * code span can hold (see {@link writeCode}).
 */
export function splitCode(inline: Inline): readonly Part[] {
  const { text, inCell } = inline
  const parts: Part[] = []
  let plain = 0
  let at = 0
  const push = (value: string, start: number, end: number): void => {
    if (start > plain) parts.push({ kind: 'text', start: plain, end: start })
    parts.push({ kind: 'code', value, start, end })
    plain = end
    at = end
  }
  while (at < text.length) {
    if (text[at] === '\\' && isAsciiPunctuation(text[at + 1])) {
      at += 2
    } else if (text.startsWith('<code>', at) && text.indexOf('</code>', at) > 0) {
      const close = text.indexOf('</code>', at)
      push(decodeReferences(text.slice(at + 6, close)), at, close + 7)
    } else if (text[at] === '`') {
      let open = at
      while (text[open] === '`') open++
      const close = closingFence(text, open, open - at)
      if (close < 0) at = open
      else push(codeValue(text.slice(open, close), inCell), at, close + open - at)
    } else {
      at++
    }
  }
  if (plain < text.length) parts.push({ kind: 'text', start: plain, end: text.length })
  return parts
}

function codeValue(raw: string, inCell: boolean): string {
  const value = joinLines(inCell ? raw.replaceAll('\\|', '|') : raw)
  const padded = value.startsWith(' ') && value.endsWith(' ') && value.trim() !== ''
  return padded ? value.slice(1, -1) : value
}

/** A line break inside a paragraph, with the indentation after it, is a space. */
export function joinLines(text: string): string {
  return text.replace(/[ \t]*\r?\n[ \t]*/g, ' ')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Decodes character references: all numeric ones, and the few named ones that people write. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole
    const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

export function reference(char: string): string {
  return `&#${char.codePointAt(0) ?? 0};`
}
