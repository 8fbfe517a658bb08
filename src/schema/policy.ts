export type PolicyCommand = 'select' | 'insert' | 'update' | 'delete' | 'all'

/** A row-level security policy. `using` and `check` are SQL expressions over the table's row. */
export interface Policy {
  readonly name: string
  readonly command: PolicyCommand
  readonly permissive: boolean
  readonly roles: readonly string[]
  readonly using?: string
  readonly check?: string
  readonly comment?: string
}
