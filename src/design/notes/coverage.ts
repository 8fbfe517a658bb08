import type { ClaimOf } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import type { Coverage } from '../../schema/notes.ts'
import { findColumn } from '../constraints/find-column.ts'
import type { Draft, DraftTable } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'
import { oneLine } from './one-line.ts'

/** For every requirement: which tables and columns serve it, that it needs none, or that nothing does. */
export function coverageOf(draft: Draft): readonly Coverage[] {
  const byKey = new Map(draft.tables.map((table) => [table.key, table]))
  const byName = new Map(draft.tables.map((table) => [table.name, table]))
  const merged = new Map<string, ClaimOf<'requirement'>>()
  for (const claim of draft.facts.general.requirements) {
    const known = merged.get(claim.id)
    merged.set(claim.id, known === undefined ? claim : { ...known, about: [...known.about, ...claim.about] })
  }
  const citing = citedTables(draft)
  return [...merged.values()].map((claim) => {
    const tables: string[] = []
    const columns: string[] = []
    for (const mention of claim.about) {
      const key = draft.facts.identity.keyOf(mention)
      const table = byKey.get(key)
      if (table !== undefined) tables.push(table.name)
      else if (key === accountKey && accountsName(draft) !== undefined && speaksOfAccount(claim.title))
        tables.push(accountsName(draft) ?? '')
    }
    for (const mention of claim.about) columns.push(...columnsOf(mention, tables, byName, draft))
    const servedBy = [...new Set([...tables, ...(citing.get(claim.id) ?? []), ...columns])].slice(0, 8)
    const outcome = servedBy.length > 0 ? 'served' : claim.needsNoData === true ? 'no data' : 'not covered'
    return { id: claim.id, title: oneLine(claim.title), outcome, servedBy: outcome === 'served' ? servedBy : [] }
  })
}

/** Tables and columns whose own reasons name the requirement. */
function citedTables(draft: Draft): ReadonlyMap<string, readonly string[]> {
  const cited = new Map<string, string[]>()
  const cite = (name: string, requirement: string | undefined) => {
    if (requirement === undefined) return
    const list = cited.get(requirement) ?? []
    cited.set(requirement, list)
    if (!list.includes(name)) list.push(name)
  }
  for (const table of draft.tables) {
    for (const source of table.why.sources) cite(table.name, source.requirement)
    for (const column of table.columns) for (const source of column.why.sources) cite(table.name, source.requirement)
  }
  return cited
}

function columnsOf(
  mention: Mention,
  tables: readonly string[],
  byName: ReadonlyMap<string, DraftTable>,
  draft: Draft,
): readonly string[] {
  for (const name of tables) {
    const table = byName.get(name)
    const column = table === undefined ? undefined : findColumn(table, mention, draft)
    if (table !== undefined && column !== undefined && column.part === 'attribute') return [`${table.name}.${column.name}`]
  }
  return []
}

function accountsName(draft: Draft): string | undefined {
  return draft.accounts.schema === 'public'
    ? draft.tables.find((table) => table.part === 'accounts')?.name
    : `${draft.accounts.schema}.${draft.accounts.table}`
}

function speaksOfAccount(title: string): boolean {
  return /log|sign|regist|account|password|hasł|konto|konta|kont|rejestr|profil/i.test(title)
}
