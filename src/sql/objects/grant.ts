import type { Grant, GrantObject, Privilege } from '../../schema/grant.ts'
import { displayName } from '../../schema/lookups.ts'
import { identifier, identifiers, qualified } from '../quote.ts'
import type { Statement } from '../statement.ts'

/** A role as SQL; `public` is the key word for everybody, not a name. */
export function roleName(role: string): string {
  return role === 'public' ? 'public' : identifier(role)
}

type Target = (object: GrantObject) => string
const relation: Target = ({ schema, name }) => `table ${qualified(schema, name)}`
const targets: Readonly<Record<GrantObject['kind'], Target>> = {
  table: relation,
  view: relation,
  function: ({ schema, name }) => `function ${identifier(schema)}.${signature(name)}`,
  schema: ({ schema }) => `schema ${identifier(schema)}`,
  sequence: ({ schema, name }) => `sequence ${qualified(schema, name)}`,
  type: ({ schema, name }) => `type ${qualified(schema, name)}`,
}

/** `create_draw(text, jsonb)` with its name quoted where it must be. */
function signature(name: string): string {
  const open = name.indexOf('(')
  return open < 0 ? identifier(name) : `${identifier(name.slice(0, open))}${name.slice(open)}`
}

/** Takes every privilege on one object from the roles: what a platform's default privileges gave goes before anything is granted. */
export function revokeAll(object: GrantObject, roles: readonly string[]): Statement {
  return {
    kind: 'grant',
    object: grantObjectName(object),
    sql: `revoke all on ${targets[object.kind](object)} from ${roles.map(roleName).join(', ')}`,
  }
}

/** The order in which people write privileges. */
const usual: readonly Privilege[] = [
  'select',
  'insert',
  'update',
  'delete',
  'truncate',
  'references',
  'trigger',
  'maintain',
  'usage',
  'execute',
  'create',
]

/** One statement for the privileges on the whole object, and one for each privilege on columns. */
export function createGrant(grant: Grant): readonly Statement[] {
  return privilegeStatements(grant, 'grant', 'to')
}

/** Takes from the role exactly what the grant names. */
export function revokeGrant(grant: Grant): readonly Statement[] {
  return privilegeStatements(grant, 'revoke', 'from')
}

function privilegeStatements({ object, role, privileges }: Grant, verb: string, preposition: string): readonly Statement[] {
  const on = ` on ${targets[object.kind](object)} ${preposition} ${roleName(role)}`
  const whole: Privilege[] = []
  const lists: string[] = []
  const inOrder = [...privileges].sort((a, b) => usual.indexOf(a.privilege) - usual.indexOf(b.privilege))
  for (const { privilege, columns } of inOrder) {
    if (columns === undefined) whole.push(privilege)
    else if (columns.length > 0) lists.push(`${privilege} (${identifiers(columns)})`)
  }
  return [...(whole.length === 0 ? [] : [whole.join(', ')]), ...lists].map((list) => ({
    kind: 'grant',
    object: grantObjectName(object),
    sql: `${verb} ${list}${on}`,
  }))
}

export function grantObjectName(object: GrantObject): string {
  return object.kind === 'schema' ? object.schema : displayName(object)
}
