import { type Mend, movedBehind, StatementWords } from './statement-words.ts'

/** `unique (a) where (…)` and `unique (a, lower(b))` as constraints of a table, which have neither: unique indexes behind the table. */
export const partialUniques: Mend = (statement) => {
  const words = new StatementWords(statement)
  const open = words.tableList()
  if (open === undefined) return undefined
  const table = words.tableName(open)
  const found = words.list(open).flatMap(([from, to], index) => {
    const named = words.word(from) === 'constraint'
    const unique = named ? from + 2 : from
    if (words.word(unique) !== 'unique' || words.word(unique + 1) !== '(') return []
    const close = words.closing(unique + 1)
    const isPartial = words.word(close + 1) === 'where'
    const hasExpression = words.list(unique + 1).some(([start, end]) => words.word(start + 1) === '(' && end - start > 2)
    if (!isPartial && !hasExpression) return []
    const name = named ? ` ${words.between(from + 1, from + 2)}` : ''
    const before = index === 0 ? words.start(from) : words.end(from - 2)
    return [
      { unique, before, end: words.end(to - 1), sql: `create unique index${name} on ${table} ${words.between(unique + 1, to)}` },
    ]
  })
  const [first] = found
  if (first === undefined) return undefined
  return {
    sql: movedBehind(statement, found),
    code: 'sql/partial-unique',
    message: `A UNIQUE constraint of ${table} has a condition or an expression; PostgreSQL allows those only in a unique index.`,
    help: 'Write "create unique index … on … (…) where …" after the table.',
    offset: words.start(first.unique),
    said: words.between(first.unique, first.unique + 2),
  }
}
