/** Who a statement runs as: a database role and the settings that say which account is behind it. */
export interface Identity {
  readonly role: string
  readonly settings: Readonly<Record<string, string>>
}

/** One statement of a probe. Without `as` it runs as the superuser that the proof is connected as. */
export interface Step {
  readonly sql: string
  readonly as?: Identity
  /** Hand the rows back: for a SELECT, or a statement with RETURNING. */
  readonly rows?: boolean
  /** Check deferred constraints right after the statement, as a commit would. */
  readonly settle?: boolean
  /** Statements of the superuser that make way for it, without triggers and foreign keys. */
  readonly before?: readonly string[]
  /** Take back what it did, so that the next step finds things as they were. */
  readonly undo?: boolean
  /** The refusal with which everything is said: the steps after it are then left out. */
  readonly until?: { readonly state: string; readonly constraints?: readonly string[] }
}

export interface StepOutcome {
  /** SQLSTATE, if the statement was refused. */
  readonly state?: string
  readonly message?: string
  readonly constraint?: string
  /** Rows affected or returned. */
  readonly count: number
  readonly rows: readonly Row[]
}

/** A row as PostgreSQL's `to_jsonb` writes it. */
export type Row = Readonly<Record<string, unknown>>

export interface Verdict {
  readonly observed: string
  readonly passed: boolean
  /** What a person should look at, though nothing says that it is wrong: no rule is known that it could break. */
  readonly suspicious?: string
  /** Why nothing follows from what happened: the attempt is listed as not checked. */
  readonly undecided?: string
}

/**
 * Something to try, in a subtransaction that is always rolled back, and how to judge what came of it. Probes are data, so that the
 * same ones run again after a part of the schema has been taken away (`mutations`).
 */
export interface Probe {
  readonly check: string
  /** The object, as it stands in the plan. */
  readonly object: string
  readonly tried: string
  readonly actor?: string
  readonly expected: string
  /** What it depends on, as `schema.table`: a mutation of these tries the probe again. */
  readonly touches: readonly string[]
  /** Statements run as superuser before the steps. Probes that have the same ones are run behind them together. */
  readonly setup?: readonly string[]
  /** The table, quoted, whose triggers and foreign keys are off, so that policies and grants alone decide. */
  readonly withoutTriggersOn?: string
  readonly steps: readonly Step[]
  readonly judge: (outcomes: readonly StepOutcome[]) => Verdict
  /** No rule says what should happen: what happened is what a mutation is compared with. */
  readonly observes?: true
}

/** `refused (42501)`, `3 rows`. */
export function describeOutcome(outcome: StepOutcome): string {
  if (outcome.state !== undefined) return `refused (${outcome.state})`
  return outcome.count === 1 ? '1 row' : `${outcome.count} rows`
}

/** Missing grants and the CHECK of a policy both answer with insufficient_privilege (PostgreSQL, appendix A). */
export const denied = (outcome: StepOutcome): boolean => outcome.state === '42501'
