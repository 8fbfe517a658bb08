import type { Grant } from '../../schema/grant.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, identifiers, qualified } from '../../sql/quote.ts'
import { nameOf as nameOfToken, tokenise } from '../../sql/tokenise.ts'
import { targetName } from '../attacks/attack.ts'
import { raises } from '../checks/routine-body.ts'
import type { Probe } from '../probe.ts'
import { type Facts, nameOf } from '../rows/facts.ts'

/** A part of the schema taken away or opened, and which probes should notice. */
export interface Mutation {
  readonly object: string
  readonly tried: string
  readonly sql: string
  /** The tables, as `schema.table`, of which a probe must touch one to notice; any probe may, where there are none. */
  readonly tables?: readonly string[]
  readonly concerns: (probe: Probe) => boolean
  /** Why nothing can notice it, where that is known beforehand. */
  readonly idle?: string
  /** Which of these are most likely to notice, the likeliest first: they are run first. */
  readonly likely?: readonly ((probe: Probe) => boolean)[]
}

/** Each constraint, index and trigger dropped, each policy dropped and opened, each privilege revoked, row security off: one at a time. */
export function mutationsOf(facts: Facts, hasRows: (table: string) => boolean): readonly Mutation[] {
  return [
    ...facts.schema.tables
      .filter((table) => hasRows(nameOf(table)))
      .flatMap((table) => [
        ...constraintMutations(facts, table),
        ...indexMutations(table),
        ...triggerMutations(facts, table),
        ...policyMutations(facts, table),
      ]),
    ...facts.schema.grants
      .filter(({ object }) => object.kind !== 'table' || hasRows(`${object.schema}.${object.name}`))
      .flatMap((grant) => grantMutations(facts, grant)),
  ]
}

const noticedBy =
  (object: string, ...checks: readonly string[]) =>
  (probe: Probe): boolean =>
    probe.object === object && checks.includes(probe.check)

function constraintMutations(facts: Facts, table: Table): readonly Mutation[] {
  const target = targetName(table)
  const dropped = (name: string): Mutation => ({
    object: name,
    tried: 'drop the constraint',
    sql: `alter table ${target} drop constraint ${identifier(name)} cascade`,
    tables: [nameOf(table), ...leading.map((one) => nameOf(one.table))],
    // What it goes with: foreign keys that lead to it are dropped as well.
    concerns: (probe) => noticedBy(name, 'rejects')(probe) || (probe.check === 'rejects' && referring.has(probe.object)),
    likely: [noticedBy(name, 'rejects')],
  })
  const leading = facts.referring.get(nameOf(table)) ?? []
  const referring = new Set(leading.map(({ key }) => key.name))
  const inKey = new Set(table.primaryKey?.columns ?? [])
  return [
    ...table.columns
      .filter(
        (column) =>
          !column.nullable && !inKey.has(column.name) && column.identity === undefined && column.generated === undefined,
      )
      .map((column) => ({
        object: `${table.name}.${column.name}`,
        tried: 'drop NOT NULL',
        sql: `alter table ${target} alter column ${identifier(column.name)} drop not null`,
        tables: [nameOf(table)],
        concerns: noticedBy(`${table.name}.${column.name}`, 'rejects'),
      })),
    ...(table.primaryKey === undefined ? [] : [dropped(table.primaryKey.name)]),
    ...table.uniques.map((unique) => ({ ...dropped(unique.name), ...followsFrom(table, unique) })),
    ...[...table.checks, ...table.foreignKeys, ...table.exclusions].map((constraint) => dropped(constraint.name)),
  ]
}

/** A unique constraint over more than another key has: it is there as the target of a foreign key, or for its index. */
function followsFrom(table: Table, unique: Table['uniques'][number]): { readonly idle?: string } {
  const keys = [...(table.primaryKey === undefined ? [] : [table.primaryKey]), ...table.uniques]
  const within = keys.find(
    (key) =>
      key.name !== unique.name &&
      key.columns.length < unique.columns.length &&
      key.columns.every((column) => unique.columns.includes(column)),
  )
  return within === undefined ? {} : { idle: `no two rows are alike in it as long as ${within.name} stands` }
}

