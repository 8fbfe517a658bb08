import { cellInlines, startOf } from '../../plan/read/markdown.ts'
import type { ForeignKey, ReferentialAction } from '../../schema/constraint.ts'
import { displayName } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'
import { partKey } from '../../schema/part-key.ts'
import { type Draft, type DraftTable, partOf, type Remark } from '../draft.ts'
import { itemText, ownText } from '../layout/column-items.ts'
import { codeIn, codeOffset, isList, isParagraph, isTable, type Placed } from '../layout/walk.ts'
import type { Reading } from '../read-foreign-plan.ts'
import { accounts, TableMentions } from './mentions.ts'
import { isErDiagram, mermaidRelations } from './mermaid.ts'

/** A sentence about a relationship, in whichever notation, and where it stands. */
interface Line {
  readonly text: string
  readonly start: number
  /** The end of what names the two; what stands below it explains. */
  readonly head: number
}

/**
 * Holds what a document says of relationships, in words, tables, arrows or a Mermaid diagram, against the keys of its tables: names that no table has, tables
 * between which no key leads, another `on delete`, one to one without anything that is unique. What a sentence leaves open is not judged.
 */
export function compareRelationships({ draft, text, file, blocks }: Reading, isSupabase: boolean): void {
  const mentions = new TableMentions(draft, isSupabase)
  const said = new Set<string>()
  const add = (line: Line, at: number, end: number, message: string, help: string, table?: DraftTable, column?: string) => {
    if (said.has(message)) return
    said.add(message)
    const start = line.start + at
    const remark: Remark = {
      code: 'plan/sections-differ',
      severity: 'warning',
      message,
      help,
      spot: { file, start, end: line.start + end },
    }
    draft.remarks.push(
      table === undefined || column === undefined ? remark : { ...remark, part: partOf(table, 'column', column) },
    )
  }
  for (const block of blocks) for (const line of linesOf(block, text)) compareLine(line, mentions, add, draft)
}

type Add = (line: Line, at: number, end: number, message: string, help: string, table?: DraftTable, column?: string) => void

/** Relationships are said in sections about them, and in diagrams wherever they stand. */
function linesOf({ node, topic }: Placed, text: string): readonly Line[] {
  const diagrams = codeIn(node).flatMap((code) => {
    if (!isErDiagram(code)) return []
    const offset = codeOffset(code, text)
    return mermaidRelations(code.value).map(({ from, to, at }) => lineAt(`${from} ${to}`, offset + at))
  })
  if (topic !== 'relationships' && topic !== 'diagram') return diagrams
  if (isList(node))
    return node.children.map((item) => {
      const own = ownText(item, text)
      return { text: itemText(item, text).text, start: own.start, head: own.text.length }
    })
  if (isTable(node))
    return cellInlines(node, text)
      .slice(1)
      .map((row) => lineAt(row.map((cell) => cell.text).join(' | '), row[0]?.start ?? startOf(node)))
  if (isParagraph(node)) return [lineAt(text.slice(startOf(node), node.position?.end.offset), startOf(node))]
  return diagrams
}

const lineAt = (text: string, start: number): Line => ({ text, start, head: text.length })

function compareLine(line: Line, mentions: TableMentions, add: Add, draft: Draft): void {
  const { tables, columns } = mentions.in(line.text)
  for (const { key, column, start, end } of columns) {
    const table = mentions.table(key)
    if (table === undefined || table.columns.some(({ name }) => name === column)) continue
    add(
      line,
      start,
      end,
      `The relationships name ${displayName(table)}.${column}; ${displayName(table)} has no such column.`,
      'Add the column to the table, or correct its name here.',
      table,
      column,
    )
  }
  for (const { name, column, at } of unknownTables(line.text.slice(0, line.head), mentions))
    add(
      line,
      at,
      at + name.length + column.length + 1,
      `The relationships name ${name}.${column}; there is no table ${name}.`,
      'Describe the table, or take it out here.',
    )
  const named = [...tables, ...columns].filter(({ start }) => start < line.head).sort((a, b) => a.start - b.start)
  const keys = [...new Set(named.map(({ key }) => key))]
  const [from, to] = keys
  if (from === undefined || to === undefined || keys.length > 3) return
  const first = line.text.split('\n')[0] ?? ''
  if (!isConnected(mentions, from, to)) {
    if (isLinked(mentions, from, to)) return
    const names = [from, to].map((key) => nameOf(mentions, key))
    add(
      line,
      0,
      first.length,
      `The relationships connect ${names.join(' and ')}; no foreign key leads from one to the other.`,
      'Add the foreign key to the table that has the column, or correct the relationship.',
    )
    return
  }
  compareAction(line, mentions, from, to, add, draft)
  if (keys.length === 2 && saysOneToOne(first)) compareOneToOne(line, mentions, from, to, add)
}

