import { lintFacts } from '../lint/facts.ts'
import {
  type Access,
  type AccessRule,
  type Group,
  type Operation,
  operations,
  type Permission,
  type RoleSource,
  type Rows,
  type Who,
} from '../schema/access.ts'
import { keyOf } from '../schema/order.ts'
import { traitsOf } from '../schema/platform.ts'
import type { Policy } from '../schema/policy.ts'
import type { Reason } from '../schema/reason.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { allowedBy } from './allowed-roles.ts'
import { alternatives, type Meaning, meaningOf } from './condition-rows.ts'

/** What one policy lets one kind of caller do. */
interface Given {
  readonly who: Who
  readonly permission: Permission
  readonly rows: Rows
}

/**
 * The access rules that the policies and grants of a schema mean, where their shape is known. A table of which one policy is of any other shape, that has no row
 * level security, or that has restrictive policies, is left as found: named in `unread`, so that nobody is judged by half of its rules.
 */
export async function deriveAccess(schema: Schema): Promise<Access> {
  const { tree } = await lintFacts({ schema })
  const rules: AccessRule[] = []
  const unread: { schema: string; table: string }[] = []
  const groups = new Map<string, Group>()
  let source: Omit<RoleSource, 'roles'> | undefined
  const roles = new Set<string>()
  for (const table of schema.tables) {
    const found = readTable(table, schema, tree)
    const other = found?.meanings.some(
      ({ role }) => role !== undefined && source !== undefined && !isSameSource(role.source, source),
    )
    if (found === undefined || other === true || !fitsGroups(groups, found.meanings)) {
      unread.push({ schema: table.schema, table: table.name })
      continue
    }
    for (const { role, groups: more, rows } of found.meanings) {
      source ??= role?.source
      for (const one of role?.roles ?? []) roles.add(one)
      for (const group of more) addGroup(groups, group, rows)
    }
    rules.push(...found.rules)
  }
  return {
    groups: [...groups.values()],
    rules,
    ...(source === undefined ? {} : { roles: { ...source, roles: [...roles].sort() } }),
    ...(unread.length === 0 ? {} : { unread }),
  }
}

const isSameSource = (a: Omit<RoleSource, 'roles'>, b: Omit<RoleSource, 'roles'>): boolean =>
  a.schema === b.schema && a.table === b.table && a.userColumn === b.userColumn && a.roleColumn === b.roleColumn

/** Whether what is said of groups agrees: one membership for each. */
function fitsGroups(groups: ReadonlyMap<string, Group>, meanings: readonly Meaning[]): boolean {
  return meanings
    .flatMap((one) => one.groups)
    .every(({ name, membership }) => {
      const known = groups.get(name)?.membership
      return (
        known === undefined ||
        (known.table === membership.table &&
          known.groupColumn === membership.groupColumn &&
          known.userColumn === membership.userColumn)
      )
    })
}

function addGroup(groups: Map<string, Group>, group: Omit<Group, 'roles'>, rows: Rows): void {
  const known = groups.get(group.name)
  const roleColumn = known?.membership.roleColumn ?? group.membership.roleColumn
  const named = groupRows(rows).flatMap((one) => (one.group === group.name ? one.roles : []))
  groups.set(group.name, {
    ...group,
    membership: { ...group.membership, ...(roleColumn === undefined ? {} : { roleColumn }) },
    roles: [...new Set([...(known?.roles ?? []), ...named])].sort(),
  })
}

function groupRows(rows: Rows): readonly Extract<Rows, { kind: 'group' }>[] {
  if (rows.kind === 'group') return [rows]
  return rows.kind === 'all of' || rows.kind === 'any of' ? rows.parts.flatMap(groupRows) : []
}

interface TableRules {
  readonly rules: readonly AccessRule[]
  readonly meanings: readonly Meaning[]
}

