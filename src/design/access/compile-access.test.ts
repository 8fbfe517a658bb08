import { describe, expect, test } from 'vitest'
import { plainPostgres, supabase } from '../../proof/gallery/build.ts'
import { cookbook, households, magazine } from '../../proof/gallery/schemas.ts'
import type { Schema } from '../../schema/schema.ts'
import { compileAccess } from './compile-access.ts'

/** Policies, grants and helpers as lines to read. */
function readable(schema: Schema): string {
  const policies = schema.tables.flatMap((table) =>
    table.policies.map((policy) =>
      [
        `${table.name}: "${policy.name}" ${policy.command} to ${policy.roles.join(', ')}`,
        ...(policy.using === undefined ? [] : [`  using ${policy.using}`]),
        ...(policy.check === undefined || policy.check === policy.using ? [] : [`  check ${policy.check}`]),
      ].join('\n'),
    ),
  )
  const grants = schema.grants.map((grant) => {
    const privileges = grant.privileges.map(({ privilege, columns }) =>
      columns === undefined ? privilege : `${privilege} (${columns.join(', ')})`,
    )
    return `grant ${privileges.join(', ')} on ${grant.object.kind} ${grant.object.schema}.${grant.object.name} to ${grant.role}`
  })
  const routines = schema.routines.map(
    (routine) => `${routine.schema}.${routine.name}() returns ${routine.returns}: ${routine.body.trim()}`,
  )
  return [...policies, '', ...grants, '', ...routines].join('\n')
}

describe('compileAccess', () => {
  for (const platform of [supabase, plainPostgres]) {
    for (const make of [cookbook, households, magazine]) {
      test(`${make.name} on ${platform.kind}`, () => {
        const compiled = compileAccess(make(platform))
        expect(readable(compiled)).toMatchSnapshot()
        expect(compileAccess(compiled)).toEqual(compiled)
        expect(compiled.tables.every((table) => table.rowSecurity === 'on')).toBe(true)
        for (const table of compiled.tables) {
          const names = table.policies.map((policy) => policy.name)
          expect(new Set(names).size).toBe(names.length)
        }
      })
    }
  }
})
