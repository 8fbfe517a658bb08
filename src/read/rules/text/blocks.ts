import type { Block, Inline } from '../../../brief/document.ts'
import { marksOf, type Passage, part, textOf, trimmed, wholeOf } from './passage.ts'

/** The texts of a block: its own, or a table's cells row by row. A block of code has none. */
export function inlinesOf(block: Block): readonly Inline[] {
  if (block.kind === 'code') return []
  if (block.kind === 'table') return [...block.header, ...block.rows.flat()]
  return [block.inline]
}

/** The text of a heading, paragraph or item. */
export function passageOf(block: Block | undefined): Passage | undefined {
  return block === undefined || block.kind === 'code' || block.kind === 'table' ? undefined : wholeOf(block.inline)
}

/**
 * The lines of a block that stand for themselves: people write one statement per line without a list sign, and markdown makes one
 * paragraph of them. Lines of wrapped prose (the next one begins in lower case) stay together. So does a statement that begins with a name in code
 * and a colon, behind the end of another: "`loans`: id, due_on. `fines`: id, amount."
 */
export function linesOf(passage: Passage): readonly Passage[] {
  const text = textOf(passage)
  const lines: Passage[] = []
  let from = 0
  for (const match of text.matchAll(/\n\s*/g)) {
    const after = text.slice(match.index + match[0].length)
    const before = text.slice(from, match.index).trimEnd()
    const wrapped = /^[a-ząćęłńóśźż(,]/u.test(after) && !/^[a-z_]+(?:\.[a-z_]+|\s*[(:])/.test(after) && !/[.:;!?]$/.test(before)
    if (wrapped) continue
    lines.push(trimmed(part(passage, from, match.index)))
    from = match.index + match[0].length
  }
  lines.push(trimmed(part(passage, from)))
  return lines.filter((line) => line.start < line.end).flatMap(statementsOf)
}

function statementsOf(line: Passage): readonly Passage[] {
  const text = textOf(line)
  const starts = marksOf(line)
    .filter(({ kind, start, end }) => kind === 'code' && /[.;]\s+$/.test(text.slice(0, start)) && /^\s*:\s/.test(text.slice(end)))
    .map(({ start }) => start)
  if (starts.length === 0) return [line]
  return [0, ...starts].map((start, index) => trimmed(part(line, start, starts[index])))
}
