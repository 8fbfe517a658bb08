import type { Column } from './column.ts'
import type { Check, Exclusion, ForeignKey, PrimaryKey, Unique } from './constraint.ts'
import type { Policy } from './policy.ts'
import type { Reason } from './reason.ts'
import type { Index } from './table-index.ts'
import type { Trigger } from './trigger.ts'

/** `off`: policies do not apply; `on`: they apply to all but the owner; `forced`: to the owner too. */
export type RowSecurity = 'off' | 'on' | 'forced'

export interface Table {
  readonly schema: string
  readonly name: string
  readonly comment?: string
  readonly columns: readonly Column[]
  readonly primaryKey?: PrimaryKey
  readonly uniques: readonly Unique[]
  readonly checks: readonly Check[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly exclusions: readonly Exclusion[]
  readonly indexes: readonly Index[]
  readonly triggers: readonly Trigger[]
  readonly rowSecurity: RowSecurity
  readonly policies: readonly Policy[]
  /** `partition by` clause of a partitioned table: `range (created_at)`. */
  readonly partitionBy?: string
  /** What the table was called before: a migration renames it instead of dropping it. */
  readonly was?: string
  readonly reasons: readonly Reason[]
}

/** A table that the platform owns (`auth.users`), here only for the triggers on it that are ours. */
export interface PlatformTable {
  readonly schema: string
  readonly name: string
  readonly triggers: readonly Trigger[]
}
