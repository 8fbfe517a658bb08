import type { Plan } from '../../schema/plan.ts'
import { sealedFingerprints } from '../seal.ts'
import { readFingerprints } from './fingerprint.ts'
import type { CompileAccess } from './follow-access.ts'
import { mergePlans } from './merge-plans.ts'

/** A plan as its edits mean it, and the parts that follow from them. */
export interface Followed {
  readonly plan: Plan
  /** As a person names them: `policy "owners read their kilns" of kilns`. */
  readonly follows: readonly string[]
}

/**
 * What a plan means that a person has edited since dbplan wrote it: policies and grants that nobody touched are compiled anew from the rules and tables as they are
 * now, as the next run of `dbplan` would. A plan of which that is not known is taken as it stands.
 *
 * @param text the plan's text: its seal knows what was touched.
 */
export function followEdits(plan: Plan, text: string, compile: CompileAccess): Followed {
  const sealed = sealedFingerprints(text)
  if (sealed === undefined) return { plan, follows: [] }
  const merged = mergePlans(plan, plan, readFingerprints(sealed), compile)
  const follows = merged.notes.filter(({ what }) => what === 'follows').map(({ name }) => name)
  return follows.length === 0 ? { plan, follows } : { plan: { ...merged.plan, notes: plan.notes }, follows }
}
