import { loadParser, type SqlError, unitsOfBytes } from './load-parser.ts'

/** A statement of a text: where it stands, its SQL without the semicolon, and the kind of node it is: `CreateStmt`, `SelectStmt`. */
export interface ParsedStatement {
  readonly kind: string
  readonly sql: string
  readonly start: number
  readonly end: number
  /** PostgreSQL's syntax tree of the statement, as libpg_query writes it. Offsets in it count bytes. */
  readonly tree: unknown
}

export type ParsedStatements =
  | { readonly ok: true; readonly statements: readonly ParsedStatement[] }
  | ({ readonly ok: false } & SqlError)

/** The statements of SQL text, or where and why PostgreSQL's parser refuses it. */
export async function parseStatements(sql: string): Promise<ParsedStatements> {
  const parsed = (await loadParser()).parse(sql)
  if (!parsed.ok) return parsed
  const unit = unitsOfBytes(sql)
  const bytes = Buffer.byteLength(sql)
  const statements = (parsed.value.stmts ?? []).map((raw): ParsedStatement => {
    const from = unit(raw.stmt_location ?? 0)
    const to = unit(raw.stmt_len ? (raw.stmt_location ?? 0) + raw.stmt_len : bytes)
    const text = sql.slice(from, to)
    const start = from + (text.length - text.trimStart().length)
    const trimmed = text.trim()
    return { kind: Object.keys(raw.stmt ?? {})[0] ?? 'unknown', sql: trimmed, start, end: start + trimmed.length, tree: raw.stmt }
  })
  return { ok: true, statements }
}
