import type { Reason } from './reason.ts'

/**
 * Who may do what to which rows, as meaning rather than SQL. Policies and grants are compiled from these rules
 * (`design/access`), and the proof computes from them, independently of that SQL, what every actor should see (`proof/expect`).
 */
export interface Access {
  readonly groups: readonly Group[]
  /** Where an application-wide role of an account is kept, if the documents know roles. */
  readonly roles?: RoleSource
  readonly rules: readonly AccessRule[]
  /**
   * Tables of which the rules are not all known, because some could not be read. What callers may do there is observed and cannot be judged by
   * the rules that are known.
   */
  readonly unread?: readonly { readonly schema: string; readonly table: string }[]
}

/** People who share rows: a household, a team, a company. Membership is a table with one column for each side. */
export interface Group {
  /** Singular: `household`. */
  readonly name: string
  readonly schema: string
  readonly table: string
  readonly membership: {
    readonly schema: string
    readonly table: string
    readonly groupColumn: string
    readonly userColumn: string
    /** The column that holds the member's role in the group, if there are roles. */
    readonly roleColumn?: string
  }
  readonly roles: readonly string[]
}

/** Application-wide roles: a column of a table keyed by the account. */
export interface RoleSource {
  readonly schema: string
  readonly table: string
  readonly userColumn: string
  readonly roleColumn: string
  readonly roles: readonly string[]
}

/**
 * The kind of caller a rule speaks of.
 * - `anonymous`: not signed in; `signed in`: any account; `backend`: the server, behind no policy.
 * - `owner`: signed in, and the row leads to the caller; `label` is how the plan names them (`owner`, `author`, `self`).
 * - `member`: signed in, and in the row's group, with one of `roles` if any are named.
 * - `role`: signed in, with one of the application-wide `roles`.
 */
export type Who =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'signed in' }
  | { readonly kind: 'owner'; readonly label: string }
  | { readonly kind: 'member'; readonly group: string; readonly roles: readonly string[] }
  | { readonly kind: 'role'; readonly roles: readonly string[] }
  | { readonly kind: 'backend' }

export type Operation = 'select' | 'insert' | 'update' | 'delete'
export const operations: readonly Operation[] = ['select', 'insert', 'update', 'delete']

/** An operation, on all columns or on the named ones alone. DELETE knows no columns. */
export interface Permission {
  readonly operation: Operation
  readonly columns?: readonly string[]
}

/**
 * A walk along foreign keys from the row of the rule's table to a column. `→` leads from a column to the key it references:
 * `race_id → races.host_id` is `[{ column: 'race_id', table: 'races', key: 'id' }]` and then column `host_id`.
 */
export interface Path {
  readonly steps: readonly PathStep[]
  readonly column: string
}

export interface PathStep {
  readonly direction: 'forward' | 'backward'
  /** forward: the column of the current table. backward: the column of the current table that is referenced. */
  readonly column: string
  readonly schema: string
  readonly table: string
  /** forward: the referenced column of `table`. backward: the column of `table` that references. */
  readonly key: string
}

/** Which rows. Every kind has one written form in the plan and one compilation to SQL, and is evaluated by the proof. */
export type Rows =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** the column at the end of `path` is the caller */
  | { readonly kind: 'caller'; readonly path: Path }
  /** the column at the end of `path` is one of the caller's groups, where the caller has one of `roles` (any, if empty) */
  | { readonly kind: 'group'; readonly path: Path; readonly group: string; readonly roles: readonly string[] }
  /** the account at the end of `path` shares a group with the caller */
  | { readonly kind: 'groupmate'; readonly path: Path; readonly group: string }
  | { readonly kind: 'is null'; readonly column: string }
  | { readonly kind: 'is not null'; readonly column: string }
  /** the column at the end of `path` equals one of `values`; `true` and `false` are the values of a boolean */
  | { readonly kind: 'equals'; readonly path: Path; readonly values: readonly string[] }
  | CallerRow
  | { readonly kind: 'all of'; readonly parts: readonly Rows[] }
  | { readonly kind: 'any of'; readonly parts: readonly Rows[] }

/**
 * The caller's own row of a table is as asked, whichever row the rule is asked of: "whose `accounts.verified_at` is set". `key` is the column of
 * that table that holds the account.
 */
export interface CallerRow {
  readonly kind: 'caller row'
  readonly schema: string
  readonly table: string
  readonly key: string
  readonly column: string
  readonly test:
    | { readonly kind: 'is null' }
    | { readonly kind: 'is not null' }
    | { readonly kind: 'equals'; readonly values: readonly string[] }
}

/**
 * One rule. For INSERT and UPDATE `rows` holds of the new row as well. `through` names a function that is the only way
 * (`create_draw`); such a permission brings no grant on the table. Rules add up: what no rule allows is refused.
 */
export interface AccessRule {
  readonly schema: string
  readonly table: string
  readonly who: Who
  readonly may: readonly Permission[]
  readonly rows: Rows
  readonly through?: string
  readonly reasons: readonly Reason[]
  readonly comment?: string
}
