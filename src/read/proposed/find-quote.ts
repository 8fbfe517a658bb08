import type { Document } from '../../brief/document.ts'
import { quoteOfLine } from '../rules/text/quote.ts'

/** Where a quote stands: its line, and the words as the document has them. */
export interface FoundQuote {
  readonly line: number
  readonly quote: string
}

/** A text without what people and models change when they quote: case, white space, markup, curly quotation marks, dashes. */
interface Plain {
  readonly text: string
  /** For each character of `text`, the line (from 1) and the place in that line it stands at. */
  readonly lines: readonly number[]
  readonly columns: readonly number[]
}

const alike: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '…': '.',
}

function plain(lines: readonly string[]): Plain {
  let text = ''
  const at: number[] = []
  const columns: number[] = []
  const put = (character: string, line: number, column: number) => {
    const small = character.toLowerCase()
    for (let unit = 0; unit < small.length; unit++) {
      at.push(line)
      columns.push(column)
    }
    text += small
  }
  for (const [index, line] of lines.entries()) {
    for (let column = 0; column < line.length; column++) {
      const character = line[column] as string
      if (/[*`\\>]/.test(character)) continue
      if (/\s/.test(character)) {
        if (text !== '' && !text.endsWith(' ')) put(' ', index + 1, column)
      } else put(alike[character] ?? character, index + 1, column)
    }
    if (text !== '' && !text.endsWith(' ')) put(' ', index + 1, line.length)
  }
  return { text, lines: at, columns }
}

const known = new WeakMap<Document, Plain>()

function plainOf(document: Document): Plain {
  const there = known.get(document)
  if (there !== undefined) return there
  const made = plain(document.lines)
  known.set(document, made)
  return made
}

/**
 * Finds a quote in its document: anywhere, the place nearest to `line` first. Case, white space and markup do not count. A quote that runs over a line
 * end is found, and cut where its first line ends: a claim never quotes across lines. Undefined where the document has no such words.
 */
export function findQuote(document: Document, quote: string, line: number): FoundQuote | undefined {
  const wanted = plain([quote]).text.trim()
  if (wanted.length < 3) return undefined
  const { text, lines, columns } = plainOf(document)
  let best: number | undefined
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + 1)) {
    if (!standsAlone(text, from, wanted.length)) continue
    if (best === undefined || Math.abs((lines[from] ?? 1) - line) < Math.abs((lines[best] ?? 1) - line)) best = from
  }
  if (best === undefined) return undefined
  const at = lines[best] ?? 1
  let last = best
  while (last + 1 < best + wanted.length && lines[last + 1] === at) last += 1
  const words = (document.lines[at - 1] ?? '').slice(columns[best] ?? 0, (columns[last] ?? 0) + 1).trim()
  return { line: at, quote: words === '' ? quoteOfLine(document, at).quote : words }
}

/** Whether the document has these words, in any case and markup. */
export function stands(document: Document, words: string): boolean {
  const wanted = plain([words]).text.trim()
  return wanted !== '' && plainOf(document).text.includes(wanted)
}

/** A quote is made of whole words. */
function standsAlone(text: string, from: number, length: number): boolean {
  const word = /[\p{L}\p{N}]/u
  const before = text[from - 1] ?? ' '
  const after = text[from + length] ?? ' '
  return !(word.test(before) && word.test(text[from] ?? ' ')) && !(word.test(after) && word.test(text[from + length - 1] ?? ' '))
}

/** The same reading of any text, for comparing pieces of it. */
export const plainText = (text: string): string => plain(text.split('\n')).text.trim()
