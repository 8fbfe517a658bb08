import type { Block, Document, Inline } from '../../../brief/document.ts'
import { readRequirementId } from '../../../brief/requirements/requirement-id.ts'
import { type RawSentence, sentencesOfBlock } from './block-sentences.ts'
import { carrySubjects } from './carry-subjects.ts'
import type { LanguageModels } from './load-languages.ts'
import type { Sentence } from './sentence.ts'

/**
 * The sentences of a document in reading order, each analysed by the model of its own language (mixed documents are normal).
 * Headings, paragraphs, items and table cells are read; code blocks are not. A sentence whose language was not loaded is
 * analysed by a model that was, and left out if there is none.
 */
export function analyseDocument(document: Document, models: LanguageModels): readonly Sentence[] {
  const sentences = document.blocks.flatMap((block, index) =>
    sentencesOfBlock(block, document.language).flatMap((whole): readonly Sentence[] => {
      const raw = withoutId(whole, block)
      const model = models[raw.language] ?? models[document.language] ?? models.en ?? models.pl
      if (model === undefined) return []
      return [
        {
          text: raw.text,
          language: model.language,
          ...model.analyse(raw.text, raw.marks),
          document: document.id,
          block: index,
          offset: raw.offset,
          ...(raw.cell === undefined ? {} : { cell: raw.cell }),
          zone: block.zone,
          ...(block.requirement === undefined ? {} : { requirement: block.requirement }),
        },
      ]
    }),
  )
  return carrySubjects(sentences)
}

/** What follows the id that a requirement begins with: "FR-005 Discount codes: …". */
function withoutId(raw: RawSentence, block: Block): RawSentence {
  if (block.requirement === undefined || raw.offset > 0 || raw.cell !== undefined) return raw
  const id = readRequirementId(raw.text)
  if (id === undefined || id.field || id.rest === '') return raw
  const cut = raw.text.lastIndexOf(id.rest)
  const marks = raw.marks
    .filter((mark) => mark.end > cut)
    .map((mark) => ({ kind: mark.kind, start: Math.max(mark.start - cut, 0), end: mark.end - cut }))
  return { ...raw, text: raw.text.slice(cut), marks, offset: raw.offset + cut }
}

/** The inline text that a sentence of this document stands in, with its marks and origins. */
export function inlineOfSentence(document: Document, sentence: Pick<Sentence, 'block' | 'cell'>): Inline | undefined {
  const block = document.blocks[sentence.block]
  if (block === undefined || block.kind === 'code') return undefined
  if (block.kind !== 'table') return block.inline
  if (sentence.cell === undefined) return undefined
  const { row, column } = sentence.cell
  return row < 0 ? block.header[column] : block.rows[row]?.[column]
}
