import { singularise } from '../../schema/inflect.ts'
import { findTable, uniqueKeys } from '../../schema/lookups.ts'
import type { Routine } from '../../schema/routine.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified, shortName } from '../../sql/quote.ts'
import { isLike } from './lexicon.ts'
import { accountColumns, callerSql } from './owner-paths.ts'
import { isCalled, valuesOf } from './role-conditions.ts'

/** A table that says which accounts belong to which group: `memberships (club_id, user_id, role)`. */
interface Membership {
  readonly table: Table
  readonly group: Table
  /** The column that leads to the group, and the key it leads to. */
  readonly column: string
  readonly key: string
  readonly account: string
  /** The column that tells what a member is in the group, and its values. */
  readonly role?: { readonly column: string; readonly values: readonly string[] }
}

const memberWords = /^(members?|memberships?|participants?|teammates?|czlonk\w*|czlonek|uczestni\w*)$/

/** What words of a saying mean by the members of a group. */
export interface SpokenMembers {
  readonly condition: string
  /** The function that the condition asks. */
  readonly helper: Routine
  /** On the table of members itself: the column that holds whose membership a row is. */
  readonly account?: string
  /** Whether the rows are the groups themselves. */
  readonly isGroup: boolean
  /** Words that say something else. */
  readonly rest: readonly string[]
}

/**
 * Reads `members of the club`, `coaches of the club`, `tylko gospodarz` on a table that belongs to a group: by exactly one table that says who is a member of what, to which one
 * way of foreign keys leads. Whose membership it is asks a function with its owner's rights, as policies on that table itself could not.
 *
 * @param isOwner whether the saying speaks of owners, which may be a role in the group.
 * @returns undefined where no such group is spoken of.
 */
export function spokenMembers(
  schema: Schema,
  table: Table,
  words: readonly string[],
  isOwner: boolean,
): SpokenMembers | undefined {
  const found = memberships(schema).flatMap((membership) => {
    const reach = reachOf(schema, table, membership)
    return reach === undefined ? [] : [{ membership, reach }]
  })
  const read = found.flatMap(({ membership, reach }) => {
    const said = saidOf(schema, membership, reach, table, words, isOwner)
    return said === undefined ? [] : [said]
  })
  return read.length === 1 ? read[0] : undefined
}

function memberships(schema: Schema): readonly Membership[] {
  return schema.tables.flatMap((table) => {
    const accounts = accountColumns(schema, table)
    return table.foreignKeys.flatMap((key): readonly Membership[] => {
      const [column] = key.columns
      const [target] = key.references.columns
      const group = findTable(schema, key.references.schema, key.references.table)
      if (
        column === undefined ||
        target === undefined ||
        key.columns.length > 1 ||
        group === undefined ||
        accounts.includes(column)
      )
        return []
      const account = accounts.find((one) =>
        uniqueKeys(table).some((unique) => unique.length === 2 && unique.includes(one) && unique.includes(column)),
      )
      if (account === undefined) return []
      const role = table.columns.find(({ name }) => /^(\w+_)?(role|rola)$/.test(name))
      const values = role === undefined ? [] : valuesOf(schema, table, role)
      return [
        { table, group, column, key: target, account, ...(role === undefined ? {} : { role: { column: role.name, values } }) },
      ]
    })
  })
}

/** How a row of a table leads to its group: the condition around a list of groups, and the tables on the way. */
interface Reach {
  readonly through: readonly Table[]
  readonly condition: (groups: string) => string
}

const longest = 3

function reachOf(schema: Schema, table: Table, { table: members, group, column, key }: Membership): Reach | undefined {
  if (table === members) return { through: [], condition: (groups) => `${identifier(column)} in (${groups})` }
  if (table === group) return { through: [], condition: (groups) => `${identifier(key)} in (${groups})` }
  let ends: readonly { readonly at: Table; readonly reach: Reach }[] = [
    { at: table, reach: { through: [], condition: (groups) => groups } },
  ]
  for (let step = 0; step < longest; step++) {
    const next = ends.flatMap(({ at, reach }) => stepsFrom(schema, at).map((one) => ({ ...one, at: one.to, from: at, reach })))
    const arrived = next.filter(({ to, target }) => to === group && target === key)
    const [only] = arrived
    if (only !== undefined) return arrived.length === 1 ? around(only.reach, `${identifier(only.column)} in `) : undefined
    ends = next
      .filter(({ to }) => to !== members && to !== table)
      .map(({ to, column: by, target, reach }) => ({
        at: to,
        reach: around({ through: [...reach.through, to], condition: reach.condition }, `${identifier(by)} in `, {
          table: to,
          key: target,
        }),
      }))
  }
  return undefined
}

