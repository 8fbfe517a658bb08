import { sqlState } from '../../postgres/database.ts'
import { preludeOf } from '../../postgres/prelude/prelude.ts'
import type { Schema } from '../../schema/schema.ts'
import { createStatements } from '../../sql/create-statements.ts'
import { identifier } from '../../sql/quote.ts'
import { attempt } from '../attempt.ts'
import type { Attempt } from '../proof.ts'
import type { Session } from '../session.ts'

/** The whole migration runs from empty, in the transaction at hand, as the role that owns the database on its platform. */
export async function applies(session: Session, schema: Schema): Promise<readonly Attempt[]> {
  const statements = createStatements(schema)
  const failed = await firstFailure(session, schema, statements)
  if (failed === undefined)
    return [attempt('applies', 'migration', `${statements.length} statements`, 'success', 'success', true)]
  return [attempt('applies', failed.object, failed.sql, 'success', failed.why, false)]
}

interface Failure {
  readonly object: string
  readonly sql: string
  readonly why: string
}

/** All at once; one by one only to find out which one failed. */
export async function firstFailure(
  session: Session,
  schema: Schema,
  statements: readonly { readonly object: string; readonly sql: string }[],
): Promise<Failure | undefined> {
  const owner = identifier(session.database.owner ?? preludeOf(schema.platform).owner)
  await session.exec('savepoint migration')
  try {
    await session.exec(
      `set local role ${owner};\n${statements.map((one) => `${one.sql};`).join('\n')}\nreset role; release savepoint migration`,
    )
    return undefined
  } catch {
    await session.exec('rollback to savepoint migration')
  }
  await session.exec(`set local role ${owner}`)
  for (const one of statements) {
    try {
      await session.exec(one.sql)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      await session.exec('rollback to savepoint migration; release savepoint migration')
      return { object: one.object, sql: one.sql, why: `${message} (${sqlState(error) ?? 'no SQLSTATE'})` }
    }
  }
  await session.exec('reset role; release savepoint migration')
  return undefined
}
