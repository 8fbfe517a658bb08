import type { ListItem, RootContent } from 'mdast'
import { cellInlines, startOf } from '../../plan/read/markdown.ts'
import { parseStatements } from '../../sql/parser/parse-statements.ts'
import { at as nodeAt } from '../../sql/parser/walk.ts'
import { qualified } from '../../sql/quote.ts'
import { type Draft, type DraftTable, partOf, placePart } from '../draft.ts'
import { tableNames } from '../finish-draft.ts'
import { ownText } from '../layout/column-items.ts'
import { plainLines } from '../layout/plain-lines.ts'
import { readTableHeading } from '../layout/table-name.ts'
import { beginsAsSql, isList, isParagraph, isTable } from '../layout/walk.ts'
import type { StatementWords } from '../mend/statement-words.ts'
import type { Reading } from '../read-foreign-plan.ts'
import { specWords, withoutTicks } from '../spec/spec-words.ts'
import { readIndex } from '../sql/index-statement.ts'
import { SourceText } from '../sql/source-text.ts'

/**
 * Indexes that a document names without SQL: `` `rooms_owner_idx` on rooms (`owner_id`) ``, ``Index on `owner_id` in the table rooms``, `rooms.owner_id`,
 * `BTREE(owner_id, created_at DESC)` under the name of a table, rows of a markdown table.
 */
