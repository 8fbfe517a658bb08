/** What a type rule decides of a column. Conditions are written with `$` for the column's name. */
export interface ColumnType {
  readonly type: string
  readonly default?: string
  readonly nullable?: boolean
  readonly check?: string
  readonly identity?: 'always' | 'by default'
  readonly comment?: string
  /** The rule did not know and took text. */
  readonly unsure?: boolean
}
