import { type Mend, movedBehind, StatementWords } from './statement-words.ts'

/** `index name (a)` or `key name (a)` inside a table, as MySQL has it: `create index` behind the table. */
export const inlineIndexes: Mend = (statement) => {
  const words = new StatementWords(statement)
  const open = words.tableList()
  if (open === undefined) return undefined
  const table = words.tableName(open)
  const found = words.list(open).flatMap(([from, to], index) => {
    const isUnique = words.word(from) === 'unique'
    const kind = isUnique ? from + 1 : from
    if (!['index', 'key'].includes(words.word(kind))) return []
    const list = words.until(kind + 1, (token) => words.word(token) === '(' || token >= to)
    if (list >= to || list - kind > 2) return []
    const name = list > kind + 1 ? ` ${words.between(kind + 1, list)}` : ''
    const before = index === 0 ? words.start(from) : words.end(from - 2)
    const sql = `create ${isUnique ? 'unique ' : ''}index${name} on ${table} ${words.between(list, to)}`
    return [{ from, before, end: words.end(to - 1), sql }]
  })
  const [first] = found
  if (first === undefined) return undefined
  return {
    sql: movedBehind(statement, found),
    code: 'sql/inline-index',
    message: `The table ${table} declares an index inside its columns, which is MySQL.`,
    help: 'Write "create index … on …" after the table.',
    offset: words.start(first.from),
    said: words.between(first.from, first.from + 1),
  }
}
