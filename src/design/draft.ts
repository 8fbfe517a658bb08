import type { Access } from '../schema/access.ts'
import type { Check, Deferral, Exclusion, ReferentialAction } from '../schema/constraint.ts'
import type { Remark } from '../schema/notes.ts'
import type { Platform, PlatformTraits } from '../schema/platform.ts'
import type { Routine } from '../schema/routine.ts'
import type { Index } from '../schema/table-index.ts'
import type { Trigger } from '../schema/trigger.ts'
import type { Fragments } from './fragments.ts'
import type { AttributeFacts, EntityFacts, Facts } from './identity/facts.ts'
import type { Why } from './why.ts'

/**
 * The schema while rules work on it. It differs from the finished one in that every part knows its {@link Why} and the claims it came
 * from, and in that references name tables by entity key. Rules take a draft and return another; nothing is changed in place.
 */
export interface Draft {
  readonly title: string
  readonly platform: Platform
  readonly traits: PlatformTraits
  readonly fragments: Fragments
  readonly facts: Facts
  /** Whether a planning session named the tables; then the PRD adds little. */
  readonly session: boolean
  readonly accounts: Accounts
  readonly tables: readonly DraftTable[]
  readonly enums: readonly DraftEnum[]
  /** Functions behind triggers that are not the same for every schema. */
  readonly routines: readonly DraftRoutine[]
  readonly access: Access
  readonly questions: readonly Question[]
  readonly decisions: readonly Remark[]
  readonly conflicts: readonly Remark[]
  readonly leftOut: readonly Remark[]
}

/** Where accounts are kept, and the table with the rest of what is known of a person. */
export interface Accounts {
  readonly schema: string
  readonly table: string
  readonly key: string
  readonly keyType: string
  /** Entity key of the table that extends accounts one to one, if there is one. */
  readonly profile?: string
}

export interface DraftTable {
  /** Entity key; unique. */
  readonly key: string
  readonly name: string
  readonly facts: EntityFacts | undefined
  readonly why: Why
  readonly comment?: string
  readonly part: 'entity' | 'join' | 'profile' | 'accounts' | 'lookup'
  readonly columns: readonly DraftColumn[]
  readonly primaryKey: readonly string[]
  readonly uniques: readonly DraftUnique[]
  readonly checks: readonly DraftCheck[]
  /** Keys that span columns; a column's own reference stands on the column. */
  readonly foreignKeys: readonly DraftForeignKey[]
  readonly exclusions: readonly (Omit<Exclusion, 'reasons'> & { readonly why: Why })[]
  readonly indexes: readonly DraftIndex[]
  readonly triggers: readonly (Omit<Trigger, 'reasons'> & { readonly why: Why })[]
}

/** What a column is for; rules ask this and not its name. */
export type ColumnPart = 'key' | 'owner' | 'reference' | 'attribute' | 'created' | 'updated' | 'deleted'

export interface DraftColumn {
  readonly name: string
  readonly part: ColumnPart
  readonly type: string
  readonly nullable: boolean
  readonly default?: string
  readonly identity?: 'always' | 'by default'
  readonly generated?: { readonly expression: string; readonly stored: boolean }
  readonly references?: Reference
  readonly facts?: AttributeFacts
  /** The closed list it holds one of. */
  readonly values?: readonly string[]
  readonly comment?: string
  readonly why: Why
}

/** What a column leads to: accounts, or the table of an entity. */
export interface Reference {
  readonly target: { readonly kind: 'accounts' } | { readonly kind: 'table'; readonly key: string }
  readonly onDelete: ReferentialAction
  readonly why: Why
  readonly purpose?: string
  /** A composite key carries this reference together with the owner column. */
  readonly withOwner?: boolean
}

export interface DraftUnique {
  readonly columns: readonly string[]
  readonly where?: string
  readonly deferrable?: Deferral
  readonly why: Why
  readonly purpose?: string
}

export type DraftCheck = Omit<Check, 'reasons'> & { readonly why: Why }

export interface DraftForeignKey {
  readonly columns: readonly string[]
  readonly target: string
  readonly references: readonly string[]
  readonly onDelete: ReferentialAction
  readonly onDeleteColumns?: readonly string[]
  readonly why: Why
  readonly purpose?: string
}

export type DraftIndex = Omit<Index, 'reasons' | 'name'> & { readonly why: Why }

export type DraftRoutine = Omit<Routine, 'reasons'> & { readonly why: Why }

export interface DraftEnum {
  readonly name: string
  readonly values: readonly string[]
  readonly why: Why
}

/** The order in which the questions are asked in the plan. */
export const topics = [
  'access',
  'queries',
  'closed lists',
  'cardinalities',
  'keys',
  'profile',
  'uniqueness',
  'statuses',
  'lengths',
  'delete rules',
  'AI output',
  'logs',
  'columns',
  'soft delete',
  'roles',
  'open',
] as const

/** Something supposed that should be confirmed. `id` is what a {@link Why} assumes. */
export interface Question {
  readonly id: string
  readonly topic: (typeof topics)[number]
  readonly text: string
  /** What it asks about, and how it is asked of several: those with the same words about one table are one question. */
  readonly alike?: { readonly table: string; readonly subject: string; readonly several: string }
  readonly why: Why
}

export function tableOf(draft: Draft, key: string): DraftTable | undefined {
  return draft.tables.find((table) => table.key === key)
}

/** Replaces each table by what `change` makes of it. */
export function mapTables(draft: Draft, change: (table: DraftTable) => DraftTable): Draft {
  return { ...draft, tables: draft.tables.map(change) }
}

export function columnNamed(table: DraftTable, name: string): DraftColumn | undefined {
  return table.columns.find((column) => column.name === name)
}

/** The column made of an attribute, by the attribute's key. */
export function columnOfAttribute(table: DraftTable, key: string): DraftColumn | undefined {
  return table.columns.find((column) => column.facts?.key === key)
}
