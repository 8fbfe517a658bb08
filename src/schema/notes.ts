import type { Reason } from './reason.ts'

/** A line of the plan's section 5: markdown text of one line, ending in its sources where it has any. */
export interface Remark {
  readonly text: string
  readonly reasons: readonly Reason[]
}

/** What was supposed and should be confirmed, with the question it answers. `number` is what `A2` in a Why cell refers to. */
export interface Assumption {
  readonly number: number
  readonly text: string
  readonly reasons: readonly Reason[]
}

/** A requirement of the PRD and what of the schema serves it; `needs no data` and `not covered` are said, not left blank. */
export interface Coverage {
  readonly id: string
  readonly title: string
  readonly outcome: 'served' | 'no data' | 'not covered'
  /** Names as they stand in the plan: `recipes`, `recipes.title`, a policy's name in quotes. Empty unless served. */
  readonly servedBy: readonly string[]
}

/** The plan's section 5, but for the proof. */
export interface Notes {
  readonly decisions: readonly Remark[]
  readonly assumptions: readonly Assumption[]
  readonly conflicts: readonly Remark[]
  readonly leftOut: readonly Remark[]
  readonly coverage: readonly Coverage[]
}

export const emptyNotes: Notes = { decisions: [], assumptions: [], conflicts: [], leftOut: [], coverage: [] }
