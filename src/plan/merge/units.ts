import type { Group } from '../../schema/access.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Assumption } from '../../schema/notes.ts'
import { compareText } from '../../schema/order.ts'
import { orderSchema } from '../../schema/order-schema.ts'
import type { Plan } from '../../schema/plan.ts'
import type { Schema } from '../../schema/schema.ts'
import type { PlatformTable, Table } from '../../schema/table.ts'

/** The smallest part of a plan that a merge takes whole, by its name, with what it says. Why it is there is no part of that: line numbers move. */
export interface Unit {
  /** Also how a person names it: `column recipes.title`. */
  readonly key: string
  readonly content: string
}

/** The lists of a table that are merged item by item. */
export const tableLists = [
  'columns',
  'uniques',
  'checks',
  'foreignKeys',
  'exclusions',
  'indexes',
  'triggers',
  'policies',
] as const
export type TableList = (typeof tableLists)[number]
export const noteLists = ['decisions', 'conflicts', 'leftOut'] as const

const singular: Readonly<Record<TableList, string>> = {
  columns: 'column',
  uniques: 'unique constraint',
  checks: 'check',
  foreignKeys: 'foreign key',
  exclusions: 'exclusion',
  indexes: 'index',
  triggers: 'trigger',
  policies: 'policy',
}

interface Named {
  readonly schema: string
  readonly name: string
}

export const keys = {
  namespace: ({ name }: { readonly name: string }): string => `schema ${name}`,
  extension: ({ name }: { readonly name: string }): string => `extension ${name}`,
  type: (type: Named): string => `type ${displayName(type)}`,
  table: (table: Named): string => `table ${displayName(table)}`,
  item: (table: Named, list: TableList, name: string): string =>
    list === 'columns' ? `column ${displayName(table)}.${name}` : `${singular[list]} "${name}" of ${displayName(table)}`,
  view: (view: Named): string => `view ${displayName(view)}`,
  routine: (one: Schema['routines'][number]): string => `function ${displayName(one)}(${one.arguments})`,
  grant: ({ object, role }: Schema['grants'][number]): string =>
    `grant on ${object.kind} ${object.schema}${object.name === '' ? '' : `.${object.name}`} to ${role}`,
  group: ({ name }: Group): string => `group ${name}`,
  rule: ({ schema, table, who, through }: Schema['access']['rules'][number]): string => {
    const ofWho =
      'label' in who
        ? who.label
        : 'group' in who
          ? `${who.group} ${who.roles.join(', ')}`
          : 'roles' in who
            ? who.roles.join(', ')
            : ''
    const way = through === undefined ? '' : ` through ${through}`
    return `access rule of ${who.kind}${ofWho === '' ? '' : ` (${ofWho})`} on ${displayName({ schema, name: table })}${way}`
  },
  assumption: ({ text }: Assumption): string => `assumption ${text}`,
}

/** What of a table is no list: its comment, its key, how it is guarded. */
export function headOf({ comment, primaryKey, rowSecurity, partitionBy, was }: Table): object {
  return { comment, primaryKey, rowSecurity, partitionBy, was }
}

export function unitsOfTable(table: Table): readonly Unit[] {
  return [unit(keys.table(table), headOf(table)), ...tableLists.flatMap((list) => itemUnits(table, list, table[list]))]
}

function itemUnits(table: Table | PlatformTable, list: TableList, items: readonly { readonly name: string }[]): readonly Unit[] {
  return items.map((one) => unit(keys.item(table, list, one.name), one))
}

/** Every unit of a plan. */
export function unitsOf({ schema: given, notes }: Plan): readonly Unit[] {
  const schema = orderSchema(given)
  return [
    ...schema.namespaces.map((one) => unit(keys.namespace(one), one)),
    ...schema.extensions.map((one) => unit(keys.extension(one), one)),
    ...schema.enums.map((one) => unit(keys.type(one), one)),
    ...schema.tables.flatMap(unitsOfTable),
    ...schema.platformTables.flatMap((table) => itemUnits(table, 'triggers', table.triggers)),
    ...schema.views.map((one) => unit(keys.view(one), one)),
    ...schema.routines.map((one) => unit(keys.routine(one), one)),
    ...schema.grants.map((one) => unit(keys.grant(one), one)),
    ...schema.access.groups.map((one) => unit(keys.group(one), one)),
    ...numberedKeys(schema.access.rules, keys.rule).map(([key, one]) => unit(key, one)),
    ...noteLists.flatMap((list) => notes[list].map((one) => unit(`${list} ${one.text}`, one))),
    ...notes.assumptions.map((one) => unit(keys.assumption(one), one)),
    ...notes.coverage.map((one) => unit(`requirement ${one.id}`, one)),
  ]
}

/** Items with their keys, of which the second of one name is another: a table has several rules for the same people. */
export function numberedKeys<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, T])[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const key = keyOf(item)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return [count === 1 ? key : `${key}, ${count}`, item]
  })
}

function unit(key: string, value: unknown): Unit {
  return { key, content: contentOf(value) }
}

/** What a value says, but for why and under which number: JSON that does not depend on the order of keys. */
export function contentOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(contentOf).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([key, inner]) => inner !== undefined && key !== 'reasons' && key !== 'number')
    .sort(([a], [b]) => compareText(a, b))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${contentOf(inner)}`).join(',')}}`
}
