import type { Block, Document } from '../../../brief/document.ts'
import { zoneNamed } from '../../../brief/zones/zone-names.ts'
import type { Mention } from '../../../claim/mention.ts'
import { looksLikeColumns } from '../columns/column-look.ts'
import { phraseMention, readColumnSpec } from '../columns/column-spec.ts'
import { attributeNames, isOnlyAttribute } from '../columns/common-names.ts'
import { dictionaryColumns } from '../columns/dictionary-columns.ts'
import { couldBeThing, labelledFieldsOf } from '../columns/labelled-fields.ts'
import type { LanguageModel } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { readRatios } from '../relations/ratios.ts'
import { linesOf, passageOf } from '../text/blocks.ts'
import { bareColumns, listHeadOf } from '../text/label-lists.ts'
import { type Label, readLabel, tableBehind } from '../text/labels.ts'
import { splitList } from '../text/lists.ts'
import { marksOf, type Passage, part, textOf } from '../text/passage.ts'
import { isInModelList } from './model-lists.ts'
import { asksForSomething } from './things.ts'

/** A label with columns below it, or a label in code or as identifier in a list of entities. */
export function labelledTables(document: Document, index: number, model: LanguageModel): readonly Mention[] {
  const block = document.blocks[index]
  const passage = passageOf(block)
  if (!block || !passage) return []
  const mentions: Mention[] = []
  const above = block.kind === 'item' ? block.parent : undefined
  if (above !== undefined && announcesColumns(document, above, model)) return []
  for (const line of linesOf(passage)) {
    if (document.kind === 'notes' && asksForSomething(block.zone)) mentions.push(...relatedNames(line, model))
    const described = listsTables(document, block) ? labelledFieldsOf(line, model) : undefined
    if (described && !described.label.mention.name.includes('.')) mentions.push(described.label.mention)
    const inEntities = entityHeading(document, index, model)
    if (inEntities && block.kind !== 'heading' && document.kind === 'notes' && !columnBelow(document, index))
      mentions.push(...englishNames(line, model))
    const label = readLabel(line, model, { heading: isTitle(document, index) })
    if (!label || label.mention.name.includes('.')) continue
    if (isInModelList(document, index, model)) mentions.push(label.mention)
    if (label.calledTable && !label.calledView) mentions.push(label.mention)
    const behind = document.kind === 'notes' && asksForSomething(block.zone) ? tableBehind(label, model) : undefined
    if (behind) mentions.push(behind.mention)
    if (namesColumns(line, model)) mentions.push(label.mention)
    if (
      isTitle(document, index) &&
      document.kind === 'notes' &&
      (label.how !== 'phrase' || isPluralWord(label.mention.text, model)) &&
      columnsBelow(document, index)
    )
      mentions.push(label.mention)
    if (block.kind === 'heading' && label.how === 'phrase' && announcesColumns(document, index, model))
      mentions.push(label.mention)
    if (document.kind === 'notes' && hasDictionaryBelow(document, index, model)) mentions.push(label.mention)
    const column = readColumnSpec(line, model)
    if (column?.type !== undefined || column?.references !== undefined) continue
    if (inEntities && label.how === 'code' && block.kind !== 'heading') mentions.push(...rowOfNames(line))
    if (
      inEntities &&
      (label.how === 'code' ||
        label.how === 'identifier' ||
        (label.how === 'strong' && describesThing(document, label, model))) &&
      block.kind !== 'heading' &&
      !attributeNames.has(label.mention.name.split('_').at(-1) ?? '') &&
      !columnBelow(document, index)
    )
      mentions.push(label.mention)
    if (opensPartOfSession(block, document)) continue
    if (isTitle(document, index) || label.rest.start === label.rest.end || label.how !== 'phrase') {
      const specs = childrenOf(document, index).filter((child) => {
        const childPassage = passageOf(document.blocks[child])
        // "`clients`: `id`, `name`": a table with its columns is no column itself
        const spec = childPassage && !namesColumns(childPassage, model) ? readColumnSpec(childPassage, model) : undefined
        return spec?.identifier === true && (spec.detailed || /^(?:id|\w+_(?:id|at))$/.test(spec.attribute.name))
      })
      const most =
        label.how === 'phrase' && !label.calledTable ? Math.max(2, Math.ceil(childrenOf(document, index).length * 0.6)) : 2
      if (specs.length >= most) mentions.push(label.mention)
    }
  }
  return mentions
}

/** Where lines of a name and its fields are tables: in notes, and in the part of the requirements that is about the data. */
export function listsTables(document: Document, block: Block): boolean {
  return document.kind === 'notes' ? asksForSomething(block.zone) : document.kind === 'prd' && block.zone === 'data model'
}