function readTable(table: Table, schema: Schema, tree: (expression: string) => unknown): TableRules | undefined {
  if (table.rowSecurity === 'off' || table.partitionBy !== undefined || table.policies.some(({ permissive }) => !permissive))
    return undefined
  const traits = traitsOf(schema.platform)
  const known = [traits.anonymous, traits.signedIn, traits.backend, 'public']
  if (table.policies.some(({ roles }) => roles.some((role) => !known.includes(role)))) return undefined
  const given: Given[] = []
  const meanings: Meaning[] = []
  for (const policy of table.policies) {
    const commands = policy.command === 'all' ? operations : [policy.command]
    for (const operation of commands) {
      const read = readCondition(policy, operation, table, schema, tree)
      if (read === undefined) return undefined
      meanings.push(...read)
      const callers = [traits.anonymous, traits.signedIn].filter(
        (role) => policy.roles.length === 0 || policy.roles.includes(role) || policy.roles.includes('public'),
      )
      for (const meaning of read)
        for (const { who, role } of whoOf(meaning, callers, schema)) {
          const permission = allowedBy(schema, table, role, operation)
          if (permission !== undefined) given.push({ who, permission, rows: meaning.rows })
        }
    }
  }
  const backend = operations.flatMap((operation) => allowedBy(schema, table, traits.backend, operation) ?? [])
  const forBackend: readonly Given[] =
    traits.accounts === null ? [] : backend.map((permission) => ({ who: { kind: 'backend' }, permission, rows: { kind: 'all' } }))
  return { rules: together(table, [...given, ...forBackend]), meanings }
}

/** The sides of a policy's condition; of UPDATE, USING and WITH CHECK must say the same, since a rule holds before and after. */
function readCondition(
  policy: Policy,
  operation: Operation,
  table: Table,
  schema: Schema,
  tree: (expression: string) => unknown,
): readonly Meaning[] | undefined {
  const expressions =
    operation === 'insert'
      ? [policy.check ?? policy.using]
      : operation === 'update'
        ? [policy.using, policy.check ?? policy.using]
        : [policy.using]
  const read = expressions.map((expression) =>
    expression === undefined ? undefined : alternatives(tree(expression)).map((one) => meaningOf(one, table, schema)),
  )
  const [first, second] = read
  if (first === undefined || first.some((one) => one === undefined)) return undefined
  if (read.length > 1 && JSON.stringify(first) !== JSON.stringify(second)) return undefined
  return first as readonly Meaning[]
}

/** Who a meaning is about: of nobody who is not signed in a row can be the caller's. */
function whoOf(
  { rows, role }: Meaning,
  callers: readonly string[],
  schema: Schema,
): readonly { readonly who: Who; readonly role: string }[] {
  const traits = traitsOf(schema.platform)
  const signedIn = callers.includes(traits.signedIn)
  if (rows.kind === 'none') return []
  if (role !== undefined) return signedIn ? [{ who: { kind: 'role', roles: role.roles }, role: traits.signedIn }] : []
  const [group] = groupRows(rows)
  if (group !== undefined)
    return signedIn ? [{ who: { kind: 'member', group: group.group, roles: group.roles }, role: traits.signedIn }] : []
  if (isOwn(rows)) return signedIn ? [{ who: { kind: 'owner', label: 'owner' }, role: traits.signedIn }] : []
  return callers.map((caller) => ({ who: { kind: caller === traits.anonymous ? 'anonymous' : 'signed in' }, role: caller }))
}

const isOwn = (rows: Rows): boolean => rows.kind === 'caller' || (rows.kind === 'all of' && rows.parts.some(isOwn))

const found: readonly Reason[] = [{ kind: 'found' }]

/** One rule for all that one kind of caller may do with the same rows. */
function together({ schema, name }: Table, given: readonly Given[]): readonly AccessRule[] {
  const rules = new Map<string, AccessRule>()
  for (const { who, permission, rows } of given) {
    const key = JSON.stringify([who, rows])
    const known = rules.get(key)
    const may = [...(known?.may ?? []).filter(({ operation }) => operation !== permission.operation), permission]
    may.sort((a, b) => operations.indexOf(a.operation) - operations.indexOf(b.operation))
    rules.set(key, { schema, table: name, who, may, rows, reasons: found })
  }
  return [...rules.values()]
}

/** Takes the rules of some tables back: they are left as found. */
export function withoutTables(access: Access, tables: ReadonlySet<string>): Access {
  if (tables.size === 0) return access
  const isOut = ({ schema, table }: { readonly schema: string; readonly table: string }) =>
    tables.has(keyOf({ schema, name: table }))
  const back = access.rules.filter(isOut).map(({ schema, table }) => ({ schema, table }))
  const unread = [
    ...(access.unread ?? []),
    ...back.filter(
      (one, at) =>
        back.findIndex(
          (other) => keyOf({ schema: other.schema, name: other.table }) === keyOf({ schema: one.schema, name: one.table }),
        ) === at,
    ),
  ]
  return { ...access, rules: access.rules.filter((rule) => !isOut(rule)), ...(unread.length === 0 ? {} : { unread }) }
}
