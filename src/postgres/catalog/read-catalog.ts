import { compareNamed, keyOf, orderTables } from '../../schema/order.ts'
import type { Platform } from '../../schema/platform.ts'
import { emptySchema, type Schema } from '../../schema/schema.ts'
import type { PlatformTable, Table } from '../../schema/table.ts'
import type { Database } from '../database.ts'
import { platformObjects } from '../prelude/platform-objects.ts'
import { type ColumnRow, columnQuery, toColumn } from './columns.ts'
import { type ConstraintRow, constraintQuery, toCheck, toExclusion, toForeignKey, toPrimaryKey, toUnique } from './constraints.ts'
import { type EnumRow, enumQuery, toEnum } from './enums.ts'
import { type GrantRow, grantQuery, toGrants } from './grants.ts'
import { type IndexRow, indexQuery, toIndex } from './indexes.ts'
import {
  type ExtensionRow,
  extensionQuery,
  found,
  type NamespaceRow,
  namespaceQuery,
  toExtension,
  toNamespace,
} from './namespaces.ts'
import { type PolicyRow, policyQuery, toPolicy } from './policies.ts'
import { listOf, readRows, type Scope } from './query.ts'
import { type RoutineRow, routineQuery, toRoutine } from './routines.ts'
import { withSearchPath } from './search-path.ts'
import { type TableRow, tableQuery } from './tables.ts'
import { type TriggerRow, toTrigger, triggerQuery } from './triggers.ts'
import { toView, type ViewRow, viewQuery } from './views.ts'

/**
 * Everything a database holds that a plan can hold, as a Schema: names and types in the model's spelling, expressions as PostgreSQL
 * prints them with `public` as the only schema on the search path. What the platform and extensions brought is left out; every
 * reason is `found`, and access rules, which are no part of a catalog, are empty.
 *
 * @throws the driver's error if the database does not answer.
 */
export async function readCatalog(database: Database, platform: Platform): Promise<Schema> {
  const brought = platformObjects[platform.kind]
  const isPlatforms = `n.nspname in (${listOf(brought.schemas)})`
  const isOurs = `(n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', ${listOf(brought.schemas)}))`
  return withSearchPath(database, () => readScope(database, platform, { isOurs, isPlatforms }))
}

interface CatalogRows extends Readonly<Record<string, unknown>> {
  readonly namespaces: NamespaceRow
  readonly extensions: ExtensionRow
  readonly enums: EnumRow
  readonly tables: TableRow
  readonly columns: ColumnRow
  readonly constraints: ConstraintRow
  readonly indexes: IndexRow
  readonly policies: PolicyRow
  readonly triggers: TriggerRow
  readonly routines: RoutineRow
  readonly views: ViewRow
  readonly grants: GrantRow
}

/** Reads one scope under the search path that is set. */
export async function readScope(database: Database, platform: Platform, scope: Scope): Promise<Schema> {
  const brought = platformObjects[platform.kind]
  const rows = await readRows<CatalogRows>(database, {
    namespaces: namespaceQuery(scope),
    extensions: extensionQuery(brought.extensions),
    enums: enumQuery(scope),
    tables: tableQuery(scope),
    columns: columnQuery(scope),
    constraints: constraintQuery(scope),
    indexes: indexQuery(scope),
    policies: policyQuery(scope),
    triggers: triggerQuery(scope),
    routines: routineQuery(scope),
    views: viewQuery(scope),
    grants: grantQuery(scope, brought.publicUsage),
  })
  const columns = byRelation(rows.columns)
  const constraints = byRelation(rows.constraints)
  const indexes = byRelation(rows.indexes)
  const triggers = byRelation(rows.triggers)
  const policies = byRelation(rows.policies)

  const toTable = (row: TableRow): Table => {
    const own = constraints.get(row.id) ?? []
    const of = (kind: ConstraintRow['kind']) => own.filter((constraint) => constraint.kind === kind)
    const [primary] = of('p')
    return {
      schema: row.schema,
      name: row.name,
      ...(row.comment === null ? {} : { comment: row.comment }),
      columns: (columns.get(row.id) ?? []).map(toColumn),
      ...(primary === undefined ? {} : { primaryKey: toPrimaryKey(primary) }),
      uniques: of('u').map(toUnique),
      checks: of('c').map(toCheck),
      foreignKeys: of('f').map(toForeignKey),
      exclusions: of('x').map(toExclusion),
      indexes: (indexes.get(row.id) ?? []).map(toIndex),
      triggers: (triggers.get(row.id) ?? []).map(toTrigger),
      rowSecurity: row.security,
      policies: (policies.get(row.id) ?? []).map(toPolicy),
      ...(row.partition_by === null
        ? {}
        : { partitionBy: row.partition_by.replace(/^\w+/, (strategy) => strategy.toLowerCase()) }),
      reasons: found,
    }
  }

  return {
    ...emptySchema(platform),
    namespaces: rows.namespaces.map(toNamespace),
    extensions: rows.extensions.map(toExtension),
    enums: rows.enums.map(toEnum).sort(compareNamed),
    tables: orderTables(rows.tables.map(toTable)),
    platformTables: platformTables(rows.triggers.filter((trigger) => trigger.on_platform)),
    views: rows.views.map((view) => toView(view, columns.get(view.id) ?? [])).sort(compareNamed),
    routines: rows.routines.map(toRoutine),
    grants: toGrants(rows.grants),
  }
}

function byRelation<Row extends { readonly relation: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.relation)
    if (group === undefined) groups.set(row.relation, [row])
    else group.push(row)
  }
  return groups
}

function platformTables(rows: readonly TriggerRow[]): readonly PlatformTable[] {
  const tables = new Map<string, PlatformTable>()
  for (const row of rows) {
    const key = keyOf({ schema: row.schema, name: row.table })
    const table = tables.get(key) ?? { schema: row.schema, name: row.table, triggers: [] }
    tables.set(key, { ...table, triggers: [...table.triggers, toTrigger(row)] })
  }
  return [...tables.values()]
}
