export type Privilege =
  | 'select'
  | 'insert'
  | 'update'
  | 'delete'
  | 'truncate'
  | 'references'
  | 'trigger'
  | 'maintain'
  | 'usage'
  | 'execute'
  | 'create'

/** What a grant is on. A function is named with its argument types, as PostgreSQL identifies it: `create_draw(text, jsonb)`. */
export interface GrantObject {
  readonly kind: 'table' | 'view' | 'function' | 'schema' | 'sequence' | 'type'
  readonly schema: string
  /** Empty for a schema. */
  readonly name: string
}

/**
 * The privileges one role holds on one object: the final state, not a statement. There is at most one Grant per object and
 * role, privileges are sorted; `columns` restricts a privilege to columns. `role` is `public` for everybody.
 */
export interface Grant {
  readonly object: GrantObject
  readonly role: string
  readonly privileges: readonly { readonly privilege: Privilege; readonly columns?: readonly string[] }[]
}