/** The things that a ratio stands between are tables, the accounts aside: "orchards 1:N trees". */
function relatedNames(line: Passage, model: LanguageModel): readonly Mention[] {
  return readRatios(line, model)
    .flatMap(({ left, right }) => [left, right])
    .flatMap((name) => {
      const mention = /^[a-z]\w*_\w+$/.test(name) ? identifierMention(name) : phraseMention(name, model)
      return mention && !/^(?:user|account)s?$/.test(mention.name) && !isOnlyAttribute(mention.name) ? [mention] : []
    })
}

/** Whether a name on a line of its own has a table of columns with their types right below: "### lenses", "| Column | Type | Notes |". */
function hasDictionaryBelow(document: Document, index: number, model: LanguageModel): boolean {
  const block = document.blocks[index]
  const below = document.blocks[index + 1]
  if (below?.kind !== 'table' || (block?.kind !== 'heading' && block?.kind !== 'paragraph')) return false
  const { name, type } = dictionaryColumns(below, model)
  return name !== undefined && type !== undefined
}

/** "**Lenses** – a pair that a customer ordered": in bold, a thing in the plural or with a capital, and what it is behind a sign. */
function describesThing(document: Document, label: Label, model: LanguageModel): boolean {
  const sign = label.rest.inline.text.slice(label.at.end, label.rest.start) + textOf(label.rest).slice(0, 1)
  return document.kind === 'notes' && /[:–—-]/.test(sign) && couldBeThing(label, model)
}

/** "## Decisions", "## Podsumowanie": what stands below are statements about columns, not a table's columns. */
function opensPartOfSession(block: Block, document: Document): boolean {
  const zone = block.kind === 'heading' ? zoneNamed(block.inline.text, document.kind) : undefined
  return zone !== undefined && zone !== 'data model'
}

