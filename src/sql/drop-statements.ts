import { displayName } from '../schema/lookups.ts'
import { keyOf } from '../schema/order.ts'
import { traitsOf } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { type Creation, creationOrder } from './creation-order.ts'
import { knownObjects, mentionsIn } from './depends.ts'
import { dropEnum } from './objects/enum-type.ts'
import { dropExtension, dropNamespace } from './objects/namespace.ts'
import { dropPolicy } from './objects/policy.ts'
import { dropRole } from './objects/role.ts'
import { dropRoutine } from './objects/routine.ts'
import { isInline } from './objects/table.ts'
import { dropTrigger } from './objects/trigger.ts'
import { dropView } from './objects/view.ts'
import { identifier, qualified } from './quote.ts'
import type { Statement } from './statement.ts'

/**
 * The statements that take away exactly what `createStatements` made, in reverse order, without `cascade`: whatever else has come to
 * depend on the schema makes them fail instead of going with it. Own roles stay where something else on the server needs them.
 */
export function dropStatements(schema: Schema): readonly Statement[] {
  const tables = [...schema.tables].reverse()
  return [
    ...tables.flatMap((table) => table.policies.toReversed().map((policy) => dropPolicy(table, policy))),
    ...[...schema.platformTables, ...schema.tables]
      .toReversed()
      .flatMap((table) => table.triggers.toReversed().map((trigger) => dropTrigger(table, trigger))),
    ...postponedDrops(schema),
    ...creationOrder(schema).toReversed().map(dropCreation),
    ...schema.enums.toReversed().map(dropEnum),
    ...schema.extensions.toReversed().map(dropExtension),
    ...schema.namespaces.toReversed().map(dropNamespace),
    ...traitsOf(schema.platform).ownRoles.toReversed().map(dropRole),
  ]
}

/** What `create table` could not hold, and what would keep a function from being dropped before its table. */
function postponedDrops(schema: Schema): readonly Statement[] {
  const known = knownObjects(schema)
  const created = { relations: new Set<string>(), routines: new Set<string>() }
  const drops: Statement[] = []
  for (const creation of creationOrder(schema)) {
    if (creation.kind === 'routine') created.routines.add(keyOf(creation.routine))
    if (creation.kind === 'view') created.relations.add(keyOf(creation.view))
    if (creation.kind !== 'table') continue
    const { table } = creation
    const name = qualified(table.schema, table.name)
    const waits = (text: string | undefined): boolean =>
      [...mentionsIn([text], known).routines].some((key) => !created.routines.has(key))
    for (const key of table.foreignKeys) {
      if (!isInline(key, table, schema, created)) drops.push(dropConstraint(name, key.name))
    }
    for (const check of table.checks) if (waits(check.expression)) drops.push(dropConstraint(name, check.name))
    for (const column of table.columns) {
      if (!waits(column.default)) continue
      const sql = `alter table ${name} alter column ${identifier(column.name)} drop default`
      drops.push({ kind: 'default', object: `${displayName(table)}.${column.name}`, sql })
    }
    for (const index of table.indexes) {
      const texts = [index.where, ...index.keys.map((key) => key.expression)]
      if (!texts.some(waits)) continue
      drops.push({ kind: 'index', object: index.name, sql: `drop index ${qualified(table.schema, index.name)}` })
    }
    created.relations.add(keyOf(table))
  }
  return drops.toReversed()
}

function dropConstraint(table: string, name: string): Statement {
  return { kind: 'constraint', object: name, sql: `alter table ${table} drop constraint ${identifier(name)}` }
}

function dropCreation(creation: Creation): Statement {
  if (creation.kind === 'view') return dropView(creation.view)
  if (creation.kind === 'routine') return dropRoutine(creation.routine)
  const { table } = creation
  return { kind: 'table', object: displayName(table), sql: `drop table ${qualified(table.schema, table.name)}` }
}
