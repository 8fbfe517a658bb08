import type { ClaimOf } from '../../claim/claim.ts'
import { fromSession, strongest } from '../../design/claim-order.ts'
import { displayName } from '../../schema/lookups.ts'
import { allowedValues } from '../allowed-values.ts'
import type { Comparison, Difference } from '../difference.ts'
import { partOfTable } from '../part-of.ts'

/** Lists of values: a closed one must be the same, and one that gives examples must not be closed. */
export const compareValues: Comparison = ({ pairs, schema, tree }) =>
  pairs.flatMap(({ asked, table, columns }) =>
    asked.columns.flatMap((column): readonly Difference[] => {
      const name = columns.get(column.name)
      if (name === undefined || column.facts === undefined) return []
      const kept = allowedValues(schema, table, name, tree)
      const holding = strongest(column.facts.values)
      if (holding === undefined) return []
      const closed = column.facts.values.filter((claim) => !claim.open)
      const shown = `${displayName(table)}.${name}`
      const part = partOfTable(table, 'column', name)
      if (closed.length === 0) {
        if (kept === undefined || !overlaps(kept.values, holding.values)) return []
        return [
          {
            code: 'against/open-list',
            message: `${shown} is ${kept.as === 'enum' ? 'an enum' : 'closed by a CHECK'}; the document gives its values as examples.`,
            help: 'Keep it as text or as a table of its own, or have it confirmed that the list is final.',
            source: holding.source,
            part,
          },
        ]
      }
      const claim = strongest(closed)
      if (claim === undefined || column.values === undefined || !isSame(column.values, claim.values)) return []
      return kept === undefined ? [] : differing(claim, kept.values, shown, part)
    }),
  )

function differing(
  claim: ClaimOf<'values'>,
  kept: readonly string[],
  shown: string,
  part: Difference['part'],
): readonly Difference[] {
  // Lists that share nothing are the same list in two languages more often than two lists.
  if (isSame(kept, claim.values) || !overlaps(kept, claim.values)) return []
  const missing = without(claim.values, kept)
  const more = without(kept, claim.values)
  const said = [
    ...(missing.length === 0 ? [] : [`lacks ${listed(missing)}`]),
    ...(more.length === 0 ? [] : [`has ${listed(more)}, which the document does not name`]),
  ]
  // Words of prose for a value need not be the value; that one is missing altogether shows in how many there are.
  if (missing.length > 0 && more.length > 0 && missing.length === more.length) return []
  return [
    {
      code: 'against/values-differ',
      message: `${shown} ${said.join(' and ')}.`,
      help: 'Make the lists the same, or correct the document.',
      source: claim.source,
      ...(part === undefined ? {} : { part }),
      isWeak: missing.length === 0 || !fromSession(claim.source),
    },
  ]
}

const plain = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const without = (values: readonly string[], others: readonly string[]): readonly string[] =>
  values.filter((value) => !others.some((other) => plain(other) === plain(value)))
const isSame = (a: readonly string[], b: readonly string[]): boolean => without(a, b).length === 0 && without(b, a).length === 0
const overlaps = (a: readonly string[], b: readonly string[]): boolean => without(a, b).length < a.length
const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')
