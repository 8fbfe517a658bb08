import { Buffer } from 'node:buffer'
import { loadParser } from '../../../sql/parser/load-parser.ts'

/** A node of PostgreSQL's parse tree, as libpg-query gives it. */
export type SqlNode = Readonly<Record<string, unknown>>

/** One statement of a script, with its tree and its text. */
export interface ParsedStatement {
  /** `CreateStmt`, `IndexStmt`, … */
  readonly kind: string
  readonly node: SqlNode
  readonly text: string
  /** Line of the script the statement begins on, from 0. */
  readonly line: number
  /** The text between two locations of the tree, which count bytes. */
  slice(from: number, to?: number): string
  /** The line of the script that a location stands on, from 0. */
  lineOf(location: number): number
}

export type SqlParser = (script: string) => readonly ParsedStatement[]

/** Loads PostgreSQL's own parser. Statements that it refuses are left out; the others of the same script are still read. */
export async function loadSqlParser(): Promise<SqlParser> {
  const { parse } = await loadParser()
  return (script) =>
    splitStatements(script).flatMap(({ text, line }) => {
      const parsed = parse(text)
      if (!parsed.ok) return []
      const tree: unknown = parsed.value
      const bytes = Buffer.from(text, 'utf8')
      const slice = (from: number, to?: number): string => bytes.subarray(from, to).toString('utf8')
      const lineOf = (location: number): number => line + (slice(0, location).match(/\n/g)?.length ?? 0)
      return list(child(tree, 'stmts')).flatMap((raw) => {
        const statement = child(raw, 'stmt')
        const kind = statement === undefined ? undefined : Object.keys(statement)[0]
        const node = kind === undefined ? undefined : child(statement, kind)
        return kind !== undefined && node ? [{ kind, node, text, line, slice, lineOf }] : []
      })
    })
}

export function child(node: unknown, key: string): SqlNode | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const value: unknown = (node as SqlNode)[key]
  return typeof value === 'object' && value !== null ? (value as SqlNode) : undefined
}

export function list(node: unknown): readonly unknown[] {
  return Array.isArray(node) ? node : []
}

export function text(node: unknown, key: string): string | undefined {
  const value = typeof node === 'object' && node !== null ? (node as SqlNode)[key] : undefined
  return typeof value === 'string' ? value : undefined
}

export function count(node: unknown, key: string): number | undefined {
  const value = typeof node === 'object' && node !== null ? (node as SqlNode)[key] : undefined
  return typeof value === 'number' ? value : undefined
}

/** The strings of a list of String nodes: names, keys. */
export function strings(nodes: unknown): readonly string[] {
  return list(nodes).flatMap((node) => text(child(node, 'String'), 'sval') ?? [])
}

/** Cuts a script at semicolons outside quotes, dollar quotes, comments and parentheses, with the line each part begins on. */
export function splitStatements(script: string): readonly { readonly text: string; readonly line: number }[] {
  const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|;/g
  const statements: { readonly text: string; readonly line: number }[] = []
  let from = 0
  const add = (to: number): void => {
    const piece = script.slice(from, to)
    const bare = piece.replace(/--[^\n]*/g, '').trim()
    if (bare !== '') statements.push({ text: piece, line: script.slice(0, from).match(/\n/g)?.length ?? 0 })
  }
  for (const match of script.matchAll(token)) {
    if (match[0] !== ';') continue
    add(match.index)
    from = match.index + 1
  }
  add(script.length)
  return statements
}
