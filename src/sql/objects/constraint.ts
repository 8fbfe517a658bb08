import type { Check, Deferral, Exclusion, ForeignKey, PrimaryKey, Unique } from '../../schema/constraint.ts'
import { identifier, identifiers, qualified } from '../quote.ts'

/** ` deferrable initially deferred`, or nothing. */
export function deferral(deferrable: Deferral | undefined): string {
  return deferrable === undefined ? '' : ` deferrable ${deferrable}`
}

export function primaryKeyClause(key: PrimaryKey): string {
  return `constraint ${identifier(key.name)} primary key (${identifiers(key.columns)})`
}

export function uniqueClause(unique: Unique): string {
  const nulls = unique.nullsNotDistinct ? ' nulls not distinct' : ''
  return `constraint ${identifier(unique.name)} unique${nulls} (${identifiers(unique.columns)})${deferral(unique.deferrable)}`
}

export function checkClause(check: Check): string {
  return `constraint ${identifier(check.name)} check (${check.expression})`
}

/** `on delete no action` is PostgreSQL's default but is said: the plan's delete rules are choices. `on update no action` is not. */
export function foreignKeyClause(key: ForeignKey): string {
  const { schema, table, columns } = key.references
  const only = key.onDeleteColumns === undefined ? '' : ` (${identifiers(key.onDeleteColumns)})`
  const update = key.onUpdate === 'no action' ? '' : ` on update ${key.onUpdate}`
  const target = `${qualified(schema, table)} (${identifiers(columns)})`
  return `constraint ${identifier(key.name)} foreign key (${identifiers(key.columns)}) references ${target} on delete ${key.onDelete}${only}${update}${deferral(key.deferrable)}`
}

/** `columns` tells an element that names a column, which is quoted, from an expression, which is put in parentheses. */
export function exclusionClause(exclusion: Exclusion, columns: ReadonlySet<string>): string {
  const elements = exclusion.elements.map(
    ({ expression, operator }) => `${columns.has(expression) ? identifier(expression) : `(${expression})`} with ${operator}`,
  )
  const where = exclusion.where === undefined ? '' : ` where (${exclusion.where})`
  return `constraint ${identifier(exclusion.name)} exclude using ${identifier(exclusion.method)} (${elements.join(', ')})${where}${deferral(exclusion.deferrable)}`
}
