import { findColumn } from '../constraints/find-column.ts'
import { type Draft, type DraftIndex, mapTables } from '../draft.ts'
import { because } from '../why.ts'

/** Text that people search in gets a trigram index, which serves `ilike '%…%'` (PostgreSQL manual, F.35 pg_trgm). */
export function addSearchIndexes(draft: Draft): Draft {
  return mapTables(draft, (table) => {
    const wanted = new Map<string, DraftIndex>()
    for (const claim of table.facts?.queries ?? [])
      for (const mention of claim.search) {
        const column = findColumn(table, mention, draft)
        if (column?.type !== 'text' || wanted.has(column.name) || column.part !== 'attribute') continue
        wanted.set(column.name, {
          method: 'gin',
          keys: [{ column: column.name, operatorClass: `${draft.traits.extensionSchema}.gin_trgm_ops` }],
          unique: false,
          why: because([claim]),
          serves: `${claim.title ?? `search in \`${column.name}\``}${claim.source.requirement === undefined ? '' : ` (${claim.source.requirement})`}`,
        })
      }
    return wanted.size === 0 ? table : { ...table, indexes: [...table.indexes, ...wanted.values()] }
  })
}