/** A way that is a step longer: `crew_id in (select crews.id from crews where …)`. */
function around(reach: Reach, lead: string, step?: { readonly table: Table; readonly key: string }): Reach {
  const { through, condition } = reach
  const prefixed = (inner: string): string =>
    step === undefined
      ? `${lead}(${inner})`
      : `${lead}(select ${identifier(step.table.name)}.${identifier(step.key)} from ${shortName(step.table)} where ${inner})`
  return { through, condition: (groups) => condition(prefixed(groups)) }
}

function stepsFrom(schema: Schema, table: Table) {
  return table.foreignKeys.flatMap(({ columns, references }) => {
    const [column, ...more] = columns
    const [target] = references.columns
    const to = findTable(schema, references.schema, references.table)
    return column === undefined || target === undefined || more.length > 0 || to === undefined || to === table
      ? []
      : [{ column, target, to }]
  })
}

function saidOf(
  schema: Schema,
  membership: Membership,
  reach: Reach,
  table: Table,
  words: readonly string[],
  isOwner: boolean,
): SpokenMembers | undefined {
  const { role, group, account, table: members } = membership
  const nouns = [group, members, table, ...reach.through]
  const roles = new Set<string>()
  const rest: string[] = []
  let isMember = false
  for (const word of words) {
    const plain = unaccented(word)
    if (nouns.some(({ name }) => singularise(unaccented(name)) === singularise(plain))) continue
    const value = role?.values.find((one) => isCalled(one, singularise(plain)))
    if (value !== undefined) roles.add(value)
    else if (memberWords.test(plain)) isMember = true
    else if (!nouns.some((one) => isNoun(one, plain)) && !others.has(plain)) rest.push(word)
  }
  const owner = isOwner ? role?.values.find((one) => /^(owner|wlasciciel)/.test(one)) : undefined
  if (owner !== undefined) roles.add(owner)
  if (roles.size === 0 && !isMember) return undefined
  const helper = helperOf(schema, membership, [...roles])
  return {
    condition: reach.condition(`select ${helper.schema}.${helper.name}()`),
    helper,
    rest,
    isGroup: table === group,
    ...(table === members ? { account } : {}),
  }
}

/** Words that only say which of the group's people or rows: `other members`, `of the same club`. */
const others: ReadonlySet<string> = new Set(
  'same other others whose which their its that this inni innych inne innym tej tego te'.split(' '),
)

const unaccented = (word: string): string => word.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replaceAll(/\p{M}/gu, '')

/** Whether a word is what a table's rows are called, in any form; of short names the first letters are all there is. */
function isNoun({ name }: Table, word: string): boolean {
  const single = singularise(word)
  return [name, ...name.split('_')].some((part) => {
    const own = unaccented(part)
    const isShort = own.length <= 4 && word.length <= own.length + 2 && word.slice(0, 2) === own.slice(0, 2)
    return own === word || isShort || isLike(singularise(own), single)
  })
}

function helperOf(schema: Schema, { table, group, column, account, role }: Membership, roles: readonly string[]): Routine {
  const name = singularise(group.name)
  const who = roles.length === 0 ? 'member' : roles.map((one) => one.toLowerCase().replaceAll(/\W+/g, '_')).join('_or_')
  const from = identifier(table.name)
  const narrowed =
    role === undefined || roles.length === 0
      ? ''
      : ` and ${from}.${identifier(role.column)} in (${roles.map(literal).join(', ')})`
  const type = table.columns.find((one) => one.name === column)?.type ?? 'uuid'
  return {
    schema: 'private',
    name: `${name}_ids_as_${who}`.slice(0, 63),
    arguments: '',
    returns: `setof ${type}`,
    language: 'sql',
    volatility: 'stable',
    security: 'definer',
    searchPath: '',
    body: `select ${from}.${identifier(column)} from ${qualified(table.schema, table.name)} where ${from}.${identifier(account)} = ${callerSql(schema)}${narrowed}`,
    reasons: [],
  }
}
