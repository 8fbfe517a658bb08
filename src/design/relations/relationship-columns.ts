import type { ClaimOf } from '../../claim/claim.ts'
import { singularise } from '../../schema/inflect.ts'
import { fromSession, strongest } from '../claim-order.ts'
import type { Draft, DraftColumn, DraftTable } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'
import { safeName } from '../naming/safe-name.ts'
import { because, bothWhys } from '../why.ts'
import { isOwnerName, leadsToPerson } from './attribute-columns.ts'
import { linkedPairs } from './linked-pairs.ts'
import { mutualPairs, pairOf } from './mutual-relationships.ts'
import { findTargets, type Target, type Targets } from './targets.ts'
import { isSessionColumn } from './wanted-attributes.ts'

/**
 * Turns relationships that documents state between tables into references. A relationship that a column already carries adds its reasons and
 * its delete rule to that column; otherwise the `from` side gets `<to>_id`. What the PRD says of tables that a session settled adds nothing
 * new between two tables that are already related; that people own things is the owner rule's business.
 */
export function addRelationshipColumns(draft: Draft): Draft {
  const targets = findTargets(draft)
  const tables = new Map(draft.tables.map((table) => [table.key, table]))
  const cardinality = holdingCardinality(draft)
  // people last: what leads to a person is not also what a person leads to
  const order = [
    ...draft.tables.filter((table) => table.part === 'entity'),
    ...draft.tables.filter((table) => table.part !== 'entity'),
  ]
  for (const table of order)
    for (const claim of table.facts?.relationships ?? []) {
      if (claim.cardinality === 'many to many' || cardinality(claim) === 'many to many') continue
      const from = draft.facts.identity.keyOf(claim.from)
      if (from !== table.key && !(from === accountKey && table.part !== 'entity')) continue
      const target = targets.ofKey(draft.facts.identity.keyOf(claim.to))
      const current = tables.get(table.key)
      if (target === undefined || current === undefined) continue
      const held = { ...claim, cardinality: cardinality(claim) }
      tables.set(table.key, relate(current, held, target, draft, targets, tables))
      const other = target.kind === 'table' ? tables.get(target.key) : undefined
      if (other !== undefined && other.key !== table.key && held.cardinality === 'one to one')
        tables.set(other.key, mirrored(other, tables.get(table.key) ?? current, held, draft))
    }
  return { ...draft, tables: draft.tables.map((table) => tables.get(table.key) ?? table) }
}

/** Of several claims about one pair of entities, the strongest says how many. */
function holdingCardinality(draft: Draft): (claim: ClaimOf<'relationship'>) => ClaimOf<'relationship'>['cardinality'] {
  const { identity, entities } = draft.facts
  const pair = (claim: ClaimOf<'relationship'>) =>
    `${identity.keyOf(claim.from)} ${identity.keyOf(claim.to)} ${claim.column?.name ?? ''}`
  const claims = new Map<string, ClaimOf<'relationship'>[]>()
  for (const facts of entities.values())
    for (const claim of facts.relationships) {
      const list = claims.get(pair(claim)) ?? []
      claims.set(pair(claim), list)
      list.push(claim)
    }
  const holding = new Map([...claims].map(([key, list]) => [key, strongest(list)?.cardinality]))
  const mutual = mutualPairs(draft)
  const linked = linkedPairs(draft)
  return (claim) =>
    linked(claim) || mutual.has(pairOf(identity.keyOf(claim.from), identity.keyOf(claim.to)))
      ? 'many to many'
      : (holding.get(pair(claim)) ?? claim.cardinality)
}

