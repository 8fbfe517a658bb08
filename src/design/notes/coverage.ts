import type { ClaimOf } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import type { Coverage } from '../../schema/notes.ts'
import type { Reason } from '../../schema/reason.ts'
import type { Table } from '../../schema/table.ts'
import { findColumn } from '../constraints/find-column.ts'
import type { Draft, DraftTable } from '../draft.ts'
import { accountKey, entityKey } from '../identity/entity-key.ts'
import { isModifier } from '../identity/modifier-words.ts'
import { oneLine } from './one-line.ts'

/** More names than these tell a reader nothing more. */
const most = 8

/**
 * For every requirement: what of the schema serves it, that it needs nothing stored, or that nothing serves it. Served means by content: the tables of the
 * things that it is about, those of their columns that it names, and what was made because one of its sentences asks for it.
 *
 * @param finished the tables as the plan shows them, with the names of their constraints and indexes; without them these are left out.
 */
export function coverageOf(draft: Draft, finished: readonly Table[] = []): readonly Coverage[] {
  const merged = new Map<string, ClaimOf<'requirement'>>()
  for (const claim of draft.facts.general.requirements) {
    const known = merged.get(claim.id)
    merged.set(
      claim.id,
      known === undefined
        ? claim
        : {
            ...known,
            about: [...known.about, ...claim.about],
            details: [...(known.details ?? []), ...(claim.details ?? [])],
          },
    )
  }
  return [...merged.values()].map((claim) => {
    const servedBy = serving(claim, draft, finished)
    const outcome = servedBy.length > 0 ? 'served' : claim.needsNoData === true ? 'no data' : 'not covered'
    return { id: claim.id, title: oneLine(claim.title), outcome, servedBy }
  })
}

function serving(claim: ClaimOf<'requirement'>, draft: Draft, finished: readonly Table[]): readonly string[] {
  const things = claim.about.flatMap((mention) => meant(mention, draft) ?? [])
  const account = claim.accounts === true ? accounts(draft) : undefined
  const about = account === undefined ? things : [account, ...things]
  const tables = about.flatMap(({ table }) => table ?? [])
  const details = [...(claim.details ?? []), ...claim.about.map((attribute) => ({ attribute }))]
  const fitting = tables.length > 0 ? tables : (bestFitting(details, draft) ?? [])
  const columns = details.flatMap((detail) => columnOf(detail, fitting, draft) ?? [])
  const names = [
    ...about.map(({ name }) => name),
    ...triggersCiting(claim.id, finished),
    ...(tables.length > 0 ? [] : fitting.map(({ name }) => name)),
    ...columns,
    ...madeFor(claim.id, draft),
    ...finished
      .filter((table) => fitting.some(({ name }) => name === table.name))
      .flatMap((table) => namesCiting(claim.id, table)),
  ]
  return [...new Set(names)].slice(0, most)
}

/** "A wish can have at most 3 photos" is about the wish, and served by the trigger on photos. */
function triggersCiting(id: string, tables: readonly Table[]): readonly string[] {
  return tables.flatMap((table) =>
    table.triggers
      .filter(({ reasons }) => reasons.some((reason) => reason.kind === 'source' && reason.requirement === id))
      .flatMap((trigger) => [table.name, trigger.name]),
  )
}

interface Meant {
  readonly name: string
  /** Absent for the platform's own table of accounts. */
  readonly table?: DraftTable
}

/** The table of a thing: by what identity makes of its name, or without the words that only say its state ("pending order"). */
function meant(mention: Mention, draft: Draft): Meant | undefined {
  const key = draft.facts.identity.keyOf(mention)
  const bare = entityKey(mention.name)
    .split('_')
    .filter((word, at, words) => at === words.length - 1 || !isModifier(word))
    .join('_')
  for (const each of [key, draft.facts.identity.keyOfName(bare)]) {
    const table = draft.tables.find((candidate) => candidate.key === each)
    if (table !== undefined) return { name: table.name, table }
  }
  if (key === accountKey || isProfile(key)) return accounts(draft)
  const ending = draft.tables.filter((candidate) => candidate.key.endsWith(`_${bare}`))
  const [only] = ending
  return only !== undefined && ending.length === 1 ? { name: only.name, table: only } : undefined
}

const isProfile = (key: string): boolean => key === 'profile' || key === 'user_profile'

/** Accounts, with the table that holds the rest of what is known of a person. */
function accounts(draft: Draft): Meant | undefined {
  const own = draft.tables.find((table) => table.part === 'accounts')
  if (draft.accounts.schema === 'public') return own === undefined ? undefined : { name: own.name, table: own }
  const profile = draft.tables.find((table) => table.key === draft.accounts.profile)
  return { name: `${draft.accounts.schema}.${draft.accounts.table}`, ...(profile === undefined ? {} : { table: profile }) }
}

type Detail = NonNullable<ClaimOf<'requirement'>['details']>[number]

/** A column of the thing that the sentence says it of, or else of the first table served that has one. */
function columnOf({ attribute, entity }: Detail, tables: readonly DraftTable[], draft: Draft): string | undefined {
  const said = entity === undefined ? undefined : meant(entity, draft)?.table
  const possible = said !== undefined && tables.includes(said) ? [said] : tables
  for (const table of possible) {
    const column = attributeColumn(table, attribute, draft)
    if (column !== undefined) return `${table.name}.${column}`
  }
  return undefined
}

function attributeColumn(table: DraftTable, attribute: Mention, draft: Draft): string | undefined {
  const column = findColumn(table, attribute, draft)
  return column?.part === 'attribute' ? column.name : undefined
}

/** Where no thing is named, the one table that has at least two of the attributes, and more of them than any other. */
function bestFitting(details: readonly Detail[], draft: Draft): readonly DraftTable[] | undefined {
  const counted = draft.tables
    .map((table) => ({
      table,
      count: new Set(details.flatMap(({ attribute }) => attributeColumn(table, attribute, draft) ?? [])).size,
    }))
    .sort((a, b) => b.count - a.count)
  const [best, next] = counted
  return best !== undefined && best.count >= 2 && best.count > (next?.count ?? 0) ? [best.table] : undefined
}

/** Columns that a sentence of the requirement asks for. */
function madeFor(id: string, draft: Draft): readonly string[] {
  return draft.tables.flatMap((table) =>
    table.columns
      .filter((column) => column.part === 'attribute' && column.why.sources.some((source) => source.requirement === id))
      .flatMap((column) => [table.name, `${table.name}.${column.name}`]),
  )
}

/** Constraints and indexes that a sentence of the requirement asks for. */
function namesCiting(id: string, table: Table): readonly string[] {
  const cites = ({ reasons }: { readonly reasons: readonly Reason[] }) =>
    reasons.some((reason) => reason.kind === 'source' && reason.requirement === id)
  return [...table.uniques, ...table.checks, ...table.exclusions, ...table.indexes, ...table.triggers]
    .filter(cites)
    .map(({ name }) => name)
}
