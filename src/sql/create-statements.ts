import { compareText, keyOf } from '../schema/order.ts'
import { traitsOf } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { creationOrder } from './creation-order.ts'
import { knownObjects } from './depends.ts'
import { grantStatements } from './grants.ts'
import { createEnum } from './objects/enum-type.ts'
import { createExtension, createNamespace } from './objects/namespace.ts'
import { createPolicy } from './objects/policy.ts'
import { createRole } from './objects/role.ts'
import { createRoutine } from './objects/routine.ts'
import { rowSecurity } from './objects/row-security.ts'
import { createTable } from './objects/table.ts'
import { createIndex } from './objects/table-index.ts'
import { createTrigger } from './objects/trigger.ts'
import { createView } from './objects/view.ts'
import type { Statement } from './statement.ts'

/**
 * The statements that make the schema from nothing behind its platform, one object each, in an order in which every statement finds
 * what it needs: roles, schemas, extensions, types, tables, views and functions (see `creationOrder`), what had to wait for them,
 * indexes, triggers, row level security, grants, policies. The same schema gives the same statements.
 */
export function createStatements(schema: Schema): readonly Statement[] {
  const objects = createObjects(schema)
  const tables = schema.tables
  return [
    ...traitsOf(schema.platform).ownRoles.map(createRole),
    ...schema.namespaces.flatMap(createNamespace),
    ...schema.extensions.map(createExtension),
    ...schema.enums.flatMap(createEnum),
    ...objects.now,
    ...tables.flatMap((table) =>
      [...table.indexes]
        .sort((a, b) => compareText(a.name, b.name))
        .map((index): Statement => ({ kind: 'index', object: index.name, sql: createIndex(table, index) })),
    ),
    ...objects.later,
    ...tables.flatMap((table) => table.triggers.map((trigger) => createTrigger(table, trigger))),
    ...schema.platformTables.flatMap((table) => table.triggers.map((trigger) => createTrigger(table, trigger))),
    ...tables.flatMap(rowSecurity),
    ...grantStatements(schema),
    ...tables.flatMap((table) => table.policies.flatMap((policy) => createPolicy(table, policy))),
  ]
}

function createObjects(schema: Schema): { readonly now: readonly Statement[]; readonly later: readonly Statement[] } {
  const known = knownObjects(schema)
  const created = { relations: new Set<string>(), routines: new Set<string>() }
  const now: Statement[] = []
  const later: Statement[] = []
  for (const creation of creationOrder(schema)) {
    if (creation.kind === 'table') {
      const table = createTable(creation.table, schema, known, created)
      now.push(...table.now)
      later.push(...table.later)
      created.relations.add(keyOf(creation.table))
    } else if (creation.kind === 'view') {
      now.push(...createView(creation.view))
      created.relations.add(keyOf(creation.view))
    } else {
      now.push(...createRoutine(creation.routine))
      created.routines.add(keyOf(creation.routine))
    }
  }
  return { now, later }
}
