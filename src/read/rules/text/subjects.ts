import type { Document } from '../../../brief/document.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { LanguageModel, Meaning } from '../language/sentence.ts'
import { splitSentences } from '../language/split-sentences.ts'
import type { EntityIndex } from '../tables/entity-index.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { announcesColumns, isTitle } from '../tables/labelled-tables.ts'
import { linesOf, passageOf } from './blocks.ts'
import { databaseWords } from './database-words.ts'
import { type Label, nestedLabel, readLabel } from './labels.ts'
import { textOf } from './passage.ts'

export type Topic = 'columns' | 'indexes' | 'access' | 'functions'

/** What a block is about: the entity that it, an item above it or its heading introduces; with a column, the one that is being described. */
export interface Subject {
  readonly entity: Mention
  readonly field?: Mention
  /** The block itself names the entity as its label, rather than one above. */
  readonly own: boolean
}

const topics: readonly (readonly [Meaning, Topic])[] = [
  ['INDEX', 'indexes'],
  ['RLS', 'access'],
]

/** What a title announces, if it is not columns. */
export function topicOf(title: string, model: LanguageModel): Topic | undefined {
  const { markers } = model.analyse(title.slice(0, 120), [])
  return topics.find(([meaning]) => markers.some((marker) => marker.meaning === meaning))?.[1]
}

export interface BlockContext {
  readonly subject?: Subject
  readonly topic: Topic
  /** In a block of several lines: from which offset on which line's label is the subject, and what it is before the first. */
  readonly lines?: {
    readonly above?: Subject
    readonly subjects: readonly { readonly offset: number; readonly subject: Subject }[]
  }
}

/** What is being spoken of at an offset of a block's text. */
export function contextAt(context: BlockContext, offset: number | undefined): BlockContext {
  if (offset === undefined || !context.lines) return context
  const line = context.lines.subjects.filter((each) => each.offset <= offset).at(-1)
  const subject = line?.subject ?? context.lines.above
  return { topic: context.topic, ...(subject ? { subject } : {}) }
}

/** The subject and topic of every block, in order. */
export function readContexts(
  document: Document,
  entities: EntityIndex,
  modelOf: (block: number) => LanguageModel,
): readonly BlockContext[] {
  const contexts: BlockContext[] = []
  const headings: { readonly depth: number; readonly context: BlockContext }[] = []
  for (const [index, block] of document.blocks.entries()) {
    const model = modelOf(index)
    if (block.kind === 'heading')
      while (headings.length > 0 && (headings[headings.length - 1]?.depth ?? 0) >= block.depth) headings.pop()
    const heading = headings[headings.length - 1]?.context
    const parent = 'parent' in block && block.parent !== undefined ? contexts[block.parent] : undefined
    const parentBlock = 'parent' in block && block.parent !== undefined ? document.blocks[block.parent] : undefined
    const above = parent ?? heading ?? { topic: 'columns' as const }
    const inherited =
      parent && parentBlock?.kind !== 'heading' && parent.subject === undefined
        ? { ...parent, ...(heading?.subject ? { subject: heading.subject } : {}) }
        : above
    const neighbour = adjoining(document, index) ? contexts[index - 1]?.subject : undefined
    const from =
      neighbour && inherited.subject?.own !== true ? { ...inherited, subject: { ...neighbour, own: false } } : inherited
    const context = withLines(document, index, ownContext(document, index, from, entities, model), from.subject, entities, model)
    contexts.push(context)
    if (block.kind === 'heading') headings.push({ depth: block.depth, context })
  }
  return contexts
}

/** A paragraph on the very next line: people write one statement per line, and the second speaks of what the first named. */
function adjoining(document: Document, index: number): boolean {
  const block = document.blocks[index]
  const before = document.blocks[index - 1]
  if (block?.kind !== 'paragraph' || before?.kind !== 'paragraph' || block.headings.at(-1) !== before.headings.at(-1))
    return false
  const last = before.inline.origins.at(-1)?.line ?? before.line
  return block.line === last + 1
}

