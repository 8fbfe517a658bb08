import { parseStatements } from '../../sql/parser/parse-statements.ts'
import { type MendResult, StatementWords } from './statement-words.ts'

/**
 * A line of a table that begins where PostgreSQL can read no further, behind a line that ends without a comma: with the comma. Certain only because
 * PostgreSQL itself says where it stopped, and reads on with the comma there.
 */
export async function missingCommas(statement: string): Promise<MendResult | undefined> {
  let sql = statement
  let first: Omit<MendResult, 'sql'> | undefined
  for (let found = 0; found < mostCommas; found++) {
    const parsed = await parseStatements(sql)
    if (parsed.ok) break
    const words = new StatementWords(sql)
    const open = words.tableList()
    const at = open === undefined ? undefined : lineBegin(words, open, parsed.offset)
    if (at === undefined) return undefined
    first ??= {
      code: 'sql/missing-comma',
      message: `A comma is missing behind "${words.between(lineOf(words, at - 1), at)}".`,
      help: 'Put one at the end of the line.',
      offset: words.end(at - 1) - 1,
      said: words.between(at - 1, at),
    }
    sql = `${sql.slice(0, words.end(at - 1))},${sql.slice(words.end(at - 1))}`
  }
  return first === undefined ? undefined : { ...first, sql }
}

/** More lines without a comma than this are no slip. */
const mostCommas = 20

/** The first word of the line on which PostgreSQL stopped, where that line begins an element of the list and nothing but a comma can be missing. */
function lineBegin(words: StatementWords, open: number, offset: number): number | undefined {
  const stopped = words.tokens.findIndex(({ end }) => end > offset)
  const at = stopped < 0 ? -1 : lineOf(words, stopped)
  const before = words.word(at - 1)
  const isInList = at > open + 1 && words.until(open + 1, (token) => token >= at) === at
  return isInList && words.tokens[at]?.kind === 'word' && ![',', '(', ''].includes(before) ? at : undefined
}

/** The first token of the line that a token stands on. */
function lineOf(words: StatementWords, token: number): number {
  let at = token
  while (at > 0 && !words.text.slice(words.end(at - 1), words.start(at)).includes('\n')) at--
  return at
}
