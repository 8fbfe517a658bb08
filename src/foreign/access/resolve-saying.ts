import { singularise } from '../../schema/inflect.ts'
import type { Routine } from '../../schema/routine.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, literal } from '../../sql/quote.ts'
import { isLike, meaningOf } from './lexicon.ts'
import { spokenMembers } from './membership.ts'
import { callerSql, type OwnerPath, ownerPaths, ownerSql } from './owner-paths.ts'
import type { Saying } from './read-saying.ts'
import { roleCondition, valuesOf } from './role-conditions.ts'

/** Callers and the rows that they reach: one branch of a policy. */
export interface Branch {
  readonly callers: 'everyone' | 'signed in' | 'anonymous'
  readonly condition: string
  /** The function that the condition asks. */
  readonly helper?: Routine
}

/** What a saying comes to on a table, or the words that the schema does not explain; none, where no one column holds the owner. */
export type Resolved = { readonly branches: readonly Branch[] } | { readonly unclear: readonly string[] }

/**
 * What a saying means on a table, where the schema explains every word of it (`about` are all the tables it is said of): whose the rows are by the foreign keys that lead to accounts, who is an admin by a flag, a
 * role or a table of such people, which rows are published by a flag, a value or a time. Anything left over makes the whole saying unclear.
 */
export function resolveSaying(schema: Schema, table: Table, about: readonly Table[], saying: Saying): Resolved {
  const { who, others, subject, isPolish } = saying
  // For whom else it is impossible changes nothing, unless somebody is left out.
  if (who.kind === 'nobody' && !others.some((word) => exceptions.has(word))) return { branches: [] }
  const paths = ownerPaths(schema, table)
  const members = membersOf(schema, table, saying, paths)
  if (members !== undefined) return members
  const roles: string[] = []
  const states: string[] = []
  const labels: string[] = []
  const hints: string[] = []
  const unknown: string[] = []
  // `The keeper removes their own assistants`: the keeper owns, whatever else the columns name.
  const isLed = subject.some((word) => paths.some((path) => isLabelOf(path, word)))
  for (const [at, word] of others.entries()) {
    const isOwnTable = about.some((one) => isNounOf(one, word))
    const role = roleOf(schema, table, word)
    const state = stateOf(schema, table, word)
    const isLabel = paths.some((path) => isLabelOf(path, word))
    if (isLabel && (who.kind === 'owner' || who.kind === 'noun')) {
      if (!isLed || at < subject.length) labels.push(word)
    } else if (role !== undefined && !(who.kind === 'owner' && who.isPossessive && isOwnTable)) {
      if (role === 'recursive') return { unclear: [word] }
      roles.push(role)
    } else if (isOwnTable) continue
    else if (state !== undefined) states.push(state)
    else if (paths.some(({ steps }) => steps.some((step) => isNounOf({ name: step.table }, word)))) hints.push(word)
    else if (meaningOf(word)?.kind !== 'public') unknown.push(word)
  }
  if (who.kind === 'owner' && who.isPossessive && isPolish && unknown.length === 1 && others.at(-1) === unknown[0]) unknown.pop()
  const own = who.kind === 'owner' || labels.length > 0 ? ownerPath(table, paths, labels, hints, unknown) : undefined
  if (unknown.length > 0 || (who.kind === 'owner' && own === undefined)) return { unclear: unknown }
  if (who.kind === 'nobody') return { unclear: others }
  const narrowed = (condition: string): string =>
    [...(condition === 'true' ? [] : [condition]), ...states].join(' and ') || 'true'
  const asRoles = roles.map((role): Branch => ({ callers: 'signed in', condition: narrowed(role) }))
  if (who.kind === 'owner' || own !== undefined) {
    // `the owner or an admin` are two; `trainers can edit their own` are owners.
    const both = who.kind === 'owner' && who.isPossessive ? [] : asRoles
    return own === undefined
      ? { unclear: labels }
      : { branches: [{ callers: 'signed in', condition: narrowed(ownerSql(schema, table, own)) }, ...both] }
  }
  if (asRoles.length > 0) return { branches: asRoles }
  if (who.kind === 'noun') return { unclear: others }
  return { branches: [{ callers: who.kind === 'anyone' ? 'everyone' : who.kind, condition: narrowed('true') }] }
}

