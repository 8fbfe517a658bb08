import type { ClaimOf, Period } from '../../claim/claim.ts'
import { softDeletion } from '../conventions/add-soft-deletion.ts'
import { type Draft, type DraftColumn, type DraftTable, type DraftUnique, mapTables } from '../draft.ts'
import { isPlace } from '../naming/is-place.ts'
import { ownerColumn } from '../relations/ownership.ts'
import { because, bothWhys } from '../why.ts'
import { uniqueOfCount } from './counts.ts'
import { findColumn } from './find-column.ts'
import { kindsOf } from './kinds-of.ts'
import { settleScopes } from './unique-scopes.ts'
import { conditionOf, singledOut, stateOf } from './which-rows.ts'

/**
 * Uniqueness as claimed, within what it is claimed per. Where rows are deleted softly, only those that are left count. A condition holds only if the
 * parser takes it and it reads columns of this table alone. What the primary key says already is not said again.
 */
export function addUniques(draft: Draft): Draft {
  const general = draft.facts.general.uniques
  const shared = general.map((claim) => ({ claim, homes: homesOf(claim, draft) }))
  return mapTables(draft, (table) => {
    const claims = [
      ...(table.facts?.uniques ?? []),
      ...shared.filter(({ homes }) => homes.length === 1 && homes[0]?.key === table.key).map(({ claim }) => claim),
    ]
    let uniques: readonly DraftUnique[] = table.uniques
    for (const claim of settleScopes(claims)) {
      const unique = uniqueOf(claim, table, draft)
      if (unique !== undefined) uniques = withUnique(uniques, unique)
    }
    for (const claim of table.facts?.counts ?? []) {
      const unique = uniqueOfCount(claim, table, draft)
      if (unique !== undefined) uniques = withUnique(uniques, unique)
    }
    uniques = uniques.filter((unique) => !sameColumns(unique.columns, table.primaryKey) || unique.where !== undefined)
    if (table.part === 'accounts') uniques = withEmail(table, uniques)
    return { ...table, uniques: dropWider(uniques.map((unique) => deferred(partial(unique, table)))) }
  })
}

/** The tables that a claim of no table can be about: those with all of its columns. */
function homesOf(claim: ClaimOf<'unique'>, draft: Draft): readonly DraftTable[] {
  if (claim.per === undefined || claim.per.length === 0)
    return draft.tables.filter((table) =>
      claim.attributes.every((mention) => table.columns.some((column) => column.name === mention.name)),
    )
  return draft.tables.filter((table) => {
    const others = claim.per?.filter((mention) => draft.facts.identity.keyOf(mention) !== table.key) ?? []
    const count = others.length + claim.attributes.length + (claim.period === undefined ? 0 : 1)
    return count > 1 && uniqueOf(claim, table, draft)?.columns.length === count
  })
}

/** The column that tells one time from the next: of days the one date, of years and months a column of that name. */
function periodColumn(period: Period, table: DraftTable): DraftColumn | undefined {
  const dates = table.columns.filter((column) => column.type === 'date')
  return table.columns.find((column) => column.name === period) ?? (period === 'day' && dates.length === 1 ? dates[0] : undefined)
}

function uniqueOf(claim: ClaimOf<'unique'>, table: DraftTable, draft: Draft): DraftUnique | undefined {
  const per = (claim.per ?? []).filter((mention) => draft.facts.identity.keyOf(mention) !== table.key)
  const columns = [
    ...[...per, ...claim.attributes].map((mention) => findColumn(table, mention, draft)?.name),
    ...(claim.period === undefined ? [] : [periodColumn(claim.period, table)?.name]),
  ]
  if (columns.length === 0 || columns.some((name) => name === undefined)) return undefined
  const named = [...new Set(columns.flatMap((name) => name ?? []))]
  const names = named.length === 1 && named.every(isPlace) ? withinParent(named, table) : withinOwner(named, claim, table)
  if (names === undefined) return undefined
  const which = singledOut(claim)
  if (which !== undefined) {
    const state = stateOf(which, claim.entity?.text ?? '', table)
    return state && { columns: names, where: conditionOf(state), why: because([claim]) }
  }
  const where = claim.where === undefined ? undefined : draft.fragments.expression(claim.where)
  if (claim.where !== undefined && where?.fits(kindsOf(table, draft)) !== true) return undefined
  return { columns: names, ...(where === undefined ? {} : { where: where.text }), why: because([claim]) }
}

/** "Names are unique", in prose, of what people own: each person's are. A session that writes the column in code means all of them. */
function withinOwner(names: readonly string[], claim: ClaimOf<'unique'>, table: DraftTable): readonly string[] {
  const [only] = names
  const owner = ownerColumn(table)
  const prose = claim.attributes.every((mention) => !mention.identifier) && claim.per === undefined
  if (names.length !== 1 || only === undefined || owner === undefined || only === owner.name || !prose) return names
  return /^(name|title|label|slug|code|number)$|_(name|title|number)$/.test(only) ? [owner.name, only] : names
}

/** A place among the parts of the one thing that a row belongs to, or among what its owner has; where that is open, no two need differ. */
function withinParent(names: readonly string[], table: DraftTable): readonly string[] | undefined {
  const parents = table.columns.filter(
    ({ references, nullable }) => references?.target.kind === 'table' && references.target.key !== table.key && !nullable,
  )
  const [parent] = parents
  const scope = parents.length === 1 ? parent : parents.length === 0 ? ownerColumn(table) : undefined
  return scope === undefined ? undefined : [scope.name, ...names]
}

function withUnique(uniques: readonly DraftUnique[], added: DraftUnique): readonly DraftUnique[] {
  const same = uniques.find(
    (unique) => sameColumns(unique.columns, added.columns) && (unique.where ?? '') === (added.where ?? ''),
  )
  if (same === undefined) return [...uniques, added]
  return uniques.map((unique) => (unique === same ? { ...same, why: bothWhys(same.why, added.why) } : unique))
}

/** What is unique within fewer columns is unique within more; and a stricter claim about one column is usually the looser one, worded shortly. */
function dropWider(uniques: readonly DraftUnique[]): readonly DraftUnique[] {
  return uniques.filter(
    (unique) =>
      !uniques.some(
        (other) =>
          other !== unique &&
          unique.columns.length === 1 &&
          other.columns.length > 1 &&
          other.columns.includes(unique.columns[0] ?? '') &&
          (other.where ?? '') === (unique.where ?? '') &&
          unique.purpose === undefined,
      ),
  )
}

function withEmail(table: DraftTable, uniques: readonly DraftUnique[]): readonly DraftUnique[] {
  const email = table.columns.find((column) => column.name === 'email')
  if (email === undefined || uniques.some((unique) => unique.columns.length === 1 && unique.columns[0] === 'email'))
    return uniques
  return [...uniques, { columns: ['email'], why: because([], 'convention') }]
}

function partial(unique: DraftUnique, table: DraftTable): DraftUnique {
  const deleted = softDeletion(table)
  return deleted === undefined || unique.where !== undefined ? unique : { ...unique, where: `${deleted} is null` }
}

/** Rows that change places hold one place twice for a moment: the check waits for the end of the statement or, when asked, of the transaction. */
function deferred(unique: DraftUnique): DraftUnique {
  const places = unique.columns.length > 1 && unique.where === undefined && unique.columns.some(isPlace)
  return places ? { ...unique, deferrable: 'initially immediate' } : unique
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name))
}
