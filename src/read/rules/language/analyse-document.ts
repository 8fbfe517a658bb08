import type { Document, Inline } from '../../../brief/document.ts'
import { sentencesOfBlock } from './block-sentences.ts'
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
    sentencesOfBlock(block, document.language).flatMap((raw): readonly Sentence[] => {
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

/** The inline text that a sentence of this document stands in, with its marks and origins. */
export function inlineOfSentence(document: Document, sentence: Pick<Sentence, 'block' | 'cell'>): Inline | undefined {
  const block = document.blocks[sentence.block]
  if (block === undefined || block.kind === 'code') return undefined
  if (block.kind !== 'table') return block.inline
  if (sentence.cell === undefined) return undefined
  const { row, column } = sentence.cell
  return row < 0 ? block.header[column] : block.rows[row]?.[column]
}
