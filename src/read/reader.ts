import type { Brief } from '../brief/brief.ts'
import type { Claim } from '../claim/claim.ts'
import type { Outcome } from '../diagnostic/diagnostic.ts'

/** Turns documents into claims. The same brief gives the same claims. */
export interface Reader {
  readonly name: string
  read(brief: Brief): Promise<Outcome<readonly Claim[]>>
}
