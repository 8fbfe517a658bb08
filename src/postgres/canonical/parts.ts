import type { Column } from '../../schema/column.ts'
import { keyOf } from '../../schema/order.ts'
import type { Schema } from '../../schema/schema.ts'
import type { PlatformTable, Table } from '../../schema/table.ts'
import type { Trigger } from '../../schema/trigger.ts'
import { qualified } from '../../sql/quote.ts'
import { splitName } from '../../sql/split-name.ts'
import { type ColumnRow, columnQuery, toColumn } from '../catalog/columns.ts'
import { type ConstraintRow, constraintQuery, toCheck, toExclusion } from '../catalog/constraints.ts'
import { type IndexRow, indexQuery, toIndex } from '../catalog/indexes.ts'
import { type PolicyRow, policyQuery, toPolicy } from '../catalog/policies.ts'
import { listOf, readRows } from '../catalog/query.ts'
import { type RoutineRow, routineQuery, toRoutine } from '../catalog/routines.ts'
import { type TableRow, tableQuery } from '../catalog/tables.ts'
import { type TriggerRow, toTrigger, triggerQuery } from '../catalog/triggers.ts'
import { toView, type ViewRow, viewQuery } from '../catalog/views.ts'
import type { Database } from '../database.ts'
import { needsSpelling, policyPrefix, type ShadowNames, triggerPrefix } from './shadow.ts'

interface ShadowRows extends Readonly<Record<string, unknown>> {
  readonly tables: TableRow
  readonly columns: ColumnRow
  readonly constraints: ConstraintRow
  readonly indexes: IndexRow
  readonly views: ViewRow
  readonly routines: RoutineRow
  readonly policies: PolicyRow
  readonly triggers: TriggerRow
}

type Spelling = { readonly [Name in keyof ShadowRows]: readonly ShadowRows[Name][] }

/** The schema with every part that has a shadow spelled as the shadow is. */
export async function canonicalParts(database: Database, schema: Schema, names: ShadowNames): Promise<Schema> {
  const scope = { isOurs: `n.nspname in (${listOf([...names.schemas.values()])})`, isPlatforms: 'false' }
  const rows: Spelling = await readRows<ShadowRows>(database, {
    tables: tableQuery(scope),
    columns: columnQuery(scope),
    constraints: constraintQuery(scope),
    indexes: indexQuery(scope),
    views: viewQuery(scope),
    routines: routineQuery(scope),
    policies: policyQuery({ ...scope, isOurs: `starts_with(p.polname, '${policyPrefix}')` }),
    triggers: triggerQuery({ ...scope, isOurs: `starts_with(t.tgname, '${triggerPrefix}')` }),
  })
  const isShadow = (
    row: { readonly schema: string; readonly name: string },
    of: { readonly schema: string; readonly name: string },
  ) => row.name === of.name && row.schema === names.schemas.get(of.schema)
  const tables = new Map(schema.tables.map((table) => [keyOf(table), rows.tables.find((row) => isShadow(row, table))] as const))
  // Shadows of functions are told apart by their order: overloads share a name.
  const routineRows = [...rows.routines]
  const takeRoutine = (of: { readonly schema: string; readonly name: string }) => {
    const at = routineRows.findIndex((row) => isShadow(row, of))
    return at < 0 ? undefined : routineRows.splice(at, 1)[0]
  }
  return {
    ...schema,
    tables: schema.tables.map((table) => canonicalTable(table, tables.get(keyOf(table))?.id, rows, names)),
    platformTables: schema.platformTables.map((table) => ({ ...table, triggers: canonicalTriggers(table, rows, names) })),
    views: schema.views.map((view) => {
      const row = rows.views.find((candidate) => isShadow(candidate, view))
      return row === undefined ? view : { ...view, query: toView(row, []).query }
    }),
    routines: schema.routines.map((routine) => {
      const row = takeRoutine(routine)
      if (row === undefined) return routine
      const { searchPath: _, ...rest } = routine
      const spelled = toRoutine(row)
      return {
        ...rest,
        arguments: spelled.arguments,
        returns: spelled.returns,
        ...(spelled.searchPath === undefined ? {} : { searchPath: spelled.searchPath }),
      }
    }),
  }
}

function canonicalTable(table: Table, id: string | undefined, rows: Spelling, names: ShadowNames): Table {
  const columns = new Map(rows.columns.filter((row) => row.relation === id).map((row) => [row.name, toColumn(row)]))
  const constraints = new Map(rows.constraints.filter((row) => row.relation === id).map((row) => [row.name, row]))
  const indexes = new Map(rows.indexes.filter((row) => row.relation === id).map((row) => [row.name, toIndex(row)]))
  const policies = new Map(rows.policies.map((row) => [row.name, toPolicy(row)]))
  return {
    ...table,
    columns: table.columns.map((column) => canonicalColumn(column, columns.get(column.name))),
    checks: table.checks.map((check) => {
      const row = constraints.get(check.name)
      return row === undefined ? check : { ...check, expression: toCheck(row).expression }
    }),
    exclusions: table.exclusions.map((exclusion) => {
      const row = constraints.get(exclusion.name)
      return row === undefined ? exclusion : { ...exclusion, ...toExclusion(row), reasons: exclusion.reasons }
    }),
    indexes: table.indexes.map((index) => {
      const spelled = indexes.get(index.name)
      if (spelled === undefined || !needsSpelling(index)) return index
      return { ...index, keys: spelled.keys, ...(spelled.where === undefined ? {} : { where: spelled.where }) }
    }),
    triggers: canonicalTriggers(table, rows, names),
    policies: table.policies.map((policy, at) => {
      const spelled = policies.get(names.policy(table, at))
      if (spelled === undefined) return policy
      return {
        ...policy,
        ...(spelled.using === undefined ? {} : { using: spelled.using }),
        ...(spelled.check === undefined ? {} : { check: spelled.check }),
      }
    }),
  }
}

function canonicalColumn(column: Column, spelled: Column | undefined): Column {
  if (spelled === undefined) return column
  const { default: _, generated: __, ...rest } = column
  return {
    ...rest,
    type: spelled.type,
    ...(spelled.default === undefined ? {} : { default: spelled.default }),
    ...(spelled.generated === undefined ? {} : { generated: spelled.generated }),
  }
}

function canonicalTriggers(table: Table | PlatformTable, rows: Spelling, names: ShadowNames): readonly Trigger[] {
  return table.triggers.map((trigger, at) => {
    const { schema, name } = splitName(trigger.function)
    const row = rows.triggers.find((candidate) => candidate.name === names.trigger(table, at))
    const when = row === undefined ? undefined : toTrigger(row).when
    return { ...trigger, function: qualified(schema, name), ...(when === undefined ? {} : { when }) }
  })
}
