import type { Code, List, ListItem, RootContent } from 'mdast'
import { codeStart, isList, isParagraph, isTable, type Section, startOf } from '../../plan/read/markdown.ts'
import { headingText, plainHeading, type Topic, topicOf } from './topics.ts'

/** A block of a document with all that says what it is about. */
export interface Placed {
  readonly node: RootContent
  readonly topic: Topic | undefined
  /** The headings above it, outermost first; bullets that lead a list count. */
  readonly path: readonly string[]
  /** Offset of the nearest heading, or of the bold or numbered title that stands for one. */
  readonly headingAt: number
}

/** The blocks of a document in order, those inside list items included, each under its headings. A lone numbered item, `1. Tables`, is a heading too. */
export function walkBlocks(root: Section): readonly Placed[] {
  const placed: Placed[] = []
  const visitSection = (section: Section, above: Topic | undefined, path: readonly string[]): void => {
    const text = section.heading.text
    let topic = section.depth > 1 || above === undefined ? topicOf(text, above) : above
    // A document that is called "Notes" is no remark of itself.
    if (section.depth === 1 && topic === 'notes') topic = undefined
    let here = text === '' ? path : [...path, headingText(section)]
    let headingAt = section.heading.start
    const [own, ownTopic] = [here, topic]
    for (const [at, node] of section.blocks.entries()) {
      const caption = boldTitle(node, section.blocks[at + 1])
      if (caption !== undefined) {
        topic = ownTopic
        here = [...own, plainHeading(caption)]
        headingAt = startOf(node)
        placed.push({ node, topic, path: here, headingAt })
        continue
      }
      const title = numberedTitle(node)
      if (title !== undefined) {
        topic = topicOf(title, undefined) ?? topic
        here = [...path, plainHeading(title)]
        headingAt = startOf(node)
        placed.push({ node, topic, path: here, headingAt })
        continue
      }
      placed.push({ node, topic, path: here, headingAt })
    }
    // A heading inside a numbered title belongs to it.
    for (const child of section.children) visitSection(child, topic, here)
  }
  visitSection(root, undefined, [])
  return placed
}

/**
 * A paragraph in bold above a list or a table, where a heading would stand: `**1. Table: rooms**`, `**rooms** (RLS enabled)`, `1.2 rooms`. Its words are those of a table's
 * name; labels such as `**Constraints**` lead lists of their own table.
 */
function boldTitle(node: RootContent, next: RootContent | undefined): string | undefined {
  if (!isParagraph(node) || next === undefined || !(isList(next) || isTable(next))) return undefined
  // Inline markup is not parsed here: a paragraph is its source.
  const whole = textOf(node).trim()
  if (/^\d+(\.\d+)+\.?\s+`?[a-z][a-z0-9_]*`?$/.test(whole)) return whole
  const bold = /^\*\*([^*]+)\*\*\s*(?:\([^)]*\))?\s*:?$/.exec(whole)?.[1]
  if (bold === undefined) return undefined
  const text = bold.replace(/:\s*$/, '').trim()
  const name = plainHeading(text)
  const isCode = /^`[^`]+`$/.test(name)
  const isWord = (/^[a-z][a-z0-9_]*$/.test(name) && !labels.has(name)) || /^[A-Z][a-z0-9]+([A-Z][a-z0-9]+)+$/.test(name)
  return isCode || isWord || /^(table|tabela|entity|encja)\b\s*:?\s*\S+$/i.test(name) ? text : undefined
}

/** Words in bold that lead a list about the table above them. */
const labels: ReadonlySet<string> = new Set(
  'columns column fields attributes constraints keys checks check unique notes note types values description relations relationships indexes policies rls triggers select insert update delete all kolumny pola atrybuty ograniczenia klucze uwagi typy opis relacje indeksy polityki wyzwalacze'.split(
    ' ',
  ),
)

/** `1. Tables` as a list of one short item without anything in it. */
function numberedTitle(node: RootContent): string | undefined {
  if (node.type !== 'list' || node.ordered !== true || node.children.length !== 1) return undefined
  const [item] = node.children
  const [first, ...rest] = item?.children ?? []
  if (first?.type !== 'paragraph' || rest.length > 0) return undefined
  const text = textOf(first)
  return text.length <= 120 && !/[.;`]\s*$/.test(text) ? text : undefined
}

export function textOf(node: RootContent): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => textOf(child as RootContent)).join('') : ''
}

/** The code blocks inside lists, which belong to the section as much as others. */
export function codeIn(node: RootContent): readonly Code[] {
  if (node.type === 'code') return [node]
  if (isList(node)) return node.children.flatMap((item: ListItem) => item.children.flatMap(codeIn))
  return node.type === 'blockquote' ? node.children.flatMap(codeIn) : []
}

/** The items of a list and of the lists in it. */
export function itemsIn(list: List): readonly ListItem[] {
  return list.children.flatMap((item) => [item, ...item.children.filter(isList).flatMap(itemsIn)])
}

const sqlLanguages: ReadonlySet<string> = new Set(['sql', 'postgresql', 'postgres', 'pgsql', 'plpgsql', 'psql'])

/** Whether a code block is SQL: it says so, or says nothing and begins as SQL does. */
export function isSqlCode(code: Code): boolean {
  const language = (code.lang ?? '').toLowerCase()
  return sqlLanguages.has(language) || (language === '' && beginsAsSql(code.value))
}

export function beginsAsSql(text: string): boolean {
  return /^(\s*--[^\n]*\n)*\s*(create\s+(or\s+replace\s+)?(table|unique\s+index|index|policy|type|function|view|materialized\s+view|trigger|extension|schema)|alter\s+table|grant|revoke|comment\s+on)\b/i.test(
    text,
  )
}

/** Where the code of a block begins, also of one that is indented in a list: the first line of it is looked for. */
export function codeOffset(code: Code, source: string): number {
  // A file that is nothing but code.
  if (code.value === source) return 0
  const from = codeStart(code, source)
  const [first = ''] = code.value.split('\n')
  const found = source.indexOf(first, from)
  return found < 0 ? from : found
}

export { isList, isParagraph, isTable }
