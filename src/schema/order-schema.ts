import type { Access, AccessRule, Who } from './access.ts'
import type { Grant } from './grant.ts'
import { compareNamed, compareText, orderTables } from './order.ts'
import type { PolicyCommand } from './policy.ts'
import type { Schema } from './schema.ts'
import type { Table } from './table.ts'

/**
 * The one order of a schema's parts, so that the same schema is always written with the same bytes: tables parents first and
 * then by name, columns as they are, constraints, indexes and triggers by name (PostgreSQL fires triggers in that order), policies by
 * command, grants by object and role. Views keep their order, because one may use another. The rules of one table stand together,
 * narrowest caller first.
 */
export function orderSchema(schema: Schema): Schema {
  const tables = orderTables(schema.tables)
  return {
    ...schema,
    namespaces: sortBy(schema.namespaces, (namespace) => [namespace.name]),
    extensions: sortBy(schema.extensions, (extension) => [extension.name]),
    enums: [...schema.enums].sort(compareNamed),
    tables: tables.map(orderTable),
    platformTables: [...schema.platformTables].sort(compareNamed).map((table) => ({
      ...table,
      triggers: byName(table.triggers),
    })),
    routines: [...schema.routines].sort((a, b) => compareNamed(a, b) || compareText(a.arguments, b.arguments)),
    grants: [...schema.grants].sort(compareGrants).map((grant) => ({
      ...grant,
      privileges: sortBy(grant.privileges, ({ privilege, columns }) => [privilege, ...(columns ?? [])]),
    })),
    access: orderAccess(
      schema.access,
      [...tables, ...schema.views].map((table) => [table.schema, table.name]),
    ),
  }
}

function orderTable(table: Table): Table {
  return {
    ...table,
    uniques: byName(table.uniques),
    checks: byName(table.checks),
    foreignKeys: byName(table.foreignKeys),
    exclusions: byName(table.exclusions),
    indexes: byName(table.indexes),
    triggers: byName(table.triggers),
    policies: sortBy(table.policies, (policy) => [commandOrder[policy.command], policy.name]),
  }
}

const commandOrder: Readonly<Record<PolicyCommand, number>> = { all: 0, select: 1, insert: 2, update: 3, delete: 4 }

function compareGrants(a: Grant, b: Grant): number {
  return compareText(a.object.kind, b.object.kind) || compareNamed(a.object, b.object) || compareText(a.role, b.role)
}

const whoOrder: Readonly<Record<Who['kind'], number>> = { owner: 0, member: 1, role: 2, 'signed in': 3, anonymous: 4, backend: 5 }

function orderAccess(access: Access, tables: readonly (readonly [string, string])[]): Access {
  const position = (rule: AccessRule): number => {
    const at = tables.findIndex(([schema, name]) => schema === rule.schema && name === rule.table)
    return at < 0 ? tables.length : at
  }
  return {
    ...access,
    groups: byName(access.groups),
    rules: sortBy(access.rules, (rule) => [position(rule), rule.schema, rule.table, whoOrder[rule.who.kind]]),
  }
}

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return sortBy(items, (item) => [item.name])
}

/** A stable sort by the parts of a key, compared with `<`: never by locale. */
function sortBy<T>(items: readonly T[], keyOf: (item: T) => readonly (string | number)[]): readonly T[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }))
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ item }) => item)
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [left, right] = [a[i], b[i]]
    if (left === right) continue
    if (left === undefined) return -1
    if (right === undefined) return 1
    return left < right ? -1 : 1
  }
  return 0
}
