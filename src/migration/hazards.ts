import { displayName } from '../schema/lookups.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { Change, ChangeOf, Constraint } from './change.ts'
import { addedColumn, changedColumn, replacedColumn } from './column-hazards.ts'
import { namedColumns } from './diff/constraints.ts'
import { enumTypes } from './diff/tables.ts'
import { isLooser } from './looser.ts'
import type { Rename } from './renames.ts'
import { fillsItself } from './statements/alter-table.ts'

/** What a change can do to a database that is in use. Codes are stable: people allow them by name. */
export type HazardCode =
  | 'data-loss'
  | 'dropped-value'
  | 'narrowed-type'
  | 'not-null'
  | 'existing-rows'
  | 'rewrite'
  | 'long-lock'
  | 'breaking-rename'
  | 'breaking-drop'
  | 'opens-access'

export interface Hazard {
  readonly code: HazardCode
  /** The object, as the plan names it. */
  readonly object: string
  /** What will happen, in a sentence without its end. */
  readonly message: string
  /** The option that does without it. */
  readonly instead?: string
}

/** What each hazard means, for whoever has to allow it. */
export const hazardMeanings: Readonly<Record<HazardCode, string>> = {
  'data-loss': 'values that stand in the database are deleted',
  'dropped-value': 'rows that hold the value keep the migration from running',
  'narrowed-type': 'values that do not fit the new type are cut, or keep the migration from running',
  'not-null': 'rows without a value keep the migration from running',
  'existing-rows': 'rows that break the new constraint keep the migration from running',
  rewrite: 'the table is written anew, and nobody reads or writes it meanwhile',
  'long-lock': 'every row is looked at, and meanwhile nobody can write to the table',
  'breaking-rename': 'whatever still uses the old name fails',
  'breaking-drop': 'whatever still calls or reads it fails',
  'opens-access': 'rows may be reached that were closed before',
}

export const hazardCodes = Object.keys(hazardMeanings) as readonly HazardCode[]

/**
 * Everything that may hurt when changes are made to a database with rows and users.
 *
 * @param before the schema as it was, spelled as PostgreSQL does.
 * @param after the schema as it shall be.
 */
export function hazardsOf(
  changes: readonly Change[],
  renames: readonly Rename[],
  before: Schema,
  after: Schema,
): readonly Hazard[] {
  const isEnum = enumTypes(before, after)
  // A column that comes empty asks nothing of the rows that are there.
  const isNewColumn: IsNewColumn = (table, column) =>
    changes.some(
      (change) =>
        (change.kind === 'add column' || change.kind === 'replace column') &&
        change.table.schema === table.schema &&
        change.table.name === table.name &&
        change.to.name === column &&
        change.to.nullable &&
        !fillsItself(change.to),
    )
  // Values that are turned into another type, or come anew, may break what the old ones met.
  const hasNewValues = ({ table, to }: ChangeOf<'replace constraint'>): boolean => {
    const columns = columnsOf(to, table)
    return changes.some(
      (change) =>
        (change.kind === 'replace column' ||
          change.kind === 'add column' ||
          (change.kind === 'change column' && change.aspects.includes('type'))) &&
        change.table.schema === table.schema &&
        change.table.name === table.name &&
        columns.includes(change.to.name),
    )
  }
  return [
    ...renames.map((rename): Hazard => {
      const [from, to] =
        rename.kind !== 'column'
          ? [displayName(rename.from), displayName(rename.to)]
          : [`${displayName(rename.table)}.${rename.from}`, rename.to]
      return { code: 'breaking-rename', object: to, message: `\`${from}\` becomes \`${to}\`` }
    }),
    ...changes.flatMap((change) => hazardsOfChange(change, isEnum, isNewColumn, hasNewValues)),
  ]
}

type IsNewColumn = (table: { readonly schema: string; readonly name: string }, column: string) => boolean

