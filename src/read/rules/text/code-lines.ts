import type { Document } from '../../../brief/document.ts'

/** The document's line of a line of a block of code (from 0). The fence stands above the first line; the line itself is looked for nearby, in case it does not. */
export function lineOfCode(document: Document, index: number, line: number): number {
  const block = document.blocks[index]
  if (block?.kind !== 'code') return block?.line ?? 1
  const wanted = (block.text.split('\n')[line] ?? '').trim()
  for (const at of [block.line + 1 + line, block.line + line, block.line + 2 + line]) {
    if ((document.lines[at - 1] ?? '').trim() === wanted) return at
  }
  return block.line
}
