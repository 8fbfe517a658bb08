import type { ClaimOf } from '../../claim/claim.ts'
import { fromSession, strongest } from '../claim-order.ts'
import { type Draft, type DraftColumn, type DraftTable, mapTables } from '../draft.ts'
import { attributeKey } from '../identity/attribute-key.ts'
import type { AttributeFacts } from '../identity/facts.ts'
import { columnName } from '../naming/column-name.ts'
import { statedType } from '../types/stated-type.ts'
import { because, byConvention, type Why } from '../why.ts'

type KeyType = NonNullable<ClaimOf<'key'>['type']> | 'smallint'

/**
 * Primary keys. A profile's key is its account's. A link between two tables has the pair; a natural or composite key stands as it is claimed, unless
 * another table leads to this one, which then needs a single column. Everything else has `id`, of the type the documents name for the table or
 * for all, by default `uuid`.
 */
export function addKeys(draft: Draft): Draft {
  const referenced = new Set(
    draft.tables.flatMap((table) =>
      table.columns.flatMap((column) => (column.references?.target.kind === 'table' ? [column.references.target.key] : [])),
    ),
  )
  const general = strongest(draft.facts.general.keys.filter((claim) => claim.type !== undefined))
  const listsIds = draft.tables.filter((table) => statedId(table.facts?.attributes.get('id'))).length >= 2
  return mapTables(draft, (table) => keyed(table, draft, general, { referenced: referenced.has(table.key), listsIds }))
}

interface Around {
  readonly referenced: boolean
  /** The session lists the keys of other tables: where it lists none, none was forgotten. */
  readonly listsIds: boolean
}

function keyed(table: DraftTable, draft: Draft, general: ClaimOf<'key'> | undefined, around: Around): DraftTable {
  const { referenced } = around
  if (table.part === 'profile') return profileKey(table, draft)
  const natural = claimedKey(table)
  if (natural !== undefined && (natural.columns.length === 1 || !referenced))
    return withKey(asLink(table, natural.columns), natural.columns)
  const id = table.facts?.attributes.get('id')
  const sole = soleAccountKey(table)
  if (sole !== undefined && !referenced && !statedId(id)) return withKey(table, [sole.name])
  const pair = pairKey(table) ?? (around.listsIds ? listedPair(table) : undefined)
  if (pair !== undefined && !referenced && !statedId(id)) return withKey({ ...table, part: 'join' }, pair)
  const column = idColumn(table, id, general, draft)
  const columns = table.columns.filter((known) => known.name !== column.name)
  return { ...table, columns: [column, ...columns], primaryKey: [column.name] }
}

/** A table whose key is made of references, and that says nothing else, is a link. */
function asLink(table: DraftTable, key: readonly string[]): DraftTable {
  const linking =
    key.length >= 2 &&
    key.every((name) => table.columns.some((column) => column.name === name && column.references !== undefined))
  return linking && table.columns.filter((column) => column.part === 'attribute' && !isStampName(column.name)).length === 0
    ? { ...table, part: 'join' }
    : table
}

function statedId(id: AttributeFacts | undefined): boolean {
  return id?.attributes.some((claim) => claim.strength === 'stated') === true
}

function profileKey(table: DraftTable, draft: Draft): DraftTable {
  const own = table.columns.find(
    (column) => column.references?.target.kind === 'accounts' && /^(user|account|profile)_(id|uuid)$/.test(column.name),
  )
  const id = table.facts?.attributes.get('id')
  const userKeyed = own !== undefined && !statedId(id)
  const name = userKeyed ? own.name : id === undefined ? 'id' : columnName(id, table.key)
  const why: Why = because(id?.attributes ?? own?.facts?.attributes ?? [], 'convention')
  const key: DraftColumn = {
    name,
    part: 'owner',
    type: draft.accounts.keyType,
    nullable: false,
    references: { target: { kind: 'accounts' }, onDelete: 'cascade', why },
    why,
  }
  const columns = table.columns.filter((column) => column.name !== name && !(column === own))
  return {
    ...table,
    columns: [key, ...columns],
    primaryKey: [name],
    uniques: table.uniques.filter((unique) => !unique.columns.includes(own?.name ?? name)),
  }
}

/** A natural or composite key as claimed, in columns that the table has. */
function claimedKey(table: DraftTable): { readonly columns: readonly string[] } | undefined {
  const claim = strongest((table.facts?.keys ?? []).filter((key) => (key.attributes?.length ?? 0) > 0))
  const flagged = [...(table.facts?.attributes.values() ?? [])].filter((facts) =>
    facts.attributes.some((attribute) => attribute.primaryKey === true),
  )
  const wanted = claim?.attributes?.map((mention) => attributeKey(mention.name, table.key)) ?? flagged.map((facts) => facts.key)
  if (wanted.length === 0 && isKeyValue(table)) return { columns: ['key'] }
  if (wanted.length === 0 || (wanted.length === 1 && wanted[0] === 'id')) return undefined
  const columns = wanted.map((key) =>
    table.columns.find(
      (column) => column.facts?.key === key || column.name === key || attributeKey(column.name, table.key) === key,
    ),
  )
  if (columns.some((column) => column === undefined)) return undefined
  return { columns: columns.flatMap((column) => (column === undefined ? [] : [column.name])) }
}

