import type { Reason } from './reason.ts'

export type IndexMethod = 'btree' | 'hash' | 'gin' | 'gist' | 'brin' | 'spgist'

/** One key of an index: a bare column name in `column`, or a SQL expression in `expression`. */
export interface IndexKey {
  readonly column?: string
  readonly expression?: string
  readonly operatorClass?: string
  readonly descending?: boolean
  /** Only where it differs from the default (last when ascending, first when descending). */
  readonly nulls?: 'first' | 'last'
}

/** An index that no constraint brings. Partial and expression uniqueness are unique indexes. */
export interface Index {
  readonly name: string
  readonly method: IndexMethod
  readonly keys: readonly IndexKey[]
  readonly include?: readonly string[]
  readonly unique: boolean
  readonly nullsNotDistinct?: boolean
  readonly where?: string
  readonly reasons: readonly Reason[]
  /** The queries, keys and policies it serves: one line for the plan's "Serves". */
  readonly serves: string
}
