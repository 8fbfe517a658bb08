import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.ts'
import type { GlossaryEntry } from './brief.ts'
import type { Block, Document, Inline } from './document.ts'
import { originAt } from './markdown/inline-text.ts'

const separators = /\s*(?:->|→|=>|:=|=|:|—|–)\s*/
const validName = /^[a-z_][a-z0-9_]{0,62}$/

/**
 * Reads a project's own words from its glossary: `word -> name`, `word: name`, `word = name`, as lines, items or a table of two columns. Lines that
 * are neither, nor headings, are reported as `brief/glossary-line`.
 */
export function readGlossary(document: Document): Outcome<readonly GlossaryEntry[]> {
  const entries: GlossaryEntry[] = []
  const diagnostics: Diagnostic[] = []
  const read = (word: string, name: string, line: number, at: Inline) => {
    const clean = name.replace(/^[`'"]|[`'"]$/g, '')
    if (word.trim() !== '' && validName.test(clean)) entries.push({ word: word.trim(), name: clean, line })
    else diagnostics.push(unreadable(document, at, line))
  }
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      for (const row of block.rows) {
        const [word, name] = row
        if (word === undefined || name === undefined || (word.text === '' && name.text === '')) continue
        read(word.text, name.text, word.origins[0]?.line ?? block.line, word)
      }
    } else if (block.kind === 'item' || block.kind === 'paragraph') readLine(block, read, diagnostics, document)
  }
  return { value: entries, diagnostics }
}

function readLine(
  block: Extract<Block, { kind: 'item' | 'paragraph' }>,
  read: (word: string, name: string, line: number, at: Inline) => void,
  diagnostics: Diagnostic[],
  document: Document,
): void {
  const { inline } = block
  const lines = inline.origins.map((origin) => origin.line)
  const first = lines[0] ?? block.line
  const last = lines[lines.length - 1] ?? first
  // Plain lines form one paragraph in markdown; the document's own lines tell them apart.
  if (last > first) {
    for (let line = first; line <= last; line++) {
      const text = (document.lines[line - 1] ?? '').trim().replace(/^[-*+]\s+/, '')
      if (text !== '') split(text, line)
    }
    return
  }
  split(inline.text, block.line)

  function split(text: string, line: number): void {
    const match = separators.exec(text)
    if (match === null || match.index === 0) {
      if (block.kind === 'item') diagnostics.push(unreadable(document, inline, line))
      return
    }
    const name = text.slice(match.index + match[0].length).trim()
    const prose = block.kind === 'paragraph' && /\s/.test(name)
    if (!prose) read(text.slice(0, match.index), name, line, inline)
  }
}

function unreadable(document: Document, inline: Inline, line: number): Diagnostic {
  const column = originAt(inline, 0)?.column
  return {
    code: 'brief/glossary-line',
    severity: 'warning',
    message: 'This line of the glossary is not understood.',
    place: { file: document.path, line, ...(column === undefined ? {} : { column }) },
    help: 'Write a word and the name it gets in the database, singular and in snake_case: `word -> name`.',
  }
}
