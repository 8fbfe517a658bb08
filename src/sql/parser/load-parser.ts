import type { ParseResult } from 'libpg-query'

/** A token with its place in the text, in UTF-16 units as JavaScript counts. */
export interface SqlToken {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The name of the token in PostgreSQL's grammar: `IDENT`, `SCONST`, `ICONST`, `SQL_COMMENT`, `ASCII_59` … */
  readonly name: string
  readonly keyword: 'none' | 'unreserved' | 'column name' | 'type or function name' | 'reserved'
}

export interface SqlError {
  readonly message: string
  /** Where PostgreSQL stopped understanding, in UTF-16 units. */
  readonly offset: number
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & SqlError)

/** PostgreSQL's own parser and scanner, compiled to WebAssembly. Nothing else in dbplan decides what SQL means. */
export interface RawParser {
  readonly parse: (sql: string) => Parsed<ParseResult>
  readonly scan: (sql: string) => Parsed<readonly SqlToken[]>
  /** The tree of the body of a `do` statement or a function in PL/pgSQL, from the whole statement. */
  readonly parseBody: (sql: string) => Parsed<unknown>
}

let loading: Promise<RawParser> | undefined

/** Loads the parser once, when something first needs it: about a tenth of a second. */
export function loadParser(): Promise<RawParser> {
  loading ??= load()
  return loading
}

async function load(): Promise<RawParser> {
  const library = await import('libpg-query')
  await library.loadModule()

  const parse = (sql: string): Parsed<ParseResult> => {
    if (sql.includes('\u0000')) return zeroByte(sql)
    // The library refuses text that is empty altogether; to PostgreSQL it is no statement.
    if (sql.trim() === '') return { ok: true, value: { version: 0, stmts: [] } }
    try {
      return { ok: true, value: library.parseSync(sql) }
    } catch (error) {
      return { ok: false, ...toSqlError(error, sql) }
    }
  }
  const scan = (sql: string): Parsed<readonly SqlToken[]> => {
    if (sql.includes('\u0000')) return zeroByte(sql)
    if (sql.trim() === '') return { ok: true, value: [] }
    try {
      const unit = unitsOfBytes(sql)
      const value = library.scanSync(sql).tokens.map(
        (token): SqlToken => ({
          start: unit(token.start),
          end: unit(token.end),
          text: token.text,
          name: token.tokenName,
          keyword: keywordKinds[token.keywordKind] ?? 'none',
        }),
      )
      return { ok: true, value }
    } catch (error) {
      return { ok: false, ...toSqlError(error, sql) }
    }
  }
  const parseBody = (sql: string): Parsed<unknown> => {
    try {
      return { ok: true, value: library.parsePlPgSQLSync(sql) }
    } catch (error) {
      return { ok: false, ...toSqlError(error, sql) }
    }
  }
  return { parse, scan, parseBody }
}

/** The scanner's `KeywordKind`, by number (pg_query.proto). */
const keywordKinds: readonly SqlToken['keyword'][] = ['none', 'unreserved', 'column name', 'type or function name', 'reserved']

function zeroByte(sql: string): { readonly ok: false } & SqlError {
  return { ok: false, message: 'text with a zero byte', offset: sql.indexOf('\u0000') }
}

function toSqlError(error: unknown, sql: string): SqlError {
  if (!(error instanceof Error)) throw error
  const details: unknown = 'sqlDetails' in error ? error.sqlDetails : undefined
  const position =
    typeof details === 'object' && details !== null && 'cursorPosition' in details && typeof details.cursorPosition === 'number'
      ? details.cursorPosition
      : 0
  return { message: error.message, offset: unitsOfCharacters(sql, position) }
}

/** PostgreSQL counts an error's position in characters, where a letter beyond the first 65536 is one. */
function unitsOfCharacters(text: string, characters: number): number {
  return [...text].slice(0, characters).join('').length
}

/** The scanner and the syntax tree count in bytes of UTF-8. */
export function unitsOfBytes(text: string): (byte: number) => number {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length === text.length) return (byte) => byte
  return (byte) => bytes.subarray(0, byte).toString('utf8').length
}