function indexMutations(table: Table): readonly Mutation[] {
  const name = nameOf(table)
  return table.indexes.map((index) => ({
    object: index.name,
    tried: 'drop the index',
    sql: `drop index ${qualified(table.schema, index.name)}`,
    tables: [name],
    concerns: (probe) => (probe.check === 'indexes' && probe.touches.includes(name)) || noticedBy(index.name, 'rejects')(probe),
    likely: [(probe) => probe.object === index.name],
  }))
}

function triggerMutations({ schema }: Facts, table: Table): readonly Mutation[] {
  return table.triggers.map((trigger) => ({
    ...(raises(schema, trigger)
      ? { idle: 'when its function refuses cannot be read from it, and no generated row made it do so' }
      : {}),
    object: `${table.name}.${trigger.name}`,
    tried: 'drop the trigger',
    sql: `drop trigger ${identifier(trigger.name)} on ${targetName(table)}`,
    tables: [nameOf(table)],
    concerns: (probe) =>
      noticedBy(`${table.name}.${trigger.name}`, 'accepts', 'triggers', 'rejects')(probe) ||
      (probe.object === table.name && ['access', 'accepts'].includes(probe.check)) ||
      (probe.check.startsWith('attack') && probe.touches.includes(nameOf(table))),
    likely: [noticedBy(`${table.name}.${trigger.name}`, 'accepts', 'triggers', 'rejects')],
  }))
}

const isActorOf =
  ({ traits }: Facts, role: string) =>
  (probe: Probe): boolean => {
    if (role === traits.signedIn) return probe.actor !== 'anonymous' && probe.actor !== 'backend'
    return probe.actor === (role === traits.backend ? 'backend' : 'anonymous')
  }

function policyMutations(facts: Facts, table: Table): readonly Mutation[] {
  const target = targetName(table)
  const off: Mutation = {
    object: table.name,
    tried: 'turn row level security off',
    sql: `alter table ${target} disable row level security`,
    tables: [nameOf(table)],
    concerns: (probe) => probe.object === table.name && (probe.check === 'access' || probe.check === 'attack l'),
    likely: [(probe) => probe.check === 'attack l'],
  }
  return [
    off,
    ...table.policies.flatMap((policy): readonly Mutation[] => {
      const on = `policy ${identifier(policy.name)} on ${target}`
      const concerns = (probe: Probe) =>
        probe.check === 'access' &&
        probe.object === table.name &&
        (policy.command === 'all' || policy.command === 'select' || probe.tried.startsWith(policy.command)) &&
        policy.roles.some((role) => isActorOf(facts, role)(probe))
      const object = `${table.name}: ${policy.name}`
      const open = (part: 'using' | 'with check', expression: string | undefined): readonly Mutation[] =>
        expression === undefined || expression === 'true'
          ? []
          : [
              {
                ...(policy.command === 'insert' && asksOnlyOfFixed(facts, table, policy.roles, expression)
                  ? {
                      idle: 'none of the columns that it asks about may be written, so that they are what their defaults make them',
                    }
                  : {}),
                object,
                tried: `open its ${part.toUpperCase()}`,
                sql: `alter ${on} ${part} (true)`,
                tables: [nameOf(table)],
                concerns: widened(part),
                likely: part === 'using' ? [isAloneDenied, isDenied] : isWritten,
              },
            ]
      // What a weak check lets through is found by writing rows, so attacks count here too.
      const widened = (part: 'using' | 'with check') => (probe: Probe) =>
        concerns(probe) || (part === 'with check' && probe.check.startsWith('attack') && probe.touches[0] === nameOf(table))
      const tries = (probe: Probe) => policy.command === 'all' || probe.tried.startsWith(policy.command)
      const isDenied = (probe: Probe) => tries(probe) && /^(0 rows|refused)/.test(probe.expected)
      // With the policies alone in the way, the one that is opened is not covered by another.
      const isAloneDenied = (probe: Probe) => isDenied(probe) && (policy.command !== 'update' || probe.setup !== undefined)
      const isMoved = (letter: string) => (probe: Probe) => probe.check === `attack ${letter}` && probe.setup !== undefined
      const isWritten = policy.command === 'insert' ? [isDenied] : [isMoved('b'), isMoved('a')]
      const isAllowed = (probe: Probe) => tries(probe) && /^[1-9]/.test(probe.expected)
      return [
        { object, tried: 'drop the policy', sql: `drop ${on}`, tables: [nameOf(table)], concerns, likely: [isAllowed] },
        ...open('using', policy.using),
        // Where it asks nothing of the row but what USING asked already, opening it changes nothing.
        ...(policy.command === 'update' && policy.check === policy.using && !namesColumn(table, policy.check ?? '')
          ? []
          : open('with check', policy.check)),
      ]
    }),
  ]
}

