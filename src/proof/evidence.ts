import type { Stage } from './checks/stage.ts'
import type { Probe, StepOutcome, Verdict } from './probe.ts'

/** What a proof rests on: the rows and people it worked with, every statement it tried, and what PostgreSQL answered. */
export interface Evidence {
  readonly stage: Stage
  readonly tried: readonly { readonly probe: Probe; readonly verdict: Verdict; readonly outcomes: readonly StepOutcome[] }[]
}