/** Settings by name: `key` and `value`, and no id of their own. */
function isKeyValue(table: DraftTable): boolean {
  const names = new Set(table.columns.map((column) => column.name))
  return (
    /(^|_)(setting|config|configuration|parameter|option)$/.test(table.key) &&
    names.has('key') &&
    names.has('value') &&
    table.facts?.attributes.has('id') !== true
  )
}

/** One row per account: the account is the key. */
function soleAccountKey(table: DraftTable): DraftColumn | undefined {
  return table.columns.find(
    (column) =>
      column.references?.target.kind === 'accounts' &&
      !column.nullable &&
      column.part === 'owner' &&
      table.uniques.some(
        (unique) => unique.columns.length === 1 && unique.columns[0] === column.name && unique.purpose === 'one to one',
      ),
  )
}

/** The pair of a link that says nothing more. */
function pairKey(table: DraftTable): readonly string[] | undefined {
  const references = table.columns.filter((column) => column.references !== undefined && !column.nullable)
  if (references.length !== 2) return undefined
  if (table.part === 'join') return references.map((column) => column.name)
  const linked = table.facts?.through.some((claim) => claim.cardinality === 'many to many')
  const bare = table.columns.every(
    (column) => column.references !== undefined || column.part !== 'attribute' || isStampName(column.name),
  )
  const bothTables = references.every((column) => column.references?.target.kind === 'table')
  return (linked && bare) || (bare && bothTables && namesBoth(table)) ? references.map((column) => column.name) : undefined
}

/** "copies (id, …)", "`shelf_copies` (shelf_id, copy_id, position)": among lists that name their keys one that begins with two references, and has no id. */
function listedPair(table: DraftTable): readonly string[] | undefined {
  const listed = [...(table.facts?.attributes.values() ?? [])].filter((facts) =>
    facts.attributes.some((claim) => claim.strength === 'stated' && fromSession(claim.source)),
  )
  const references = table.columns.filter((column) => column.references !== undefined)
  const stated = references.filter((column) => column.facts !== undefined && listed.includes(column.facts))
  const first = listed.slice(0, 2).every((facts) => stated.some((column) => column.facts === facts))
  return listed.length >= 2 &&
    first &&
    references.length === 2 &&
    stated.length === 2 &&
    stated.every((column) => !column.nullable && column.facts?.mentions.some(({ mention }) => mention.identifier) === true)
    ? stated.map((column) => column.name)
    : undefined
}

function isStampName(name: string): boolean {
  return /_(at|date)$/.test(name)
}

function namesBoth(table: DraftTable): boolean {
  return table.columns.every(
    (column) => column.references?.target.kind !== 'table' || table.key.includes(column.references.target.key),
  )
}

function withKey(table: DraftTable, names: readonly string[]): DraftTable {
  const columns = names.flatMap((name) => table.columns.filter((column) => column.name === name))
  const rest = table.columns.filter((column) => !names.includes(column.name))
  return {
    ...table,
    columns: [
      ...columns.map((column) => ({
        ...column,
        nullable: false,
        ...(column.references?.onDelete === 'set null'
          ? { references: { ...column.references, onDelete: 'cascade' as const } }
          : {}),
      })),
      ...rest,
    ],
    primaryKey: names,
    uniques: table.uniques.filter(
      (unique) => unique.columns.length !== names.length || !unique.columns.every((name) => names.includes(name)),
    ),
  }
}

function idColumn(
  table: DraftTable,
  id: AttributeFacts | undefined,
  general: ClaimOf<'key'> | undefined,
  draft: Draft,
): DraftColumn {
  const claims = id?.attributes ?? []
  const own = strongest((table.facts?.keys ?? []).filter((claim) => claim.type !== undefined))
  const typed = strongest(claims.filter((claim) => claim.type !== undefined && statedType(claim.type) !== undefined))
  const candidates = [...(own === undefined ? [] : [own]), ...(typed === undefined ? [] : [typed])]
  const best = strongest(candidates) ?? general
  const type: KeyType = best?.kind === 'key' ? (best.type ?? 'uuid') : typedKey(best?.type)
  const sources = [...claims, ...(best === undefined ? [] : [best])]
  const named = id === undefined ? 'id' : columnName(id, table.key)
  const base = {
    name: named,
    part: 'key' as const,
    nullable: false,
    why: sources.length === 0 ? byConvention : because(sources, 'convention'),
  }
  return { ...base, ...shapes(draft)[type] }
}

function typedKey(type: string | undefined): KeyType {
  const stated = type === undefined ? undefined : statedType(type)?.type
  if (stated === 'bigint') return 'bigint'
  if (stated === 'integer' || stated === 'smallint') return stated
  return stated === 'text' ? 'text' : 'uuid'
}

/** How each type of key is generated. `uuidv7()` exists from PostgreSQL 18 on. */
function shapes(draft: Draft): Readonly<Record<KeyType, Pick<DraftColumn, 'type' | 'default' | 'identity'>>> {
  return {
    uuid: { type: 'uuid', default: 'gen_random_uuid()' },
    uuidv7: { type: 'uuid', default: draft.platform.version >= 18 ? 'uuidv7()' : 'gen_random_uuid()' },
    bigint: { type: 'bigint', identity: 'always' },
    integer: { type: 'integer', identity: 'always' },
    smallint: { type: 'smallint', identity: 'always' },
    text: { type: 'text' },
  }
}
