import type { ClaimOf } from '../../claim/claim.ts'
import type { Platform, PlatformTraits } from '../../schema/platform.ts'
import { fromSession } from '../claim-order.ts'
import type { Accounts, Question } from '../draft.ts'
import { emptyEntity } from '../identity/empty-entity.ts'
import { accountKey } from '../identity/entity-key.ts'
import type { AttributeFacts, EntityFacts, Facts } from '../identity/facts.ts'
import { tableName } from '../naming/table-name.ts'
import type { ChosenTable } from '../tables/choose-tables.ts'
import { evidenceOf } from '../tables/evidence.ts'
import { because, byConvention } from '../why.ts'
import { isCredential, isNoField } from './credential-fields.ts'

export interface SettledAccounts {
  readonly accounts: Accounts
  readonly tables: readonly (ChosenTable & { readonly part: 'entity' | 'profile' | 'accounts'; readonly name?: string })[]
  readonly questions: readonly Question[]
}

const profileKeys: readonly string[] = ['profile', 'user_profile']

/**
 * Where accounts live. A platform that keeps accounts keeps their email and password too; whatever else the documents say of a user goes to
 * a table beside it whose key is the account's (the profile). Elsewhere the project has its own `users` with email and password hash.
 */
export function settleAccounts(
  facts: Facts,
  chosen: readonly ChosenTable[],
  session: boolean,
  traits: PlatformTraits,
  _platform: Platform,
): SettledAccounts {
  const account = facts.entities.get(accountKey)
  const plain = chosen.map((table) => ({ ...table, part: 'entity' as const }))
  if (traits.accounts === null) return ownAccounts(facts, plain, account)
  const accounts: Accounts = { ...traits.accounts, keyType: 'uuid' }
  const fields = account === undefined ? [] : extraFields(account, facts, chosen, session)
  const profile = plain.find((table) => profileKeys.includes(table.facts.key)) ?? accountsOwnRow(plain, facts)
  const belonging = account === undefined ? [] : belongingTo(account, facts, chosen)
  if (profile === undefined && fields.length === 0 && belonging.length === 0) return { accounts, tables: plain, questions: [] }
  const base = profile?.facts ?? emptyEntity('profile')
  const merged: EntityFacts = {
    ...base,
    attributes: mergeAttributes(base.attributes, fields),
    access: [...base.access, ...(account?.access ?? [])],
    relationships: [
      ...base.relationships,
      ...(account?.relationships ?? []).filter((claim) => claim.cardinality === 'many to one'),
    ],
    deleteRules: [...base.deleteRules, ...(account?.deleteRules ?? [])],
    counts: base.counts,
  }
  const why = profile?.why ?? because([...fields.flatMap((field) => field.attributes), ...belonging])
  const evidence =
    profile?.evidence ??
    evidenceOf(
      merged,
      () => false,
      () => '',
    )
  const made = { facts: merged, evidence, why, part: 'profile' as const, ...(profile === undefined ? { name: 'profiles' } : {}) }
  const questions: Question[] =
    profile === undefined
      ? [
          {
            id: 'profile',
            topic: 'profile',
            text: `What is kept of a person besides email and password stands in \`profiles\`, one row per account: ${[...fields.map((field) => field.key), ...belonging.map((claim) => facts.identity.keyOf(claim.to))].map((key) => `\`${key}\``).join(', ')}.`,
            why,
          },
        ]
      : []
  return {
    accounts: { ...accounts, profile: merged.key },
    tables: [made, ...plain.filter((table) => table !== profile)],
    questions,
  }
}

/**
 * The one table that a session keys by the account and that says who people are: `staff` (id = auth.users.id), `members` keyed by the user's id. What people
 * settle for themselves and what is counted of them hangs on the account as well, and is no profile.
 */
function accountsOwnRow<T extends ChosenTable>(tables: readonly T[], facts: Facts): T | undefined {
  const own = tables.filter(({ facts: table }) => {
    if (
      /(^|_)(setting|preference|subscription|quota|limit|statistic|stat|wallet|balance|credit|config|streak|goal)$/.test(
        table.key,
      )
    )
      return false
    const id = table.attributes.get('id')?.attributes.filter((claim) => fromSession(claim.source)) ?? []
    const keyed = id.some(
      (claim) => claim.references !== undefined && facts.identity.keyOf(claim.references.entity) === accountKey,
    )
    const one = table.relationships.some(
      (claim) => claim.cardinality === 'one to one' && fromSession(claim.source) && facts.identity.keyOf(claim.to) === accountKey,
    )
    return keyed || (one && /_profile$/.test(table.key))
  })
  return own.length === 1 ? own[0] : undefined
}

/** "Each user belongs to one company": which one stands with what else is kept of the person. */
function belongingTo(account: EntityFacts, facts: Facts, chosen: readonly ChosenTable[]): readonly ClaimOf<'relationship'>[] {
  const groups = new Set(
    chosen.filter((table) => table.facts.groups.some((claim) => claim.single === true)).map((table) => table.facts.key),
  )
  return account.relationships.filter(
    (claim) => claim.cardinality === 'many to one' && groups.has(facts.identity.keyOf(claim.to)),
  )
}

/** What the documents say of a user that the platform does not keep and that is not a table of its own. */
function extraFields(
  account: EntityFacts,
  facts: Facts,
  chosen: readonly ChosenTable[],
  session: boolean,
): readonly AttributeFacts[] {
  const tables = new Set(chosen.map((table) => table.facts.key))
  return [...account.attributes.values()].filter((field) => {
    if (isCredential(field.key) || isNoField(field.key) || field.exclusions.length > 0) return false
    if (tables.has(facts.identity.keyOfName(field.key))) return false
    const stated = field.attributes.filter((claim) => claim.strength === 'stated')
    return (
      stated.some((claim) => !session || fromSession(claim.source)) ||
      field.values.some((claim) => !claim.open && (!session || fromSession(claim.source)))
    )
  })
}

function ownAccounts(facts: Facts, tables: SettledAccounts['tables'], account: EntityFacts | undefined): SettledAccounts {
  const name = account === undefined ? 'users' : tableName(account)
  const accounts: Accounts = { schema: 'public', table: name, key: 'id', keyType: 'uuid' }
  if (account === undefined) return { accounts, tables, questions: [] }
  const fields = new Map(
    [...account.attributes].filter(
      ([key, field]) =>
        !isNoField(key) &&
        !facts.entities.has(key) &&
        (isCredential(key) || field.attributes.some((claim) => claim.strength === 'stated') || field.values.length > 0),
    ),
  )
  const own = {
    facts: { ...account, attributes: fields },
    evidence: evidenceOf(
      account,
      () => false,
      () => '',
    ),
    why: account.entities.length > 0 ? because(account.entities) : byConvention,
    part: 'accounts' as const,
    name,
  }
  return { accounts, tables: [own, ...tables], questions: [] }
}

function mergeAttributes(
  base: ReadonlyMap<string, AttributeFacts>,
  fields: readonly AttributeFacts[],
): ReadonlyMap<string, AttributeFacts> {
  const merged = new Map(base)
  for (const field of fields) {
    const known = merged.get(field.key)
    merged.set(
      field.key,
      known === undefined
        ? field
        : {
            key: field.key,
            mentions: [...known.mentions, ...field.mentions],
            attributes: [...known.attributes, ...field.attributes],
            limits: [...known.limits, ...field.limits],
            values: [...known.values, ...field.values],
            exclusions: [...known.exclusions, ...field.exclusions],
          },
    )
  }
  return merged
}
