import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Edit, Spot } from '../diagnostic/spot.ts'
import { Grants } from '../plan/read/sql/grants.ts'
import type { EnumType } from '../schema/enum-type.ts'
import { makeTable } from '../schema/factories.ts'
import { displayName } from '../schema/lookups.ts'
import type { Extension } from '../schema/namespace.ts'
import { keyOf } from '../schema/order.ts'
import { type Part, partKey } from '../schema/part-key.ts'
import type { Routine } from '../schema/routine.ts'
import type { Table } from '../schema/table.ts'
import type { Trigger } from '../schema/trigger.ts'
import type { View } from '../schema/view.ts'

export type DraftTable = { -readonly [K in keyof Table]: Table[K] }

/** What is wrong with a document, with the stretch it is about and, where the mend is certain, the change that makes it. */
export interface Remark extends Omit<Diagnostic, 'place'> {
  readonly spot: Spot
  readonly edit?: Edit
  /** The part it is about, so that it can be switched off there. */
  readonly part?: Part
}

/** A schema while its document is read: tables by key, in the order in which they were first named. */
export interface Draft {
  readonly tables: Map<string, DraftTable>
  /** Partitions, which hold rows of the tables they are part of and are no tables of the schema. */
  readonly partitions: DraftPartition[]
  /** Triggers on tables that the document does not make, such as `auth.users`. */
  readonly elsewhere: Map<string, { readonly schema: string; readonly name: string; triggers: readonly Trigger[] }>
  readonly enums: EnumType[]
  readonly extensions: Extension[]
  readonly namespaces: Set<string>
  readonly views: View[]
  readonly routines: (Omit<Routine, 'reasons'> & { comment?: string })[]
  readonly grants: Grants
  readonly spots: Map<string, Spot>
  /** The types of columns as they are written, by part key: `serial`, `varchar(255)`. */
  readonly writtenTypes: Map<string, string>
  readonly remarks: Remark[]
  /** Foreign keys that a document only calls so, by the part key of their column: where they lead was taken from its name. */
  readonly impliedKeys: Set<string>
  readonly accessWords: Map<string, SaidAccess>
}

/** What a document says in words alone of who may reach a table: something, that it is the backend alone, or something that the schema does not explain. */
export type SaidAccess = 'said' | 'backend' | 'unclear'

/** What is said in words of who may reach tables, by name; `` is what is said without naming one. */
export type AccessWords = ReadonlyMap<string, SaidAccess>

export function emptyDraft(): Draft {
  return {
    tables: new Map(),
    partitions: [],
    elsewhere: new Map(),
    enums: [],
    extensions: [],
    namespaces: new Set(),
    views: [],
    routines: [],
    grants: new Grants(),
    spots: new Map(),
    writtenTypes: new Map(),
    remarks: [],
    impliedKeys: new Set(),
    accessWords: new Map(),
  }
}

export interface TableName {
  readonly schema: string
  readonly name: string
}

/** A partition, the table that it is part of, and the statement that makes it. `isRevoked`: the document takes privileges on it away. */
export interface DraftPartition {
  readonly table: TableName
  readonly of: TableName
  readonly text: string
  readonly spot: Spot
  isRevoked: boolean
}

/** The table of this name, made without columns if the document names it for the first time. */
export function tableIn(draft: Draft, { schema, name }: TableName): DraftTable {
  const key = keyOf({ schema, name })
  const found = draft.tables.get(key)
  if (found !== undefined) return found
  const made: DraftTable = { ...makeTable({ schema, name }) }
  draft.tables.set(key, made)
  return made
}

/** Notes where a part stands; the first place counts. */
export function placePart(draft: Draft, part: Part, spot: Spot): void {
  const key = partKey(part)
  if (!draft.spots.has(key)) draft.spots.set(key, spot)
}

/** Part of a table, by name. */
export function partOf(table: TableName, kind: Part['kind'], name: string): Part {
  return { kind, owner: displayName(table), name }
}