function relate(
  table: DraftTable,
  claim: ClaimOf<'relationship'>,
  target: Target,
  draft: Draft,
  targets: Targets,
  tables: ReadonlyMap<string, DraftTable>,
): DraftTable {
  // a profile is its account's row already
  if (target.kind === 'accounts' && (table.part === 'profile' || table.part === 'accounts')) return table
  if (target.kind === 'table' && target.key === draft.accounts.profile && table.part === 'profile') return table
  const written = claim.column === undefined ? undefined : safeName(claim.column.name.replace(/^.*\./, ''), 'ref')
  const carrying = carrier(table, written, target, draft, nameFor(claim, target, table, draft))
  if (carrying !== undefined) return merge(table, carrying, claim)
  if (written === undefined && draft.session && !fromSession(claim.source)) {
    if (target.kind === 'accounts') return table
    const other = tables.get(target.key)
    if (other?.columns.some((column) => leadsTo(column, { kind: 'table', key: table.key }, draft))) return table
  }
  if (target.kind === 'table' && target.key === table.key && claim.cardinality === 'one to one' && written === undefined)
    return table
  // one to one the other way round is the same relationship
  if (claim.cardinality === 'one to one' && target.kind === 'table') {
    const back = tables.get(target.key)?.columns.some((column) => leadsTo(column, { kind: 'table', key: table.key }, draft))
    if (back === true) return table
  }
  if (
    written === undefined &&
    target.kind === 'table' &&
    claim.cardinality === 'many to one' &&
    isLinked(table.key, target.key, tables)
  )
    return table
  if (written === undefined && target.kind === 'table' && isListed(table) && reaches(table, target.key, tables)) return table
  const name = written ?? nameFor(claim, target, table, draft)
  if (table.columns.some((column) => column.name === name)) return table
  if (table.part !== 'entity' && target.kind === 'table' && belongsToPerson(target.key, draft, tables)) return table
  const nullable = claim.optional ?? (target.kind === 'table' && target.key === table.key)
  const owner = leadsToPerson(target, draft) && isOwnerName(name, targets)
  const why = because([claim])
  const column: DraftColumn = {
    name,
    part: owner ? 'owner' : 'reference',
    type: 'uuid',
    nullable: nullable || claim.onDelete === 'set null',
    references: { target, onDelete: claim.onDelete ?? (nullable ? 'set null' : 'cascade'), why },
    why,
  }
  const unique = claim.cardinality === 'one to one' ? [{ columns: [name], why, purpose: 'one to one' }] : []
  return { ...table, columns: [...table.columns, column], uniques: [...table.uniques, ...unique] }
}

/** "An invoice is one to one with a visit" where the visit's column is in the other table: it is that one which is unique. */
function mirrored(other: DraftTable, table: DraftTable, claim: ClaimOf<'relationship'>, draft: Draft): DraftTable {
  if (table.columns.some((column) => leadsTo(column, { kind: 'table', key: other.key }, draft))) return other
  const back = other.columns.filter((column) => leadsTo(column, { kind: 'table', key: table.key }, draft))
  const [only] = back
  return only === undefined || back.length > 1 ? other : singled(other, only.name, claim)
}

function singled(table: DraftTable, column: string, claim: ClaimOf<'relationship'>): DraftTable {
  if (table.uniques.some((unique) => unique.columns.length === 1 && unique.columns[0] === column)) return table
  return { ...table, uniques: [...table.uniques, { columns: [column], why: because([claim]), purpose: 'one to one' }] }
}

/** Whether a table between two is named for both (`book_authors`, `plan_exercises` of workout plans): that one has many of the other is then said of both sides. */
function isLinked(one: string, other: string, tables: ReadonlyMap<string, DraftTable>): boolean {
  const named = (key: string, first: string, second: string): boolean => {
    const words = key.split('_')
    return words.some((_, cut) => {
      const [before, after] = [words.slice(0, cut).join('_'), words.slice(cut).join('_')]
      return before !== '' && `_${first}`.endsWith(`_${before}`) && `_${second}`.endsWith(`_${after}`)
    })
  }
  if (one === other) return false
  return [...tables.keys()].some((key) => key !== one && key !== other && (named(key, one, other) || named(key, other, one)))
}

