import { keywords } from '../../sql/keywords.ts'
import { type Mend, replaceAll, StatementWords } from './statement-words.ts'

/** What a name stands behind: `create table order`, `references user`, `on group`. */
const beforeTable: ReadonlySet<string> = new Set(['table', 'references', 'on', 'exists', 'only', 'into', '.'])
/** Words that begin an element of a table which is no column. */
const elements: ReadonlySet<string> = new Set([
  'constraint',
  'primary',
  'unique',
  'check',
  'foreign',
  'exclude',
  'like',
  'period',
])
/** What `on` leads to that is no table: `on delete`, `on conflict`. */
const events: ReadonlySet<string> = new Set(['delete', 'update', 'conflict', 'commit', 'all', 'select', 'insert'])

/** A table or column that is called like a word of SQL, `create table order (…)`, `user uuid not null`: in quotes, where it stands as a name. */
export const reservedNames: Mend = (statement) => {
  const words = new StatementWords(statement)
  const found = new Set<number>()
  const isReserved = (at: number): boolean => words.tokens[at]?.kind === 'word' && keywords.has(words.word(at))
  const isColumnLike = (at: number): boolean =>
    isReserved(at) && !elements.has(words.word(at)) && words.tokens[at + 1]?.kind === 'word'
  words.tokens.forEach((_, at) => {
    const leads = beforeTable.has(words.word(at - 1)) && !events.has(words.word(at))
    if (leads && isReserved(at) && !['if', 'only'].includes(words.word(at))) found.add(at)
  })
  const open = words.tableList()
  for (const [from] of open === undefined ? [] : words.list(open)) if (isColumnLike(from)) found.add(from)
  const names = [...found].sort((a, b) => a - b)
  const [first] = names
  if (first === undefined) return undefined
  const said = [...new Set(names.map((at) => words.word(at)))]
  return {
    sql: replaceAll(
      statement,
      names.map((at) => ({ from: words.start(at), to: words.end(at), by: `"${words.word(at)}"` })),
    ),
    code: 'sql/reserved-name',
    message: `${said.map((word) => `"${word}"`).join(', ')} ${said.length === 1 ? 'is a word' : 'are words'} of SQL and cannot be a name without quotes.`,
    help: 'Choose another name, a plural for a table; in quotes it has to be quoted in every query.',
    offset: words.start(first),
    said: words.between(first - 1, first + 1),
  }
}
