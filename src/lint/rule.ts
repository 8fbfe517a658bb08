import type { Severity } from '../diagnostic/diagnostic.ts'
import type { Part } from '../schema/part-key.ts'
import type { LintFacts } from './facts.ts'

/**
 * A rule: one thing that an expert would object to. `what`, `why` and `advice` are its page in `docs/rules/`; the examples are SQL, executed by a test: of
 * `fails` the rule has something to say, of `passes` nothing.
 */
export interface Rule {
  /** Stable, readable, never reused: `access/rls-off`. */
  readonly code: string
  readonly severity: Severity
  readonly what: string
  readonly why: string
  readonly advice: string
  readonly fails: string
  readonly passes: string
  readonly check: (facts: LintFacts) => readonly Found[]
}

/** What a rule says of one part. `sql` mends it with certainty; `replace` changes the part's own text in a document. */
export interface Found {
  readonly part: Part
  readonly message: string
  readonly help?: string
  readonly sql?: string
  readonly replace?: { readonly from: RegExp; readonly by: string }
}
