import type { Spot } from '../../diagnostic/spot.ts'
import type { Operation } from '../../schema/access.ts'
import type { Grant } from '../../schema/grant.ts'
import { displayName } from '../../schema/lookups.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Routine } from '../../schema/routine.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier } from '../../sql/quote.ts'
import { type Draft, partOf, placePart } from '../draft.ts'
import type { PlacedSaying } from './gather-sayings.ts'
import { accountColumns, callerSql } from './owner-paths.ts'
import { type Branch, resolveSaying } from './resolve-saying.ts'

/** A policy that was made of words, and where they stand. */
export interface TakenPolicy {
  readonly table: string
  readonly policy: Policy
  readonly spot: Spot
}

/** Where a table stands after its sayings were taken: all of them understood, or some not. */
interface Told {
  readonly branches: Map<Operation, { readonly branch: Branch; readonly spot: Spot }[]>
  isUnclear: boolean
  /** Whether callers are spoken of, and not the backend alone. */
  isForCallers: boolean
}

/**
 * Makes policies of what a plan says in words of who may do what, where every word is certain: those that a person would write for these words, one for an operation.
 * Where policies are written as SQL, words only describe them. What the schema does not explain is a remark, and its table is not judged by what is missing.
 */
export function takeSayings(
  schema: Schema,
  draft: Draft,
  sayings: readonly PlacedSaying[],
): { readonly schema: Schema; readonly taken: readonly TakenPolicy[] } {
  // Elsewhere no role of callers and no name for the caller is known.
  if (traitsOf(schema.platform).accounts === null) return { schema, taken: [] }
  const told = new Map<string, Told>()
  const unclear = new Map<number, { readonly words: readonly string[]; readonly tables: string[]; readonly one: PlacedSaying }>()
  for (const one of sayings) {
    const about = schema.tables.filter((table) => one.tables.includes(displayName(table)))
    for (const table of about) {
      const name = displayName(table)
      const here = told.get(name) ?? { branches: new Map(), isUnclear: false, isForCallers: false }
      told.set(name, here)
      here.isForCallers ||= one.saying.who.kind !== 'nobody' && one.saying.who.kind !== 'noun'
      const resolved = resolveSaying(schema, table, about, one.saying)
      if ('unclear' in resolved) {
        here.isUnclear = true
        const known = unclear.get(one.spot.start)
        if (known === undefined) unclear.set(one.spot.start, { words: resolved.unclear, tables: [name], one })
        else if (!known.tables.includes(name)) known.tables.push(name)
        continue
      }
      for (const operation of one.saying.operations)
        for (const branch of resolved.branches.map((one) => asOneself(schema, table, operation, one)))
          here.branches.set(operation, [...(here.branches.get(operation) ?? []), { branch, spot: one.spot }])
    }
  }
  for (const { words, tables, one } of unclear.values()) draft.remarks.push(notClear(words, tables, one))
  const nameless = sayings.filter((one) => one.tables.length === 0 && one.saying.who.kind !== 'nobody')
  if (told.size === 0 && nameless.length > 0 && schema.tables.every(isUnguarded))
    return { schema: saidOfNone(schema, draft, nameless), taken: [] }
  const taken: TakenPolicy[] = []
  const helpers = new Map<string, Routine>()
  const tables = schema.tables.map((table): Table => {
    const name = displayName(table)
    const here = told.get(name)
    if (here === undefined) return table
    if (here.isUnclear) draft.accessWords.set(name, 'unclear')
    const policies = [...here.branches].flatMap(([operation, branches]) =>
      table.policies.some(({ command }) => command === operation || command === 'all')
        ? []
        : policiesOf(schema, table, operation, branches),
    )
    for (const { branch } of [...here.branches.values()].flat())
      if (branch.helper !== undefined && policies.some(({ policy }) => asks(policy, branch.helper)))
        helpers.set(branch.helper.name, branch.helper)
    for (const { policy, spot } of policies) {
      taken.push({ table: name, policy, spot })
      placePart(draft, partOf(table, 'policy', policy.name), spot)
    }
    if (policies.length === 0 && here.branches.size === 0 && !here.isUnclear) draft.accessWords.set(name, 'backend')
    // Who may do what is said where row level security is meant.
    return {
      ...table,
      rowSecurity:
        table.rowSecurity === 'off' && (here.isForCallers || here.isUnclear || policies.length > 0) ? 'on' : table.rowSecurity,
      policies: [...table.policies, ...policies.map(({ policy }) => policy)],
    }
  })
  return { schema: withHelpers({ ...schema, tables }, [...helpers.values()]), taken }
}

/** Who adds a row to a table that keeps one account of each row adds it as themselves: `signed-in users may create clubs`. */
function asOneself(schema: Schema, table: Table, operation: Operation, branch: Branch): Branch {
  if (operation !== 'insert' || branch.callers !== 'signed in' || branch.condition !== 'true') return branch
  const [column, ...more] = accountColumns(schema, table)
  const isKept = table.columns.some(({ name, nullable }) => name === column && !nullable)
  return column === undefined || more.length > 0 || !isKept
    ? branch
    : { ...branch, condition: `${identifier(column)} = ${callerSql(schema)}` }
}