/** Whether an INSERT's check is about columns alone that the policy's roles have no privilege to write. */
function asksOnlyOfFixed(facts: Facts, table: Table, roles: readonly string[], expression: string): boolean {
  const grants = facts.schema.grants
    .filter(
      ({ object, role }) =>
        object.kind === 'table' && `${object.schema}.${object.name}` === nameOf(table) && roles.includes(role),
    )
    .flatMap(({ privileges }) => privileges.filter(({ privilege }) => privilege === 'insert'))
  const words = new Set(tokenise(expression).flatMap((token) => (token.kind === 'word' ? [nameOfToken(token)] : [])))
  const asked = table.columns.filter((column) => words.has(column.name))
  return (
    grants.length > 0 &&
    asked.length > 0 &&
    grants.every(({ columns }) => columns !== undefined && asked.every(({ name }) => !columns.includes(name)))
  )
}

/** Whether row security lets none of a role's statements through whatever it is granted: no policy is for it. */
function isIdle({ traits }: Facts, table: Table, role: string, privilege: string): boolean {
  if (table.rowSecurity === 'off' || (role === traits.backend && traits.accounts !== null)) return false
  return !table.policies.some(
    (policy) =>
      policy.permissive &&
      (policy.command === 'all' || policy.command === privilege) &&
      (policy.roles.includes(role) || policy.roles.includes('public') || policy.roles.length === 0),
  )
}

function namesColumn(table: Table, expression: string): boolean {
  const names = new Set(tokenise(expression).map((token) => (token.kind === 'word' ? nameOfToken(token) : '')))
  return table.columns.some((column) => names.has(column.name))
}

function grantMutations(facts: Facts, grant: Grant): readonly Mutation[] {
  const { object, role } = grant
  const kinds = {
    view: 'table',
    table: 'table',
    function: 'function',
    schema: 'schema',
    sequence: 'sequence',
    type: 'type',
  } as const
  const signature =
    object.kind === 'function'
      ? `${qualified(object.schema, object.name.slice(0, object.name.indexOf('(')))}${object.name.slice(object.name.indexOf('('))}`
      : undefined
  const target = signature ?? (object.kind === 'schema' ? identifier(object.schema) : qualified(object.schema, object.name))
  const held = object.kind === 'schema' ? object.schema : object.kind === 'view' ? object.name : `${object.schema}.${object.name}`
  const isHeld = (probe: Probe) => probe.check === 'privileges' && probe.object === held
  const table = object.kind === 'table' ? facts.tables.get(`${object.schema}.${object.name}`) : undefined
  return grant.privileges.map(({ privilege, columns }) => ({
    ...(table === undefined || !isIdle(facts, table, role, privilege)
      ? {}
      : { idle: `no policy lets ${role} ${privilege}, so that the privilege gives nothing` }),
    object:
      object.kind === 'schema' ? object.schema : object.schema === 'public' ? object.name : `${object.schema}.${object.name}`,
    tried: `revoke ${privilege} from ${role}`,
    sql: `revoke ${privilege}${columns === undefined ? '' : ` (${identifiers(columns)})`} on ${kinds[object.kind]} ${target} from ${identifier(role)}`,
    ...(object.kind === 'table' ? { tables: [`${object.schema}.${object.name}`] } : {}),
    likely: [(probe) => /^[1-9]/.test(probe.expected) || isHeld(probe)],
    concerns: (probe) => {
      if (!isActorOf(facts, role)(probe)) return false
      if (object.kind === 'table')
        return probe.object === object.name && probe.check === 'access' && probe.tried.startsWith(privilege)
      // A function or a schema is used by policies, by views, and by triggers that tell columns apart.
      return ['access', 'attack c', 'attack f'].includes(probe.check) || isHeld(probe)
    },
  }))
}
