import type { ClaimOf } from '../../claim/claim.ts'
import { fromSession, strongest } from '../../design/claim-order.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import { allowedValues } from '../allowed-values.ts'
import { boundsOf } from '../bounds.ts'
import type { Comparison, Difference } from '../difference.ts'
import { partOfTable } from '../part-of.ts'

/** Lengths and numbers that the documents bound, against the types and checks of the columns. */
export const compareLimits: Comparison = ({ pairs, schema, tree }) =>
  pairs.flatMap(({ asked, table, columns }) =>
    asked.columns.flatMap((column) => {
      const name = columns.get(column.name)
      const kept = table.columns.find((one) => one.name === name)
      if (name === undefined || kept === undefined || column.facts === undefined || !isMeasured(kept.type, column.facts.limits))
        return []
      // A list of values bounds them already.
      if (allowedValues(schema, table, name, tree) !== undefined) return []
      const { minimum, maximum, isUnclear } = boundsOf(table, name, tree)
      return (['maximum', 'minimum'] as const).flatMap((end): readonly Difference[] => {
        const claim = strongest(column.facts?.limits.filter((limit) => limit[end] !== undefined) ?? [])
        const wanted = claim?.[end]
        if (claim === undefined || wanted === undefined || !isHeld(asked.checks, column.name, wanted)) return []
        // "At least one character" is what NOT NULL and the application's forms mean, and rarely written down.
        if (end === 'minimum' && claim.of === 'characters' && wanted <= 1) return []
        const has = end === 'maximum' ? maximum : minimum
        if (has === wanted || (has === undefined && isUnclear)) return []
        // "Positive" of what is no whole number is above nought, and nothing is between.
        if (end === 'minimum' && [0, 1].includes(wanted) && [0, 1].includes(has ?? -1)) return []
        return [difference(table, name, end, claim, wanted, has)]
      })
    }),
  )

const units: Readonly<Record<ClaimOf<'limit'>['of'], string>> = {
  characters: ' characters',
  value: '',
  items: ' items',
  bytes: ' bytes',
}

function difference(
  table: Table,
  column: string,
  end: 'maximum' | 'minimum',
  claim: ClaimOf<'limit'>,
  wanted: number,
  has: number | undefined,
): Difference {
  const word = end === 'maximum' ? 'at most' : 'at least'
  const unit = units[claim.of]
  const name = `${displayName(table)}.${column}`
  return {
    code: has === undefined ? 'against/limit-missing' : 'against/limit-differs',
    message:
      has === undefined
        ? `${name} should hold ${word} ${wanted}${unit}; nothing in the schema says so.`
        : `${name} should hold ${word} ${wanted}${unit}; the schema says ${has}.`,
    help: `Make it a CHECK of ${word} ${wanted}, or correct the document.`,
    source: claim.source,
    part: partOfTable(table, 'column', column),
    isWeak: has === undefined && !fromSession(claim.source),
  }
}

/** Whether the limit is the one that holds once every document was heard. */
function isHeld(checks: readonly { readonly expression: string }[], column: string, wanted: number): boolean {
  return checks.some(
    ({ expression }) =>
      new RegExp(`(?<![\\w.])"?${column}"?(?![\\w.])`).test(expression) &&
      new RegExp(`(?<![\\w.])${wanted}(?![\\w.])`).test(expression),
  )
}

/** Whether a type has the measure: what is kept as JSON, or by its identifier, is bounded elsewhere. */
function isMeasured(type: string, limits: readonly ClaimOf<'limit'>[]): boolean {
  const ofText = /^(text|varchar|char|citext)/.test(type) && !type.endsWith('[]')
  const ofNumber = /^(smallint|integer|bigint|numeric|float|real|double)/.test(type) && !type.endsWith('[]')
  return limits.some(({ of }) => (of === 'characters' ? ofText : of === 'value' ? ofNumber || ofText : type.endsWith('[]')))
}
