import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'

/**
 * A hole, and the same schema without it. `mended` is a schema whose access rules are still to be compiled; `broken` puts the hole
 * into the compiled one. Proving the mended schema must find nothing; proving the broken one must find `findings` and nothing else.
 */
export interface GalleryCase {
  readonly name: string
  readonly mended: Schema
  readonly broken: (compiled: Schema) => Schema
  /** `check` and, if it matters, `object` of the failed attempts: each must occur, and no other check may fail. */
  readonly findings: readonly { readonly check: string; readonly object?: string }[]
}

/** A change of one table. */
export function changeTable(schema: Schema, name: string, change: (table: Table) => Partial<Table>): Schema {
  if (!schema.tables.some((table) => table.name === name)) throw new Error(`no table ${name}`)
  return { ...schema, tables: schema.tables.map((table) => (table.name === name ? { ...table, ...change(table) } : table)) }
}

type PolicyChange = { readonly using?: string; readonly check?: string; readonly roles?: readonly string[] }

/** Other expressions or roles for the policies of one operation on a table. */
export function changePolicy(schema: Schema, name: string, command: string, change: PolicyChange, role?: string): Schema {
  return changeTable(schema, name, (table) => {
    const isMeant = (policy: Table['policies'][number]) =>
      policy.command === command && (role === undefined || policy.roles.includes(role))
    if (!table.policies.some(isMeant)) throw new Error(`no policy for ${command} on ${name}`)
    return { policies: table.policies.map((policy) => (isMeant(policy) ? { ...policy, ...change } : policy)) }
  })
}

/** One more permissive policy on a table. */
export function addPolicy(schema: Schema, name: string, policy: Omit<Table['policies'][number], 'permissive'>): Schema {
  return changeTable(schema, name, (table) => ({ policies: [...table.policies, { ...policy, permissive: true }] }))
}

export function dropPolicy(schema: Schema, name: string, command: string): Schema {
  return changeTable(schema, name, (table) => ({ policies: table.policies.filter((policy) => policy.command !== command) }))
}

type Privileges = Schema['grants'][number]['privileges']

/** Other privileges of a role on a table, a view or a function (`my_ids()`). */
export function changeGrant(
  schema: Schema,
  object: string,
  role: string,
  change: (privileges: Privileges) => Privileges,
): Schema {
  const isMeant = (grant: Schema['grants'][number]) => grant.object.name === object && grant.role === role
  const found = schema.grants.find(isMeant)
  const others = schema.grants.filter((grant) => !isMeant(grant))
  const kind = object.includes('(') ? 'function' : 'table'
  const privileges = change(found?.privileges ?? [])
  const target = found?.object ?? { kind, schema: kind === 'function' ? 'private' : 'public', name: object }
  return { ...schema, grants: privileges.length === 0 ? others : [...others, { object: target, role, privileges }] }
}

/** The privilege on the whole table, whatever columns it was for. */
export function grantAlso(schema: Schema, object: string, role: string, privilege: Privileges[number]['privilege']): Schema {
  return changeGrant(schema, object, role, (privileges) =>
    [...privileges.filter((one) => one.privilege !== privilege), { privilege }].sort((left, right) =>
      left.privilege < right.privilege ? -1 : 1,
    ),
  )
}

export function changeRoutine(schema: Schema, name: string, change: Partial<Schema['routines'][number]>): Schema {
  if (!schema.routines.some((routine) => routine.name === name)) throw new Error(`no routine ${name}`)
  return { ...schema, routines: schema.routines.map((routine) => (routine.name === name ? { ...routine, ...change } : routine)) }
}
