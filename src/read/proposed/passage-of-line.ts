import type { Block, Document } from '../../brief/document.ts'
import { plainLetters } from '../rules/language/name-words.ts'
import { singularOf, wordsOfName } from '../rules/tables/identifiers.ts'

/** What surrounds a line: enough to say what a claim about it may be about. */
export interface LinePassage {
  readonly block: Block | undefined
  /** The block's own text, the names and headings it stands under, and the line itself. */
  readonly text: string
}

/** How many lines of a block around the quoted one still belong to what it says. */
const near = 6

/** The passage a line stands in: its block, the item or name it hangs under, its headings; of a table its header and the row. */
export function passageOfLine(document: Document, line: number): LinePassage {
  let index = -1
  for (const [at, block] of document.blocks.entries()) {
    if (block.line > line) break
    index = at
  }
  const own = document.lines[line - 1] ?? ''
  const block = document.blocks[index]
  if (block === undefined) return { block, text: own }
  const end = (document.blocks[index + 1]?.line ?? document.lines.length + 1) - 1
  const around = document.lines.slice(Math.max(block.line, line - near) - 1, Math.min(end, line + near))
  const above: string[] = []
  for (let at: number | undefined = index; at !== undefined; ) {
    const each: Block | undefined = document.blocks[at]
    if (each === undefined) break
    if (at !== index && 'inline' in each) above.push(each.inline.text)
    if (each.kind === 'table') above.push(each.header.map((cell) => cell.text).join(' '))
    at = 'parent' in each ? each.parent : undefined
  }
  return { block, text: [...block.headings, ...above, ...around, own].join('\n') }
}

/** The words of a text, each as it is compared: English letters, lower case, singular. */
export function stemsOf(text: string): readonly string[] {
  return wordsOfName(plainLetters(text)).map(singularOf)
}

/**
 * Whether every word of a name is among the stems of a text, in whatever form languages give it there: `subscription` where the text says
 * "subscribe", `ksiazka` where it says `książek`. Words of one or two letters say nothing.
 */
export function isSaid(name: string, stems: ReadonlySet<string>): boolean {
  const words = stemsOf(name).filter((word) => word.length > 2 && !/^(?:the|and|for)$/.test(word))
  return words.length > 0 && words.every((word) => stems.has(word) || [...stems].some((stem) => sameRoot(word, stem)))
}

function sameRoot(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4) return false
  let shared = 0
  while (shared < shorter && a[shared] === b[shared]) shared += 1
  return shared >= Math.max(shorter < 5 ? 4 : 5, shorter - 3)
}
