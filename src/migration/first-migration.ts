import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Plan } from '../schema/plan.ts'
import { traitsOf } from '../schema/platform.ts'
import { createScript, dropScript } from '../sql/script.ts'
import { migrationOwner } from './owner.ts'
import { oneLine, scriptHeader } from './script.ts'

/** The scripts that build a plan's schema in an empty database and take it away again. */
export interface FirstMigration {
  readonly up: string
  readonly down: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Makes the first migration from a plan. The up script is what the proof ran; each begins with a comment that says what it is made from and
 * how it is meant to run. On Supabase and with most tools a migration runs in one transaction, so none is opened here.
 *
 * @param source the plan's path, for the comment.
 */
export function firstMigration(plan: Plan, source: string): FirstMigration {
  const { platform } = plan.schema
  const title = oneLine(plan.title)
  const made = `Made by dbplan from ${oneLine(source)}, for PostgreSQL ${platform.version} (${traitsOf(platform).title}).`
  return {
    up:
      scriptHeader([`${title}: creates the schema.`, made, 'Runs once, on a database that holds none of these objects.']) +
      createScript(plan.schema),
    down:
      scriptHeader([`${title}: takes back what the first migration created.`, made, 'Deletes every row in these tables.']) +
      dropScript(plan.schema),
    diagnostics: migrationOwner(platform),
  }
}
