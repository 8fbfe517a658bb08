import { operations } from '../../schema/access.ts'
import type { Grant, GrantObject } from '../../schema/grant.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import type { ColumnGuard } from './column-guards.ts'
import { grantedColumns } from './columns.ts'
import type { Helpers } from './helper-routines.ts'
import { findTable } from './lookup.ts'
import { apiRoles, type Permissions } from './permissions.ts'

/**
 * Everything that is granted in the end, and nothing else. What earlier stages granted on functions, sequences, types and schemas
 * stays; grants on tables follow from the access rules alone.
 */
export function grantsOf(
  schema: Schema,
  permissions: Permissions,
  helpers: Helpers,
  guards: readonly ColumnGuard[] = [],
): readonly Grant[] {
  const tables = schema.tables.flatMap((table) =>
    apiRoles(schema).flatMap((role) => {
      const privileges = tablePrivileges(schema, table.schema, table.name, role, permissions)
      return grant({ kind: 'table', schema: table.schema, name: table.name }, role, privileges)
    }),
  )
  const views = schema.views.flatMap((view) =>
    apiRoles(schema).flatMap((role) => {
      const allowed = permissions({ schema: view.schema, table: view.name }, role, 'select')
      const columns = allowed?.columns === undefined ? {} : { columns: allowed.columns }
      return grant(
        { kind: 'view', schema: view.schema, name: view.name },
        role,
        allowed === undefined ? [] : [{ privilege: 'select', ...columns }],
      )
    }),
  )
  const helperSchema = traitsOf(schema.platform).helperSchema
  const functions = [...helpers.callers()].flatMap(([name, roles]) =>
    roles.flatMap((role) =>
      grant({ kind: 'function', schema: helperSchema, name: `${name}()` }, role, [{ privilege: 'execute' }]),
    ),
  )
  const schemas = usages(schema, [...tables, ...views], guards)
  const made = [...schemas, ...functions, ...tables, ...views]
  const kept = schema.grants.filter((given) => given.object.kind !== 'table' && !made.some((other) => sameTarget(other, given)))
  return [...kept, ...made].sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1))
}

function tablePrivileges(
  schema: Schema,
  namespace: string,
  name: string,
  role: string,
  permissions: Permissions,
): Grant['privileges'] {
  const table = findTable(schema, { schema: namespace, table: name })
  if (table === undefined) return []
  const backend = traitsOf(schema.platform).backend
  const place = { schema: namespace, table: name }
  const given = operations.flatMap((operation): Grant['privileges'] => {
    const allowed = permissions(place, role, operation)
    if (allowed === undefined) return []
    if (role === backend)
      return [{ privilege: operation, ...(allowed.columns === undefined ? {} : { columns: allowed.columns }) }]
    const columns = grantedColumns(schema, table, operation, allowed)
    if (columns?.length === 0) return []
    return [{ privilege: operation, ...(columns === undefined ? {} : { columns }) }]
  })
  return [...given].sort((left, right) => (left.privilege < right.privilege ? -1 : 1))
}

/**
 * Schemas of the project's own that hold something a role may use. Everybody has USAGE on `public`; policies need none on helpers, which are
 * looked up once and for all, but the body of a guard is read anew by whoever changes a row.
 */
function usages(schema: Schema, grants: readonly Grant[], guards: readonly ColumnGuard[]): readonly Grant[] {
  return schema.namespaces.flatMap((namespace) =>
    apiRoles(schema)
      .filter(
        (role) =>
          grants.some((given) => given.object.schema === namespace.name && given.role === role) ||
          guards.some((guard) => guard.routine.schema === namespace.name && guard.role === role),
      )
      .flatMap((role) => grant({ kind: 'schema', schema: namespace.name, name: '' }, role, [{ privilege: 'usage' }])),
  )
}

function grant(object: GrantObject, role: string, privileges: Grant['privileges']): readonly Grant[] {
  return privileges.length === 0 ? [] : [{ object, role, privileges }]
}

function sameTarget(left: Grant, right: Grant): boolean {
  const { object } = left
  return (
    left.role === right.role &&
    object.kind === right.object.kind &&
    object.schema === right.object.schema &&
    object.name === right.object.name
  )
}

const kinds: readonly GrantObject['kind'][] = ['schema', 'type', 'table', 'view', 'sequence', 'function']

const sortKey = ({ object, role }: Grant) => `${kinds.indexOf(object.kind)} ${object.schema} ${object.name} ${role}`
