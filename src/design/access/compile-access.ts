import { traitsOf } from '../../schema/platform.ts'
import { convention } from '../../schema/reason.ts'
import type { Routine } from '../../schema/routine.ts'
import type { Schema } from '../../schema/schema.ts'
import { columnGuards } from './column-guards.ts'
import { guardName } from './columns.ts'
import { grantsOf } from './grants.ts'
import { helpersFor } from './helper-routines.ts'
import { keyOf } from './lookup.ts'
import { apiRoles, permissionsOf } from './permissions.ts'
import { policiesOf } from './policies.ts'
import { noReferences } from './policy-references.ts'

/**
 * Compiles the access rules of a schema to what PostgreSQL enforces: row-level security on every table, policies, grants, and the
 * helper routines that the policies call. Policies, grants on tables and helpers that were there before are replaced, so compiling
 * twice gives the same schema.
 *
 * A backend that row-level security does not apply to (Supabase's `service_role`) gets grants and no policies.
 *
 * Sources: PostgreSQL manual, 5.9 (Row Security Policies) and CREATE POLICY; Supabase, "Row Level Security" and "RLS performance".
 */
export function compileAccess(schema: Schema): Schema {
  const traits = traitsOf(schema.platform)
  const permissions = permissionsOf(schema)
  const helpers = helpersFor(schema)
  const bypasses = traits.accounts !== null
  const withPolicies = apiRoles(schema).filter((role) => role !== traits.backend || !bypasses)
  const references = noReferences()
  const policies = policiesOf(schema, permissions, helpers, withPolicies, references)
  const guards = columnGuards(schema, permissions, helpers, references)
  if (schema.tables.some((table) => table.columns.some((column) => column.default === traits.callerId))) {
    helpers.caller(traits.signedIn)
  }

  const stale = new Set(
    schema.tables.flatMap((table) => table.triggers.filter((one) => one.name === guardName).map((one) => one.function)),
  )
  const kept = schema.routines.filter((routine) => !stale.has(`${routine.schema}.${routine.name}`))
  const routines = mergeRoutines(kept, [...helpers.routines(), ...guards.map((guard) => guard.routine)])
  const needsHelperSchema = routines.some((routine) => routine.schema === traits.helperSchema)
  const hasHelperSchema = schema.namespaces.some((namespace) => namespace.name === traits.helperSchema)
  const withNamespaces: Schema =
    !needsHelperSchema || hasHelperSchema
      ? schema
      : {
          ...schema,
          namespaces: [
            ...schema.namespaces,
            {
              name: traits.helperSchema,
              comment: 'Functions behind policies and triggers. No API exposes them.',
              reasons: [convention],
            },
          ],
        }
  return {
    ...withNamespaces,
    tables: schema.tables.map((table) => ({
      ...table,
      triggers: [
        ...table.triggers.filter((trigger) => trigger.name !== guardName),
        ...guards
          .filter((guard) => guard.table === keyOf({ schema: table.schema, table: table.name }))
          .map((guard) => guard.trigger),
      ],
      rowSecurity: table.rowSecurity === 'forced' ? 'forced' : 'on',
      policies: policies.get(keyOf({ schema: table.schema, table: table.name })) ?? [],
    })),
    routines,
    grants: grantsOf(withNamespaces, permissions, helpers, guards),
  }
}

function mergeRoutines(before: readonly Routine[], made: readonly Routine[]): readonly Routine[] {
  const name = (routine: Routine) => `${routine.schema}.${routine.name}(${routine.arguments})`
  const names = new Set(made.map(name))
  return [...before.filter((routine) => !names.has(name(routine))), ...made].sort((left, right) =>
    name(left) < name(right) ? -1 : 1,
  )
}
