import type { Document } from '../../../brief/document.ts'
import { labelledFieldsOf } from '../columns/labelled-fields.ts'
import type { LanguageModel } from '../language/sentence.ts'
import { linesOf, passageOf } from '../text/blocks.ts'
import { type Label, readLabel } from '../text/labels.ts'

/**
 * Whether an item is one of a list of tables in the part of the requirements that is about the data:
 * "- **Seat** – row_label, seat_number", "- **Hall** – name", below "Data model". At least two items of the list, and half of them, are a name with its fields behind
 * a sign; the others then are tables too, however little stands behind their names.
 */
export function isInModelList(document: Document, index: number, model: LanguageModel): boolean {
  const known = judged.get(document) ?? new Map<number, boolean>()
  judged.set(document, known)
  const before = known.get(index)
  if (before !== undefined) return before
  const listed = judge(document, index, model)
  known.set(index, listed)
  return listed
}

/** Asked for every sentence of a block. */
const judged = new WeakMap<Document, Map<number, boolean>>()

function judge(document: Document, index: number, model: LanguageModel): boolean {
  const block = document.blocks[index]
  if (document.kind !== 'prd' || block?.kind !== 'item' || block.zone !== 'data model') return false
  const heading = block.headings.join('\n')
  const list = document.blocks.filter(
    (each) =>
      each.kind === 'item' && each.parent === block.parent && each.level === block.level && each.headings.join('\n') === heading,
  )
  const heads = list.flatMap((each) => {
    const line = linesOf(passageOf(each) ?? { inline: { text: '', marks: [], origins: [] }, start: 0, end: 0 })[0]
    return line ? [{ named: isNamed(readLabel(line, model)), fields: labelledFieldsOf(line, model) !== undefined }] : []
  })
  const fields = heads.filter((each) => each.fields).length
  return fields >= 2 && fields * 2 >= heads.length && heads.every((each) => each.named)
}

function isNamed(label: Label | undefined): boolean {
  return label !== undefined && (label.how === 'strong' || label.how === 'code' || label.how === 'identifier')
}