export async function applyIndexWords({ draft, text, file, blocks }: Reading): Promise<void> {
  const tables = tableNames(draft)
  const find = (name: string): DraftTable | undefined => tables.get(name.toLowerCase().replace(/^public\./, ''))
  const visit = async (item: ListItem, above: DraftTable | undefined): Promise<void> => {
    const own = ownText(item, text)
    const named = readTableHeading((own.text.split('\n')[0] ?? '').replaceAll('*', ''))
    const table = (named === undefined ? undefined : find(named.name)) ?? above
    const spot = { file, start: own.start, end: own.end }
    if (!beginsAsSql(withoutTicks(own.text))) await addIndex(draft, own.text, table, find, spot)
    for (const inner of item.children.filter(isList)) for (const one of inner.children) await visit(one, table)
  }
  for (const { node, topic, path } of blocks) {
    if (topic !== 'indexes' && !isAboutIndexes(node, text)) continue
    const heading = readTableHeading((path.at(-1) ?? '').replace(/^.*\b(?:table|tabeli|for|dla)\s+/i, ''))
    const above = heading === undefined ? undefined : find(heading.name)
    if (isList(node)) for (const item of node.children) await visit(item, above)
    for (const line of topic === 'indexes' ? plainLines(node, text) : [])
      await addIndex(draft, line.text, above, find, { file, start: line.start, end: line.start + line.text.length })
    // `rooms(owner_id)`, `guests(room_id)` in one line.
    if (isParagraph(node)) {
      const from = startOf(node)
      for (const match of text.slice(from, node.position?.end.offset ?? from).matchAll(/`([^`]*\([^`]*)`/g)) {
        const said = match[1] ?? ''
        const start = from + match.index + 1
        if (!beginsAsSql(said)) await addIndex(draft, said, above, find, { file, start, end: start + said.length })
      }
    }
    if (isTable(node)) {
      const [header, ...rows] = cellInlines(node, text)
      const heads = (header ?? []).map((cell) => withoutTicks(cell.text).trim().toLowerCase())
      const tableAt = heads.findIndex((head) => /^(table|tabela)$/.test(head))
      const columnsAt = heads.findIndex((head) => /^(columns?|fields?|kolumn[ay]|pol[ae])$/.test(head))
      for (const row of rows) {
        const start = row[0]?.start ?? 0
        const cells = row.map((cell) => cell.text)
        const isSplit = tableAt >= 0 && columnsAt >= 0 && !/[()]/.test(cells[columnsAt] ?? '')
        const said = isSplit
          ? `${cells.filter((_, at) => at !== columnsAt).join(' ; ')} ; on ${withoutTicks(cells[tableAt] ?? '')} (${withoutTicks(cells[columnsAt] ?? '')})`
          : cells.join(' ; ')
        await addIndex(draft, said, above, find, { file, start, end: start + said.length })
      }
    }
  }
}

/** A paragraph that says itself what it is about: ``Indexes: `rooms(owner_id)` ``. */
function isAboutIndexes(node: RootContent, text: string): boolean {
  return isParagraph(node) && /^\W*(index(es)?|indices|indeks(y)?)\W*:/i.test(text.slice(startOf(node)))
}

async function addIndex(
  draft: Draft,
  text: string,
  above: DraftTable | undefined,
  find: (name: string) => DraftTable | undefined,
  spot: { readonly file: string; readonly start: number; readonly end: number },
): Promise<void> {
  const words = specWords(text)
  const dotted = dottedColumn(words, find)
  const alone = dotted === undefined ? named(words, draft) : undefined
  const table = dotted?.table ?? tableIn(words, find) ?? alone?.table ?? above
  if (table === undefined) return
  const list =
    dotted === undefined
      ? (columnList(words, table) ?? (alone?.table === table ? { text: alone.list, next: words.tokens.length } : undefined))
      : { text: `(${dotted.column})`, next: dotted.next }
  if (list === undefined) return
  const said = words.tokens.map((token) => token.text.toLowerCase())
  const isUnique = said.includes('unique') || said.includes('unikalny')
  if (isUnique && isConstraint(table, list.text)) return
  const where = said.indexOf('where')
  const method = ['gin', 'gist', 'brin', 'hash'].find((word) => said.includes(word))
  const name = indexName(words, table)
  const target = qualified(table.schema, table.name)
  const using = method === undefined ? '' : ` using ${method}`
  const isTrigram = said.some((word) => /^(trigrams?|pg_trgm)$/.test(word)) && !list.text.includes('trgm_ops')
  if (isTrigram && !draft.extensions.some((one) => one.name === 'pg_trgm'))
    draft.extensions.push({ name: 'pg_trgm', schema: '', reasons: [] })
  const keys = isTrigram ? list.text.replaceAll(/\w+(?=\s*[,)])/g, `$& ${method ?? 'gin'}_trgm_ops`) : list.text
  const base = `create ${isUnique ? 'unique ' : ''}index ${name ?? ''} on ${target}${isTrigram && method === undefined ? ' using gin' : using} ${keys}`
  const sql = where < 0 ? base : await withCondition(base, words, where)
  const parsed = await parseStatements(sql)
  const node = parsed.ok ? nodeAt(parsed.statements[0]?.tree, 'IndexStmt') : undefined
  if (node === undefined) return
  const index = readIndex(node, table.name, new SourceText(sql))
  const written = JSON.stringify(index.keys)
  const isKey =
    table.primaryKey !== undefined && JSON.stringify(table.primaryKey.columns.map((column) => ({ column }))) === written
  // Lists of indexes often count those that constraints bring.
  const brought = [...(table.primaryKey === undefined ? [] : [table.primaryKey]), ...table.uniques]
  if (brought.some((one) => one.name === index.name)) return
  const isKnown = table.indexes.some(
    (one) => one.name === index.name || (JSON.stringify(one.keys) === written && name === undefined),
  )
  if (isKey || isKnown) return
  table.indexes = [...table.indexes, index]
  placePart(draft, partOf(table, 'index', index.name), spot)
}

/** The condition behind `where`, up to a semicolon, or up to a backtick where only that leaves something PostgreSQL can read. */
async function withCondition(base: string, words: StatementWords, where: number): Promise<string> {
  for (const stops of [[';'], [';', '`']]) {
    const end = words.until(where, (at) => stops.includes(words.word(at)))
    const sql = `${base} ${withoutTicks(words.between(where, end))}`
    if ((await parseStatements(sql)).ok) return sql
  }
  return base
}

