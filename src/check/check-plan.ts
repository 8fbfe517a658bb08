import type { Outcome } from '../diagnostic/diagnostic.ts'
import type { Finding } from '../lint/finding.ts'
import type { RuleLevels } from '../lint/settings.ts'
import { readSchema, type SourceSchema } from '../source/read-schema.ts'
import type { SchemaSource } from '../source/schema-source.ts'
import { checkSchema } from './check-schema.ts'

/** A source as it was read, and everything to say about it, by place. */
export interface Checked {
  readonly source: SourceSchema
  readonly findings: readonly Finding[]
}

/**
 * Reads a plan of any shape, SQL, migrations or a database, and applies the rules: what `dbplan check --no-proof` does.
 *
 * @param levels severities by rule code or group; the rules' own by default.
 * @returns undefined, with diagnostics, where there is nothing to go on with.
 * @throws DatabaseFailure if a database does not answer.
 */
export async function checkPlan(source: SchemaSource, levels: RuleLevels = {}): Promise<Outcome<Checked | undefined>> {
  const { value, diagnostics } = await readSchema(source)
  if (value === undefined) return { value, diagnostics }
  return { value: { source: value, findings: await checkSchema(value, levels, diagnostics) }, diagnostics }
}