/** Whether the session lists the columns of a table, its key among them: what is not on the list was not forgotten. */
function isListed(table: DraftTable): boolean {
  const stated = [...(table.facts?.attributes.values() ?? [])].filter(isSessionColumn)
  return stated.length >= 3 && stated.some((facts) => facts.key === 'id' || /_(id|uuid)$/.test(facts.key))
}

/** Whether the rows of a table lead to those of another by way of a third ("a loan's tool is a group's"). */
function reaches(table: DraftTable, key: string, tables: ReadonlyMap<string, DraftTable>): boolean {
  return table.columns.some((column) => {
    const target = column.references?.target
    if (target?.kind !== 'table' || target.key === table.key) return false
    return (
      tables
        .get(target.key)
        ?.columns.some((next) => next.references?.target.kind === 'table' && next.references.target.key === key) === true
    )
  })
}

/** Whether a table leads to accounts, or a document says that its rows belong to people. */
function belongsToPerson(key: string, draft: Draft, tables: ReadonlyMap<string, DraftTable>): boolean {
  const table = tables.get(key)
  if (table === undefined || (table.facts?.groups.length ?? 0) > 0) return false
  const said = table.facts?.relationships.some((claim) => {
    const to = draft.facts.identity.keyOf(claim.to)
    return claim.cardinality !== 'many to many' && (to === accountKey || to === draft.accounts.profile)
  })
  return said === true || table.columns.some((column) => column.part === 'owner')
}

/** The column that carries a relationship already. */
function carrier(
  table: DraftTable,
  written: string | undefined,
  target: Target,
  draft: Draft,
  named: string,
): DraftColumn | undefined {
  const same = table.columns.filter((column) => leadsTo(column, target, draft))
  if (written !== undefined)
    return (
      same.find((column) => column.name === written) ??
      table.columns.find((column) => column.name === written && column.references !== undefined)
    )
  // a visit's doctor is not its patient, though both have accounts
  const isRole = (name: string) => draft.facts.identity.roles.has(name.replace(/_id$/, ''))
  const free = same.filter((column) => column.name === named || !(isRole(named) && isRole(column.name)))
  return free.find((column) => column.part === 'owner') ?? free[0]
}

/** References to the profile and to the account lead to the same person. */
function leadsTo(column: DraftColumn, target: Target, draft: Draft): boolean {
  const own = column.references?.target
  if (own === undefined) return false
  const person = (side: Target) => side.kind === 'accounts' || side.key === draft.accounts.profile
  if (person(own) && person(target)) return true
  return own.kind === 'table' && target.kind === 'table' && own.key === target.key
}

function merge(table: DraftTable, carrying: DraftColumn, claim: ClaimOf<'relationship'>): DraftTable {
  const nullable = claim.onDelete === 'set null' || (claim.optional ?? carrying.nullable)
  const changed: DraftColumn = {
    ...carrying,
    nullable,
    why: bothWhys(carrying.why, because([claim])),
    ...(carrying.references === undefined
      ? {}
      : {
          references: {
            ...carrying.references,
            onDelete:
              claim.onDelete ??
              (nullable && carrying.references.onDelete === 'cascade' && claim.optional === true
                ? 'set null'
                : carrying.references.onDelete),
            why: bothWhys(carrying.references.why, because([claim])),
          },
        }),
  }
  const merged = { ...table, columns: table.columns.map((column) => (column === carrying ? changed : column)) }
  return claim.cardinality === 'one to one' ? singled(merged, carrying.name, claim) : merged
}

function nameFor(claim: ClaimOf<'relationship'>, target: Target, table: DraftTable, draft: Draft): string {
  if (target.kind === 'table' && !leadsToPerson(target, draft)) {
    if (target.key === table.key) return 'parent_id'
    const other = draft.tables.find((candidate) => candidate.key === target.key)
    return `${singularise(other?.name ?? target.key)}_id`
  }
  const word = safeName(singularise(claim.to.name.replace(/^.*\./, '')), 'user')
  return draft.facts.identity.roles.has(word) || /^(author|owner|creator)$/.test(word) ? `${word}_id` : 'user_id'
}
