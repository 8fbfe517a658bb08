import type { Block, Document, Zone } from '../../../brief/document.ts'
import { readRequirementId } from '../../../brief/requirements/requirement-id.ts'
import { attributeNames, isNamedByModifier, notThings } from '../columns/common-names.ts'
import { isHolder, isPreferences } from '../columns/field-lists.ts'
import { abstractNouns } from '../language/en/abstract-nouns.ts'
import type { LanguageModel, Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { leadingMark, textOf, trimmed, wholeOf } from '../text/passage.ts'
import { keyOfName } from './identifiers.ts'

/** What the title of a part of the requirements names. */
export interface SectionTitle {
  readonly nouns: readonly NounPhrase[]
  /** Says that people keep them: "Managing claims", "Claim management", "Zarządzanie roszczeniami". */
  readonly managed: boolean
}

/** Zones whose titles name what the product is about, part by part. */
const titled: ReadonlySet<Zone> = new Set<Zone>(['requirements', 'data model', 'memo', 'other'])

/** What a title may say to be done with the things it names. */
const doing: readonly Meaning[] = ['MANAGES', 'CREATES', 'EDITS', 'STORES', 'DELETE', 'ASSIGNS']

const numbering = /^(?:\(?\d+(?:\.\d+)*[.):]?\s+|[a-z][.)]\s+|#+\s+|(?:\p{Extended_Pictographic}\uFE0F?)+\s*)+/u

/** Last words of a name that say that what stands before them is looked after. */
const care =
  /_(?:management|administration|handling|maintenance|catalog|catalogue|register|registry|module|registration|recording|tracking)$/

/**
 * The titles of the blocks of a PRD: of its headings ("3.2 Inspections"), of numbered requirements ("FR-003 Claims: …", "**FR-004 Claims.** …"), of items above
 * others ("2. Claim management"). A title is a few words that name one or several things, perhaps with what is done with them.
 *
 * Not: titles of stories ("US-004 File a claim"), sentences, titles of what the program does ("Searching", "Security").
 */
export function titlesOf(
  document: Document,
  modelOf: (block: number) => LanguageModel | undefined,
): readonly (SectionTitle | undefined)[] {
  if (document.kind !== 'prd') return document.blocks.map(() => undefined)
  const parents = new Set(document.blocks.map((block) => ('parent' in block ? block.parent : undefined)))
  return document.blocks.map((block, index) => {
    const text = titled.has(block.zone) ? titleText(block, parents.has(index)) : undefined
    const model = modelOf(index)
    if (model === undefined) return undefined
    if (text === undefined) return block.kind === 'heading' ? readUseCase(textOf(wholeOf(block.inline)), model) : undefined
    return readTitle(text, model)
  })
}

/** What is done elsewhere with what is kept already. */
const used: readonly Meaning[] = ['SEARCH', 'FILTER', 'SORT', 'VIEWS', 'LISTS', 'DELETE', 'SIGNS_IN', 'SHARE']

/**
 * What a use case is about, whose steps say what people give: "UC-2 Adding an entry", "UC-3 Dodanie wpisu do dziennika", "Przypadek użycia 4: Dostawy".
 *
 * Not: use cases in which what is kept is looked for, shown or deleted.
 */
function readUseCase(text: string, model: LanguageModel): SectionTitle | undefined {
  const id = readRequirementId(text)
  const bare = id?.id.startsWith('UC') ? id.rest : /^(?:use case|przypadek użycia)\s*\d*\s*[:.–-]\s*(.+)$/iu.exec(text)?.[1]
  if (bare === undefined) return undefined
  const { markers, nouns, words } = model.analyse(closed(bare), [])
  if (markers.some((marker) => used.includes(marker.meaning))) return undefined
  const [act, object] = nouns
  // "Założenie budowy", "Dodanie wpisu do dziennika": the object of what is done
  if (act?.from === 0 && act.abstract && object?.from === act.to && !object.abstract && !object.person && words.length <= 6)
    return { nouns: [object], managed: true }
  return readTitle(closed(bare), model)
}

/** The words of a block that stand as its title. */
function titleText(block: Block, holds: boolean): string | undefined {
  if (block.kind === 'table' || block.kind === 'code') return undefined
  const passage = trimmed(wholeOf(block.inline))
  const strong = leadingMark(passage, 'strong')
  const text = strong ? textOf(passage).slice(0, strong.end) : textOf(passage)
  const id = readRequirementId(text)
  if (id !== undefined && /^US|^UC|^HU/.test(id.id)) return undefined
  const after = strong && id?.rest === '' ? textOf(passage).slice(strong.end) : (id?.rest ?? text)
  const bare = after.replace(/^[\s:.,–—-]+/, '').replace(numbering, '')
  if (block.kind === 'heading' && partOfDocument.test(bare)) return undefined
  if (block.kind === 'heading' || (strong && bare !== '' && id?.rest !== '')) return closed(bare)
  const end = /:(?=\s|$)|\.(?=\s|$)|\s[–—-]\s/.exec(bare)
  if (end) return id !== undefined || end[0] !== '.' ? bare.slice(0, end.index) : undefined
  return holds || id !== undefined ? closed(bare) : undefined
}

/** What the part is called that holds all requirements, in a document whose text may be in another language. */
const partOfDocument =
  /^(?:(?:non[- ]?)?functional |product |business |technical |system )?(?:requirements|features|wymagania)(?: \(?mvp\)?)?$/i

function closed(text: string): string {
  return text.replace(/[\s:.–—-]+$/, '').replace(/\s*\([^()]*\)$/, '')
}

function readTitle(text: string, model: LanguageModel): SectionTitle | undefined {
  if (text === '' || text.split(/\s+/).length > 6 || /[.!?;"`]/.test(text)) return undefined
  const { words, nouns, markers } = model.analyse(text, [])
  // "Adding and editing claims"; "people add claims" is a sentence
  const acts = markers.filter((marker) => doing.includes(marker.meaning) && nouns.every((noun) => noun.to > marker.from))
  const inside = (index: number): boolean => nouns.some((noun) => noun.from <= index && index < noun.to)
  const acted = (index: number): boolean => acts.some((marker) => marker.from <= index && index < marker.to)
  const plain = words.every(
    (word, index) =>
      inside(index) ||
      acted(index) ||
      /^(?:conjunction|determiner|punctuation|adjective|symbol)$/.test(word.pos) ||
      word.lemma === 'of',
  )
  if (!plain) return undefined
  const owned = new Set(nouns.map((noun) => noun.possessor))
  const heads = nouns.filter((noun, index) => !noun.identifier && !(owned.has(index) && noun.from > 0))
  const named = heads.flatMap((noun) =>
    noun.possessor !== undefined && (isCare(noun) || isHolder(noun.name)) ? [nouns[noun.possessor] ?? noun] : [withoutCare(noun)],
  )
  const things = named.filter(
    (noun) =>
      (!noun.abstract || isNamedByModifier(noun.name) || isDoneOften(noun)) && noun.name.length >= 3 && !isPreferences(noun.name),
  )
  if (things.length === 0) return undefined
  return { nouns: things, managed: acts.length > 0 || heads.some((noun) => isCare(noun) || care.test(noun.name)) }
}

function isCare(noun: NounPhrase): boolean {
  return care.test(`_${noun.name}`)
}

/** "Enrolments", "Zapisy": what is done, in the plural, is kept each time; alone it is something that the program does. */
function isDoneOften(noun: NounPhrase): boolean {
  return (
    noun.plural &&
    noun.known &&
    !noun.name.includes('_') &&
    !notThings.has(noun.name) &&
    !attributeNames.has(noun.name) &&
    !abstractNouns.has(noun.name)
  )
}

/** "claim management" → the claims. */
function withoutCare(noun: NounPhrase): NounPhrase {
  const name = noun.name.replace(care, '')
  return name === noun.name || isCare({ ...noun, name })
    ? noun
    : { ...noun, name, head: name.slice(name.lastIndexOf('_') + 1), abstract: false }
}

/**
 * The titles of the rows of a PRD's tables of features: "| F-02 | Wells | depth, address, built on |". The first cell of a row that names something, where a
 * cell behind it says more.
 */
export function rowTitlesOf(
  document: Document,
  modelOf: (block: number) => LanguageModel | undefined,
): ReadonlyMap<number, readonly (RowTitle | undefined)[]> {
  const found = new Map<number, readonly (RowTitle | undefined)[]>()
  if (document.kind !== 'prd') return found
  for (const [index, block] of document.blocks.entries()) {
    const model = modelOf(index)
    if (block.kind !== 'table' || !titled.has(block.zone) || model === undefined) continue
    found.set(
      index,
      block.rows.map((row) => {
        for (const [column, cell] of row.entries()) {
          const title = column < row.length - 1 ? readTitle(closed(cell.text.trim()), model) : undefined
          if (title) return { ...title, column }
        }
        return undefined
      }),
    )
  }
  return found
}

export interface RowTitle extends SectionTitle {
  readonly column: number
}

/** The sentences of a document, each with the one thing that the title above it, or of its row, names. */
export function withSections(
  document: Document,
  sentences: readonly Sentence[],
  titles: readonly (SectionTitle | undefined)[],
  rows: ReadonlyMap<number, readonly (RowTitle | undefined)[]>,
): readonly Sentence[] {
  const sections = sectionsOf(document, titles)
  return sentences.map((sentence) => {
    const row = sentence.cell && rows.get(sentence.block)?.[sentence.cell.row]
    const own = row && sentence.cell && sentence.cell.column > row.column ? onlyOf(row) : undefined
    const section = own ?? sections[sentence.block]
    return section === undefined ? sentence : { ...sentence, section }
  })
}

function sectionsOf(document: Document, titles: readonly (SectionTitle | undefined)[]): readonly (NounPhrase | undefined)[] {
  const sections: (NounPhrase | undefined)[] = []
  const headings: { readonly depth: number; readonly section: NounPhrase | undefined }[] = []
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'heading') while (headings.length > 0 && (headings.at(-1)?.depth ?? 0) >= block.depth) headings.pop()
    const own = onlyOf(titles[index])
    const parent = 'parent' in block && block.parent !== undefined ? sections[block.parent] : undefined
    const section = block.kind === 'heading' ? own : (own ?? parent ?? headings.at(-1)?.section)
    sections.push(section)
    if (block.kind === 'heading') headings.push({ depth: block.depth, section: own })
  }
  return sections
}

function onlyOf(title: SectionTitle | undefined): NounPhrase | undefined {
  return title !== undefined && title.nouns.length === 1 ? title.nouns[0] : undefined
}

/** Keys of the things that titles name in the plural or as something people manage. */
export function titledNames(titles: readonly (SectionTitle | undefined)[]): ReadonlySet<string> {
  return new Set(
    titles.flatMap((title) =>
      (title?.nouns ?? []).filter((noun) => noun.plural || title?.managed).map((noun) => keyOfName(noun.name)),
    ),
  )
}