function hazardsOfChange(
  change: Change,
  isEnum: (type: string) => boolean,
  isNewColumn: IsNewColumn,
  hasNewValues: (change: ChangeOf<'replace constraint'>) => boolean,
): readonly Hazard[] {
  switch (change.kind) {
    case 'drop table':
    case 'replace table': {
      const object = displayName(change.from)
      const what =
        change.kind === 'drop table' ? 'is dropped' : 'is dropped and made anew, because it is partitioned in another way'
      return [{ code: 'data-loss', object, message: `The table \`${object}\` ${what}, with every row in it` }]
    }
    case 'drop column': {
      const object = `${displayName(change.table)}.${change.from.name}`
      if (change.from.generated !== undefined)
        return [{ code: 'breaking-drop', object, message: `The generated column \`${object}\` is dropped` }]
      return [{ code: 'data-loss', object, message: `The column \`${object}\` is dropped, with every value in it` }]
    }
    case 'replace column':
      return replacedColumn(change)
    case 'add column':
      return addedColumn(displayName(change.table), change.to)
    case 'change column':
      return changedColumn(change, isEnum)
    case 'rebuild type': {
      const object = displayName(change.to)
      const rewrite: Hazard = {
        code: 'rewrite',
        object,
        message: `The type \`${object}\` is made anew, and so is every table that uses it`,
      }
      if (change.dropped.length === 0) return [rewrite]
      const values = change.dropped.map((value) => `'${value}'`).join(', ')
      return [{ code: 'dropped-value', object, message: `The type \`${object}\` loses ${values}` }, rewrite]
    }
    case 'add constraint':
    case 'replace constraint': {
      const { type, value } = change.to
      const table = displayName(change.table)
      if (isMetByNulls(change.to, change.table, (column) => isNewColumn(change.table, column))) return []
      if (change.kind === 'replace constraint' && isLooser(change.from, change.to) && !hasNewValues(change)) return []
      return [
        {
          code: 'existing-rows',
          object: value.name,
          message: `The rows of \`${table}\` have to meet the ${type} \`${value.name}\``,
        },
      ]
    }
    case 'create index':
    case 'replace index': {
      const table = displayName(change.table)
      const lock: Hazard = {
        code: 'long-lock',
        object: change.to.name,
        message: `The index \`${change.to.name}\` is built over \`${table}\``,
        ...(canBeConcurrent(change) ? { instead: '--concurrently' } : {}),
      }
      if (!change.to.unique) return [lock]
      const unique = `The rows of \`${table}\` have to meet the unique index \`${change.to.name}\``
      return [lock, { code: 'existing-rows', object: change.to.name, message: unique }]
    }
    case 'row security': {
      const object = displayName(change.to)
      if (change.to.rowSecurity === 'forced' || change.from.rowSecurity === 'off') return []
      const what =
        change.to.rowSecurity === 'off' ? 'is turned off: no policy holds any more' : 'does not bind its owner any more'
      return [{ code: 'opens-access', object, message: `Row level security of \`${object}\` ${what}` }]
    }
    case 'drop policy':
      return change.from.permissive
        ? []
        : [
            {
              code: 'opens-access',
              object: change.from.name,
              message: `The restrictive policy "${change.from.name}" on \`${displayName(change.table)}\` is dropped`,
            },
          ]
    case 'drop view':
    case 'replace view': {
      const object = displayName(change.from)
      const keeps = change.kind === 'replace view' && startsWithColumns(change.to.columns, change.from.columns)
      if (keeps) return []
      const what = change.kind === 'drop view' ? 'is dropped' : 'gets other columns'
      return [{ code: 'breaking-drop', object, message: `The view \`${object}\` ${what}` }]
    }
    case 'drop function':
    case 'replace function': {
      const object = displayName(change.from)
      if (change.from.returns === 'trigger') return []
      const what = change.kind === 'drop function' ? 'is dropped' : 'takes or returns something else'
      return [{ code: 'breaking-drop', object, message: `The function \`${object}(${change.from.arguments})\` ${what}` }]
    }
    case 'create schema':
    case 'drop schema':
    case 'comment on schema':
    case 'create extension':
    case 'drop extension':
    case 'move extension':
    case 'create type':
    case 'drop type':
    case 'add values':
    case 'comment on type':
    case 'create table':
    case 'comment on table':
    case 'drop constraint':
    case 'rename constraint':
    case 'drop index':
    case 'rename index':
    case 'create trigger':
    case 'drop trigger':
    case 'replace trigger':
    case 'create policy':
    case 'change policy':
    case 'replace policy':
    case 'comment on policy':
    case 'create view':
    case 'comment on view':
    case 'create function':
    case 'change function':
    case 'comment on function':
    case 'change grant':
      return []
  }
}

/** An index that takes the place of another, or one on a partitioned table, is not built concurrently. */
const canBeConcurrent = (change: Change): boolean => change.kind === 'create index' && change.table.partitionBy === undefined

function startsWithColumns(columns: readonly Named[], beginning: readonly Named[]): boolean {
  return beginning.every((column, at) => columns[at]?.name === column.name && columns[at]?.type === column.type)
}

interface Named {
  readonly name: string
  readonly type: string
}

function columnsOf({ type, value }: Constraint, table: Table): readonly string[] {
  if (type === 'check') return namedColumns(value.expression, table)
  return type === 'exclusion' ? table.columns.map(({ name }) => name) : value.columns
}

/** Whether rows meet a constraint because the columns it is over are new and hold nothing yet. */
function isMetByNulls({ type, value }: Constraint, table: Table, isEmpty: (column: string) => boolean): boolean {
  switch (type) {
    case 'foreign key':
      return value.columns.some(isEmpty)
    case 'unique':
      return value.nullsNotDistinct !== true && value.columns.some(isEmpty)
    case 'check': {
      const columns = namedColumns(value.expression, table)
      return columns.length > 0 && columns.every(isEmpty) && !/\b(?:null|coalesce)\b/i.test(value.expression)
    }
    case 'primary key':
    case 'exclusion':
      return false
  }
}
