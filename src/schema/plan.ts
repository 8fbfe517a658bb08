import type { Notes } from './notes.ts'
import type { Schema } from './schema.ts'

/** What db-plan.md holds, and all that the later stages need: `readPlan(writePlan(plan))` equals `plan`. */
export interface Plan {
  /** The project's name, from the PRD's title. */
  readonly title: string
  readonly schema: Schema
  readonly notes: Notes
}