const asks = ({ using, check }: Policy, helper: Routine | undefined): boolean =>
  helper !== undefined && [using, check].some((one) => one?.includes(`${helper.schema}.${helper.name}()`))

/** A schema with the functions that its policies ask, which those who are signed in may call. */
function withHelpers(schema: Schema, helpers: readonly Routine[]): Schema {
  if (helpers.length === 0) return schema
  const { signedIn } = traitsOf(schema.platform)
  const homes = [...new Set(helpers.map((one) => one.schema))]
  return {
    ...schema,
    routines: [...schema.routines, ...helpers],
    namespaces: [
      ...schema.namespaces,
      ...homes.filter((name) => schema.namespaces.every((one) => one.name !== name)).map((name) => ({ name, reasons: [] })),
    ],
    grants: [
      ...schema.grants,
      ...homes
        .filter(
          (name) =>
            !schema.grants.some(({ object, role }) => object.kind === 'schema' && object.schema === name && role === signedIn),
        )
        .map(
          (name): Grant => ({
            object: { kind: 'schema', schema: name, name: '' },
            role: signedIn,
            privileges: [{ privilege: 'usage' }],
          }),
        ),
      ...helpers.map(
        (one): Grant => ({
          object: { kind: 'function', schema: one.schema, name: `${one.name}()` },
          role: signedIn,
          privileges: [{ privilege: 'execute' }],
        }),
      ),
    ],
  }
}

const isUnguarded = ({ rowSecurity, policies }: Table): boolean => rowSecurity === 'off' && policies.length === 0

/** Words on access under names that no table has, in another language than theirs for one: row level security is meant, and for which table is not known. */
function saidOfNone(schema: Schema, draft: Draft, sayings: readonly PlacedSaying[]): Schema {
  for (const spot of new Map(sayings.map((one) => [one.spot.start, one.spot])).values())
    draft.remarks.push({
      code: 'plan/access-unclear',
      severity: 'note',
      message: 'Who may do what is said here in words that name no table of the schema. It is not checked.',
      help: 'Name the table as it is called, or write the policy as SQL.',
      spot,
    })
  for (const table of schema.tables) draft.accessWords.set(displayName(table), 'unclear')
  return { ...schema, tables: schema.tables.map((table) => ({ ...table, rowSecurity: 'on' as const })) }
}

/** More words than these are a text, and no name that is missing. */
const fewWords = 3

function notClear(words: readonly string[], tables: readonly string[], { saying, spot }: PlacedSaying) {
  const may = `Who may ${saying.operations.join(', ')} ${tables.join(', ')} is said in words`
  const said = words.map((word) => `"${word}"`).join(', ')
  const why =
    words.length === 0
      ? ', and no foreign key tells by itself whose a row is'
      : words.length > fewWords
        ? ' of which the schema explains too few'
        : ` that the schema does not explain: ${said}`
  return {
    code: 'plan/access-unclear',
    severity: 'note' as const,
    message: `${may}${why}. It is not checked.`,
    help: 'Name the column or the table that tells it, or write the policy as SQL.',
    spot,
  }
}

/** One policy for an operation, for all who may; a second where people who are not signed in may less. */
function policiesOf(
  schema: Schema,
  table: Table,
  operation: Operation,
  branches: readonly { readonly branch: Branch; readonly spot: Spot }[],
): readonly { readonly policy: Policy; readonly spot: Spot }[] {
  const { anonymous, signedIn } = traitsOf(schema.platform)
  const conditions = (callers: readonly Branch['callers'][]) => [
    ...new Set(branches.flatMap(({ branch }) => (callers.includes(branch.callers) ? [branch.condition] : []))),
  ]
  const [forSigned, forAnonymous] = [joined(conditions(['everyone', 'signed in'])), joined(conditions(['everyone', 'anonymous']))]
  const spot = branches[0]?.spot
  if (spot === undefined) return []
  const make = (roles: readonly string[], condition: string, suffix: string) => ({
    policy: policyOf(`${operation} ${displayName(table)}${suffix}`, operation, roles, condition),
    spot,
  })
  if (forSigned !== undefined && forSigned === forAnonymous) return [make([anonymous, signedIn], forSigned, '')]
  return [
    ...(forSigned === undefined ? [] : [make([signedIn], forSigned, '')]),
    ...(forAnonymous === undefined ? [] : [make([anonymous], forAnonymous, forSigned === undefined ? '' : ' (not signed in)')]),
  ]
}

function joined(conditions: readonly string[]): string | undefined {
  if (conditions.length < 2 || conditions.includes('true')) return conditions.includes('true') ? 'true' : conditions[0]
  return conditions.map((one) => (/ and /.test(one) && !one.startsWith('exists') ? `(${one})` : one)).join(' or ')
}

function policyOf(name: string, command: Operation, roles: readonly string[], row: string): Policy {
  const parts = command === 'insert' ? { check: row } : command === 'update' ? { using: row, check: row } : { using: row }
  return { name, command, permissive: true, roles, ...parts }
}
