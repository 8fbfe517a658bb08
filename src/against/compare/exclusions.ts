import { fromSession } from '../../design/claim-order.ts'
import { entityKey } from '../../design/identity/entity-key.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Comparison, Difference } from '../difference.ts'
import { pairOf } from '../difference.ts'
import { similarity } from '../names.ts'
import { partOfTable } from '../part-of.ts'

/** Tables and columns that the documents refuse and the schema has. */
export const compareExclusions: Comparison = (sides) => {
  const { draft, schema, names } = sides
  const asked = new Set(draft.tables.flatMap(({ key, name }) => [key, entityKey(name)]))
  return [...draft.facts.entities.values()].flatMap(({ key, exclusions, attributes }): readonly Difference[] => {
    const pair = pairOf(sides, key)
    const columns = [...attributes.values()].flatMap((attribute): readonly Difference[] => {
      const claim = attribute.exclusions.find(({ source }) => fromSession(source))
      const isAsked = pair?.asked.columns.some((column) => column.facts?.key === attribute.key) === true
      const kept = pair?.table.columns.find(({ name }) =>
        attribute.mentions.some(({ mention }) => similarity(names, mention.name, name) === 1),
      )
      if (claim === undefined || pair === undefined || kept === undefined || isAsked) return []
      return [
        {
          code: 'against/left-out',
          message: `${displayName(pair.table)}.${kept.name} is in the schema; the document leaves it out${claim.deferred ? ' for now' : ''}.`,
          help: 'Take the column out, or correct the document.',
          source: claim.source,
          part: partOfTable(pair.table, 'column', kept.name),
        },
      ]
    })
    const claim = exclusions.find((one) => one.subject === 'entity')
    if (claim === undefined || asked.has(key)) return columns
    const table = schema.tables.find(({ name }) => entityKey(name) === key)
    if (table === undefined) return columns
    return [
      ...columns,
      {
        code: 'against/left-out',
        message: `${displayName(table)} is in the schema; the document leaves it out${claim.deferred ? ' for now' : ''}.`,
        help: 'Take the table out, or correct the document.',
        source: claim.source,
        part: partOfTable(table),
        isWeak: !fromSession(claim.source),
      },
    ]
  })
}