function withLines(
  document: Document,
  index: number,
  context: BlockContext,
  above: Subject | undefined,
  entities: EntityIndex,
  model: LanguageModel,
): BlockContext {
  const passage = passageOf(document.blocks[index])
  const lines = passage ? linesOf(passage) : []
  if (lines.length < 2) return context
  const subjects = lines.flatMap((line) => {
    const label = readLabel(line, model)
    const entity =
      label &&
      (nestedName(label, entities, model) ?? entityOf(label.mention, entities) ?? (label.calledTable ? label.mention : undefined))
    return entity ? [{ offset: line.start, subject: { entity, own: true } }] : []
  })
  return { ...context, lines: { ...(above ? { above: { ...above, own: false } } : {}), subjects } }
}

function ownContext(
  document: Document,
  index: number,
  above: BlockContext,
  entities: EntityIndex,
  model: LanguageModel,
): BlockContext {
  const block = document.blocks[index]
  const passage = passageOf(block)
  const inherited: BlockContext = above.subject
    ? { topic: above.topic, subject: { ...above.subject, own: false } }
    : { topic: above.topic }
  if (!block || !passage) return inherited
  const title = block.kind === 'heading' || textOf(passage).length <= 80
  const topic = (title ? topicOf(textOf(passage), model) : undefined) ?? above.topic
  const line = linesOf(passage).at(-1)
  const label = line && readLabel(line, model, { heading: isTitle(document, index) })
  const field = label !== undefined && isListedField(document, index, above, model)
  const named = label && !field ? (nestedName(label, entities, model) ?? entityOf(label.mention, entities)) : undefined
  if (label && named) return { topic, subject: { entity: named, own: true } }
  if (label?.calledTable && !databaseWords.has(keyOfName(label.mention.name)))
    return { topic, subject: { entity: label.mention, own: true } }
  if (above.subject && label && !label.mention.name.includes('.')) {
    return { topic, subject: { entity: above.subject.entity, field: label.mention, own: false } }
  }
  if (title) {
    // "`state` is open or shut. Only wardens may delete gates": what a line begins with is its subject, not what it comes to
    const end = splitSentences(textOf(passage), [])[0]?.end
    const names = tablesNamedIn(textOf(passage).slice(0, end), entities)
    const only = names.length === 1 ? names[0] : undefined
    if (only && !refusesAtFirst(textOf(passage), model)) return { topic, subject: { entity: only, own: false } }
    if (block.kind === 'heading') return { topic }
  }
  return { ...inherited, topic }
}

/** "### Booking", "- boat – one that is free": among the fields below a table's title the name of another table is a field too. */
function isListedField(document: Document, index: number, above: BlockContext, model: LanguageModel): boolean {
  const block = document.blocks[index]
  const parent = block?.kind === 'item' ? block.parent : undefined
  return (
    parent !== undefined &&
    above.subject?.own === true &&
    document.blocks[parent]?.kind === 'heading' &&
    announcesColumns(document, parent, model)
  )
}

/** "Deferred: a table `x`", "No `x` table": what follows is about something else. */
function refusesAtFirst(text: string, model: LanguageModel): boolean {
  return model
    .analyse(text.slice(0, 80), [])
    .markers.some((marker) => marker.from === 0 && ['LATER', 'NO', 'REJECT', 'WITHOUT', 'OUT_OF_SCOPE'].includes(marker.meaning))
}

function entityOf(mention: Mention, entities: EntityIndex): Mention | undefined {
  if (mention.name === 'auth.users') return mention
  if (mention.name.includes('.')) return undefined
  const found = entities.find(mention.name)
  return found && (mention.identifier ? { ...mention } : { ...found, text: mention.text })
}

/** "Meals: `public.meals` (…)": a title in words before the name itself. */
function nestedName(label: Label, entities: EntityIndex, model: LanguageModel): Mention | undefined {
  const inner = nestedLabel(label, model)
  return inner && entityOf(inner.mention, entities)
}

function tablesNamedIn(text: string, entities: EntityIndex): readonly Mention[] {
  const names = new Map<string, Mention>()
  for (const match of text.matchAll(/[A-Za-z_]\w*/g)) {
    const found = entities.find(match[0])
    if (found?.identifier && found.name === match[0]) names.set(found.name, found)
  }
  return [...names.values()]
}
