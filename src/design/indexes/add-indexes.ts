import type { ClaimOf } from '../../claim/claim.ts'
import type { IndexKey } from '../../schema/table-index.ts'
import { findColumn } from '../constraints/find-column.ts'
import { kindsOf } from '../constraints/kinds-of.ts'
import { conditionOf, stateOf } from '../constraints/which-rows.ts'
import { softDeletion } from '../conventions/add-soft-deletion.ts'
import { type Draft, type DraftIndex, type DraftTable, mapTables } from '../draft.ts'
import { quoteName } from '../naming/quote-name.ts'
import { oneLine } from '../notes/one-line.ts'
import { ownerColumn } from '../relations/ownership.ts'
import { because, bothWhys, byConvention } from '../why.ts'

/**
 * Indexes: what documents ask for, the queries that they imply, the owner's own list, and every foreign key that nothing else leads. One that another
 * index, a unique constraint or the primary key begins with is not made. Each says what it serves.
 */
export function addIndexes(draft: Draft): Draft {
  return mapTables(draft, (table) => {
    const wanted = [...claimedIndexes(table, draft), ...queryIndexes(table, draft), ...ownerList(table), ...keyIndexes(table)]
    return { ...table, indexes: thin(wanted, table) }
  })
}

function claimedIndexes(table: DraftTable, draft: Draft): readonly DraftIndex[] {
  const general = draft.facts.general.indexes.filter(
    (claim) =>
      claim.unique !== true &&
      claim.keys.length > 0 &&
      claim.keys.every((key) => table.columns.some((column) => column.name === key.attribute.name)) &&
      !isOwnersStamp(claim, table),
  )
  return [...(table.facts?.indexes ?? []), ...general].flatMap((claim) => claimedIndex(claim, table, draft) ?? [])
}

/** "Index `created_at`" said of all tables: where people reach their own rows alone, the owner's list has it already. */
function isOwnersStamp(claim: ClaimOf<'index'>, table: DraftTable): boolean {
  const column = claim.keys.length === 1 ? table.columns.find((known) => known.name === claim.keys[0]?.attribute.name) : undefined
  const stamp = column?.part === 'created' || column?.part === 'updated' || column?.part === 'deleted'
  return stamp && (ownerColumn(table) !== undefined || table.part !== 'entity')
}

function claimedIndex(claim: ClaimOf<'index'>, table: DraftTable, draft: Draft): DraftIndex | undefined {
  const state = claim.which === undefined ? undefined : stateOf(claim.which, claim.entity?.text ?? '', table)
  if (claim.which !== undefined && state === undefined) return undefined
  const named = claim.keys.map((key) => ({ key, column: findColumn(table, key.attribute, draft) }))
  const telling = table.columns.find((column) => column.name === state?.column)
  const found = named.length > 0 || telling === undefined ? named : [{ key: undefined, column: telling }]
  if (found.length === 0 || found.some(({ column }) => column === undefined)) return undefined
  const where = claim.where === undefined ? undefined : draft.fragments.expression(claim.where)
  if (claim.where !== undefined && (where === undefined || !where.fits(kindsOf(table, draft)))) return undefined
  const columns = found.flatMap(({ column }) => (column === undefined ? [] : [column]))
  const document =
    columns.length === 1 &&
    (columns[0]?.type === 'jsonb' || columns[0]?.type === 'tsvector' || columns[0]?.type.endsWith('[]') === true)
  const method =
    claim.method !== undefined &&
    methodFits(
      claim.method,
      columns.map((column) => column.type),
    )
      ? claim.method
      : document
        ? 'gin'
        : 'btree'
  if (method === 'btree' && columns.some((column) => column.type === 'jsonb')) return undefined
  // Behind the owner a stamp is read newest first, whether or not the document says so.
  const newest = columns.length === 2 && columns[0]?.part === 'owner' && columns[1]?.part === 'created'
  const keys: IndexKey[] = found.flatMap(({ key, column }, at) =>
    column === undefined
      ? []
      : [
          {
            column: column.name,
            ...((key?.descending === true || (newest && at === 1)) && method === 'btree' ? { descending: true } : {}),
          },
        ],
  )
  return {
    method,
    keys: distinct(keys),
    unique: claim.unique === true && method === 'btree',
    ...(state !== undefined ? { where: conditionOf(state) } : where === undefined ? {} : { where: where.text }),
    why: because([claim]),
    serves: `${phrase(keys)}, as the documents ask`,
  }
}

