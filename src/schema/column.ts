import type { Reason } from './reason.ts'

/**
 * A column. `type` is written as PostgreSQL's `format_type` does, with the short spellings `timestamptz`, `timestamp`, `timetz`,
 * `time`, `varchar(n)`, `char(n)`, `float8`, `float4`, `int` families as `integer`, `bigint`, `smallint`; a type of the
 * schema `public` or of `pg_catalog` is bare, any other is qualified (`extensions.citext`). Arrays end in `[]`.
 * `default` is a SQL expression. `comment` is free text of one line.
 */
export interface Column {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly default?: string
  readonly identity?: 'always' | 'by default'
  readonly generated?: { readonly expression: string; readonly stored: boolean }
  readonly collation?: string
  readonly comment?: string
  /** What the column was called before: a migration renames it instead of dropping it. */
  readonly was?: string
  readonly reasons: readonly Reason[]
}
