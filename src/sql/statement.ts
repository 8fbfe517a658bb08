/** What a statement is about: the sections of a script, and what a reader may filter by. */
export type StatementKind =
  | 'role'
  | 'namespace'
  | 'extension'
  | 'enum'
  | 'table'
  | 'constraint'
  | 'default'
  | 'index'
  | 'view'
  | 'routine'
  | 'trigger'
  | 'row security'
  | 'grant'
  | 'policy'

/**
 * One SQL statement without its closing semicolon, and the object it belongs to, as the plan writes it: `recipes`,
 * `recipes.title`, `private.set_updated_at`. A comment belongs to the kind of what it comments on.
 */
export interface Statement {
  readonly kind: StatementKind
  readonly object: string
  readonly sql: string
}