/** Which types a method has a default operator class for (PostgreSQL manual, 11.10). */
function methodFits(method: NonNullable<ClaimOf<'index'>['method']>, types: readonly string[]): boolean {
  if (method === 'btree' || method === 'brin') return types.every((type) => type !== 'jsonb' && type !== 'tsvector')
  if (method === 'hash') return types.length === 1
  if (method === 'gin') return types.every((type) => type === 'jsonb' || type === 'tsvector' || type.endsWith('[]'))
  return types.every((type) => type.endsWith('range') || type === 'tsvector' || type === 'inet')
}

/** Equality first, then the sort with its direction; rows a person asks for are first of all their own. */
function queryIndexes(table: DraftTable, draft: Draft): readonly DraftIndex[] {
  const owner = ownerColumn(table)
  const lead = owner === undefined || table.primaryKey[0] === owner.name ? [] : [owner.name]
  return (table.facts?.queries ?? []).flatMap((claim): readonly DraftIndex[] => {
    const filters = claim.filter
      .map((mention) => findColumn(table, mention, draft))
      .filter((column) => column !== undefined && isFilter(column.type))
    const sorts = claim.sort.map((sort) => ({
      column: findColumn(table, sort.attribute, draft),
      descending: sort.descending === true,
    }))
    const filterNames = filters.flatMap((column) => (column === undefined ? [] : [column.name])).slice(0, 2)
    const sortKeys = sorts
      .flatMap(({ column, descending }) =>
        column === undefined || !isSortable(column.type) ? [] : [{ column: column.name, ...(descending ? { descending } : {}) }],
      )
      .slice(0, 1)
    if (filterNames.length === 0 && sortKeys.length === 0) return []
    const keys = distinct([...lead.map((column) => ({ column })), ...filterNames.map((column) => ({ column })), ...sortKeys])
    return [
      { method: 'btree', keys, unique: false, ...live(table), why: because([claim]), serves: servesOf(claim, phrase(keys)) },
    ]
  })
}

function servesOf(claim: ClaimOf<'query'>, otherwise: string): string {
  const requirement = claim.source.requirement === undefined ? '' : ` (${claim.source.requirement})`
  const title = claim.title !== undefined && claim.title.length <= 60 ? oneLine(claim.title) : otherwise
  return `${title}${requirement}`
}

function isFilter(type: string): boolean {
  return type !== 'jsonb' && type !== 'tsvector' && !type.endsWith('[]')
}

function isSortable(type: string): boolean {
  return isFilter(type)
}

/** Whoever owns rows lists them, newest first. */
function ownerList(table: DraftTable): readonly DraftIndex[] {
  const owner = ownerColumn(table)
  const created = table.columns.find((column) => column.part === 'created')
  if (owner === undefined || created === undefined || table.part !== 'entity' || table.primaryKey[0] === owner.name) return []
  return [
    {
      method: 'btree',
      keys: [{ column: owner.name }, { column: created.name, descending: true }],
      unique: false,
      why: byConvention,
      serves: `the owner's list, newest first; the policies on \`${owner.name}\``,
    },
  ]
}

