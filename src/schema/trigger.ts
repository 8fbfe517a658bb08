import type { Deferral } from './constraint.ts'
import type { Reason } from './reason.ts'

export interface TriggerEvent {
  readonly kind: 'insert' | 'update' | 'delete' | 'truncate'
  /** `update of (…)` */
  readonly columns?: readonly string[]
}

/** A trigger that runs a function without arguments. `function` is qualified, without parentheses: `private.set_updated_at`. */
export interface Trigger {
  readonly name: string
  readonly timing: 'before' | 'after' | 'instead of'
  readonly events: readonly TriggerEvent[]
  readonly level: 'row' | 'statement'
  readonly when?: string
  readonly function: string
  /** Present for a constraint trigger. */
  readonly constraint?: { readonly deferrable?: Deferral }
  readonly reasons: readonly Reason[]
  readonly purpose?: string
}