/** `rooms.owner_id` */
function dottedColumn(words: StatementWords, find: (name: string) => DraftTable | undefined) {
  for (let at = 0; at < words.tokens.length; at++) {
    if (words.word(at + 1) !== '.') continue
    const table = find(words.word(at))
    const column = words.word(at + 2)
    if (table?.columns.some(({ name }) => name === column)) return { table, column, next: at + 3 }
  }
  return undefined
}

/** What an index is on that stands there by its name alone: `rooms_owner_id_idx`, `idx_rooms_owner_id`. */
function named(words: StatementWords, draft: Draft): { readonly table: DraftTable; readonly list: string } | undefined {
  for (const { kind, text } of words.tokens) {
    const middle = kind === 'word' ? (/^(?:idx|ix)_(\w+)$|^(\w+)_(?:idx|index)$/.exec(text)?.slice(1).find(Boolean) ?? '') : ''
    for (const table of middle === '' ? [] : draft.tables.values()) {
      const columns = middle.startsWith(`${table.name}_`) ? columnsIn(middle.slice(table.name.length + 1), table) : undefined
      if (columns !== undefined) return { table, list: `(${columns.join(', ')})` }
    }
  }
  return undefined
}

/** `owner_id_created_at` as columns of a table, if it is nothing else. */
function columnsIn(text: string, table: DraftTable): readonly string[] | undefined {
  if (text === '') return []
  for (const { name } of table.columns) {
    if (text !== name && !text.startsWith(`${name}_`)) continue
    const rest = columnsIn(text.slice(name.length + 1), table)
    if (rest !== undefined) return [name, ...rest]
  }
  return undefined
}

/** The table that stands behind `on`, `w tabeli`, or right before a list. */
function tableIn(words: StatementWords, find: (name: string) => DraftTable | undefined): DraftTable | undefined {
  for (let at = 0; at < words.tokens.length; at++) {
    let before = at - 1
    while (words.word(before) === '`' || words.word(before) === '.' || words.word(before) === 'public') before--
    const leads = ['on', 'na', 'table', 'tabeli', 'in', 'dla', 'for'].includes(words.word(before))
    if (words.tokens[at]?.kind === 'word' && (leads || words.word(at + 1) === '(')) {
      const table = find(words.word(at))
      if (table !== undefined) return table
    }
  }
  return undefined
}

/** The first list in parentheses that begins with a column or an expression over one, or columns in backticks. */
function columnList(words: StatementWords, table: DraftTable): { readonly text: string; readonly next: number } | undefined {
  const isColumn = (word: string): boolean => table.columns.some(({ name }) => name === word)
  for (let at = 0; at < words.tokens.length; at++) {
    if (words.word(at) !== '(') continue
    const close = words.closing(at)
    const inside = words.tokens.slice(at + 1, close).map((token) => token.text.toLowerCase())
    if (inside.some(isColumn) && inside.every((word) => isColumn(word) || !/^[a-z]/.test(word) || listWords.has(word)))
      return { text: withoutTicks(words.between(at, close + 1)), next: close + 1 }
  }
  for (let at = 0; at < words.tokens.length; at++)
    if (words.word(at - 1) === '`' && words.word(at + 1) === '`' && isColumn(words.word(at)))
      return { text: `(${words.word(at)})`, next: at + 2 }
  return undefined
}

const listWords: ReadonlySet<string> = new Set(
  'asc desc nulls first last lower upper coalesce date to_tsvector gin_trgm_ops text'.split(' '),
)

function indexName(words: StatementWords, table: DraftTable): string | undefined {
  const token = words.tokens.find(({ kind, text }) => kind === 'word' && /^(idx|ix|uq)_\w+$|^\w+_(idx|index|key|uq)$/.test(text))
  return token === undefined || table.columns.some(({ name }) => name === token.text) ? undefined : token.text
}

function isConstraint(table: DraftTable, list: string): boolean {
  const columns = list.replaceAll(/[()\s]/g, '')
  return table.uniques.some((unique) => unique.columns.join(',') === columns)
}
