import { type AccessRule, type Operation, operations, type Who } from '../../schema/access.ts'
import { type PlatformTraits, traitsOf } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import { all, type Condition, conditionOf, implies, or } from './condition.ts'
import { keyOf, rulesOf, type TableName } from './lookup.ts'

/** What one database role may do with the rows of one table by one operation: the rules for it, taken together. */
export interface Allowed {
  readonly condition: Condition
  /** For reading and adding: the columns that every rule which names some names; absent where none does. */
  readonly columns?: readonly string[]
  readonly rules: readonly AccessRule[]
}

export type Permissions = (name: TableName, role: string, operation: Operation) => Allowed | undefined

const roleOfWho: Readonly<Record<Who['kind'], (traits: PlatformTraits) => string>> = {
  anonymous: (traits) => traits.anonymous,
  'signed in': (traits) => traits.signedIn,
  owner: (traits) => traits.signedIn,
  member: (traits) => traits.signedIn,
  role: (traits) => traits.signedIn,
  backend: (traits) => traits.backend,
}

/** The database roles that the access rules speak of, in the order in which policies are written. */
export function apiRoles(schema: Schema): readonly string[] {
  const traits = traitsOf(schema.platform)
  return [traits.anonymous, traits.signedIn, traits.backend]
}

/**
 * The access rules by table, role and operation. Rules add up. Whoever may change or delete a row may read it: PostgreSQL finds the
 * rows of an UPDATE or DELETE with a WHERE through the SELECT policies as well (CREATE POLICY, "Policies Applied by Command Type").
 * The backend may do everything with a table of which no rule says what the backend may do.
 *
 * Column privileges belong to a role, not to a row. Where rules for one role name different columns to read or to add, only those are granted
 * that all of them name; for changes, where there is an old row to look at, a trigger tells them apart (`columnGuards`).
 */
export function permissionsOf(schema: Schema): Permissions {
  const traits = traitsOf(schema.platform)
  const allowed = new Map<string, Allowed>()
  const rulesFor = (name: TableName, role: string, operation: Operation) =>
    rulesOf(schema, name).filter(
      (rule) =>
        rule.through === undefined &&
        roleOfWho[rule.who.kind](traits) === role &&
        rule.may.some((permission) => permission.operation === operation),
    )
  const conditionOfAll = (rules: readonly AccessRule[]) => or(rules.map((rule) => conditionOf(rule, schema.access)))

  for (const name of namesOf(schema)) {
    for (const role of apiRoles(schema)) {
      if (role === traits.backend && operations.every((operation) => rulesFor(name, role, operation).length === 0)) {
        for (const operation of operations) allowed.set(`${keyOf(name)} ${role} ${operation}`, { condition: all, rules: [] })
        continue
      }
      for (const operation of operations) {
        const stated = rulesFor(name, role, operation)
        const rules = operation === 'select' ? [...stated, ...unread(stated, ['update', 'delete'])] : stated
        const condition = conditionOfAll(rules)
        if (condition.kind === 'none') continue
        const columns = operation === 'update' ? undefined : commonColumns(stated, operation)
        allowed.set(`${keyOf(name)} ${role} ${operation}`, { condition, rules, ...(columns === undefined ? {} : { columns }) })
      }

      function unread(stated: readonly AccessRule[], writes: readonly Operation[]): readonly AccessRule[] {
        const readable = conditionOfAll(stated)
        const writing = [...new Set(writes.flatMap((operation) => rulesFor(name, role, operation)))]
        return writing.filter((rule) => !stated.includes(rule) && !implies(conditionOf(rule, schema.access), readable))
      }
    }
  }
  return (name, role, operation) => allowed.get(`${keyOf(name)} ${role} ${operation}`)
}

/** Tables, and views that a rule speaks of. */
function namesOf(schema: Schema): readonly TableName[] {
  const tables = schema.tables.map((table) => ({ schema: table.schema, table: table.name }))
  const ruled = schema.access.rules.map((rule) => ({ schema: rule.schema, table: rule.table }))
  return [...new Map([...tables, ...ruled].map((name) => [keyOf(name), name])).values()]
}

function commonColumns(rules: readonly AccessRule[], operation: Operation): readonly string[] | undefined {
  const lists = rules.flatMap((rule) =>
    rule.may.flatMap((permission) =>
      permission.operation === operation && permission.columns !== undefined ? [permission.columns] : [],
    ),
  )
  const [first, ...rest] = lists
  return first?.filter((column) => rest.every((list) => list.includes(column)))
}
