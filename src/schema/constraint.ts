import type { Reason } from './reason.ts'

export interface PrimaryKey {
  readonly name: string
  readonly columns: readonly string[]
}

export type Deferral = 'initially immediate' | 'initially deferred'

/** A UNIQUE constraint. Partial or expression uniqueness is not one: that is an {@link Index} with `unique: true`. */
export interface Unique {
  readonly name: string
  readonly columns: readonly string[]
  readonly nullsNotDistinct?: boolean
  readonly deferrable?: Deferral
  readonly reasons: readonly Reason[]
  /** What it is for, after the reasons: one line. */
  readonly purpose?: string
}

export interface Check {
  readonly name: string
  readonly expression: string
  readonly reasons: readonly Reason[]
  readonly purpose?: string
}

export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

export interface ForeignKey {
  readonly name: string
  readonly columns: readonly string[]
  readonly references: { readonly schema: string; readonly table: string; readonly columns: readonly string[] }
  readonly onDelete: ReferentialAction
  /** The columns of `on delete set null (…)` where not all are set. */
  readonly onDeleteColumns?: readonly string[]
  readonly onUpdate: ReferentialAction
  readonly deferrable?: Deferral
  readonly reasons: readonly Reason[]
  readonly purpose?: string
}

/** `exclude using gist (room_id with =, period with &&) where (…)`. `expression` is a column name or a SQL expression. */
export interface Exclusion {
  readonly name: string
  readonly method: string
  readonly elements: readonly { readonly expression: string; readonly operator: string }[]
  readonly where?: string
  readonly deferrable?: Deferral
  readonly reasons: readonly Reason[]
  readonly purpose?: string
}
