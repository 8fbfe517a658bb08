import type { Proof } from '../proof/proof.ts'
import type { Plan } from '../schema/plan.ts'
import { fingerprintsOf } from './merge/fingerprint.ts'
import { seal } from './seal.ts'
import { writePlan } from './write-plan.ts'

/**
 * The text of `db-plan.md`, sealed. Where the plan holds a person's edits too, the seal is that of the design alone, so that a later run finds the edits again.
 *
 * @param designed what was made of the documents.
 */
export function sealedText(plan: Plan, proof: Proof | undefined, designed: Plan): string {
  const text = writePlan(plan, proof)
  return seal(text, fingerprintsOf(designed), plan === designed ? text : writePlan(designed, proof))
}
