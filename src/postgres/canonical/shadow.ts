import { keyOf } from '../../schema/order.ts'
import type { Schema } from '../../schema/schema.ts'
import type { PlatformTable, Table } from '../../schema/table.ts'
import type { Index } from '../../schema/table-index.ts'
import { createPolicy } from '../../sql/objects/policy.ts'
import { createRoutine } from '../../sql/objects/routine.ts'
import { createTable } from '../../sql/objects/table.ts'
import { createIndex } from '../../sql/objects/table-index.ts'
import { createTrigger } from '../../sql/objects/trigger.ts'
import { createView } from '../../sql/objects/view.ts'
import { identifier } from '../../sql/quote.ts'

/** How the shadows are called, so that what is read can be told whose shadow it is. */
export interface ShadowNames {
  /** The schema that holds the shadows of another schema's tables, views and functions. */
  readonly schemas: ReadonlyMap<string, string>
  readonly policy: (table: Table, at: number) => string
  readonly trigger: (table: Table | PlatformTable, at: number) => string
}

export const policyPrefix = 'dbplan_policy_'
export const triggerPrefix = 'dbplan_trigger_'

/**
 * Statements that make everything whose spelling is PostgreSQL's business a second time: tables with defaults, checks and exclusions,
 * indexes with expressions, views and functions in schemas of their own, and policies and triggers, which may name their table, on
 * the real tables under other names.
 */
export function shadowStatements(schema: Schema): { readonly statements: readonly string[]; readonly names: ShadowNames } {
  const names = shadowNames(schema)
  const home = (name: string): string => names.schemas.get(name) ?? name
  const nothing = { relations: new Set<string>(), routines: new Set<string>() }
  const statements = [
    ...[...names.schemas.values()].map((name) => `create schema ${identifier(name)}`),
    ...schema.tables.flatMap((table) => {
      const shadow = shadowTable(table, home(table.schema))
      return [
        ...createTable(shadow, schema, nothing, nothing).now.map(({ sql }) => sql),
        ...table.indexes.filter(needsSpelling).map((index) => createIndex(shadow, index)),
      ]
    }),
    ...schema.views.flatMap((view) => first(createView({ ...view, schema: home(view.schema) }))),
    ...schema.routines.flatMap((routine) => first(createRoutine({ ...routine, schema: home(routine.schema) }))),
    ...schema.tables.flatMap((table) =>
      table.policies.flatMap((policy, at) => first(createPolicy(table, { ...policy, name: names.policy(table, at) }))),
    ),
    ...[...schema.tables, ...schema.platformTables].flatMap((table) =>
      table.triggers.flatMap((trigger, at) =>
        trigger.when === undefined ? [] : [createTrigger(table, { ...trigger, name: names.trigger(table, at) }).sql],
      ),
    ),
  ]
  return { statements, names }
}

export function needsSpelling(index: Index): boolean {
  return index.where !== undefined || index.keys.some((key) => key.expression !== undefined || key.operatorClass !== undefined)
}

function shadowTable(table: Table, schema: string): Table {
  return {
    schema,
    name: table.name,
    columns: table.columns.map(({ identity: _, comment: __, ...column }) => column),
    checks: table.checks,
    exclusions: table.exclusions,
    ...(table.partitionBy === undefined ? {} : { partitionBy: table.partitionBy }),
    uniques: [],
    foreignKeys: [],
    indexes: [],
    triggers: [],
    rowSecurity: 'off',
    policies: [],
    reasons: [],
  }
}

function first(statements: readonly { readonly sql: string }[]): readonly string[] {
  return statements.slice(0, 1).map(({ sql }) => sql)
}

function shadowNames(schema: Schema): ShadowNames {
  const used = [...schema.tables, ...schema.views, ...schema.routines].map((object) => object.schema)
  const tables = [...schema.tables, ...schema.platformTables]
  const numbers = new Map(tables.map((table, at) => [keyOf(table), at]))
  const number = (table: Table | PlatformTable, at: number): string => `${numbers.get(keyOf(table))}_${at}`
  return {
    schemas: new Map([...new Set(used)].map((name, at) => [name, `dbplan_shadow_${at}`])),
    policy: (table, at) => `${policyPrefix}${number(table, at)}`,
    trigger: (table, at) => `${triggerPrefix}${number(table, at)}`,
  }
}
