import type { Claim, ClaimOf } from '../../claim/claim.ts'
import { fromSession } from '../claim-order.ts'
import type { Draft, DraftColumn, DraftTable, Question, Reference } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'
import { assuming, because, supposed, type Why } from '../why.ts'
import { ownerPaths } from './ownership.ts'
import { isDictionary, looksShared, referencedKeys } from './shared-tables.ts'
import { isSessionColumn } from './wanted-attributes.ts'

/**
 * Gives `user_id` to tables whose rows belong to people and that lead to no account yet. It asks for a word of the documents: people have or make
 * the thing, its access is its owner's, or everything is owner-only. A child of an owned table follows its parent instead. What
 * many rows share and nobody is said to own (a dictionary, a catalogue that administrators keep) gets no owner.
 */
export function addOwners(draft: Draft): Draft {
  const related = giveOwners(draft, (table) => relationshipWhy(table, draft), false)
  const accessed = giveOwners(related, accessWhy, true)
  const catalogues = catalogueKeys(accessed)
  const questions: Question[] = []
  const ask = (table: DraftTable, why: Why, text: string): Why => {
    const id = `${table.name}/owner`
    questions.push({ id, topic: 'access', text, why })
    return assuming(why, id)
  }
  const known = personal(accessed)
    ? giveOwners(
        accessed,
        (table) =>
          holdsPeople(table) && accessed.facts.general.roles.length <= 1
            ? ask(
                table,
                supposed,
                `Rows of \`${table.name}\` belong to the person who added them: they hold data of people, and no document says who else may read them.`,
              )
            : undefined,
        true,
      )
    : accessed
  const seen = personal(accessed)
    ? giveOwners(
        known,
        (table) => {
          const why = catalogues.has(table.key) ? undefined : readersWhy(table)
          const text = `Rows of \`${table.name}\` belong to one person each, who alone sees them: the documents only say that people look at theirs.`
          return why === undefined ? undefined : ask(table, why, text)
        },
        true,
      )
    : accessed
  const general = generalWhy(draft)
  const text = (table: DraftTable) =>
    `Rows of \`${table.name}\` belong to the person who made them: the documents say so of all data, not of this table.`
  const all =
    general === undefined
      ? seen
      : giveOwners(
          seen,
          (table) => (catalogues.has(table.key) || isListedWithout(table, seen) ? undefined : ask(table, general, text(table))),
          true,
        )
  const asked = new Set(all.tables.flatMap((table) => table.columns.flatMap((column) => column.why.assumes ?? [])))
  return { ...all, questions: [...draft.questions, ...questions.filter((question) => asked.has(question.id))] }
}

/**
 * Adds owners where `why` finds a reason. `rootsFirst`: a table that hangs under another waits until that one has had its turn, and then
 * follows it.
 */
function giveOwners(draft: Draft, why: (table: DraftTable) => Why | undefined, rootsFirst: boolean): Draft {
  const groups = new Set(draft.tables.filter((table) => (table.facts?.groups.length ?? 0) > 0).map((table) => table.key))
  const target = targetOfOwners(draft)
  const reasons = new Map<string, Why>()
  for (const table of draft.tables) {
    const reason = canBeOwned(table, groups) ? why(table) : undefined
    // where a session lists the columns of its tables with their keys and people, it has forgotten nobody
    if (reason !== undefined && isListedWithout(table, draft) && !reason.sources.some(fromSession)) continue
    if (reason !== undefined) reasons.set(table.key, reason)
  }
  let current = draft
  for (;;) {
    const paths = ownerPaths(current)
    const open = current.tables.filter((table) => reasons.has(table.key) && !paths.has(table.key))
    if (open.length === 0) return current
    const waiting = new Set(open.map((table) => table.key))
    const roots = rootsFirst ? open.filter((table) => !parentsOf(table).some((key) => waiting.has(key))) : open
    const chosen = new Set((roots.length > 0 ? roots : open).map((table) => table.key))
    current = {
      ...current,
      tables: current.tables.map((table) => {
        const reason = reasons.get(table.key)
        return reason === undefined || !chosen.has(table.key) ? table : owned(table, reason, target)
      }),
    }
    for (const key of chosen) reasons.delete(key)
  }
}

function isListedPerson(column: DraftColumn): boolean {
  return column.references?.target.kind === 'accounts' && column.facts !== undefined && isSessionColumn(column.facts)
}

/** A table whose columns a session lists with its key and without a person, beside tables that it lists with one. */
function isListedWithout(table: DraftTable, draft: Draft): boolean {
  if (!draft.tables.some((other) => other.columns.some(isListedPerson))) return false
  const listed = [...(table.facts?.attributes.values() ?? [])].filter(isSessionColumn)
  return listed.length >= 4 && listed.some((facts) => facts.key === 'id')
}

function canBeOwned(table: DraftTable, groups: ReadonlySet<string>): boolean {
  if (table.part !== 'entity' || groups.has(table.key) || parentsOf(table).some((key) => groups.has(key))) return false
  return !table.columns.some(
    (column) => column.references?.target.kind === 'accounts' && (!column.nullable || isListedActor(column, table)),
  )
}

