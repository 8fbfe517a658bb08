import { sqlState } from '../postgres/database.ts'
import type { Schema } from '../schema/schema.ts'
import type { Session } from './session.ts'

/** A part of a schema that PostgreSQL refuses to make, and why. */
export interface Refused {
  readonly object: string
  readonly sql: string
  readonly why: string
}

export interface Accepted {
  /** What is left of the schema; it applies. */
  readonly schema: Schema
  readonly refused: readonly Refused[]
}

/** Why PostgreSQL does not run a statement; undefined where it ran, and then it stays. */
export async function refusal(session: Session, sql: string): Promise<string | undefined> {
  await session.exec('savepoint refused')
  try {
    await session.exec(`${sql};\nrelease savepoint refused`)
    return undefined
  } catch (error) {
    await session.exec('rollback to savepoint refused; release savepoint refused')
    const message = error instanceof Error ? error.message : String(error)
    return `${message} (${sqlState(error) ?? 'no SQLSTATE'})`
  }
}
