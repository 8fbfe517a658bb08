import type { List, ListItem } from 'mdast'
import type { Spot } from '../diagnostic/spot.ts'
import { cellInlines, parseSections, startOf } from '../plan/read/markdown.ts'
import { keyOf } from '../schema/order.ts'
import type { Schema } from '../schema/schema.ts'
import { type TakenPolicy, takeSayings } from './access/take-sayings.ts'
import { compareDiagrams } from './compare/compare-diagrams.ts'
import { compareNamedColumns } from './compare/compare-named-columns.ts'
import { compareOpenLists } from './compare/compare-open-lists.ts'
import { compareRelationships } from './compare/compare-relationships.ts'
import { compareSections } from './compare/compare-sections.ts'
import { type AccessWords, type Draft, emptyDraft, type Remark, type TableName } from './draft.ts'
import { finishDraft, platformOf } from './finish-draft.ts'
import { applySketch } from './layout/apply-sketch.ts'
import { itemText, ownText, readColumnItems } from './layout/column-items.ts'
import { readColumnTable } from './layout/column-table.ts'
import { readDrawnTables } from './layout/drawn-tables.ts'
import { addEnum, findEnums } from './layout/enums.ts'
import { readListedTable } from './layout/listed-table.ts'
import { withNamesInBrackets } from './layout/names-in-brackets.ts'
import { readProseTables, tableLed } from './layout/prose-tables.ts'
import type { ColumnSketch, ConstraintSketch, TableSketch } from './layout/sketch.ts'
import { splitAtTitles } from './layout/split-at-titles.ts'
import { type NamedTable, readTableHeading } from './layout/table-name.ts'
import {
  beginsAsSql,
  codeIn,
  codeOffset,
  isList,
  isParagraph,
  isSqlCode,
  isTable,
  itemsIn,
  type Placed,
  walkBlocks,
} from './layout/walk.ts'
import { readModels } from './models/read-models.ts'
import { readTableConstraint } from './spec/table-constraint.ts'
import { openPartitions } from './sql/open-partitions.ts'
import { readSql } from './sql/read-sql.ts'
import { readDiagrams } from './words/diagrams.ts'
import { applyIndexWords } from './words/indexes.ts'
import { applyPolicyWords } from './words/policies.ts'

/** What a plan of any shape holds, where it stands, and what is wrong with how it is written. */
export interface ForeignPlan {
  readonly title: string
  readonly schema: Schema
  readonly spots: ReadonlyMap<string, Spot>
  readonly writtenTypes: ReadonlyMap<string, string>
  readonly remarks: readonly Remark[]
  readonly accessWords: AccessWords
  /** Policies that were made of words. */
  readonly taken: readonly TakenPolicy[]
  /** Tables that the plan describes although its platform keeps them. */
  readonly managed: readonly TableSketch[]
}

/**
 * Reads a plan that dbplan did not write: tables as lists, as markdown tables, as SQL, in any mixture, English or Polish. Never fails; what it does not
 * understand is no part of the schema, and what PostgreSQL could not read is a remark at its place.
 */
export async function readForeignPlan(written: string, file: string): Promise<ForeignPlan> {
  const language = modelFiles[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '']
  const text = language === undefined ? withNamesInBrackets(written) : written
  const blocks = language === undefined ? walkBlocks(parseSections(text)) : [codeBlock(text, language)]
  const draft = emptyDraft()
  const reading: Reading = { draft, text, file, blocks }
  // Types first, in SQL and in words: columns are recognised by them.
  for (const block of blocks) readTypes(reading, block)
  const sketches = [...(await readModels(draft, blocks, text, file)), ...sketchTables(reading)]
  const managed = sketches.filter(({ isManaged }) => isManaged)
  const described = emptyDraft()
  described.enums.push(...draft.enums)
  const names = sketches.filter(({ isManaged }) => !isManaged).map(({ table }) => table.name)
  for (const sketch of sketches) if (!sketch.isManaged) await applySketch(described, sketch, names)
  draft.remarks.push(...described.remarks)
  await readAllSql(reading)
  await readDiagrams(reading, described)
  compareSections(draft, described)
  await applyIndexWords(reading)
  const sayings = await applyPolicyWords(reading)
  const platform = platformOf(text)
  const isSupabase = platform.kind === 'supabase'
  compareRelationships(reading, isSupabase)
  compareDiagrams(reading, isSupabase)
  compareNamedColumns(reading)
  compareOpenLists(reading)
  const title = /^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? file
  const { schema, taken } = takeSayings(finishDraft(draft, managed, platform), draft, sayings)
  if (schema.tables.length === 0 && managed.length === 0) draft.remarks.push(nothingRead(file, text))
  draft.remarks.push(...openPartitions(draft, schema))
  const { spots, writtenTypes, remarks, accessWords } = draft
  return { title, schema, spots, writtenTypes, remarks, managed, accessWords, taken }
}