/** "`reports` (id, boat_id, reported_by, text)": a list of columns that says who acted leaves nobody else out. */
function isListedActor(column: DraftColumn, table: DraftTable): boolean {
  const listed = [...(table.facts?.attributes.values() ?? [])].filter(isSessionColumn)
  return column.facts !== undefined && isSessionColumn(column.facts) && listed.length >= 3
}

/** The tables whose rows it cannot be without, itself aside. */
function parentsOf(table: DraftTable): readonly string[] {
  return table.columns.flatMap((column) => {
    const target = column.references?.target
    return target?.kind === 'table' && !column.nullable && target.key !== table.key ? [target.key] : []
  })
}

function relationshipWhy(table: DraftTable, draft: Draft): Why | undefined {
  if (isKeptByRole(table)) return undefined
  const claims = (table.facts?.relationships ?? []).filter(
    (claim) =>
      (fromSession(claim.source) || !looksShared(table)) &&
      claim.cardinality !== 'many to many' &&
      // who may be missing does not own it
      claim.optional !== true &&
      claim.onDelete !== 'set null' &&
      draft.facts.identity.keyOf(claim.to) === accountKey,
  )
  return claims.length === 0 ? undefined : because(claims)
}

/** That people may read a thing does not make it theirs; that they may write it, or that a session says its owner alone may read it, does. */
function accessWhy(table: DraftTable): Why | undefined {
  if (isKeptByRole(table)) return undefined
  const claims = (table.facts?.access ?? []).filter((claim) => isOwnership(claim, table))
  return claims.length === 0 ? undefined : because(claims)
}

/** Names and addresses of people are never a catalogue for everyone. */
function holdsPeople(table: DraftTable): boolean {
  return (
    !isKeptByRole(table) &&
    table.columns.some((column) => /^(first_name|last_name|full_name|email|phone_number|birth_date)$/.test(column.name))
  )
}

function personal(draft: Draft): boolean {
  return !draft.session && ownerPaths(draft).size * 2 >= draft.tables.length
}

/** In a PRD without a session, where people own most things: what they are only said to look at is theirs too, unless it is a catalogue. */
function readersWhy(table: DraftTable): Why | undefined {
  if (isKeptByRole(table) || looksShared(table)) return undefined
  const claims = (table.facts?.access ?? []).filter((claim) => claim.who.kind === 'owner' && claim.denied !== true)
  return claims.length === 0 ? undefined : because(claims)
}

function isOwnership(claim: ClaimOf<'access'>, table: DraftTable): boolean {
  if (claim.who.kind !== 'owner' || claim.denied === true || (looksShared(table) && !fromSession(claim.source))) return false
  return claim.only === true || fromSession(claim.source) || claim.may.some((operation) => operation !== 'select')
}

/** Rows that people in a role write, and the others only read. */
function isKeptByRole(table: DraftTable): boolean {
  const claims = (table.facts?.access ?? []).filter((claim) => claim.denied !== true)
  const byRole = claims.some(
    (claim) => claim.who.kind === 'role' && claim.may.some((operation) => operation === 'insert' || operation === 'update'),
  )
  return byRole && !claims.some((claim) => claim.who.kind === 'owner' && claim.may.includes('insert'))
}

function generalWhy(draft: Draft): Why | undefined {
  const { conventions, access } = draft.facts.general
  const claims: Claim[] = [
    ...conventions.filter((claim) => claim.rule === 'owner only'),
    ...access.filter((claim) => claim.who.kind === 'owner' && claim.denied !== true),
  ]
  return claims.length === 0 ? undefined : because(claims)
}

/** Dictionaries, and what rows that are owned otherwise refer to: a person's order of a product makes no product theirs. */
function catalogueKeys(draft: Draft): ReadonlySet<string> {
  const referenced = referencedKeys(draft)
  const paths = ownerPaths(draft)
  const catalogues = new Set(
    draft.tables.filter((table) => isDictionary(table, referenced) || isKeptByRole(table)).map((table) => table.key),
  )
  for (const table of draft.tables)
    if (paths.has(table.key)) for (const key of parentsOf(table)) if (!paths.has(key)) catalogues.add(key)
  // what a catalogue's rows refer to is one too
  const byKey = new Map(draft.tables.map((table) => [table.key, table]))
  for (const key of catalogues) {
    const table = byKey.get(key)
    for (const parent of table === undefined ? [] : parentsOf(table)) if (!paths.has(parent)) catalogues.add(parent)
  }
  return catalogues
}

/** What owners' keys lead to: the account, or the profile where the documents let other keys of people lead there. */
function targetOfOwners(draft: Draft): Reference['target'] {
  const { profile } = draft.accounts
  const leads = draft.tables.some((table) =>
    table.columns.some(({ references }) => references?.target.kind === 'table' && references.target.key === profile),
  )
  return profile !== undefined && leads ? { kind: 'table', key: profile } : { kind: 'accounts' }
}

function owned(table: DraftTable, why: Why, target: Reference['target']): DraftTable {
  if (table.columns.some((known) => known.name === 'user_id')) return table
  const column: DraftColumn = {
    name: 'user_id',
    part: 'owner',
    type: 'uuid',
    nullable: false,
    references: { target, onDelete: 'cascade', why },
    why,
  }
  return { ...table, columns: [column, ...table.columns] }
}
