import { displayName } from '../schema/lookups.ts'
import type { PartKind } from '../schema/part-key.ts'
import type { Reason } from '../schema/reason.ts'
import type { Schema } from '../schema/schema.ts'

/** An object of the plan that a name may mean. */
export interface Explained {
  readonly kind: Exclude<PartKind, 'row security' | 'grant'> | 'schema'
  readonly name: string
  /** The table it belongs to, as the plan writes it. */
  readonly table?: string
  readonly reasons: readonly Reason[]
}

/** Every object that `name` may mean. Case and quotes do not matter, nor the schema where it is left out. */
export function findObjects(schema: Schema, name: string): readonly Explained[] {
  const wanted = normal(name)
  const all = listObjects(schema)
  const exact = all.filter((object) => normal(object.name) === wanted)
  if (exact.length > 0) return exact
  return all.filter((object) => {
    const own = normal(object.name)
    return own.endsWith(`.${wanted}`) || (object.table !== undefined && `${normal(object.table)}.${own}` === wanted)
  })
}

export function objectNames(schema: Schema): readonly string[] {
  return listObjects(schema).map((object) => object.name)
}

function listObjects(schema: Schema): readonly Explained[] {
  const own = schema.tables.flatMap((one): readonly Explained[] => {
    const table = displayName(one)
    const { columns, uniques, checks, foreignKeys, exclusions, indexes, triggers, policies } = one
    const columnReasons = (names: readonly string[]) =>
      columns.filter(({ name }) => names.includes(name)).flatMap(({ reasons }) => reasons)
    return [
      { kind: 'table', name: table, reasons: one.reasons },
      ...columns.map(({ name, reasons }) => ({ kind: 'column' as const, name: `${table}.${name}`, table, reasons })),
      ...(one.primaryKey === undefined
        ? []
        : [{ kind: 'constraint' as const, name: one.primaryKey.name, table, reasons: columnReasons(one.primaryKey.columns) }]),
      ...[...uniques, ...checks, ...foreignKeys, ...exclusions].map(({ name, reasons }) => ({
        kind: 'constraint' as const,
        name,
        table,
        reasons,
      })),
      ...indexes.map(({ name, reasons }) => ({ kind: 'index' as const, name, table, reasons })),
      ...triggers.map(({ name, reasons }) => ({ kind: 'trigger' as const, name, table, reasons })),
      // A policy is compiled from the access rules of its table and has no reasons but theirs.
      ...policies.map(({ name, command }) => ({
        kind: 'policy' as const,
        name,
        table,
        reasons: schema.access.rules
          .filter((rule) => rule.schema === one.schema && rule.table === one.name)
          .filter((rule) => command === 'all' || rule.may.some(({ operation }) => operation === command))
          .flatMap((rule) => rule.reasons),
      })),
    ]
  })
  return [
    ...own,
    ...schema.platformTables.flatMap((one) =>
      one.triggers.map(({ name, reasons }) => ({ kind: 'trigger' as const, name, table: displayName(one), reasons })),
    ),
    ...schema.enums.map((one) => ({ kind: 'type' as const, name: displayName(one), reasons: one.reasons })),
    ...schema.views.map((one) => ({ kind: 'view' as const, name: displayName(one), reasons: one.reasons })),
    ...schema.routines.map((one) => ({ kind: 'function' as const, name: displayName(one), reasons: one.reasons })),
    ...schema.namespaces.map((one) => ({ kind: 'schema' as const, name: one.name, reasons: one.reasons })),
    ...schema.extensions.map((one) => ({ kind: 'extension' as const, name: one.name, reasons: one.reasons })),
  ]
}

function normal(name: string): string {
  return name
    .trim()
    .replaceAll(/["`]/g, '')
    .replace(/\(.*\)$/, '')
    .replace(/^public\./i, '')
    .toLowerCase()
}