/** Files that are a model by themselves, by what they end in, and the language they are written in. */
const modelFiles: Readonly<Record<string, string>> = { dbml: 'dbml', prisma: 'prisma', ts: 'ts', mts: 'ts', js: 'ts', mjs: 'ts' }

/** A file that is code as the one block of a document. */
function codeBlock(text: string, lang: string): Placed {
  const at = (offset: number) => ({ line: 1, column: 1, offset })
  const node = { type: 'code' as const, lang, value: text, position: { start: at(0), end: at(text.length) } }
  return { node, topic: undefined, path: [], headingAt: 0 }
}

/** A plan of which nothing could be read is not a plan in which nothing was found. */
const nothingRead = (file: string, text: string): Remark => ({
  code: 'plan/nothing-read',
  severity: 'error',
  message: 'No table could be read from this document.',
  help: 'Tables are read from SQL, DBML, Prisma, Drizzle, lists, markdown tables, diagrams and drawn trees: a name, and below it a line for each column with its type.',
  spot: { file, start: 0, end: text.indexOf('\n') < 0 ? text.length : text.indexOf('\n') },
})

export interface Reading {
  readonly draft: Draft
  readonly text: string
  readonly file: string
  readonly blocks: readonly Placed[]
}

function readTypes({ draft, text, file }: Reading, { node, topic, path }: Placed): void {
  const isTypes = topic === 'types'
  for (const code of codeIn(node))
    if (isSqlCode(code)) findEnums(draft, { text: code.value, file, start: codeOffset(code, text) }, false)
  if (isList(node)) {
    const heading = readTableHeading(path.at(-1) ?? '')
    const codes = node.children.map((item) => /^`([\w-]+)`/.exec(ownText(item, text).text)?.[1])
    // A list of nothing but values under the name of a type.
    if (
      isTypes &&
      heading?.isCode === true &&
      codes.every((code) => code !== undefined) &&
      !/:/.test(text.slice(startOf(node), node.position?.end.offset))
    )
      addEnum(draft, heading.name, codes as readonly string[], {
        file,
        start: startOf(node),
        end: node.position?.end.offset ?? startOf(node),
      })
    for (const item of itemsIn(node)) {
      const own = ownText(item, text)
      findEnums(draft, { text: own.text, file, start: own.start }, isTypes)
    }
  }
  if (isTypes && isTable(node)) {
    for (const [name, values] of cellInlines(node, text).slice(1)) {
      const codes = [...(values?.text ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
      const type = /^`?(\w+)`?$/.exec(name?.text ?? '')?.[1]
      if (name !== undefined && type !== undefined && codes.length > 0)
        addEnum(draft, type, codes, { file, start: name.start, end: name.start + type.length })
    }
  }
  if (!isParagraph(node)) return
  const start = startOf(node)
  const own = text.slice(start, node.position?.end.offset ?? start)
  findEnums(draft, { text: own, file, start }, isTypes)
  const heading = readTableHeading(path.at(-1) ?? '')
  const values = /(?:values|wartości)[^:\n]*:\**\s*([^\n]*)/i.exec(own)
  if (!isTypes || heading === undefined || values === null) return
  const codes = [...(values[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
  if (codes.length > 0) addEnum(draft, heading.name, codes, { file, start, end: start + own.length })
}

interface Gathered {
  readonly table: NamedTable
  readonly spot: Spot
  readonly columns: ColumnSketch[]
  readonly constraints: ConstraintSketch[]
  isManaged: boolean
}

/** The tables that are described outside SQL, in their order. */
function sketchTables({ draft, text, file, blocks }: Reading): readonly TableSketch[] {
  const ownTypes = new Set(draft.enums.map(({ name }) => name))
  const gathered = new Map<string, Gathered>()
  const notTables = new Set(['relationships', 'indexes', 'policies', 'functions', 'notes', 'diagram'])
  const gather = (table: NamedTable, spot: Spot): Gathered => {
    const key = keyOf(table)
    const found = gathered.get(key) ?? { table, spot, columns: [], constraints: [], isManaged: false }
    gathered.set(key, found)
    return found
  }
  const put = (
    table: NamedTable,
    spot: Spot,
    found: { columns: readonly ColumnSketch[]; constraints: readonly ConstraintSketch[] },
  ) => {
    const into = gather(table, spot)
    for (const column of found.columns) if (!into.columns.some(({ name }) => name === column.name)) into.columns.push(column)
    into.constraints.push(...found.constraints)
  }
  let led: { readonly table: NamedTable; readonly spot: Spot } | undefined
  for (const { node, topic, path, headingAt } of blocks) {
    const before = isList(node) || isTable(node) ? led : undefined
    led = undefined
    const heading = before?.table ?? readTableHeading(path.at(-1) ?? '')
    const spot: Spot = before?.spot ?? { file, start: headingAt, end: headingAt + (path.at(-1)?.length ?? 0) }
    const current = heading === undefined ? undefined : gathered.get(keyOf(heading))
    if (isParagraph(node)) {
      const start = startOf(node)
      const own = text.slice(start, node.position?.end.offset ?? start)
      if (heading !== undefined && isAccounts(heading) && saysManaged(own)) gather(heading, spot).isManaged = true
      if (current !== undefined && topic !== 'notes' && readTableConstraint(own) !== undefined)
        current.constraints.push({ text: own, spot: { file, start, end: start + own.length } })
      if (topic === undefined || !notTables.has(topic)) {
        for (const told of readProseTables({ text: own, file, start }, ownTypes)) {
          const named = told.table ?? heading
          const at = told.table === undefined ? spot : { file, start: told.start, end: told.end }
          if (named !== undefined) put(named, at, told)
        }
        const listed = readListedTable(own, start, file, ownTypes)
        if (listed !== undefined) put(listed.table, { file, start, end: listed.end }, listed)
        const table = tableLed(own)
        if (table !== undefined) led = { table, spot: { file, start, end: start + own.length } }
      }
    }
    for (const drawn of readDrawnTables(node, text, file, ownTypes)) {
      if (topic !== undefined && notTables.has(topic)) continue
      put(drawn.table, drawn.spot, { columns: drawn.columns, constraints: [] })
    }
    if (isTable(node)) {
      const named = heading ?? readTableHeading(captionOf(path))
      const found = topic === 'indexes' || topic === 'policies' ? undefined : readColumnTable(node, text, file, ownTypes)
      if (found !== undefined && named !== undefined) {
        put(named, spot, found)
        if (isAccounts(named) && named.schema === 'auth') gather(named, spot).isManaged = true
      }
    }
    if (!isList(node) || (topic !== undefined && notTables.has(topic))) continue
    const listed = node.children.map((item) => {
      const own = ownText(item, text)
      return readListedTable(own.text, own.start, file, ownTypes)
    })
    if (listed.some((one) => one !== undefined)) {
      for (const one of listed) if (one !== undefined) put(one.table, { file, start: one.start, end: one.end }, one)
      continue
    }
    const parts = splitAtTitles(node, text)
    if (parts.length > 1) {
      for (const part of parts) {
        const named = part.title === undefined ? heading : readTableHeading(part.title)
        const items = readColumnItems(part.list, text, file, ownTypes, named !== undefined)
        const at =
          part.titleAt === undefined ? spot : { file, start: part.titleAt, end: part.titleAt + (part.title ?? '').length }
        if (named !== undefined && items.columns.length > items.others) put(named, at, items)
      }
      continue
    }
    const items = readColumnItems(node, text, file, ownTypes, heading !== undefined)
    const enough = items.columns.length > items.others && (items.columns.length > 1 || heading !== undefined)
    if (heading !== undefined && enough && !isTableList(node, text)) put(heading, spot, items)
    else if (current !== undefined && items.columns.length === 0)
      current.constraints.push(...nestedConstraints(node, text, file, items.constraints))
    else for (const item of node.children) readTableItem(item, text, file, ownTypes, put, gather)
  }
  return [...gathered.values()].flatMap(({ table, spot, columns, constraints, isManaged }) =>
    columns.length === 0 && !isManaged
      ? []
      : [
          {
            table: { schema: table.schema, name: table.name },
            spot,
            columns,
            constraints,
            isManaged: isManaged || table.schema === 'auth',
          },
        ],
  )
}

const captionOf = (path: readonly string[]): string => path.at(-2) ?? ''

const isAccounts = ({ name }: TableName): boolean => /^users?$/.test(name)

/** `This table is managed by Supabase Auth`, in both languages. */
function saysManaged(text: string): boolean {
  return /(managed|provided|provisioned|handled|zarządzan\w*|dostarczan\w*)\b.{0,40}\b(supabase|auth|clerk|auth0|firebase)\b/i.test(
    text,
  )
}

/** Whether the items of a list are tables with their columns under them. */
function isTableList(list: List, text: string): boolean {
  return list.children.every(
    (item) => item.children.some(isList) && !/[:\s](uuid|text|integer)\b/i.test(ownText(item, text).text),
  )
}

/** A table as an item with its columns as a list in it. */
function readTableItem(
  item: ListItem,
  text: string,
  file: string,
  ownTypes: ReadonlySet<string>,
  put: (
    table: NamedTable,
    spot: Spot,
    found: { columns: readonly ColumnSketch[]; constraints: readonly ConstraintSketch[] },
  ) => void,
  gather: (table: NamedTable, spot: Spot) => { isManaged: boolean },
): void {
  const own = ownText(item, text)
  const [line = ''] = own.text.split('\n')
  const table = readTableHeading(line.replaceAll('*', '').replace(/:\s*$/, ''))
  const inner = item.children.filter(isList)
  if (table === undefined || inner.length === 0) return
  const spot: Spot = { file, start: own.start, end: own.start + line.length }
  for (const list of inner) {
    const items = readColumnItems(list, text, file, ownTypes, true)
    if (items.columns.length === 0 || items.columns.length < items.others) continue
    put(table, spot, items)
    if (isAccounts(table) && (table.schema === 'auth' || saysManaged(itemText(item, text).text)))
      gather(table, spot).isManaged = true
  }
}

/** Constraints in a list under a table, also one level down: `Consistency:` and under it the CHECK. */
function nestedConstraints(
  list: List,
  text: string,
  file: string,
  own: readonly ConstraintSketch[],
): readonly ConstraintSketch[] {
  const inner = list.children.flatMap((item) => item.children.filter(isList)).flatMap((nested) => nested.children)
  const more = inner.flatMap((item) => {
    const said = ownText(item, text)
    const spot = { file, start: said.start, end: said.end }
    return readTableConstraint(said.text) === undefined ? [] : [{ text: said.text, spot }]
  })
  return [...own, ...more]
}

/** All SQL of the document, in order: blocks, and statements in items and paragraphs. */
async function readAllSql({ draft, text, file, blocks }: Reading): Promise<void> {
  for (const { node, topic } of blocks) {
    for (const code of codeIn(node))
      if (isSqlCode(code) && !(topic === 'notes' && /^\s*alter\s+table\s+\S+\s+add\s+column/i.test(code.value)))
        await readSql(draft, { text: code.value, file, offset: codeOffset(code, text), isSql: true })
    const pieces = isList(node)
      ? itemsIn(node).map((item) => ownText(item, text))
      : isParagraph(node)
        ? [{ text: text.slice(startOf(node), node.position?.end.offset), start: startOf(node) }]
        : []
    for (const piece of pieces)
      for (const said of statementsIn(piece.text))
        await readSql(draft, { text: said.text, file, offset: piece.start + said.at, isSql: false })
  }
}

/** Statements in a line of text: in backticks, or the line itself. */
function statementsIn(text: string): readonly { readonly text: string; readonly at: number }[] {
  if (beginsAsSql(text)) return [{ text, at: 0 }]
  return [...text.matchAll(/`([^`]+)`/g)].flatMap((match) => {
    const said = match[1] ?? ''
    return beginsAsSql(said) && !/^\s*(create|alter)\s+\w+\s*$/i.test(said) ? [{ text: said, at: match.index + 1 }] : []
  })
}
