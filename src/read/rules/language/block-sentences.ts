import type { Block, Inline, Language, Mark } from '../../../brief/document.ts'
import { detectLanguage } from './detect-language.ts'
import { splitSentences } from './split-sentences.ts'

/** A sentence of a block before it is analysed. `marks` are relative to `text`. */
export interface RawSentence {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly offset: number
  readonly language: Language
  readonly cell?: { readonly row: number; readonly column: number }
}

/** The sentences of a block in order: of its text, or of a table's cells (row -1 is the header). Code blocks have none. */
export function sentencesOfBlock(block: Block, language: Language): readonly RawSentence[] {
  if (block.kind === 'code') return []
  if (block.kind !== 'table') return sentencesOfInline(block.inline, language)
  return [block.header, ...block.rows].flatMap((cells, index) =>
    cells.flatMap((inline, column) =>
      sentencesOfInline(inline, language).map((each) => ({ ...each, cell: { row: index - 1, column } })),
    ),
  )
}

function sentencesOfInline(inline: Inline, language: Language): readonly RawSentence[] {
  return splitSentences(inline.text, inline.marks).map(({ start, end }) => {
    const marks = inline.marks
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({ kind: mark.kind, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }))
    const text = inline.text.slice(start, end)
    return { text, marks, offset: start, language: detectLanguage(withoutCode(text, marks), language) }
  })
}

function withoutCode(text: string, marks: readonly Mark[]): string {
  const code = marks.filter((mark) => mark.kind === 'code')
  return code.reduceRight((rest, mark) => `${rest.slice(0, mark.start)} ${rest.slice(mark.end)}`, text)
}