/** `reviews.loan_id` of a table that is not there: a name and a column that is a key by its own name. */
function unknownTables(text: string, mentions: TableMentions) {
  return [...text.matchAll(/(?<![\w.])([a-z_][a-z0-9_]{2,})\.([a-z_][a-z0-9_]*_id)(?![\w.(])/g)].flatMap(
    ({ 1: name = '', 2: column = '', index }) =>
      mentions.keyOf(name) !== undefined || platforms.has(name) ? [] : [{ name, column, at: index }],
  )
}

const platforms: ReadonlySet<string> = new Set(['auth', 'public', 'storage', 'private', 'extensions', 'realtime', 'vault'])

const nameOf = (mentions: TableMentions, key: string): string => {
  const table = mentions.table(key)
  return table === undefined ? key : displayName(table)
}

/** The keys that lead from one table to another, `users` standing for the platform's accounts where there is no such table. */
function keysBetween(
  mentions: TableMentions,
  from: string,
  to: string,
): readonly { readonly table: DraftTable; readonly key: ForeignKey }[] {
  const table = mentions.table(from)
  if (table === undefined) return []
  return table.foreignKeys
    .filter(({ references }) => {
      const target = keyOf({ schema: references.schema, name: references.table })
      if (target === to) return true
      const isAccounts = references.table === 'users' && mentions.table(target) === undefined
      return to === accounts && isAccounts
    })
    .map((key) => ({ table, key }))
}

const bothWays = (mentions: TableMentions, from: string, to: string) => [
  ...keysBetween(mentions, from, to),
  ...(from === to ? [] : keysBetween(mentions, to, from)),
]

const isConnected = (mentions: TableMentions, from: string, to: string): boolean => bothWays(mentions, from, to).length > 0

/** Many to many: a table between the two that leads to both. A row that extends an account stands for the account. */
function isLinked(mentions: TableMentions, from: string, to: string): boolean {
  const isBetween = (between: string): boolean =>
    keysBetween(mentions, between, from).length > 0 && keysBetween(mentions, between, to).length > 0
  const extending = mentions.all().filter((key) => {
    const table = mentions.table(key)
    return keysBetween(mentions, key, accounts).some((one) =>
      one.key.columns.every((column) => table?.primaryKey?.columns.includes(column)),
    )
  })
  const leadsToAccounts = (key: string): boolean =>
    key === accounts || [accounts, ...extending].some((target) => keysBetween(mentions, key, target).length > 0)
  return mentions.all().some(isBetween) || (leadsToAccounts(from) && leadsToAccounts(to))
}

const actions: readonly (readonly [RegExp, ReferentialAction])[] = [
  [/\bon\s+delete:?\**\s*:?\s*`?cascade\b/i, 'cascade'],
  [/\bon\s+delete:?\**\s*:?\s*`?set\s+null\b/i, 'set null'],
  [/\bon\s+delete:?\**\s*:?\s*`?restrict\b/i, 'restrict'],
]

function compareAction(line: Line, mentions: TableMentions, from: string, to: string, add: Add, draft: Draft): void {
  const between = bothWays(mentions, from, to)
  const [only] = between
  const wanted = actions.filter(([pattern]) => pattern.test(line.text)).map(([, action]) => action)
  const [action] = wanted
  if (between.length !== 1 || only === undefined || wanted.length !== 1 || action === undefined) return
  const has = only.key.onDelete
  if (has === action || (action === 'restrict' && has === 'no action')) return
  const column = only.key.columns[0] ?? ''
  // The table says no more than that the column is a key: what the key does is said here alone.
  if (draft.impliedKeys.has(partKey(partOf(only.table, 'column', column)))) {
    only.table.foreignKeys = only.table.foreignKeys.map((key) => (key === only.key ? { ...key, onDelete: action } : key))
    return
  }
  add(
    line,
    0,
    (line.text.split('\n')[0] ?? '').length,
    `The relationships say "on delete ${action}" of ${displayName(only.table)}.${only.key.columns.join(', ')}; its foreign key says ${has === 'no action' ? 'nothing, which keeps the row it leads to from being deleted' : `"${has}"`}.`,
    'Make both say the same; the tables are what was checked.',
    only.table,
    column,
  )
}

const saysOneToOne = (text: string): boolean =>
  /(?<![\d\w])1\s*(?::|-|–|—|↔|<->|-to-)\s*1(?![\d\w])|\(1\)\s*(?:↔|→|->|-|–|—)\s*(?:\w+\s*)?\(1\)|\bone[- ]to[- ]one\b|\bjeden[- ]do[- ]jed(?:nego|en)\b/i.test(
    text,
  )

function compareOneToOne(line: Line, mentions: TableMentions, from: string, to: string, add: Add): void {
  const between = bothWays(mentions, from, to)
  const [only] = between
  if (between.length !== 1 || only === undefined) return
  const { table, key } = only
  const unique = [
    ...(table.primaryKey === undefined ? [] : [table.primaryKey.columns]),
    ...table.uniques.map(({ columns }) => columns),
    ...table.indexes.filter((index) => index.unique).map((index) => index.keys.flatMap(({ column }) => column ?? [])),
  ]
  if (unique.some((columns) => columns.length > 0 && columns.every((column) => key.columns.includes(column)))) return
  add(
    line,
    0,
    (line.text.split('\n')[0] ?? '').length,
    `The relationships call ${displayName(table)} and ${nameOf(mentions, from === keyOf(table) ? to : from)} one to one; nothing makes ${displayName(table)}.${key.columns.join(', ')} unique.`,
    'Make the column unique, or correct the relationship.',
    table,
    key.columns[0],
  )
}
