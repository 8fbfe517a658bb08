import type { Diagnostic } from '../../diagnostic/diagnostic.ts'

/** Why no answer came, as far as a person can do something about it. */
export interface ModelFailure {
  readonly code: `model/${string}`
  readonly message: string
  readonly help: string
}

/** The failure as something to tell: a warning where the built-in reader's plan is made instead, an error where the model was required. */
export function failureDiagnostic({ code, message, help }: ModelFailure, required: boolean): Diagnostic {
  return {
    code,
    severity: required ? 'error' : 'warning',
    message: required ? message : `${message} The plan is made from what the built-in reader read.`,
    help,
  }
}
