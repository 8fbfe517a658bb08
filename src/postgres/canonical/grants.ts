import type { Grant, GrantObject } from '../../schema/grant.ts'
import type { Schema } from '../../schema/schema.ts'
import { shortType } from '../../schema/type-spelling.ts'
import { routineSignature } from '../../sql/routine-signature.ts'
import { type GrantRow, toGrants } from '../catalog/grants.ts'
import { platformObjects } from '../prelude/platform-objects.ts'

/** Grants as the catalog shows them: merged per object and role, sorted, without what the platform grants on `public` anyway. */
export function canonicalGrants(schema: Schema): readonly Grant[] {
  const { publicUsage } = platformObjects[schema.platform.kind]
  const rows = schema.grants.flatMap(({ object, role, privileges }) =>
    privileges.flatMap(({ privilege, columns }): readonly GrantRow[] => {
      const isGiven =
        object.kind === 'schema' && object.schema === 'public' && privilege === 'usage' && publicUsage.includes(role)
      if (isGiven) return []
      const row = { ...rowObject(object), role, privilege }
      return columns === undefined ? [{ ...row, column: null }] : columns.map((column) => ({ ...row, column }))
    }),
  )
  return toGrants(rows)
}

function rowObject({ kind, schema, name }: GrantObject): Pick<GrantRow, 'kind' | 'schema' | 'name' | 'input_types'> {
  const open = name.indexOf('(')
  if (kind !== 'function' || open < 0) return { kind, schema, name, input_types: null }
  const types = routineSignature(name.slice(open + 1, name.lastIndexOf(')'))).map(shortType)
  return { kind, schema, name: name.slice(0, open), input_types: types }
}
