import type { Access, AccessRule, Operation, Path, PathStep, Permission, Rows, Who } from '../../schema/access.ts'
import type { Column } from '../../schema/column.ts'
import type { ForeignKey } from '../../schema/constraint.ts'
import type { Platform } from '../../schema/platform.ts'
import { convention } from '../../schema/reason.ts'
import { emptySchema, type Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'

/** Short ways to write a schema by hand, for tests and the gallery. */

export const supabase: Platform = { kind: 'supabase', version: 17 }
export const plainPostgres: Platform = { kind: 'postgres', version: 17 }

/** A column, not null unless its type ends in `?`: `column('title', 'text')`, `column('note', 'text?')`. */
export function column(name: string, type: string, more: Partial<Column> = {}): Column {
  const nullable = type.endsWith('?')
  return { name, type: nullable ? type.slice(0, -1) : type, nullable, reasons: [convention], ...more }
}

export const idColumn: Column = column('id', 'uuid', { default: 'gen_random_uuid()' })
export const createdAt: Column = column('created_at', 'timestamptz', { default: 'now()' })

/** A table of `public` with the key `id`, where there is a column of that name and no other key is given. */
export function table(name: string, columns: readonly Column[], more: Partial<Table> = {}): Table {
  const hasId = columns.some((one) => one.name === 'id')
  return {
    schema: 'public',
    name,
    columns,
    ...(hasId ? { primaryKey: { name: `${name}_pkey`, columns: ['id'] } } : {}),
    uniques: [],
    checks: [],
    foreignKeys: [],
    exclusions: [],
    indexes: [],
    triggers: [],
    rowSecurity: 'off',
    policies: [],
    reasons: [convention],
    ...more,
  }
}

/** `reference('recipes', 'owner_id', 'auth.users')`; several columns are separated by commas. */
export function reference(
  from: string,
  columns: string,
  to: string,
  more: Partial<ForeignKey> & { readonly key?: string } = {},
): ForeignKey {
  const { key = 'id', ...rest } = more
  const [schema, target] = to.includes('.') ? (to.split('.') as [string, string]) : ['public', to]
  const names = columns.split(',')
  return {
    name: `${from}_${names.join('_')}_fkey`,
    columns: names,
    references: { schema, table: target, columns: key.split(',') },
    onDelete: 'cascade',
    onUpdate: 'no action',
    reasons: [convention],
    ...rest,
  }
}

/** `on('recipes', { name: 'title_idx', … })`: an index on columns in order. */
export function index(from: string, columns: string, more: Partial<Table['indexes'][number]> = {}): Table['indexes'][number] {
  const names = columns.split(',')
  return {
    name: `${from}_${names.join('_')}_idx`,
    method: 'btree',
    keys: names.map((name) => ({ column: name })),
    unique: false,
    reasons: [convention],
    serves: 'the foreign key',
    ...more,
  }
}

/** `path('race_id', 'races.host_id')`: forward steps by their columns, ending in a column of the last table. */
export function path(...parts: readonly string[]): Path {
  const steps: PathStep[] = []
  let current = parts[0] ?? ''
  for (const part of parts.slice(1)) {
    const [target, next] = part.split('.') as [string, string]
    steps.push({ direction: 'forward', column: current, schema: 'public', table: target, key: 'id' })
    current = next
  }
  return { steps, column: current }
}

/** `back('id', 'members.team_id', 'user_id')`: to the rows of `members` whose `team_id` is the row's `id`, then their `user_id`. */
export function back(key: string, referencing: string, end: string): Path {
  const [target, by] = referencing.split('.') as [string, string]
  return { steps: [{ direction: 'backward', column: key, schema: 'public', table: target, key: by }], column: end }
}

export const callerIs = (...parts: readonly string[]): Rows => ({ kind: 'caller', path: path(...parts) })
export const inGroup = (group: string, ...parts: readonly string[]): Rows => inGroupAs(group, [], ...parts)
export const inGroupAs = (group: string, roles: readonly string[], ...parts: readonly string[]): Rows => ({
  kind: 'group',
  path: path(...parts),
  group,
  roles,
})
export const equal = (columnName: string, ...values: readonly string[]): Rows => ({
  kind: 'equals',
  path: path(columnName),
  values,
})
export const everyRow: Rows = { kind: 'all' }

export const owner = (label = 'owner'): Who => ({ kind: 'owner', label })
export const signedIn: Who = { kind: 'signed in' }
export const anonymous: Who = { kind: 'anonymous' }
export const backend: Who = { kind: 'backend' }
export const member = (group: string, ...roles: readonly string[]): Who => ({ kind: 'member', group, roles })
export const role = (...roles: readonly string[]): Who => ({ kind: 'role', roles })

export const everything: readonly Operation[] = ['select', 'insert', 'update', 'delete']

/** `rule('recipes', owner(), everything, callerIs('owner_id'))` */
export function rule(
  tableName: string,
  who: Who,
  may: readonly (Operation | Permission)[],
  rows: Rows,
  more: Partial<AccessRule> = {},
): AccessRule {
  const permissions = may.map((one) => (typeof one === 'string' ? { operation: one } : one))
  return { schema: 'public', table: tableName, who, may: permissions, rows, reasons: [convention], ...more }
}

/** The same schema with further tables and access rules. */
export function extended(base: Schema, tables: readonly Table[], rules: readonly AccessRule[]): Schema {
  return {
    ...base,
    tables: [...base.tables, ...tables],
    access: { ...base.access, rules: [...base.access.rules, ...rules] },
  }
}

export function schema(
  platform: Platform,
  tables: readonly Table[],
  access: Partial<Access>,
  more: Partial<Schema> = {},
): Schema {
  return { ...emptySchema(platform), tables, access: { groups: [], rules: [], ...access }, ...more }
}
