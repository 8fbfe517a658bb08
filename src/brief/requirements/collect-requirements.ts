import type { Requirement } from '../brief.ts'
import type { Block, Document, Inline } from '../document.ts'
import { readField } from './fields.ts'
import { readRequirementId } from './requirement-id.ts'

const longestTitle = 120

/** The numbered requirements of a document, each once, in its order, with the title found on its line or after it. */
export function collectRequirements(document: Document): readonly Requirement[] {
  const found = new Map<string, Requirement>()
  for (const [index, block] of document.blocks.entries()) {
    if (block.requirement === undefined || found.has(block.requirement)) continue
    const id = block.requirement
    found.set(id, { id, title: titleFrom(document.blocks, index, id), document: document.id, line: block.line })
  }
  return [...found.values()]
}

function titleFrom(blocks: readonly Block[], start: number, id: string): string {
  const first = blocks[start] as Block
  if (first.kind === 'table') return shorten(first.rows[0]?.slice(1).find((cell) => cell.text !== '')?.text ?? '')
  const own = readRequirementId(inlineOf(first)?.text ?? '')
  const field = own === undefined ? undefined : readField(own.rest)
  if (own !== undefined && own.rest !== '' && field === undefined) return shorten(own.rest)
  if (field?.value) return shorten(field.value)
  let fallback = ''
  for (let index = start + 1; index < blocks.length; index++) {
    const block = blocks[index] as Block
    if (block.requirement !== id) break
    const text = inlineOf(block)?.text ?? ''
    const read = readField(text)
    if (read?.title && read.value !== '') return shorten(read.value)
    const again = readRequirementId(text)
    const candidate = again?.id === id ? again.rest : read === undefined ? text : read.value
    if (fallback === '') fallback = candidate
  }
  return shorten(fallback)
}

function inlineOf(block: Block): Inline | undefined {
  return 'inline' in block ? block.inline : undefined
}

function shorten(text: string): string {
  const title = text.replace(/\s+/g, ' ').replace(/[\s:.;,–—-]+$/, '')
  if (title.length <= longestTitle) return title
  const cut = title.lastIndexOf(' ', longestTitle - 1)
  return `${title.slice(0, cut > 40 ? cut : longestTitle - 1)}…`
}
