import type { Spot } from '../../diagnostic/spot.ts'
import type { TableSketch } from '../layout/sketch.ts'

/** What a block of another notation for tables holds. */
export interface ModelText {
  readonly tables: readonly TableSketch[]
  readonly enums: readonly { readonly name: string; readonly values: readonly string[]; readonly spot: Spot }[]
  /** Indexes and policies as SQL, each with the place that says it. */
  readonly statements: readonly { readonly sql: string; readonly spot: Spot }[]
  /** What the block says and is not read. */
  readonly unread: readonly { readonly what: string; readonly spot: Spot }[]
}

/** A line of a block, and where it stands in its document. */
export interface ModelLine {
  readonly text: string
  readonly spot: Spot
}

/** A block in braces with its head: `Table users {`, `model User {`. */
export interface ModelBlock {
  readonly head: ModelLine
  readonly lines: readonly ModelLine[]
}

/** The lines of a code block, trimmed and without remarks. */
export function modelLines(code: string, offset: number, file: string): readonly ModelLine[] {
  let at = offset
  return code.split('\n').map((line) => {
    const blank = line.length - line.trimStart().length
    const start = at + blank
    at += line.length + 1
    const text = withoutRemark(line.trim())
    return { text, spot: { file, start, end: start + text.length, isOther: true } }
  })
}

/** `//` begins a remark outside of quotes. */
function withoutRemark(line: string): string {
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if (`'"\``.includes(char)) quote = char
    else if (line.startsWith('//', at)) return line.slice(0, at).trimEnd()
  }
  return line
}

/** The blocks of the outermost level, with everything between their braces; and the lines outside of any. */
export function modelBlocks(lines: readonly ModelLine[]): {
  readonly blocks: readonly ModelBlock[]
  readonly outside: readonly ModelLine[]
} {
  const blocks: { head: ModelLine; lines: ModelLine[] }[] = []
  const outside: ModelLine[] = []
  let depth = 0
  for (const line of lines) {
    if (line.text === '') continue
    const isOpening = line.text.endsWith('{')
    if (line.text === '}') depth = Math.max(0, depth - 1)
    if (depth === 0) {
      if (isOpening) blocks.push({ head: line, lines: [] })
      else if (line.text !== '}') outside.push(line)
    } else blocks.at(-1)?.lines.push(line)
    if (isOpening) depth++
  }
  return { blocks, outside }
}
