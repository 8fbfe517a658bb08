import type { AccessRule, CallerRow, Group, Path, Rows } from '../../schema/access.ts'
import type { ForeignKey } from '../../schema/constraint.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import { type PlatformTraits, traitsOf } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { inferGroups } from './infer-groups.ts'

/** A table's place, as `schema.table`. */
export const nameOf = (table: { readonly schema: string; readonly name: string }): string => `${table.schema}.${table.name}`
export const targetOf = (key: { readonly references: { readonly schema: string; readonly table: string } }): string =>
  `${key.references.schema}.${key.references.table}`

/** What the proof needs to know of a schema again and again. */
export interface Facts {
  readonly schema: Schema
  readonly traits: PlatformTraits
  readonly tables: ReadonlyMap<string, Table>
  /** Where accounts are kept: the platform's table, or the project's own. */
  readonly accounts: { readonly table: string; readonly key: string; readonly own: boolean } | undefined
  /** `schema.table.column` of every column that holds an account's id. */
  readonly accountColumns: ReadonlySet<string>
  /** Tables with one row per account at most: their key is an account's id. */
  readonly accountTables: ReadonlySet<string>
  /** Tables whose rows lead to an account or a group. The others are shared by all. */
  readonly owned: ReadonlySet<string>
  readonly groupTables: ReadonlyMap<string, Group>
  readonly membershipTables: ReadonlyMap<string, Group>
  /** Tables of which it is not known what callers may do with them: no rules, or rules that could not be read. */
  readonly unruled: ReadonlySet<string>
  /** The access rules of each table. */
  readonly rules: ReadonlyMap<string, readonly AccessRule[]>
  /** The foreign keys that lead to each table. */
  readonly referring: ReadonlyMap<string, readonly { readonly table: Table; readonly key: ForeignKey }[]>
}

/** Whether a table's rules were all found in a database: they say what its policies let through, and its grants may be wider without any document forbidding it. */
export function isFound({ rules }: Facts, table: string): boolean {
  const own = rules.get(table) ?? []
  return own.length > 0 && own.every(({ reasons }) => reasons.some(({ kind }) => kind === 'found'))
}

export function factsOf(given: Schema): Facts {
  const traits = traitsOf(given.platform)
  const schema = withGroups(given, traits)
  const tables = new Map(schema.tables.map((table) => [nameOf(table), table]))
  const groupTables = new Map(schema.access.groups.map((group) => [`${group.schema}.${group.table}`, group]))
  const membershipTables = new Map(
    schema.access.groups.map((group) => [`${group.membership.schema}.${group.membership.table}`, group]),
  )
  const accounts = accountsOf(schema, traits)
  const accountColumns = accountColumnsOf(schema, accounts)
  const accountTables = new Set(
    schema.tables
      .filter(({ primaryKey, ...table }) => {
        const [key, ...rest] = primaryKey?.columns ?? []
        return key !== undefined && rest.length === 0 && accountColumns.has(`${nameOf(table)}.${key}`)
      })
      .map(nameOf),
  )
  return {
    schema,
    traits,
    tables,
    accounts,
    accountColumns,
    accountTables,
    owned: ownedTables(schema, accountColumns, groupTables),
    groupTables,
    membershipTables,
    unruled: unruledTables(schema),
    rules: groupedBy(schema.access.rules, (rule) => `${rule.schema}.${rule.table}`),
    referring: groupedBy(
      schema.tables.flatMap((table) => table.foreignKeys.map((key) => ({ table, key }))),
      ({ key }) => targetOf(key),
    ),
  }
}

/** Where rules are missing, groups may be missing with them: those that the tables show take their place. */
function withGroups(schema: Schema, traits: PlatformTraits): Schema {
  if (schema.access.groups.length > 0 || unruledTables(schema).size === 0) return schema
  const accountColumns = accountColumnsOf(schema, accountsOf(schema, traits))
  return { ...schema, access: { ...schema.access, groups: inferGroups(schema, accountColumns) } }
}

/** A schema that has no access rules at all was read from SQL or a database, which do not say what is meant. */
function unruledTables({ access, tables }: Schema): ReadonlySet<string> {
  if (access.rules.length === 0) return new Set(tables.map(nameOf))
  return new Set((access.unread ?? []).map(({ schema, table }) => `${schema}.${table}`))
}