/** A heading, or, in notes, a word on a line of its own with a list right below: "products", "- id uuid", "- name text". */
export function isTitle(document: Document, index: number): boolean {
  const block = document.blocks[index]
  if (block?.kind !== 'paragraph') return block?.kind === 'heading'
  const text = block.inline.text.trim()
  return (
    document.kind === 'notes' &&
    !/\s/.test(text) &&
    /^[`"]?\p{L}[\p{L}\p{N}_]+[`"]?$/u.test(text) &&
    childrenOf(document, index).length > 0
  )
}

/** "`clients`: `id`, `name`, `tax_number` (optional)": a plural name, and behind its colon columns with a key among them. */
function namesColumns(line: Passage, model: LanguageModel): boolean {
  const { label, list } = listHeadOf(line, model) ?? {}
  const name = label?.mention.name ?? ''
  const several = label?.how === 'phrase' || label?.how === 'strong' ? isPluralWord(label.mention.text, model) : /s$|_/.test(name)
  if (!list || /_(?:id|at|uuid)$/.test(name)) return false
  const items = splitList(list).map(textOf)
  const keys = items.filter((item) => /^`?(?:id|uuid|\w+_(?:id|uuid))\b/.test(item)).length
  // "`attendance`: id, meeting_id, present": no plural, but with a key of its own and others
  const keyed = label?.how === 'code' && /^`?id\b/.test(items[0] ?? '') && keys >= 2
  return keys >= 1 && (several || keyed) && looksLikeColumns(items)
}

/** "#### parcel_stops" with "id, parcel_id, arrived_at" right below. */
function columnsBelow(document: Document, index: number): boolean {
  const below = passageOf(document.blocks[index + 1])
  return below !== undefined && bareColumns(below) !== undefined
}

function isPluralWord(text: string, model: LanguageModel): boolean {
  return /^\p{L}+$/u.test(text) && model.analyse(text, []).nouns.at(0)?.plural === true
}

/** In a list of entities one line may name several: "`companies`, `users` (accounts)", "`tags` (words) ↔ `post_tags`". */
function rowOfNames(line: Passage): readonly Mention[] {
  const names: Mention[] = []
  const text = textOf(line)
  const code = marksOf(line).filter((mark) => mark.kind === 'code')
  const [first, ...others] = code
  // "`orders` – `id`, `placed_at timestamptz`": behind the first stand its columns
  const columns = others.some((mark) => /^(?:id|uuid)\b|\s|_(?:id|uuid|at|on)$/.test(text.slice(mark.start, mark.end)))
  let at: number | undefined
  for (const mark of columns && first ? [first] : code) {
    if (at !== undefined) {
      const gap = text.slice(at, mark.start).replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ' ')
      if (/\(/.test(gap)) continue
      if (!/^[\s,/+&↔→<>–-]*(?:\b(?:i|oraz|and)\s+)?$/.test(gap)) break
    }
    const name = text.slice(mark.start, mark.end)
    if (/^(?:public\.)?[a-z_]\w*$/i.test(name) && !/_(?:id|at|uuid)$/.test(name)) names.push(identifierMention(name))
    at = mark.end
  }
  return names
}

/**
 * Plural English names in small letters at the beginning of a line, in a list of entities in another language: "- bookmarks", "- tags, post_tags",
 * "**loans** – wypożyczenie egzemplarza".
 */
function englishNames(line: Passage, model: LanguageModel): readonly Mention[] {
  if (model.language === 'en') return []
  const text = textOf(line).replace(/^[-*•\d.)\s]+/, '')
  const head =
    /^((?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*s)(?:\s*(?:,|i|oraz)\s*[a-z][a-z0-9]*(?:_[a-z0-9]+)*s)*)\s*(?:$|[(:]|[–—-]\s|→|->)/.exec(
      text,
    )?.[1]
  return (head?.split(/\s*(?:,|\si\s|\soraz\s)\s*/) ?? []).map(identifierMention)
}

/** The items directly below a block. */
export function childrenOf(document: Document, index: number): readonly number[] {
  const children: number[] = []
  const block = document.blocks[index]
  for (let at = index + 1; at < document.blocks.length; at += 1) {
    const child = document.blocks[at]
    if (!child) break
    if (child.kind === 'heading' && block?.kind === 'heading') break
    if ('parent' in child && child.parent === index) children.push(at)
    else if (at > index + 400) break
  }
  return children
}

function columnBelow(document: Document, index: number): boolean {
  const block = document.blocks[index]
  const parent = block && 'parent' in block && block.parent !== undefined ? passageOf(document.blocks[block.parent]) : undefined
  return (
    parent !== undefined &&
    /^[`*\s\d.]*[a-z_]+[`*]*\s*(?:\(|:|$)/.test(textOf(part(parent, 0, 80))) &&
    block?.kind === 'item' &&
    block.level > 0
  )
}

/** Whether the nearest heading, or the item above, announces entities: "Key entities and their relationships". */
export function entityHeading(document: Document, index: number, model: LanguageModel): boolean {
  const block = document.blocks[index]
  if (!block) return false
  const titles = [block.headings[block.headings.length - 1]]
  let parent = 'parent' in block ? block.parent : undefined
  for (let step = 0; parent !== undefined && step < 3; step += 1) {
    const above = document.blocks[parent]
    const passage = passageOf(above)
    // "Entities: `a`, `b`." has named them; what is listed below says more of them.
    if (passage && marksOf(passage).every((mark) => mark.kind !== 'code')) titles.push(textOf(part(passage, 0, 80)))
    parent = above && 'parent' in above ? above.parent : undefined
  }
  return titles.some((title) => title !== undefined && announcesEntities(title, model))
}

/** "Key entities", "Tables and relationships": a title below which tables are listed. */
function announcesEntities(title: string, model: LanguageModel): boolean {
  const { markers, words, nouns } = model.analyse(title, [])
  const announced = markers.some((marker) => {
    if (marker.meaning !== 'ENTITY' && marker.meaning !== 'TABLE') return false
    // "Key entities", not "Table users": the heading of one table announces columns.
    return (
      words.slice(marker.from, marker.to).some((word) => word.plural === true) ||
      nouns.some(
        (noun) => noun.plural && !noun.identifier && noun.from < marker.to && noun.to > marker.from && noun.to <= marker.to,
      )
    )
  })
  return announced && !markers.some((marker) => marker.meaning === 'INDEX' || marker.meaning === 'RLS')
}

/** Whether a heading in a list of entities, or in the part about data, has a list of names below it, one to an item: its table's columns. */
export function announcesColumns(document: Document, index: number, model: LanguageModel): boolean {
  const block = document.blocks[index]
  if (block?.kind !== 'heading' || (block.zone !== 'data model' && !entityHeading(document, index, model))) return false
  if (announcesEntities(block.inline.text, model)) return false
  const items = childrenOf(document, index).flatMap((child) => passageOf(document.blocks[child]) ?? [])
  const named = items.filter((item) => {
    const spec = readColumnSpec(item, model)
    return (
      spec !== undefined &&
      (spec.identifier || (spec.attribute.text.split(/\s+/).length <= 4 && !acts(spec.attribute.text, model)))
    )
  })
  const common = named.filter((item) => {
    const spec = readColumnSpec(item, model)
    return (
      spec !== undefined && (spec.identifier || spec.detailed || attributeNames.has(spec.attribute.name.split('_').at(-1) ?? ''))
    )
  })
  return items.length >= 2 && named.length >= items.length * 0.7 && common.length * 2 >= items.length
}

function acts(text: string, model: LanguageModel): boolean {
  const { words, nouns } = model.analyse(text, [])
  return nouns.length === 0 || words[0]?.pos === 'verb'
}
