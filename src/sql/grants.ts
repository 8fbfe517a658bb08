import type { Grant, GrantObject } from '../schema/grant.ts'
import { sequenceName } from '../schema/names.ts'
import { traitsOf } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { createGrant, revokeAll } from './objects/grant.ts'
import { routineSignature } from './routine-signature.ts'
import type { Statement } from './statement.ts'

/**
 * Everything that is granted, as the final state: every object of the schema is first taken from `public` and the API roles, because
 * platforms grant by default (Supabase before October 2026: everything on every new table), then given what the plan says.
 */
export function grantStatements(schema: Schema): readonly Statement[] {
  const { anonymous, signedIn, backend } = traitsOf(schema.platform)
  const everybody = ['public', anonymous, signedIn, backend]
  const waiting = new Map<string, Grant[]>()
  for (const grant of schema.grants) {
    const key = objectKey(grant.object)
    waiting.set(key, [...(waiting.get(key) ?? []), grant])
  }
  const statements: Statement[] = []
  for (const object of ownObjects(schema)) {
    const key = objectKey(object)
    statements.push(revokeAll(object, everybody), ...(waiting.get(key) ?? []).flatMap(createGrant))
    waiting.delete(key)
  }
  // What is granted on objects that are not ours: the platform's schemas and sequences.
  for (const grants of waiting.values()) statements.push(...grants.flatMap(createGrant))
  return statements
}

function objectKey({ kind, schema, name }: GrantObject): string {
  return [kind, schema, name].join('\u0000')
}

/** Every object of the schema that can have privileges and has some by default somewhere. Types are usable by all, on purpose. */
export function ownObjects(schema: Schema): readonly GrantObject[] {
  return [
    ...schema.namespaces.map(({ name }): GrantObject => ({ kind: 'schema', schema: name, name: '' })),
    ...schema.tables.flatMap((table): readonly GrantObject[] => [
      { kind: 'table', schema: table.schema, name: table.name },
      ...table.columns
        .filter((column) => column.identity !== undefined)
        .map((column): GrantObject => ({ kind: 'sequence', schema: table.schema, name: sequenceName(table.name, column.name) })),
    ]),
    ...schema.views.map(({ schema: namespace, name }): GrantObject => ({ kind: 'view', schema: namespace, name })),
    ...schema.routines.map(
      (routine): GrantObject => ({
        kind: 'function',
        schema: routine.schema,
        name: `${routine.name}(${routineSignature(routine.arguments).join(', ')})`,
      }),
    ),
  ]
}
