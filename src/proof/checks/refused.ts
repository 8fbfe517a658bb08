import { denied, type StepOutcome } from '../probe.ts'
import { isFound } from '../rows/facts.ts'
import type { Stage } from './stage.ts'

/** Whether a statement that no rule allows came to nothing: PostgreSQL refused it, or, where grants were found wider than the rules, it ran and found no row. */
export function cameToNothing(stage: Stage, table: string, outcome: StepOutcome): boolean {
  return denied(outcome) || (isFound(stage.facts, table) && outcome.state === undefined && outcome.count === 0)
}
