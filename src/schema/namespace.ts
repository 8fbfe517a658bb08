import type { Reason } from './reason.ts'

/** A schema of the database other than `public`. Who has USAGE stands in {@link Grant}s. */
export interface Namespace {
  readonly name: string
  readonly comment?: string
  readonly reasons: readonly Reason[]
}

export interface Extension {
  readonly name: string
  /** The schema its objects live in. */
  readonly schema: string
  readonly reasons: readonly Reason[]
}
