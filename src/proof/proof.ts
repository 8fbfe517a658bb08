import type { Operation } from '../schema/access.ts'

/** One statement that was tried, and what came of it. `expected` and `observed` are short: `3 rows`, `refused (42501)`. */
export interface Attempt {
  readonly check: string
  /** The object, as it stands in the plan: `recipes`, `recipes_title_check`. */
  readonly object: string
  readonly tried: string
  readonly actor?: string
  readonly expected: string
  readonly observed: string
  readonly passed: boolean
  /** What a person should look at, where no access rule is known that says whether it is right. */
  readonly suspicious?: string
}

/** What could not be tried, and why. Silence never counts as passing. */
export interface NotChecked {
  readonly check: string
  readonly object: string
  readonly why: string
}

/** What one actor could do with one table: `S 4/7 I U D`, as cells of the plan's Observed table. */
export interface Observation {
  /** The table, or the function as `create_draw()`. */
  readonly table: string
  readonly actor: string
  readonly allowed: readonly {
    readonly operation: Operation | 'execute'
    readonly columns?: readonly string[]
    readonly seen?: number
    readonly of?: number
  }[]
}

export interface Proof {
  readonly engine: { readonly kind: 'embedded' | 'server'; readonly version: string }
  readonly attempts: readonly Attempt[]
  readonly notChecked: readonly NotChecked[]
  readonly actors: readonly { readonly name: string; readonly description: string }[]
  readonly observed: readonly Observation[]
}
