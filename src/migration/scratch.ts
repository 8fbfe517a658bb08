import type { Database } from '../postgres/database.ts'
import { sqlState } from '../postgres/database.ts'
import { preludeOf } from '../postgres/prelude/prelude.ts'
import type { Platform } from '../schema/platform.ts'
import { identifier } from '../sql/quote.ts'
import type { Statement } from '../sql/statement.ts'

/** A statement that PostgreSQL refused, with its own words. */
export interface Refused {
  readonly statement: Statement
  readonly message: string
  readonly state: string
}

/**
 * Begins a stretch of work that stands or is taken back as a whole. In the embedded database that is a transaction. On a server all happens in one that is never
 * committed, so that no other session sees its roles: there it is a savepoint, and `commit` asks for what PostgreSQL puts off until a transaction ends.
 */
export const begin = (database: Database): Promise<void> => database.exec(isInside(database) ? 'savepoint stretch' : 'begin')

export const commit = (database: Database): Promise<void> =>
  database.exec(isInside(database) ? 'set constraints all immediate; release savepoint stretch' : 'commit')

export const rollback = (database: Database): Promise<void> =>
  database.exec(isInside(database) ? 'rollback to savepoint stretch; release savepoint stretch' : 'rollback')

export const isInside = (database: Database): boolean => database.setUp !== undefined

/** The role that migrations run as. */
export const ownerIn = (database: Database, platform: Platform): string => identifier(database.owner ?? preludeOf(platform).owner)

/**
 * Runs statements as the role that owns the database on its platform, in the transaction that is open: all at once, and one by one only to find out which
 * one PostgreSQL refuses. What a refused list did is taken back.
 */
export async function apply(
  database: Database,
  platform: Platform,
  statements: readonly Statement[],
): Promise<Refused | undefined> {
  const owner = ownerIn(database, platform)
  await database.exec(`savepoint apply; set local role ${owner}`)
  try {
    await database.exec(statements.map(({ sql }) => `${sql};`).join('\n'))
    await database.exec('reset role; release savepoint apply')
    return undefined
  } catch {
    await database.exec(`rollback to savepoint apply; set local role ${owner}`)
  }
  for (const statement of statements) {
    try {
      await database.exec(statement.sql)
    } catch (error) {
      await database.exec('rollback to savepoint apply; release savepoint apply; reset role')
      return { statement, message: error instanceof Error ? error.message : String(error), state: sqlState(error) ?? 'none' }
    }
  }
  await database.exec('reset role; release savepoint apply')
  return undefined
}
