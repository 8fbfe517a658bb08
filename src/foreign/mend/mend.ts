import { parseStatements } from '../../sql/parser/parse-statements.ts'
import { inlineComments } from './inline-comments.ts'
import { inlineIndexes } from './inline-indexes.ts'
import { missingCommas } from './missing-commas.ts'
import { needlessConditions } from './needless-conditions.ts'
import { otherDialects } from './other-dialects.ts'
import { partialUniques } from './partial-uniques.ts'
import { policyCommands } from './policy-commands.ts'
import { reservedNames } from './reserved-names.ts'
import { spareCommas } from './spare-commas.ts'
import type { Mend, MendResult } from './statement-words.ts'

/** What a statement should have been: the SQL that takes its place, and why. */
export interface Mended {
  readonly sql: string
  readonly code: string
  readonly message: string
  readonly help: string
  /** Where in the statement it went wrong. */
  readonly offset: number
}

/** In this order; several may be needed for one statement. A comma is missing only where nothing else is wrong. */
const mends: readonly (Mend | ((statement: string) => Promise<MendResult | undefined>))[] = [
  policyCommands,
  inlineComments,
  partialUniques,
  inlineIndexes,
  otherDialects,
  needlessConditions,
  spareCommas,
  reservedNames,
  missingCommas,
]

/**
 * Mends a statement that PostgreSQL cannot read, where it is certain what is meant. Nothing is changed that PostgreSQL can read, and what it still
 * cannot read afterwards is no mend.
 */
export async function mend(statement: string): Promise<readonly Mended[] | undefined> {
  let sql = statement
  const made: Mended[] = []
  for (const one of mends) {
    const result = await one(sql)
    if (result === undefined) continue
    // Places count in the statement as it was written.
    const asWritten = made.length === 0 ? result : await one(statement)
    sql = result.sql
    made.push({ ...result, offset: asWritten?.offset ?? Math.max(0, statement.indexOf(result.said)) })
    if ((await parseStatements(sql)).ok) return made.map((each) => ({ ...each, sql }))
  }
  return undefined
}
