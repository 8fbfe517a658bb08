import { type Operation, operations, type PathStep } from '../../schema/access.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, qualified } from '../../sql/quote.ts'
import { grantedColumns } from './columns.ts'
import { and, type Condition, implies, type KeyReference } from './condition.ts'
import { conditionSql, type Scope, selectThrough } from './condition-sql.ts'
import { definer, type Helpers } from './helper-routines.ts'
import { findTable, isUnique, keyOf } from './lookup.ts'
import { parentConditions, withParents } from './parent-conditions.ts'
import { type Allowed, apiRoles, type Permissions } from './permissions.ts'
import { policyName } from './policy-name.ts'
import { noReferences, type References } from './policy-references.ts'

/**
 * One permissive policy per table, role and operation that the rules allow, by table. SELECT policies come first, so that reading a
 * parent in place is given to them and the circle, if there is one, is closed by a helper in a policy for writing.
 */
export function policiesOf(
  schema: Schema,
  permissions: Permissions,
  helpers: Helpers,
  roles: readonly string[] = apiRoles(schema),
  references: References = noReferences(),
): ReadonlyMap<string, readonly Policy[]> {
  const policies = new Map<string, Map<string, Policy>>()
  const taken = new Map<string, Set<string>>()

  for (const operation of operations) {
    for (const table of schema.tables) {
      const name = keyOf({ schema: table.schema, table: table.name })
      for (const role of roles) {
        const allowed = permissions({ schema: table.schema, table: table.name }, role, operation)
        if (allowed === undefined) continue
        const scope = policyScope(schema, table, role, permissions, helpers, references.allow)
        const names = taken.get(name) ?? new Set<string>()
        taken.set(name, names)
        const policy: Policy = {
          name: policyName(table.name, operation, role, allowed.rules, names),
          command: operation,
          permissive: true,
          roles: [role],
          ...expressions(operation, allowed, table, scope, permissions),
        }
        names.add(policy.name)
        policies.set(name, (policies.get(name) ?? new Map()).set(`${operation} ${role}`, policy))
      }
    }
  }
  const ordered = (made: ReadonlyMap<string, Policy>) =>
    operations.flatMap((operation) => roles.flatMap((role) => made.get(`${operation} ${role}`) ?? []))
  return new Map([...policies].map(([name, made]) => [name, ordered(made)]))
}

function expressions(
  operation: Operation,
  allowed: Allowed,
  table: Table,
  scope: Scope,
  permissions: Permissions,
): Pick<Policy, 'using' | 'check'> {
  const using = () => conditionSql(allowed.condition, scope)
  if (operation === 'select' || operation === 'delete') return { using: using() }
  const granted = grantedColumns(scope.schema, table, operation, allowed)
  const written = (column: string) => granted === undefined || granted.includes(column)
  const parents = parentConditions(scope.schema, table, scope.role, permissions, written)
  const check = conditionSql(and(withParents(allowed.condition, parents)), scope)
  return operation === 'insert' ? { check } : { using: using(), check }
}

/**
 * Another table is read in place only where that yields what the rule means: the role can read the rows and the columns that
 * the condition asks for (a subselect is under that table's own policies), and no circle of policies arises.
 */
export function policyScope(
  schema: Schema,
  table: Table,
  role: string,
  permissions: Permissions,
  helpers: Helpers,
  allow: (from: string, to: string) => boolean,
): Scope {
  const inHelper: Scope = {
    schema,
    helpers,
    role: definer,
    prefix: '',
    table,
    select: (step, of) => selectThrough(step, of, inHelper),
    readable: () => 'true',
  }
  const inPolicy: Scope = { schema, helpers, role, prefix: '', table, select, readable }
  const here = keyOf({ schema: table.schema, table: table.name })
  return inPolicy

  function select(step: PathStep, of: Condition): string {
    const readable = permissions(step, role, 'select')
    const covered = readable !== undefined && implies(of, readable.condition) && readsColumns(readable, step, of)
    const known = findTable(schema, step) !== undefined
    if (known && covered && allow(here, keyOf(step))) {
      return selectThrough(step, of, inPolicy)
    }
    return `select ${helpers.keys(step, of, selectThrough(step, of, inHelper), role).sql}`
  }

  /** Asked of new rows alone, one at a time, so a look by key is cheaper than the list of all keys that the caller can read. */
  function readable(key: KeyReference, of: Condition): string {
    const columns = permissions(key, role, 'select')?.columns
    const seesKey = columns === undefined || key.pairs.every((pair) => columns.includes(pair.key))
    if (seesKey && allow(here, keyOf(key))) {
      const pairs = key.pairs.map(
        (pair) => `${identifier(key.table)}.${identifier(pair.key)} = ${identifier(table.name)}.${identifier(pair.column)}`,
      )
      return `exists (select from ${qualified(key.schema, key.table)} where ${pairs.join(' and ')})`
    }
    const parent = findTable(schema, key)
    const pair = key.pairs.find((one) => parent !== undefined && isUnique(parent, [one.key])) ?? key.pairs[0]
    if (pair === undefined) return 'true'
    const step: PathStep = { direction: 'forward', column: pair.column, schema: key.schema, table: key.table, key: pair.key }
    const keys = helpers.keys(step, of, selectThrough(step, of, inHelper), role).sql
    return `${identifier(pair.column)} = any (array(select ${keys}))`
  }
}

function readsColumns(readable: Allowed, step: PathStep, of: Condition): boolean {
  return [step.key, ...columnsOf(of)].every((column) => readable.columns === undefined || readable.columns.includes(column))
}

function columnsOf(condition: Condition): readonly string[] {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts.flatMap(columnsOf)
  if (condition.kind === 'through') return [condition.step.column]
  if (condition.kind === 'readable') return condition.key.pairs.map((pair) => pair.column)
  return 'column' in condition ? [condition.column] : []
}
