import { type Mend, replaceAll, StatementWords } from './statement-words.ts'

/** `name text comment 'what it is'`, as MySQL has it, in a table: a `comment on column` behind the table. */
export const inlineComments: Mend = (statement) => {
  const words = new StatementWords(statement)
  const open = words.tableList()
  if (open === undefined) return undefined
  const table = words.tableName(open)
  const found = words.list(open).flatMap(([from, to]) => {
    const at = words.until(
      from,
      (token) => token >= to || (words.word(token) === 'comment' && words.tokens[token + 1]?.kind === 'string'),
    )
    return at < to ? [{ at, column: words.between(from, from + 1), text: words.between(at + 1, at + 2) }] : []
  })
  const [first] = found
  if (first === undefined) return undefined
  const without = replaceAll(
    statement,
    found.map(({ at }) => ({ from: words.end(at - 1), to: words.end(at + 1), by: '' })),
  )
  return {
    sql: [without, ...found.map(({ column, text }) => `comment on column ${table}.${column} is ${text}`)].join(';\n'),
    code: 'sql/inline-comment',
    message: `A column of ${table} has an inline COMMENT, which is MySQL; PostgreSQL cannot read the table.`,
    help: 'Write "comment on column … is …" after the table.',
    offset: words.start(first.at),
    said: words.between(first.at, first.at + 2),
  }
}
