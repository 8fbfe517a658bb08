import type { Statement, StatementKind } from '../sql/statement.ts'

/** A statement of a migration, with what whoever reads the script should know before it: lines of a comment. */
export interface Step extends Statement {
  readonly note?: readonly string[]
}

export function step(kind: StatementKind, object: string, sql: string, note?: readonly string[]): Step {
  return { kind, object, sql, ...(note === undefined ? {} : { note }) }
}
