import { loadParser, type Parsed, type SqlToken } from './load-parser.ts'

/** The tokens of SQL text, comments included, with their places; fails where PostgreSQL's scanner does. */
export async function scan(sql: string): Promise<Parsed<readonly SqlToken[]>> {
  return (await loadParser()).scan(sql)
}
