import type { Place } from './place.ts'

/** `error`: the stage could not do its work; `warning`: it did, and a person should look; `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note'

/**
 * One thing to tell the person who runs dbplan. Stages return their value and their diagnostics together
 * (see {@link Outcome}); they throw only for bugs and for the environment.
 *
 * `code` is stable and readable: `<stage>/<what>`, e.g. `brief/prd-missing`. Codes are never renumbered or reused.
 * `message` says what is wrong, `help` what to do about it.
 */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly place?: Place
  readonly help?: string
}

/** A stage's value together with everything it has to say about how it was made. */
export interface Outcome<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}
