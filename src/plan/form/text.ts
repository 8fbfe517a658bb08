import { closingFence, decodeReferences, type Inline, isAsciiPunctuation, joinLines, reference, splitCode } from './inline.ts'

/** Where a text stands decides what must be escaped in it. */
export interface TextPosition {
  readonly inCell: boolean
  /** At the start of a paragraph, a heading or a list item, `#`, `-` or `1.` would begin another block. */
  readonly blockStart?: boolean
}

/**
 * Plain text (a comment, a purpose) as markdown that shows it and reads back to it. Code spans in it stay code spans;
 * everything else that markdown would take for markup is escaped, so that text quoted from a document never becomes markup.
 */
export function writeText(text: string, position: TextPosition): string {
  let out = ''
  let at = 0
  while (at < text.length) {
    const span = codeSpanAt(text, at, position.inCell)
    if (span !== undefined) {
      out += position.inCell ? span.replaceAll('|', '\\|') : span
      at += span.length
      continue
    }
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    out += escapeChar(text, at, char, position)
    at += char.length
  }
  return out
}

/** The inverse of {@link writeText}: escapes and references resolved, code spans kept as they stand. */
export function readText(inline: Inline): string {
  let out = ''
  for (const part of splitCode(inline)) {
    const raw = joinLines(inline.text.slice(part.start, part.end))
    if (part.kind === 'code') out += inline.inCell ? raw.replaceAll('\\|', '|') : raw
    else out += decodeReferences(raw.replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) => (char === '&' ? '&#38;' : char)))
  }
  return out
}

const control = /\p{Cc}/u

function codeSpanAt(text: string, at: number, inCell: boolean): string | undefined {
  if (text[at] !== '`') return undefined
  let open = at
  while (text[open] === '`') open++
  // A run that follows another backtick was already refused as the start of a span.
  if (text[at - 1] === '`') return undefined
  const close = closingFence(text, open, open - at)
  if (close < 0) return undefined
  const span = text.slice(at, close + open - at)
  return control.test(span) || (inCell && span.includes('\\|')) ? undefined : span
}

function escapeChar(text: string, at: number, char: string, { inCell, blockStart }: TextPosition): string {
  if (control.test(char)) return reference(char)
  const atEdge = at === 0 || at + char.length === text.length
  if (/\s/.test(char)) return atEdge ? reference(char) : char
  if ('\\`*[]~<'.includes(char)) return `\\${char}`
  if (char === '|') return inCell ? '\\|' : char
  if (char === '_') return isWord(text[at - 1]) && isWord(text[at + 1]) ? char : '\\_'
  if (char === '&') return /^&#?\w+;/.test(text.slice(at)) ? '\\&' : char
  if (blockStart !== true) return char
  if (char === '#') return at === 0 || /\s/.test(text[at - 1] ?? '') ? '\\#' : char
  if (at === 0 && '>+-='.includes(char)) return `\\${char}`
  return (char === '.' || char === ')') && /^\d+$/.test(text.slice(0, at)) ? `\\${char}` : char
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && !/\s/.test(char) && !isAsciiPunctuation(char)
}