/** On a platform without accounts, the table that the callers of the rules are kept in: the one their columns lead to. */
function accountsOf(schema: Schema, traits: PlatformTraits): Facts['accounts'] {
  if (traits.accounts !== null) {
    const { schema: namespace, table, key } = traits.accounts
    return { table: `${namespace}.${table}`, key, own: false }
  }
  const votes = new Map<string, number>()
  for (const { table, column } of callerColumns(schema)) {
    const found = rootOf(schema, table, column)
    if (found !== undefined) votes.set(found, (votes.get(found) ?? 0) + 1)
  }
  const [best] = [...votes].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
  if (best === undefined) return undefined
  const at = best[0].lastIndexOf('.')
  return { table: best[0].slice(0, at), key: best[0].slice(at + 1), own: true }
}

/** Follows foreign keys from a column to the column that none leads on from. */
function rootOf(schema: Schema, table: string, column: string, seen: readonly string[] = []): string | undefined {
  const here = `${table}.${column}`
  if (seen.includes(here)) return undefined
  const found = schema.tables.find((candidate) => nameOf(candidate) === table)
  const key = found?.foreignKeys.find((candidate) => candidate.columns.length === 1 && candidate.columns[0] === column)
  if (key !== undefined) return rootOf(schema, targetOf(key), key.references.columns[0] ?? 'id', [...seen, here])
  return found?.primaryKey?.columns.includes(column) ? here : undefined
}

/** The columns that rules, groups and roles compare with the caller. */
export function callerColumns(schema: Schema): readonly { readonly table: string; readonly column: string }[] {
  const { rules, groups, roles } = schema.access
  const memberships = groups.map(({ membership }) => ({
    table: `${membership.schema}.${membership.table}`,
    column: membership.userColumn,
  }))
  const ofRoles = roles === undefined ? [] : [{ table: `${roles.schema}.${roles.table}`, column: roles.userColumn }]
  const ofRules = rules.flatMap((rule) =>
    pathsOf(rule.rows)
      .filter(({ kind }) => kind === 'caller' || kind === 'groupmate')
      .map(({ path }) => ({ table: endOf(`${rule.schema}.${rule.table}`, path), column: path.column })),
  )
  const ofOwnRows = callerRowsOf(rules).map((one) => ({ table: `${one.schema}.${one.table}`, column: one.key }))
  return [...memberships, ...ofRoles, ...ofRules, ...ofOwnRows]
}

/** What rules ask of the caller's own row of some table, by way of a policy. */
export function callerRowsOf(rules: readonly AccessRule[]): readonly CallerRow[] {
  const inside = (rows: Rows): readonly CallerRow[] => {
    if (rows.kind === 'all of' || rows.kind === 'any of') return rows.parts.flatMap(inside)
    return rows.kind === 'caller row' ? [rows] : []
  }
  return rules.filter(({ through }) => through === undefined).flatMap(({ rows }) => inside(rows))
}

export function endOf(start: string, path: Path): string {
  const last = path.steps.at(-1)
  return last === undefined ? start : `${last.schema}.${last.table}`
}

export function pathsOf(rows: Rows): readonly { readonly kind: Rows['kind']; readonly path: Path }[] {
  if (rows.kind === 'all of' || rows.kind === 'any of') return rows.parts.flatMap(pathsOf)
  return 'path' in rows ? [{ kind: rows.kind, path: rows.path }] : []
}

function accountColumnsOf(schema: Schema, accounts: Facts['accounts']): ReadonlySet<string> {
  const known = new Set(callerColumns(schema).map(({ table, column }) => `${table}.${column}`))
  if (accounts !== undefined) known.add(`${accounts.table}.${accounts.key}`)
  for (let before = -1; before !== known.size; ) {
    before = known.size
    for (const table of schema.tables) {
      for (const { columns, references } of table.foreignKeys) {
        columns.forEach((column, at) => {
          const target = `${references.schema}.${references.table}.${references.columns[at]}`
          if (known.has(target)) known.add(`${nameOf(table)}.${column}`)
        })
      }
    }
  }
  return known
}

function ownedTables(
  schema: Schema,
  accountColumns: ReadonlySet<string>,
  groupTables: ReadonlyMap<string, Group>,
): ReadonlySet<string> {
  const owned = new Set([...groupTables.keys()])
  for (const table of schema.tables) {
    if (table.columns.some((column) => accountColumns.has(`${nameOf(table)}.${column.name}`))) owned.add(nameOf(table))
  }
  for (let before = -1; before !== owned.size; ) {
    before = owned.size
    for (const table of schema.tables) {
      if (table.foreignKeys.some((key) => owned.has(targetOf(key)))) owned.add(nameOf(table))
    }
  }
  return owned
}

/** Whether a foreign key may stay empty: one of its columns is nullable (MATCH SIMPLE asks nothing of a key with a null in it). */
export function isOptional(table: Table, key: ForeignKey): boolean {
  return key.columns.some((name) => table.columns.find((column) => column.name === name)?.nullable === true)
}
