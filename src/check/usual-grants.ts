import type { Grant } from '../schema/grant.ts'
import { leavesGrants } from '../schema/left-grants.ts'
import { traitsOf } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'

/**
 * A schema whose text grants nothing on its tables leaves that to the platform, which gave its API roles everything until October 2026. Its policies are
 * tried as they are meant: with the four operations granted on every table.
 */
export function withUsualGrants(schema: Schema): Schema {
  if (!leavesGrants(schema.platform, schema.grants)) return schema
  const { anonymous, signedIn, backend } = traitsOf(schema.platform)
  const roles = [anonymous, signedIn, backend].filter((role) => role !== null)
  const usual = schema.tables
    .filter((table) => table.schema === 'public')
    .flatMap(({ schema: home, name }) =>
      roles.map(
        (role): Grant => ({
          object: { kind: 'table', schema: home, name },
          role,
          privileges: [{ privilege: 'delete' }, { privilege: 'insert' }, { privilege: 'select' }, { privilege: 'update' }],
        }),
      ),
    )
  return { ...schema, grants: [...schema.grants, ...usual] }
}
