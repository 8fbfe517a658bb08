import type { Column } from '../schema/column.ts'
import type { Check, Exclusion, ForeignKey, PrimaryKey, Unique } from '../schema/constraint.ts'
import type { EnumType } from '../schema/enum-type.ts'
import type { Grant } from '../schema/grant.ts'
import type { Extension, Namespace } from '../schema/namespace.ts'
import type { Policy } from '../schema/policy.ts'
import type { Routine } from '../schema/routine.ts'
import type { PlatformTable, Table } from '../schema/table.ts'
import type { Index } from '../schema/table-index.ts'
import type { Trigger } from '../schema/trigger.ts'
import type { View } from '../schema/view.ts'

export interface Named {
  readonly schema: string
  readonly name: string
}

/** A constraint with its kind, as a table holds it. */
export type Constraint =
  | { readonly type: 'primary key'; readonly value: PrimaryKey }
  | { readonly type: 'unique'; readonly value: Unique }
  | { readonly type: 'check'; readonly value: Check }
  | { readonly type: 'foreign key'; readonly value: ForeignKey }
  | { readonly type: 'exclusion'; readonly value: Exclusion }

/** In what a column that stays differs. */
export type ColumnAspect = 'type' | 'nullable' | 'default' | 'identity' | 'expression' | 'comment'

interface Pair<T> {
  readonly from: T
  readonly to: T
}

type TableOrPlatformTable = Table | PlatformTable

/**
 * One difference between two schemas as the thing that has to be done. `from` is as it was, `to` as it shall be; `table` is the table as it was for what goes, and
 * as it shall be for what comes. `replace` means that PostgreSQL has no statement that turns the one into the other: it goes and comes again.
 */
export type Change =
  | { readonly kind: 'create schema'; readonly to: Namespace }
  | { readonly kind: 'drop schema'; readonly from: Namespace }
  | ({ readonly kind: 'comment on schema' } & Pair<Namespace>)
  | { readonly kind: 'create extension'; readonly to: Extension }
  | { readonly kind: 'drop extension'; readonly from: Extension }
  | ({ readonly kind: 'move extension' } & Pair<Extension>)
  | { readonly kind: 'create type'; readonly to: EnumType }
  | { readonly kind: 'drop type'; readonly from: EnumType }
  /** Values are only added. */
  | ({ readonly kind: 'add values'; readonly added: readonly string[] } & Pair<EnumType>)
  /** Values go or change places, so that the type has to be made anew. */
  | ({ readonly kind: 'rebuild type'; readonly dropped: readonly string[] } & Pair<EnumType>)
  | ({ readonly kind: 'comment on type' } & Pair<EnumType>)
  | { readonly kind: 'create table'; readonly to: Table }
  | { readonly kind: 'drop table'; readonly from: Table }
  | ({ readonly kind: 'replace table' } & Pair<Table>)
  | ({ readonly kind: 'comment on table' } & Pair<Table>)
  | ({ readonly kind: 'row security' } & Pair<Table>)
  | { readonly kind: 'add column'; readonly table: Table; readonly to: Column }
  | { readonly kind: 'drop column'; readonly table: Table; readonly from: Column }
  | ({ readonly kind: 'replace column'; readonly table: Table } & Pair<Column>)
  | ({ readonly kind: 'change column'; readonly table: Table; readonly aspects: readonly ColumnAspect[] } & Pair<Column>)
  | { readonly kind: 'add constraint'; readonly table: Table; readonly to: Constraint }
  | { readonly kind: 'drop constraint'; readonly table: Table; readonly from: Constraint }
  | ({ readonly kind: 'replace constraint'; readonly table: Table } & Pair<Constraint>)
  | ({ readonly kind: 'rename constraint'; readonly table: Table } & Pair<Constraint>)
  | { readonly kind: 'create index'; readonly table: Table; readonly to: Index }
  | { readonly kind: 'drop index'; readonly table: Table; readonly from: Index }
  | ({ readonly kind: 'replace index'; readonly table: Table } & Pair<Index>)
  | ({ readonly kind: 'rename index'; readonly table: Table } & Pair<Index>)
  | { readonly kind: 'create trigger'; readonly table: TableOrPlatformTable; readonly to: Trigger }
  | { readonly kind: 'drop trigger'; readonly table: TableOrPlatformTable; readonly from: Trigger }
  | ({ readonly kind: 'replace trigger'; readonly table: TableOrPlatformTable } & Pair<Trigger>)
  | { readonly kind: 'create policy'; readonly table: Table; readonly to: Policy }
  | { readonly kind: 'drop policy'; readonly table: Table; readonly from: Policy }
  /** Roles and conditions differ, and `alter policy` can say so. */
  | ({ readonly kind: 'change policy'; readonly table: Table } & Pair<Policy>)
  | ({ readonly kind: 'replace policy'; readonly table: Table } & Pair<Policy>)
  | ({ readonly kind: 'comment on policy'; readonly table: Table } & Pair<Policy>)
  | { readonly kind: 'create view'; readonly to: View }
  | { readonly kind: 'drop view'; readonly from: View }
  | ({ readonly kind: 'replace view' } & Pair<View>)
  | ({ readonly kind: 'comment on view' } & Pair<View>)
  | { readonly kind: 'create function'; readonly to: Routine }
  | { readonly kind: 'drop function'; readonly from: Routine }
  /** What it does or how differs, and `create or replace` can say so. */
  | ({ readonly kind: 'change function' } & Pair<Routine>)
  | ({ readonly kind: 'replace function' } & Pair<Routine>)
  | ({ readonly kind: 'comment on function' } & Pair<Routine>)
  | { readonly kind: 'change grant'; readonly from?: Grant; readonly to?: Grant }

export type ChangeOf<K extends Change['kind']> = Extract<Change, { readonly kind: K }>
