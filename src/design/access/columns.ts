import type { AccessRule, Operation } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { type Condition, conditionOf, some } from './condition.ts'
import { keyOf, rulesOf } from './lookup.ts'
import type { Allowed } from './permissions.ts'

/**
 * The columns that a permission is granted on; absent means the whole table.
 *
 * An UPDATE is always granted by columns: those that any of its rules gives (see {@link updatableColumns}). An INSERT is granted on the
 * table, but for a table that holds roles.
 */
export function grantedColumns(
  schema: Schema,
  table: Table,
  operation: Operation,
  allowed: Allowed,
): readonly string[] | undefined {
  const names = table.columns.map((column) => column.name)
  if (operation === 'delete') return undefined
  if (operation === 'update') {
    const given = new Set(allowed.rules.flatMap((rule) => updatableColumns(schema, table, rule)))
    return names.filter((name) => given.has(name))
  }
  if (allowed.columns !== undefined) return names.filter((name) => allowed.columns?.includes(name))
  const trusted = allowed.rules.length > 0 && allowed.rules.every((rule) => givesRoles(rule))
  const roles = trusted ? new Set<string>() : roleColumns(schema, table)
  if (operation !== 'insert' || roles.size === 0) return undefined
  const unfilled = new Set(
    table.columns.filter((column) => column.generated === undefined && column.identity !== 'always').map((column) => column.name),
  )
  return names.filter((name) => unfilled.has(name) && !roles.has(name))
}

/**
 * The columns that one rule lets be changed: those it names, or all but the key, the columns that say whose the row is, what the database
 * fills (generated and identity columns, `created_at`, columns that a trigger keeps), and columns of roles, which only people in a named
 * role change.
 */
export function updatableColumns(schema: Schema, table: Table, rule: AccessRule): readonly string[] {
  const names = table.columns.map((column) => column.name)
  const lists = rule.may.filter((permission) => permission.operation === 'update').map((permission) => permission.columns)
  if (!lists.includes(undefined)) return names.filter((name) => lists.some((list) => list?.includes(name)))
  const fixed = new Set([
    ...ownerColumns(schema, table),
    ...(table.primaryKey?.columns ?? []),
    ...filledColumns(table),
    ...(givesRoles(rule) ? [] : roleColumns(schema, table)),
  ])
  return names.filter((name) => !fixed.has(name))
}

/**
 * The columns by which a row belongs to an account or a group, in any rule: none of them changes by an UPDATE, unless a rule names it.
 * A reference to a parent of the caller's own is not one of them: the policy requires of the new parent what it did of the old.
 */
export function ownerColumns(schema: Schema, table: Table): ReadonlySet<string> {
  const rules = rulesOf(schema, { schema: table.schema, table: table.name })
  return new Set(rules.flatMap((rule) => leading(conditionOf(rule, schema.access))))
}

function leading(condition: Condition): readonly string[] {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts.flatMap(leading)
  if (condition.kind === 'caller' || condition.kind === 'group') return [condition.column]
  const forward = condition.kind === 'through' && condition.step.direction === 'forward'
  return forward && some(condition.of, (part) => part.kind === 'group') ? [condition.step.column] : []
}

function filledColumns(table: Table): readonly string[] {
  const triggered = table.triggers.some(
    (trigger) => trigger.name !== guardName && trigger.events.some((event) => event.kind === 'update'),
  )
  return table.columns
    .filter(
      (column) =>
        column.generated !== undefined ||
        column.identity !== undefined ||
        column.name === 'created_at' ||
        (column.name === 'updated_at' && triggered),
    )
    .map((column) => column.name)
}

/** The trigger that keeps columns to those whose rule names them: see `columnGuards`. */
export const guardName = 'guard_columns'

/** A rule for people in a named role may set roles: who administers members says what they are. */
function givesRoles({ who }: AccessRule): boolean {
  return who.kind === 'backend' || ((who.kind === 'member' || who.kind === 'role') && who.roles.length > 0)
}

/** Columns that say what an account may do: the application's roles, and the roles in a group. */
function roleColumns(schema: Schema, table: Table): ReadonlySet<string> {
  const { roles, groups } = schema.access
  const here = keyOf({ schema: table.schema, table: table.name })
  const columns = groups.flatMap(({ membership }) =>
    keyOf(membership) === here && membership.roleColumn !== undefined ? [membership.roleColumn] : [],
  )
  return new Set(roles !== undefined && keyOf(roles) === here ? [...columns, roles.roleColumn] : columns)
}
