import type { ClaimOf } from '../../claim/claim.ts'
import { pluralise, singularise } from '../../schema/inflect.ts'
import { fromSession } from '../claim-order.ts'
import type { Draft, DraftColumn, DraftTable } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'
import { safeName } from '../naming/safe-name.ts'
import { because } from '../why.ts'
import { leadsToPerson } from './attribute-columns.ts'
import { emptyTable } from './empty-table.ts'
import { placeInLink } from './link-order.ts'
import { linkedPairs } from './linked-pairs.ts'
import { mutualPairs } from './mutual-relationships.ts'
import { findTargets, type Target } from './targets.ts'

/**
 * Many to many: the table between. It is the one the documents name, or one that leads to both sides already, or a new one
 * (`recipe_tags`). A link that says nothing but the pair has the pair as its primary key.
 */
export function addJoinTables(draft: Draft): Draft {
  const targets = findTargets(draft)
  const tables = [...draft.tables]
  const at = new Map(tables.map((table, index) => [table.key, index]))
  const done = new Set<string>()
  const linked = linkedPairs(draft)
  for (const table of draft.tables.concat()) for (const claim of table.facts?.relationships ?? []) join(claim)
  for (const claim of draft.facts.entities.get(accountKey)?.relationships ?? []) join(claim)
  for (const claim of mutualPairs(draft).values()) join({ ...claim, cardinality: 'many to many' })
  return { ...draft, tables: placeInLink(tables, draft) }

  function join(claim: ClaimOf<'relationship'>): void {
    if (claim.cardinality !== 'many to many' || linked(claim)) return
    if (claim.through !== undefined && draft.facts.identity.keyOf(claim.through) === accountKey) return
    const left = targets.ofKey(draft.facts.identity.keyOf(claim.from))
    const right = targets.ofKey(draft.facts.identity.keyOf(claim.to))
    if (left === undefined || right === undefined || (left.kind === 'accounts' && right.kind === 'accounts')) return
    const pair = [sideKey(left), sideKey(right)].sort().join('+')
    if (done.has(pair) && claim.through === undefined) return
    done.add(pair)
    const known = throughTable(claim, left, right, draft, tables, at)
    if (known === undefined) {
      if (draft.session && !fromSession(claim.source)) return
      // a person and what they own need no link besides the owner column
      const entity = left.kind === 'accounts' ? right : left
      if (
        (left.kind === 'accounts' || right.kind === 'accounts') &&
        claim.through === undefined &&
        !fromSession(claim.source) &&
        entity.kind === 'table' &&
        (tables[at.get(entity.key) ?? -1]?.facts?.groups.length ?? 0) === 0
      )
        return
    }
    const base = known ?? newJoin(claim, left, right, draft, tables)
    const grown = withSide(withSide(base, left, claim, draft), right, claim, draft)
    const index = at.get(grown.key)
    if (index === undefined) {
      at.set(grown.key, tables.length)
      tables.push(grown)
    } else tables[index] = grown
  }
}

function sideKey(target: Target): string {
  return target.kind === 'accounts' ? accountKey : target.key
}

function throughTable(
  claim: ClaimOf<'relationship'>,
  left: Target,
  right: Target,
  draft: Draft,
  tables: readonly DraftTable[],
  at: ReadonlyMap<string, number>,
): DraftTable | undefined {
  const get = (key: string) => tables[at.get(key) ?? -1]
  if (claim.through !== undefined) return get(draft.facts.identity.keyOf(claim.through))
  const a = sideKey(left)
  const b = sideKey(right)
  const named = get(`${a}_${b}`) ?? get(`${b}_${a}`) ?? get(`${a}_member`) ?? get(`${b}_member`)
  if (named !== undefined) return named
  return tables.find(
    (table) =>
      table.part !== 'profile' &&
      table.key !== a &&
      table.key !== b &&
      pointsTo(table, left, draft) &&
      pointsTo(table, right, draft),
  )
}

function pointsTo(table: DraftTable, target: Target, draft: Draft): boolean {
  return table.columns.some((column) => {
    const own = column.references?.target
    if (own === undefined) return false
    const person = (side: Target) => side.kind === 'accounts' || side.key === draft.accounts.profile
    return (person(own) && person(target)) || (own.kind === 'table' && target.kind === 'table' && own.key === target.key)
  })
}

function newJoin(
  claim: ClaimOf<'relationship'>,
  left: Target,
  right: Target,
  draft: Draft,
  tables: readonly DraftTable[],
): DraftTable {
  const a = sideKey(left)
  const b = sideKey(right)
  const group = [a, b].find((key) => (tables.find((table) => table.key === key)?.facts?.groups.length ?? 0) > 0)
  const person = left.kind === 'accounts' || right.kind === 'accounts'
  const [first, second] = left.kind === 'accounts' ? [a, b] : right.kind === 'accounts' ? [b, a] : [a, b]
  const written = claim.through === undefined ? undefined : safeName(claim.through.name.replace(/^.*\./, ''), 'links')
  const name =
    written ?? (person && group !== undefined ? `${group}_members` : safeName(`${first}_${pluralise(second)}`, 'links'))
  const key = claim.through === undefined ? singularise(name) : draft.facts.identity.keyOf(claim.through)
  return { ...emptyTable(key, name, because([claim])), part: 'join' }
}

function withSide(table: DraftTable, side: Target, claim: ClaimOf<'relationship'>, draft: Draft): DraftTable {
  if (pointsTo(table, side, draft)) return table
  const person = leadsToPerson(side, draft)
  const other = side.kind === 'accounts' ? undefined : draft.tables.find((candidate) => candidate.key === side.key)
  const name = side.kind === 'accounts' || person ? 'user_id' : `${singularise(other?.name ?? side.key)}_id`
  if (table.columns.some((column) => column.name === name)) return table
  const why = because([claim])
  const column: DraftColumn = {
    name,
    part: person ? 'owner' : 'reference',
    type: 'uuid',
    nullable: false,
    references: { target: side, onDelete: 'cascade', why },
    why,
  }
  return { ...table, columns: [...table.columns, column] }
}
