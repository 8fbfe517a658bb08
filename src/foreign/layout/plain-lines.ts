import type { Code, RootContent } from 'mdast'
import { codeIn, codeOffset, isSqlCode } from './walk.ts'

/** A line of a document's text, and where it begins. */
export interface PlainLine {
  readonly text: string
  readonly start: number
}

/** Whether a block of code is no code: plain text that keeps its lines. */
export const isPlainCode = (code: Code): boolean =>
  !isSqlCode(code) && ['', 'text', 'txt', 'plain', 'plaintext', 'tree'].includes((code.lang ?? '').toLowerCase())

/** The lines of a block of plain text, each without the white space around it; none of any other block. */
export function plainLines(node: RootContent, source: string): readonly PlainLine[] {
  return codeIn(node)
    .filter(isPlainCode)
    .flatMap((code) => linesOf(code.value, codeOffset(code, source)))
    .flatMap(({ text, start }) => (text.trim() === '' ? [] : [{ text: text.trim(), start: start + text.search(/\S/) }]))
}

/** Text cut into lines, as it stands. */
export function linesOf(text: string, start: number): readonly PlainLine[] {
  let at = start
  return text.split('\n').map((line) => {
    const found = { text: line, start: at }
    at += line.length + 1
    return found
  })
}
