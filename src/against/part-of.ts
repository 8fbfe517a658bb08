import { displayName } from '../schema/lookups.ts'
import type { Part, PartKind } from '../schema/part-key.ts'
import type { Table } from '../schema/table.ts'

/** A part of a table; the table itself where no name is given. */
export function partOfTable(table: Table, kind: PartKind = 'table', name?: string): Part {
  return name === undefined ? { kind: 'table', name: displayName(table) } : { kind, owner: displayName(table), name }
}
