import type { Grant, GrantObject, Privilege } from '../../../schema/grant.ts'
import type { GrantStmt, Node, RoleSpec } from '../../../sql/parser/syntax-tree.ts'
import { nameOf } from '../../../sql/tokenise.ts'
import { Slices } from './slices.ts'

/** Whole-object privileges and columns of each, per object and role, while statements are applied in order. */
export class Grants {
  private readonly held = new Map<
    string,
    { object: GrantObject; role: string; privileges: Map<Privilege, string[] | undefined> }
  >()

  /** `columns` undefined means the whole object. Columns add up; the whole object swallows them. */
  give(object: GrantObject, role: string, privilege: Privilege, columns: readonly string[] | undefined): void {
    const key = keyOf(object, role)
    const entry = this.held.get(key) ?? { object, role, privileges: new Map() }
    this.held.set(key, entry)
    const before = entry.privileges.get(privilege)
    const isWhole = entry.privileges.has(privilege) && before === undefined
    if (isWhole) return
    if (columns === undefined) entry.privileges.set(privilege, undefined)
    else entry.privileges.set(privilege, [...(before ?? []), ...columns.filter((column) => before?.includes(column) !== true)])
  }

  /** Revoking a column does nothing while the whole table is granted. PostgreSQL manual, REVOKE. */
  take(object: GrantObject, role: string, privilege: Privilege, columns: readonly string[] | undefined): void {
    const privileges = this.held.get(keyOf(object, role))?.privileges
    if (privileges === undefined || !privileges.has(privilege)) return
    const before = privileges.get(privilege)
    const left = columns === undefined || before === undefined ? [] : before.filter((column) => !columns.includes(column))
    if (columns !== undefined && before === undefined) return
    if (left.length === 0) privileges.delete(privilege)
    else privileges.set(privilege, left)
  }

  final(): readonly Grant[] {
    return [...this.held.values()].flatMap(({ object, role, privileges }) => {
      if (privileges.size === 0) return []
      const list = [...privileges].map(([privilege, columns]) => (columns === undefined ? { privilege } : { privilege, columns }))
      return [{ object, role, privileges: list }]
    })
  }
}

function keyOf(object: GrantObject, role: string): string {
  return [object.kind, object.schema, object.name, role].join('\u0000')
}

const all: Readonly<Record<GrantObject['kind'], readonly Privilege[]>> = {
  table: ['delete', 'insert', 'maintain', 'references', 'select', 'trigger', 'truncate', 'update'],
  view: ['delete', 'insert', 'references', 'select', 'trigger', 'truncate', 'update'],
  function: ['execute'],
  schema: ['create', 'usage'],
  sequence: ['select', 'update', 'usage'],
  type: ['usage'],
}

/**
 * Applies `grant` or `revoke`. `isView` tells views from tables, which SQL does not. Returns what is not supported, in words.
 */
export function applyGrant(
  statement: GrantStmt,
  text: string,
  grants: Grants,
  isView: (schema: string, name: string) => boolean,
): string | undefined {
  if (statement.targtype !== 'ACL_TARGET_OBJECT') return 'name the objects of a grant one by one'
  const objects = objectsOf(statement, text, isView)
  if (objects === undefined) return 'only tables, views, functions, schemas, sequences and types can be granted on'
  if (statement.grant_option === true) return 'a plan knows no grant option'
  for (const object of objects) {
    const privileges = (statement.privileges ?? []).flatMap((node) => ('AccessPriv' in node ? [node.AccessPriv] : []))
    const list =
      privileges.length === 0
        ? all[object.kind].map((privilege) => ({ privilege, columns: undefined }))
        : privileges.map(toPrivilege)
    for (const role of (statement.grantees ?? []).map(roleOf)) {
      for (const { privilege, columns } of list) {
        if (statement.is_grant === true) grants.give(object, role, privilege, columns)
        else grants.take(object, role, privilege, columns)
      }
    }
  }
  return undefined
}

function toPrivilege(privilege: { readonly priv_name?: string; readonly cols?: readonly Node[] }) {
  const columns = privilege.cols?.map(stringOf)
  return { privilege: (privilege.priv_name ?? '').toLowerCase() as Privilege, columns }
}

export function roleOf(node: Node): string {
  const role: RoleSpec | undefined = 'RoleSpec' in node ? node.RoleSpec : undefined
  return role?.roletype === 'ROLESPEC_CSTRING'
    ? (role.rolename ?? '')
    : (role?.roletype ?? '').replace('ROLESPEC_', '').toLowerCase()
}

export function stringOf(node: Node | undefined): string {
  return node !== undefined && 'String' in node ? (node.String.sval ?? '') : ''
}

function objectsOf(
  statement: GrantStmt,
  text: string,
  isView: (schema: string, name: string) => boolean,
): readonly GrantObject[] | undefined {
  const nodes = statement.objects ?? []
  switch (statement.objtype) {
    case 'OBJECT_TABLE':
    case 'OBJECT_SEQUENCE':
      return nodes.map((node) => {
        const range = 'RangeVar' in node ? node.RangeVar : {}
        const schema = range.schemaname ?? 'public'
        const name = range.relname ?? ''
        if (statement.objtype === 'OBJECT_SEQUENCE') return { kind: 'sequence', schema, name }
        return { kind: isView(schema, name) ? 'view' : 'table', schema, name }
      })
    case 'OBJECT_SCHEMA':
      return nodes.map((node) => ({ kind: 'schema', schema: stringOf(node), name: '' }))
    case 'OBJECT_TYPE':
      return nodes.map((node) => {
        const parts = 'List' in node ? (node.List.items ?? []).map(stringOf) : []
        return { kind: 'type', schema: parts.length > 1 ? (parts[0] ?? '') : 'public', name: parts.at(-1) ?? '' }
      })
    case 'OBJECT_FUNCTION':
      return functionObjects(text)
    default:
      return undefined
  }
}

/** Functions as they are written, `private.f(text, jsonb)`: the tree spells some types otherwise. */
function functionObjects(text: string): readonly GrantObject[] {
  const slices = new Slices(text)
  const objects: GrantObject[] = []
  let at = slices.find(['function']) + 1
  for (;;) {
    const names: string[] = []
    while (slices.tokens[at]?.kind === 'word') {
      const token = slices.tokens[at]
      if (token !== undefined) names.push(nameOf(token))
      at++
      if (!slices.is(at, '.')) break
      at++
    }
    const types = slices.parenthesised(at)
    objects.push({
      kind: 'function',
      schema: names.length > 1 ? (names[0] ?? '') : 'public',
      name: `${names.at(-1) ?? ''}(${types?.content ?? ''})`,
    })
    at = types?.next ?? at
    if (!slices.is(at, ',')) return objects
    at++
  }
}
