import { DatabaseFailure } from '../postgres/database-failure.ts'
import { proveOn } from '../proof/prove-on.ts'
import { keyOf } from '../schema/order.ts'
import type { Plan } from '../schema/plan.ts'
import { traitsOf } from '../schema/platform.ts'
import { deriveAccess, withoutTables } from './derive-access.ts'

/** A plan with the access rules that its policies mean, and what kept others from being said. */
export interface Adopted {
  readonly plan: Plan
  /** Whether PostgreSQL was asked that the rules and the policies come to the same. */
  readonly isTried: boolean
}

const rounds = 3

/**
 * Says as meaning what the policies of a plan that was found mean. It is believed only where PostgreSQL agrees: the plan is tried, as every caller on every table,
 * and a table on which rules and policies come to different rows is left as found.
 *
 * @param isProven false: the rules are written without being tried.
 */
export async function adoptAccess(plan: Plan, isProven: boolean): Promise<Adopted> {
  // Elsewhere no role of callers and no name for the caller is known.
  if (traitsOf(plan.schema.platform).accounts === null) return { plan, isTried: false }
  let schema = { ...plan.schema, access: await deriveAccess(plan.schema) }
  if (!isProven || schema.access.rules.length === 0) return { plan: { ...plan, schema: emptied(schema) }, isTried: false }
  for (let round = 0; round < rounds; round++) {
    const proof = await proveOn({ ...plan, schema }, { mutations: false }).catch((error: unknown) => {
      if (error instanceof DatabaseFailure) return undefined
      throw error
    })
    if (proof === undefined) return { plan: { ...plan, schema: emptied(schema) }, isTried: false }
    const failed = new Set(proof.attempts.flatMap(({ check, object, passed }) => (check === 'access' && !passed ? [object] : [])))
    const told = new Set(schema.access.rules.map((rule) => keyOf({ schema: rule.schema, name: rule.table })))
    const differing = new Set(
      schema.tables.filter((table) => failed.has(table.name) && told.has(keyOf(table))).map((table) => keyOf(table)),
    )
    if (differing.size === 0) break
    schema = { ...schema, access: withoutTables(schema.access, differing) }
  }
  return { plan: { ...plan, schema: emptied(schema) }, isTried: true }
}

/** Without a single rule nothing is said of access at all, and every table is observed. */
function emptied(schema: Plan['schema']): Plan['schema'] {
  const { access } = schema
  if (access.rules.length > 0) return schema
  return { ...schema, access: { groups: [], rules: [] } }
}
