import type { Mention } from '../../../claim/mention.ts'
import { looksLikeColumns } from '../columns/column-look.ts'
import { type ColumnSpec, claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { attributeNames } from '../columns/common-names.ts'
import { inWords, labelledFieldsOf } from '../columns/labelled-fields.ts'
import { couldBeColumn } from '../columns/targets.ts'
import type { LanguageModel } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { withGlossedReference } from '../relations/glossed-references.ts'
import { listsTables } from '../tables/labelled-tables.ts'
import { isInModelList } from '../tables/model-lists.ts'
import { linesOf, passageOf } from '../text/blocks.ts'
import { bareColumns, columnEntries, isKey, listHeadOf } from '../text/label-lists.ts'
import type { Label } from '../text/labels.ts'
import { leadingMark, type Passage, textOf } from '../text/passage.ts'

/**
 * A table's name, a colon or dash, and its columns in one line:
 * "- `users`: `id`, `email` (unique), `display_name` (max 50 characters)", "`members` joins `users` and `teams`: primary key (`user_id`, `team_id`), `role` ENUM ('a', 'b'), default 'a'",
 * "**orders** – id, user_id, placed_at, total numeric(10,2)".
 *
 * "`order_lines`: order, product, quantity (min. 1)", "- clients: name, VAT number (optional), default currency": in words, where they are common fields.
 *
 * Not: "`status`: `open`, `closed`" (values), "`tags`: words that people choose" (a description), lists of tables.
 */
export const labelledColumns: Pattern = {
  name: 'labelled columns',
  read(block, reading) {
    const source = reading.block(block)
    const passage = passageOf(source)
    if (!source || !passage || source.kind === 'heading') return []
    if (!listsTables(reading.document, source) && reading.document.kind !== 'notes') return []
    if (source.zone === 'questions') return []
    return linesOf(passage).flatMap((line) => readLine(line, block, reading))
  },
}

function readLine(line: Passage, block: number, reading: Reading): readonly Found[] {
  const { subject, topic } = reading.contextOf(block, line.start)
  if (topic !== 'columns') return []
  const bare = subject?.own === false && subject.field === undefined ? bareColumns(line) : undefined
  if (subject && bare) return claimsOfBare(bare, subject.entity, block, reading.modelOf(block))
  const model = reading.modelOf(block)
  const head = listHeadOf(line, model)
  const named =
    head && (namesTable(head.label) || head.label.listsColumns) ? reading.entities.find(head.label.mention.name) : undefined
  const entity = named ? { ...head?.label.mention, ...named } : subject?.own ? subject.entity : undefined
  if (!head || !entity || entity.name.startsWith('auth.')) return []
  const { list } = head
  const listed = isInModelList(reading.document, block, model)
  const described = labelledFieldsOf(line, model)
  if (described)
    return claimsOfAll(
      described.fields
        .map(({ spec, item }) => ({ spec: listed ? inWordsOf(spec, item, reading) : spec, item }))
        .filter(({ spec }) => !spec.identifier || isColumn(spec, reading)),
      entity,
      block,
      reading,
    )
  const items = columnEntries(list, model)
  const specs = items.flatMap((item) => {
    const spec = readColumnSpec(item, model, { typed: true })
    return spec ? [{ spec, item }] : []
  })
  const columns = specs.filter(({ spec }) => (spec.identifier ? isColumn(spec, reading) : isField(spec, model, reading)))
  const keys = items.filter(isKey).length
  const others = items.length - keys - columns.length
  if (head.label.listsColumns)
    return claimsOfAll(
      specs
        .map(({ spec, item }) => ({
          spec: model.language === 'en' || looksLikeColumns(items.map(textOf)) ? spec : inWords(spec, item, model),
          item,
        }))
        .filter(({ spec }) => !spec.identifier || isColumn(spec, reading)),
      entity,
      block,
      reading,
    )
  if (columns.length + keys < (listed ? 1 : 2) || others > columns.length / (listed ? 1 : 3)) return []
  return claimsOfAll(columns, entity, block, reading)
}

/** "**Seat** – hall, row_label": beside names as programs write them, a word that is another table's name leads there. */
function inWordsOf(spec: ColumnSpec, item: Passage, reading: Reading): ColumnSpec {
  const { attribute } = spec
  return spec.identifier && !leadingMark(item, 'code') && reading.entities.find(attribute.name) !== undefined
    ? { ...spec, attribute: { ...attribute, identifier: false }, identifier: false }
    : spec
}

function claimsOfAll(
  columns: readonly { readonly spec: ColumnSpec; readonly item: Passage }[],
  entity: Mention,
  block: number,
  reading: Reading,
): readonly Found[] {
  return columns.flatMap(({ spec, item }) =>
    claimsOfSpec(withGlossedReference(spec, item, reading, block), entity, 'stated').map(
      (body): Found => ({ body, block, at: item }),
    ),
  )
}

/** "#### parcel_stops", and in the line below "id, parcel_id, arrived_at". */
function claimsOfBare(items: readonly Passage[], entity: Mention, block: number, model: LanguageModel): readonly Found[] {
  return items.flatMap((item) => {
    const spec = readColumnSpec(item, model, { typed: true })
    if (!spec) return []
    const named = spec.identifier ? spec : { ...spec, attribute: identifierMention(spec.attribute.text) }
    return claimsOfSpec(named, entity, 'stated').map((body): Found => ({ body, block, at: item }))
  })
}

function namesTable({ how, mention }: Label): boolean {
  return (how === 'code' || how === 'identifier') && !mention.name.includes('.')
}

function isColumn({ attribute }: ColumnSpec, reading: Reading): boolean {
  return couldBeColumn(attribute.name) && reading.entities.find(attribute.name)?.name !== attribute.name
}

/** A common attribute, or another table that the row leads to. */
function isField(spec: ColumnSpec, model: LanguageModel, reading: Reading): boolean {
  const { name, text } = spec.attribute
  if (text.split(/\s+/).length > 4) return false
  const { words, nouns } = model.analyse(text, [])
  const noun = nouns.at(0)
  if (!noun || words.some((word) => word.pos === 'verb' && !attributeNames.has(name))) return false
  const common = attributeNames.has(name) || attributeNames.has(noun.head)
  return common || (spec.detailed && words.length <= 3) || (!noun.plural && reading.entities.find(name) !== undefined)
}
