import { fromSession, strongest } from '../../design/claim-order.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Comparison, Difference } from '../difference.ts'
import { schemaDocument } from '../names-of-schema.ts'
import { partOfTable } from '../part-of.ts'

/** Whether a value has to be there: what a session calls required and may be null, what it calls optional and may not. */
export const compareRequired: Comparison = ({ pairs }) =>
  pairs.flatMap(({ asked, table, columns }) =>
    asked.columns.flatMap((column): readonly Difference[] => {
      const name = columns.get(column.name)
      const kept = table.columns.find((one) => one.name === name)
      const said = (column.facts?.attributes ?? []).filter(
        ({ optional, source }) => optional !== undefined && source.document !== schemaDocument,
      )
      const claim = strongest(said)
      // Where documents disagree, the design has heard them all, and so may the plan have.
      if (
        kept === undefined ||
        column.part !== 'attribute' ||
        claim === undefined ||
        said.some(({ optional }) => optional !== claim.optional)
      )
        return []
      if (
        !fromSession(claim.source) ||
        claim.optional === kept.nullable ||
        kept.default !== undefined ||
        kept.generated !== undefined
      )
        return []
      const shown = `${displayName(table)}.${kept.name}`
      return [
        {
          code: 'against/required-differs',
          message:
            claim.optional === true
              ? `${shown} may be left empty; the schema says it is not null.`
              : `${shown} must have a value; the schema lets it be null.`,
          help:
            claim.optional === true
              ? 'Take "not null" away, or correct the document.'
              : 'Make it "not null", or correct the document.',
          source: claim.source,
          part: partOfTable(table, 'column', kept.name),
        },
      ]
    }),
  )
