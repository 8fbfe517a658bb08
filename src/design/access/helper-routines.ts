import type { Group, PathStep } from '../../schema/access.ts'
import { pluralise } from '../../schema/inflect.ts'
import { type PlatformTraits, traitsOf } from '../../schema/platform.ts'
import { convention } from '../../schema/reason.ts'
import type { Routine } from '../../schema/routine.ts'
import type { Schema } from '../../schema/schema.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import type { Condition } from './condition.ts'
import { groupHelperName, rowsHelperName } from './helper-names.ts'
import { findColumn, findTable, isPrimaryKey, isUnique } from './lookup.ts'

/** A call of a helper, as it stands in a policy. `one` helpers return a value, the others a set of values. */
export interface HelperCall {
  readonly sql: string
  readonly one: boolean
}

/**
 * The routines that policies call, made as they are asked for. Each answers once per query, without arguments, with definer rights,
 * so that no policy is asked again inside another (PostgreSQL 5.9: policies that lead back to their own table are refused).
 */
export interface Helpers {
  /** The caller's account, as an expression evaluated once per query. */
  readonly caller: (role: string) => string
  readonly callerType: string
  readonly groupKeys: (group: Group, roles: readonly string[], role: string) => HelperCall
  readonly groupmates: (group: Group, role: string) => HelperCall
  readonly appRoles: (role: string) => HelperCall & { readonly boolean: boolean }
  /** The keys of the rows of another table that meet a condition: `body` is its SELECT. */
  readonly keys: (step: PathStep, of: Condition, body: string, role: string) => HelperCall
  readonly routines: () => readonly Routine[]
  /** Which roles call which routine. */
  readonly callers: () => ReadonlyMap<string, readonly string[]>
}

/** Who calls a routine from inside another one: its owner, who needs no grant. */
export const definer = ''

export function helpersFor(schema: Schema): Helpers {
  const traits = traitsOf(schema.platform)
  const routines = new Map<string, Routine>()
  const callers = new Map<string, Set<string>>()
  const callerType = typeOfCaller(schema, traits)

  const add = (wanted: string, make: (name: string) => Routine, role: string): string => {
    for (let attempt = 1; ; attempt += 1) {
      const name = attempt === 1 ? wanted : `${wanted}_${attempt}`
      const routine = make(name)
      const known = routines.get(name)
      if (known !== undefined && known.body !== routine.body) continue
      routines.set(name, routine)
      callers.set(name, (callers.get(name) ?? new Set()).add(role))
      return `${qualified(traits.helperSchema, name)}()`
    }
  }

  const caller = (role: string): string => {
    if (traits.accounts === null) add('current_user_id', () => currentUserId(traits, callerType), role)
    return `(select ${traits.callerId})`
  }
  const bodyCaller = (type: string) => castCaller(caller(definer), callerType, type)
  const typeOf = (name: { schema: string; table: string }, column: string) =>
    findColumn(findTable(schema, name), column)?.type ?? 'uuid'

  const helper = (name: string, returns: string, body: string, comment: string): Routine => ({
    schema: traits.helperSchema,
    name,
    arguments: '',
    returns,
    language: 'sql',
    volatility: 'stable',
    security: 'definer',
    searchPath: '',
    body: `\n${body}\n`,
    comment,
    reasons: [convention],
  })

  return {
    caller,
    callerType,
    groupKeys: (group, roles, role) => {
      const { membership } = group
      const table = findTable(schema, membership)
      const one = table !== undefined && isUnique(table, [membership.userColumn])
      const type = typeOf(membership, membership.groupColumn)
      const member = (column: string) => `${identifier(membership.table)}.${identifier(column)}`
      const inRole =
        roles.length === 0 || membership.roleColumn === undefined ? '' : ` and ${oneOf(member(membership.roleColumn), roles)}`
      const body = [
        `  select ${member(membership.groupColumn)}`,
        `  from ${qualified(membership.schema, membership.table)}`,
        `  where ${member(membership.userColumn)} = ${bodyCaller(typeOf(membership, membership.userColumn))}${inRole};`,
      ].join('\n')
      const name = groupHelperName(group.name, membership.groupColumn, roles, one)
      const as = roles.length === 0 ? '' : ` as ${roles.join(' or ')}`
      const comment = one ? `The caller's ${group.name}${as}, or null.` : `The caller's ${pluralise(group.name)}${as}.`
      return { sql: add(name, (final) => helper(final, one ? type : `setof ${type}`, body, comment), role), one }
    },
    groupmates: (group, role) => {
      const { membership } = group
      const of = (alias: string, column: string) => `${alias}.${identifier(column)}`
      const members = qualified(membership.schema, membership.table)
      const type = typeOf(membership, membership.userColumn)
      const body = [
        `  select ${of('mates', membership.userColumn)}`,
        `  from ${members} as mine`,
        `  join ${members} as mates on ${of('mates', membership.groupColumn)} = ${of('mine', membership.groupColumn)}`,
        `  where ${of('mine', membership.userColumn)} = ${bodyCaller(type)};`,
      ].join('\n')
      const comment = `The accounts that share a ${group.name} with the caller, the caller included.`
      return {
        sql: add(`my_${group.name}_user_ids`, (final) => helper(final, `setof ${type}`, body, comment), role),
        one: false,
      }
    },
    appRoles: (role) => {
      const source = schema.access.roles
      if (source === undefined) throw new Error('a rule asks for a role, but the schema names no source of roles')
      const table = findTable(schema, source)
      const one = table !== undefined && isUnique(table, [source.userColumn])
      const type = typeOf(source, source.roleColumn)
      const boolean = type === 'boolean'
      const body = [
        `  select ${identifier(source.table)}.${identifier(source.roleColumn)}`,
        `  from ${qualified(source.schema, source.table)}`,
        `  where ${identifier(source.table)}.${identifier(source.userColumn)} = ${bodyCaller(typeOf(source, source.userColumn))};`,
      ].join('\n')
      const name = boolean ? source.roleColumn : one ? 'my_role' : 'my_roles'
      const comment = boolean
        ? `Whether the caller ${source.roleColumn.replaceAll('_', ' ')}.`
        : `The caller's ${one ? 'role' : 'roles'} in the application.`
      return { sql: add(name, (final) => helper(final, one ? type : `setof ${type}`, body, comment), role), one, boolean }
    },
    keys: (step, of, body, role) => {
      const table = findTable(schema, step)
      const primary = table !== undefined && isPrimaryKey(table, step.key)
      const name = rowsHelperName(step.table, step.key, primary, of)
      const comment = `The ${step.table.replaceAll('_', ' ')} that a policy asks for, read past the policies of that table.`
      return {
        sql: add(name, (final) => helper(final, `setof ${typeOf(step, step.key)}`, `  ${body};`, comment), role),
        one: false,
      }
    },
    routines: () => [...routines.values()].sort((left, right) => (left.name < right.name ? -1 : 1)),
    callers: () => new Map([...callers].map(([name, roles]) => [name, [...roles].filter((role) => role !== definer).sort()])),
  }
}

