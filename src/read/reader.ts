import type { Brief } from '../brief/brief.ts'
import type { Claim } from '../claim/claim.ts'
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.ts'

/** Turns documents into claims. The same brief gives the same claims. */
export interface Reader {
  readonly name: string
  read(brief: Brief): Promise<Outcome<readonly Claim[]>>
  /**
   * Looks again, knowing what design and proof made of the claims. Undefined where it has nothing to change. A reader without this is read once.
   */
  review?(brief: Brief, claims: readonly Claim[], findings: Findings): Promise<Outcome<readonly Claim[] | undefined>>
  /** How often it may look again. Default: 2. */
  readonly rounds?: number
  /** What is left to say when all is read: what it cost, what was dropped. */
  closing?(): readonly Diagnostic[]
}

/** What is left to settle after design and proof, a line each. */
export interface Findings {
  /** The schema in a few lines: tables with their columns. */
  readonly schema: string
  readonly uncovered: readonly string[]
  readonly contradictory: readonly string[]
  readonly unproven: readonly string[]
  readonly asked: readonly string[]
}