/** Every foreign key is led by an index in its column order: deletions of the parent and joins look rows up by it. */
function keyIndexes(table: DraftTable): readonly DraftIndex[] {
  const single = table.columns.flatMap((column) =>
    column.references === undefined || column.references.withOwner === true || isExcluding(table, column.name)
      ? []
      : [{ columns: [column.name], why: column.references.why }],
  )
  const wide = table.foreignKeys.map((key) => ({ columns: key.columns, why: key.why }))
  return [...wide, ...single].map(({ columns, why }) => ({
    method: 'btree' as const,
    keys: columns.map((column) => ({ column })),
    unique: false,
    why,
    serves: `the foreign key on ${columns.map((column) => `\`${column}\``).join(', ')}`,
  }))
}

/** The index of an exclusion constraint that begins with the column serves its foreign key as well. */
function isExcluding(table: DraftTable, column: string): boolean {
  return table.exclusions.some(({ where, elements }) => where === undefined && elements[0]?.expression === quoteName(column))
}

function live(table: DraftTable): { readonly where?: string } {
  const deleted = softDeletion(table)
  return deleted === undefined ? {} : { where: `${deleted} is null` }
}

/** Drops what the primary key, a unique constraint or another index begins with; what was dropped is told where it is served. */
function thin(wanted: readonly DraftIndex[], table: DraftTable): readonly DraftIndex[] {
  const constraints = [
    table.primaryKey,
    ...table.uniques.filter((unique) => unique.where === undefined).map((unique) => unique.columns),
  ]
  const kept: DraftIndex[] = []
  const merge = (at: number, index: DraftIndex) => {
    const known = kept[at]
    if (known === undefined) return
    const serves = known.serves.includes(index.serves) ? known.serves : `${known.serves}; ${index.serves}`
    kept[at] = {
      ...known,
      serves,
      why: bothWhys(known.why, { ...index.why, sources: known.why.sources.length > 0 ? [] : index.why.sources }),
    }
  }
  for (const index of wanted) {
    const names = index.keys.map((key) => key.column ?? '')
    if (
      index.method === 'btree' &&
      index.where === undefined &&
      constraints.some((columns) => startsWith(columns, names) && index.keys.every((key) => key.descending !== true))
    )
      continue
    if (
      index.unique &&
      index.where === undefined &&
      constraints.some((columns) => columns.length === names.length && startsWith(columns, names))
    )
      continue
    const same = kept.findIndex((known) => known.method === index.method && serves(known, index))
    if (same >= 0) {
      merge(same, index)
      continue
    }
    const narrower = kept.findIndex((known) => known.method === index.method && !known.unique && serves(index, known))
    if (narrower >= 0) {
      const old = kept[narrower]
      kept[narrower] = index
      if (old !== undefined) merge(narrower, old)
    } else kept.push(index)
  }
  return kept.filter(
    (index, at) =>
      !kept.some(
        (other, otherAt) =>
          otherAt !== at &&
          other.method === index.method &&
          !index.unique &&
          serves(other, index) &&
          (otherAt < at || !serves(index, other)),
      ),
  )
}

/** Whether an index does all that another would: same beginning, same direction, and no fewer rows. */
function serves(wide: DraftIndex, narrow: DraftIndex): boolean {
  if (narrow.unique && !(wide.unique && wide.keys.length === narrow.keys.length)) return false
  if (wide.method !== 'btree' && wide.keys.length !== narrow.keys.length) return false
  if (wide.where !== undefined && wide.where !== narrow.where) return false
  return narrow.keys.every((key, at) => {
    const other = wide.keys[at]
    // an index is read in both directions: behind equal columns the last one's does not matter
    const last = at === narrow.keys.length - 1
    return other?.column === key.column && (last || (other?.descending === true) === (key.descending === true))
  })
}

function startsWith(columns: readonly string[], names: readonly string[]): boolean {
  return names.length <= columns.length && names.every((name, at) => columns[at] === name)
}

function distinct(keys: readonly IndexKey[]): readonly IndexKey[] {
  return keys.filter((key, at) => keys.findIndex((other) => other.column === key.column) === at)
}

function phrase(keys: readonly IndexKey[]): string {
  return `rows by ${keys.map((key) => `\`${key.column}\`${key.descending === true ? ', newest first' : ''}`).join(' and ')}`
}
