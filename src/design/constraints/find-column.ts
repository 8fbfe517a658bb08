import type { Mention } from '../../claim/mention.ts'
import type { Draft, DraftColumn, DraftTable } from '../draft.ts'
import { attributeKey } from '../identity/attribute-key.ts'
import { accountKey } from '../identity/entity-key.ts'
import { means } from '../identity/same-attributes.ts'

/** The column that a mention means in a table: by name, by the attribute's key, or the reference to the entity that it names ("per user", "per set"). */
export function findColumn(table: DraftTable, mention: Mention, draft: Draft): DraftColumn | undefined {
  const key = attributeKey(mention.name, table.key)
  const direct =
    table.columns.find((column) => column.name === mention.name) ??
    table.columns.find((column) => column.facts?.key === key) ??
    table.columns.find((column) => attributeKey(column.name, table.key) === key) ??
    (mention.identifier ? undefined : table.columns.find((column) => column.facts !== undefined && means(key, column.facts.key)))
  if (direct !== undefined) return direct
  const entity = draft.facts.identity.keyOfName(mention.name.replace(/_(id|uuid)$/, ''))
  if (entity === accountKey || entity === draft.accounts.profile)
    return (
      table.columns.find((column) => column.part === 'owner') ??
      table.columns.find((column) => column.references?.target.kind === 'accounts')
    )
  return table.columns.find((column) => column.references?.target.kind === 'table' && column.references.target.key === entity)
}
