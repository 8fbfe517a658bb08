import type { Reason } from './reason.ts'

/** A function. `arguments` is written as in its definition (`draw_name text, participants jsonb`), `returns` likewise. */
export interface Routine {
  readonly schema: string
  readonly name: string
  readonly arguments: string
  readonly returns: string
  readonly language: 'sql' | 'plpgsql'
  readonly volatility: 'immutable' | 'stable' | 'volatile'
  readonly security: 'invoker' | 'definer'
  readonly strict?: boolean
  /** The value of `set search_path`, `''` for the empty path; absent where it is not set. */
  readonly searchPath?: string
  /** The text between the dollar quotes, as written. */
  readonly body: string
  readonly comment?: string
  readonly reasons: readonly Reason[]
}
