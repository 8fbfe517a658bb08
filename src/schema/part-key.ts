/** The kinds of parts of a schema that have a place in a document. */
export type PartKind =
  | 'table'
  | 'column'
  | 'constraint'
  | 'index'
  | 'policy'
  | 'trigger'
  | 'row security'
  | 'type'
  | 'view'
  | 'function'
  | 'extension'
  | 'grant'

/** A part of a schema. `owner` is the table that a column, constraint, index, policy or trigger belongs to, as `displayName` writes it. */
export interface Part {
  readonly kind: PartKind
  readonly owner?: string
  readonly name: string
}

/** A key that two parts share only if they are the same. */
export function partKey({ kind, owner, name }: Part): string {
  return [kind, owner ?? '', name].join('\u0000')
}
