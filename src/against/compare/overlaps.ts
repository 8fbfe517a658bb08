import { fromSession, strongest } from '../../design/claim-order.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Comparison, Difference } from '../difference.ts'
import { partOfTable } from '../part-of.ts'

/** Periods that must not overlap, of which the schema says nothing: neither an exclusion constraint nor a trigger, which may do it as well. */
export const compareOverlaps: Comparison = ({ pairs }) =>
  pairs.flatMap(({ asked, table }): readonly Difference[] => {
    const claim = strongest(asked.facts?.overlaps ?? [])
    if (claim === undefined || asked.exclusions.length === 0 || table.exclusions.length > 0 || table.triggers.length > 0)
      return []
    return [
      {
        code: 'against/overlap-missing',
        message: `Rows of ${displayName(table)} should not overlap in time; nothing in the schema keeps them from it.`,
        help: 'Add an exclusion constraint: exclude using gist (… with =, tstzrange(…) with &&).',
        source: claim.source,
        part: partOfTable(table),
        isWeak: !fromSession(claim.source),
      },
    ]
  })