/** `column in (…)`, or `column = …` for a single value. */
export function oneOf(column: string, values: readonly string[]): string {
  const [first, ...rest] = values.map(literal)
  return rest.length === 0 && first !== undefined ? `${column} = ${first}` : `${column} in (${[first, ...rest].join(', ')})`
}

/** The cast stays outside of the subselect, where it is evaluated once and an index can serve (Supabase, RLS performance). */
export function castCaller(caller: string, callerType: string, columnType: string): string {
  const text = (type: string) => type === 'text' || type.startsWith('varchar') || type.startsWith('character varying')
  return callerType !== columnType && text(columnType) ? `${caller}::text` : caller
}

/** On a platform that keeps accounts, uuid; elsewhere the type of the key of the accounts that the rules speak of. */
function typeOfCaller(schema: Schema, traits: PlatformTraits): string {
  if (traits.accounts !== null) return 'uuid'
  const { groups, roles } = schema.access
  const named = [...groups.map((group) => group.membership), ...(roles === undefined ? [] : [roles])].map((source) =>
    findColumn(findTable(schema, source), source.userColumn),
  )
  const owned = schema.access.rules.flatMap(({ rows, ...rule }) =>
    rows.kind === 'caller' ? [findColumn(findTable(schema, rows.path.steps.at(-1) ?? rule), rows.path.column)] : [],
  )
  return [...owned, ...named].find((column) => column !== undefined)?.type ?? 'uuid'
}

function currentUserId(traits: PlatformTraits, type: string): Routine {
  return {
    schema: traits.helperSchema,
    name: 'current_user_id',
    arguments: '',
    returns: type,
    language: 'sql',
    volatility: 'stable',
    security: 'invoker',
    searchPath: '',
    body: `\n  select nullif(current_setting('app.user_id', true), '')::${type};\n`,
    comment: "The account that the backend acts for: it runs set_config('app.user_id', …, true) in each transaction.",
    reasons: [convention],
  }
}
