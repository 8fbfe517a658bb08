import type { ForeignKey } from '../../schema/constraint.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { all, type Condition, implies, none, or } from './condition.ts'
import { findColumn, findTable, rulesOf } from './lookup.ts'
import type { Permissions } from './permissions.ts'

/**
 * What a new row's references must meet: each leads to a row that its writer may read. PostgreSQL checks foreign keys past all
 * policies (DDL, 5.9 Row Security Policies), so without this a row can be hung under another owner's parent.
 *
 * References to accounts are free: whom a row names is not whose it is. So are those to tables that the role cannot read at all,
 * if a value is required: the rule that allows the INSERT would otherwise never apply.
 */
export function parentConditions(
  schema: Schema,
  table: Table,
  role: string,
  permissions: Permissions,
  written: (column: string) => boolean,
): readonly Condition[] {
  return table.foreignKeys
    .filter((key) => key.columns.some(written) && !leadsToAccounts(schema, key))
    .map((key) => parentCondition(table, key, permissions({ ...key.references }, role, 'select')?.condition))
    .filter((condition) => condition.kind !== 'all')
}

function parentCondition(table: Table, key: ForeignKey, readable: Condition | undefined): Condition {
  const optional = key.columns.filter((column) => findColumn(table, column)?.nullable === true)
  const absent = optional.map((column): Condition => ({ kind: 'is null', column }))
  if (readable === undefined) return optional.length > 0 ? or(absent) : all
  if (implies(all, readable)) return all
  return or([...absent, throughKey(key, readable)])
}

/** That the parent can be read: said of the child's own columns where the key carries all that decides it, else by a look at the parent. */
function throughKey(key: ForeignKey, readable: Condition): Condition {
  const { schema, table, columns } = key.references
  const pairs = key.columns.map((column, at) => ({ column, key: columns[at] ?? column }))
  return onChild(key, readable) ?? { kind: 'readable', key: { schema, table, pairs }, of: readable }
}

function onChild(key: ForeignKey, condition: Condition): Condition | undefined {
  if (condition.kind === 'all' || condition.kind === 'none' || condition.kind === 'has role' || condition.kind === 'in group') {
    return condition
  }
  if (condition.kind === 'and' || condition.kind === 'or') {
    const parts = condition.parts.map((part) => onChild(key, part))
    const known = parts.filter((part) => part !== undefined)
    return known.length === parts.length ? { ...condition, parts: known } : undefined
  }
  if (condition.kind === 'readable') return undefined
  const onParent = condition.kind === 'through' ? condition.step.column : condition.column
  const column = key.columns[key.references.columns.indexOf(onParent)]
  if (column === undefined) return undefined
  return condition.kind === 'through' ? { ...condition, step: { ...condition.step, column } } : { ...condition, column }
}

/** A table of accounts is one whose key is the caller in some rule, or that refers to the platform's accounts by its key. */
export function leadsToAccounts(schema: Schema, key: ForeignKey): boolean {
  const parent = findTable(schema, key.references)
  if (parent === undefined) return true
  const [primary, ...others] = parent.primaryKey?.columns ?? []
  if (primary === undefined || others.length > 0) return false
  if (parent.foreignKeys.some((own) => own.columns.includes(primary) && findTable(schema, own.references) === undefined))
    return true
  return rulesOf(schema, key.references).some(
    (rule) => rule.rows.kind === 'caller' && rule.rows.path.steps.length === 0 && rule.rows.path.column === primary,
  )
}

/** The condition of an INSERT or the check of an UPDATE: the rules, and of the references what the rules do not already say. */
export function withParents(condition: Condition, parents: readonly Condition[]): readonly Condition[] {
  return condition === none ? [none] : [condition, ...parents.filter((parent) => !implies(condition, parent))]
}
