/** The nodes of PostgreSQL's syntax tree that others read, as libpg_query writes them; only types, so that importing them loads nothing. */
export type {
  CreateFunctionStmt,
  CreatePolicyStmt,
  DefElem,
  GrantStmt,
  Node,
  RoleSpec,
} from 'libpg-query'