/** What a saying comes to that speaks of the members of a group; undefined where it does not. */
function membersOf(
  schema: Schema,
  table: Table,
  { who, others, operations, isSelf }: Saying,
  paths: readonly OwnerPath[],
): Resolved | undefined {
  if (['nobody', 'anyone', 'anonymous'].includes(who.kind)) return undefined
  const isPossessive = who.kind === 'owner' && who.isPossessive
  // Where `member_id` says whose a row is, "a member sees their own" is about that.
  if (isPossessive && paths.some((path) => path.steps.length === 0 && others.some((word) => isLabelOf(path, word))))
    return undefined
  const spoken = spokenMembers(schema, table, others, who.kind === 'owner' && !isPossessive)
  if (spoken === undefined || spoken.rest.length > 0) return undefined
  const { condition, helper, account, isGroup } = spoken
  const branch: Branch = { callers: 'signed in', condition, helper }
  if (isSelf && account !== undefined)
    return { branches: [branch, { callers: 'signed in', condition: `${identifier(account)} = ${callerSql(schema)}` }] }
  const own = isPossessive && account === undefined && !isGroup ? paths.filter(({ steps }) => steps.length === 0) : []
  // "Members add posts of their own", "members see the posts of their club": whose is meant shows in what is done.
  if (own.length === 0 || operations.join() === 'select') return { branches: [branch] }
  const [path] = own
  if (own.length > 1 || path === undefined || operations.join() !== 'insert') return { unclear: others }
  return { branches: [{ ...branch, condition: `${ownerSql(schema, table, path)} and ${condition}` }] }
}

const exceptions: ReadonlySet<string> = new Set('unless except but if when where oprócz poza prócz chyba jeśli gdy'.split(' '))

/** The one way to the owner that the words mean: by the name of its column, by the table it leads through, else the shortest. */
function ownerPath(
  table: Table,
  paths: readonly OwnerPath[],
  labels: readonly string[],
  hints: readonly string[],
  unknown: string[],
): OwnerPath | undefined {
  const labelled = paths.filter((path) => labels.every((label) => isLabelOf(path, label)))
  const through = labelled.filter(({ steps }) =>
    hints.every((hint) => steps.some((step) => isNounOf({ name: step.table }, hint))),
  )
  const shortest = Math.min(...through.map(({ steps }) => steps.length))
  const nearest = through.filter(({ steps }) => steps.length === shortest)
  const usual = nearest.filter(
    ({ column, steps }) =>
      steps.length === 0 && (table.primaryKey?.columns.join() === column || /^(user|owner|account|profile)_id$/.test(column)),
  )
  const found = nearest.length === 1 ? nearest[0] : usual[0]
  // "The owner of the station", in a language that the table is not named in: there is one way only.
  if (found !== undefined && found.steps.length > 0 && unknown.length === 1 && hints.length === 0) unknown.pop()
  return found
}

/** Whether a word is the name of a table, or of what its rows are, in any form. */
export function isNounOf({ name }: { readonly name: string }, word: string): boolean {
  const single = singularise(word)
  return [name, ...name.split('_')].some((part) => part === word || isLike(singularise(part), single))
}

const isLabelOf = ({ column }: OwnerPath, word: string): boolean =>
  column === word || isLike(column.replace(/_(id|by|uid|uuid)$/, ''), singularise(word))

function roleOf(schema: Schema, table: Table, word: string): string | undefined {
  const found = roleCondition(schema, word)
  // A policy that reads its own table asks itself.
  return found?.table === table ? 'recursive' : found?.sql
}

/** `published`, as a flag, as a value, as a time that is set. */
function stateOf(schema: Schema, table: Table, word: string): string | undefined {
  const found = table.columns.flatMap((column): readonly string[] => {
    const name = identifier(column.name)
    const bare = column.name.replace(/^(is|jest)_/, '')
    if (column.type === 'boolean' && isLike(bare, word)) return [name]
    if (/_at$/.test(column.name) && column.nullable && isLike(bare.replace(/_at$/, ''), word)) return [`${name} is not null`]
    const value = valuesOf(schema, table, column).find((one) => one.toLowerCase() === word)
    return value === undefined ? [] : [`${name} = ${literal(value)}`]
  })
  return found.length === 1 ? found[0] : undefined
}
