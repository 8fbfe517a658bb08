import type { StatementWords } from '../mend/statement-words.ts'
import { readType } from '../spec/column-type.ts'
import { specWords, withoutTicks } from '../spec/spec-words.ts'
import { readTableConstraint } from '../spec/table-constraint.ts'
import type { ColumnSketch, ConstraintSketch } from './sketch.ts'
import { type NamedTable, qualifiedName } from './table-name.ts'

/** A table in running text. `table` is missing where the text names columns and leaves the table to the heading above it. */
export interface ProseTable {
  readonly table?: NamedTable
  /** Where it is named. */
  readonly start: number
  readonly end: number
  readonly columns: readonly ColumnSketch[]
  readonly constraints: readonly ConstraintSketch[]
}

interface Stretch {
  readonly text: string
  readonly file: string
  readonly start: number
}

/**
 * The tables that a paragraph describes in sentences: ``The `orders` table stores … with columns `id` (uuid, primary key), `total` (numeric(10,2), not null)``,
 * `Kept in rooms: id (uuid, PK), name (text)`, `columns id uuid primary key, name text`. A column is a name with its type, in parentheses or right behind it in an
 * enumeration; two of them make a table. The table is the one named last before them.
 */
export function readProseTables(prose: Stretch, ownTypes: ReadonlySet<string>): readonly ProseTable[] {
  const words = specWords(prose.text)
  const columns = columnsIn(words, prose, ownTypes)
  const named = tablesNamed(words, columns)
  const found = new Map<Mention | undefined, Column[]>()
  for (const column of columns) {
    const table = named.findLast(({ from }) => from < column.from)
    found.set(table, [...(found.get(table) ?? []), column])
  }
  const constraints = constraintsIn(words, prose, columns)
  return [...found].flatMap(([mention, own]): readonly ProseTable[] => {
    if (own.length < 2) return []
    const next = named.find(({ from }) => mention !== undefined && from > mention.from)?.from ?? words.tokens.length
    return [
      {
        ...(mention === undefined ? {} : { table: mention.table }),
        start: prose.start + words.start(mention?.from ?? 0),
        end: prose.start + words.end(mention?.from ?? 0),
        columns: own.map(({ sketch }) => sketch),
        constraints: constraints.filter(({ at }) => at > (mention?.from ?? 0) && at < next).map(({ sketch }) => sketch),
      },
    ]
  })
}

/** The table that a paragraph names before a list of its columns: ``In the table `trips` we keep:``. */
export function tableLed(text: string): NamedTable | undefined {
  if (!/:\s*$/.test(text)) return undefined
  const words = specWords(text)
  return tablesNamed(words, []).at(-1)?.table
}

interface Column {
  readonly from: number
  readonly to: number
  readonly sketch: ColumnSketch
}

function columnsIn(words: StatementWords, { file, start }: Stretch, ownTypes: ReadonlySet<string>): readonly Column[] {
  const found: Column[] = []
  const add = (name: number, from: number, to: number, end: number): void => {
    const spot = { file, start: start + words.start(name), end: start + words.end(end - 1) }
    const spec = words.text.slice(words.start(from), words.end(to - 1))
    found.push({ from: name, to: end, sketch: { name: words.tokens[name]?.text ?? '', spec, spot } })
  }
  let isListed = false
  for (let at = 0; at < words.tokens.length; at++) {
    const word = words.word(at)
    if (lists.has(word)) isListed = true
    else if (endsSentence(words, at)) isListed = false
    if (!isName(words, at)) continue
    let open = at + 1
    while (words.word(open) === '`') open++
    if (words.word(open) === '(') {
      const close = words.closing(open)
      if (close >= words.tokens.length || readType(words, open + 1, ownTypes, false) === undefined) continue
      add(at, open + 1, close, close + 1)
      at = close
    } else if (isListed && readType(words, open, ownTypes, false) !== undefined && beginsItem(words, at)) {
      const end = words.until(open, (token) => [',', ';'].includes(words.word(token)) || endsSentence(words, token))
      add(at, open, end, end)
      at = end - 1
    }
  }
  return found
}

const endsSentence = (words: StatementWords, at: number): boolean =>
  words.word(at) === '.' && /^(\s|$)/.test(words.text.slice(words.end(at)))

/** Words behind which columns are enumerated. */
const lists: ReadonlySet<string> = new Set(
  'columns fields attributes kolumny kolumnami kolumn kolumnach pola polami pól polach atrybuty atrybutami'.split(' '),
)

const isName = (words: StatementWords, at: number): boolean =>
  words.tokens[at]?.kind === 'word' && /^[a-z_][a-z0-9_]*$/.test(words.tokens[at]?.text ?? '')

/** Whether a name stands at the beginning of an item of an enumeration. */
function beginsItem(words: StatementWords, at: number): boolean {
  let before = at - 1
  while (words.word(before) === '`') before--
  return [',', ';', ':', '', 'and', 'oraz', 'i'].includes(words.word(before)) || lists.has(words.word(before))
}

interface Mention {
  readonly from: number
  readonly table: NamedTable
}

/** The tables a text names, outside the parentheses of its columns: by the word `table`, or, where no word says so, the first name in backticks that is no column. */
function tablesNamed(words: StatementWords, columns: readonly Column[]): readonly Mention[] {
  const isOutside = (at: number) => !columns.some(({ from, to }) => at >= from && at < to)
  const mentions: Mention[] = []
  const add = (at: number): void => {
    const name = qualifiedName(qualifiedAt(words, at))
    if (name !== undefined && isOutside(at)) mentions.push({ from: at, table: { ...name, isCode: true } })
  }
  for (let at = 0; at < words.tokens.length; at++) {
    if (!tableWords.has(words.word(at))) continue
    let next = at + 1
    while (['`', ':', '"'].includes(words.word(next))) next++
    // "The `orders` table" names it before the word, "table `orders`" behind it.
    if (words.word(at - 1) === '`' && isName(words, at - 2)) add(firstOfName(words, at - 2))
    else if (isName(words, next) && words.word(next - 1) === '`') add(next)
    else if (words.tokens[at - 1]?.text.includes('_') === true && isName(words, at - 1)) add(at - 1)
    else if (words.tokens[next]?.text.includes('_') === true && isName(words, next)) add(next)
  }
  if (mentions.length > 0) return mentions
  const first = words.tokens.findIndex((_, at) => words.word(at - 1) === '`' && isName(words, at) && isOutside(at))
  if (first >= 0 && (columns[0] === undefined || first < columns[0].from)) add(first)
  return mentions
}

const tableWords: ReadonlySet<string> = new Set('table tabela tabeli tabelę tabelą entity encja encji'.split(' '))

/** A name in backticks may have its schema before it. */
const firstOfName = (words: StatementWords, at: number): number => (words.word(at - 1) === '.' ? at - 2 : at)

function qualifiedAt(words: StatementWords, at: number): string {
  return words.word(at + 1) === '.' && words.tokens[at + 2]?.kind === 'word'
    ? words.between(at, at + 3)
    : words.between(at, at + 1)
}

/** Keys that a sentence adds: `UNIQUE (a, b)` in backticks, "the primary key is (`a`, `b`)", "para (a, b) jest unikalna". */
function constraintsIn(words: StatementWords, { file, start }: Stretch, columns: readonly Column[]) {
  const names = new Set(columns.map(({ sketch }) => sketch.name))
  const found: { readonly at: number; readonly sketch: ConstraintSketch }[] = []
  for (let at = 0; at < words.tokens.length; at++) {
    const column = columns.find(({ from }) => from === at)
    if (column !== undefined) {
      at = column.to - 1
      continue
    }
    if (words.word(at) !== '(') continue
    const close = words.closing(at)
    const listed = withoutTicks(words.between(at + 1, close)).split(/\s*,\s*/)
    if (!listed.every((name) => names.has(name.trim()))) continue
    const said = keyWords(words, at, close)
    if (said === undefined) continue
    const text = `${said} (${listed.join(', ')})`
    if (readTableConstraint(text) !== undefined)
      found.push({ at, sketch: { text, spot: { file, start: start + words.start(at), end: start + words.end(close) } } })
  }
  return found
}

/** What the words of the same sentence make of a list of columns. */
function keyWords(words: StatementWords, open: number, close: number): string | undefined {
  const around: string[] = []
  for (let at = open - 1; at >= Math.max(0, open - 6) && ![')', '.', ';'].includes(words.word(at)); at--)
    around.push(words.word(at))
  for (let at = close + 1; at <= close + 4 && !['(', '.', ';'].includes(words.word(at)); at++) around.push(words.word(at))
  const said = around.reverse().join(' ')
  if (/\bprimary\b|główn/.test(said)) return 'primary key'
  return /\bunique\b|unikaln/.test(said) ? 'unique' : undefined
}
