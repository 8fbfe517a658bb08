import type { ClaimOf } from '../../claim/claim.ts'
import { fromSession, strongest } from '../../design/claim-order.ts'
import type { DraftColumn } from '../../design/draft.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Comparison, Difference, Sides } from '../difference.ts'
import { attributeNames, isLike, type Pair } from '../pair.ts'
import { partOfTable } from '../part-of.ts'

/** Columns that the session states and that neither the table nor another one has. */
export const compareColumns: Comparison = (sides) =>
  sides.pairs.flatMap((pair) => {
    const { asked, table, columns } = pair
    return asked.columns.flatMap((column): readonly Difference[] => {
      if (columns.has(column.name) || column.part !== 'attribute') return []
      const claim = strongest((column.facts?.attributes ?? []).filter(isStated))
      if (claim === undefined) return []
      if (isPlatforms(column, pair, sides) || isElsewhere(column, sides)) return []
      return [
        {
          code: 'against/column-missing',
          message: `${displayName(table)} has no column ${column.name}.`,
          help: 'Add the column, or say in the notes that it is left out.',
          source: claim.source,
          part: partOfTable(table),
        },
      ]
    })
  })

/**
 * A session names the column: as code that is more than a word, since a single one may as well be a value, or with its type. What prose lists may be kept
 * in other ways.
 */
const isStated = ({ attribute, type, strength, many, source }: ClaimOf<'attribute'>): boolean =>
  strength === 'stated' &&
  many !== true &&
  fromSession(source) &&
  !source.quote.trimEnd().endsWith('?') &&
  ((attribute.identifier && attribute.name.includes('_')) ||
    (type !== undefined && attribute.text.toLowerCase() === attribute.name))

/** What the platform keeps with the account. */
function isPlatforms(column: DraftColumn, { asked }: Pair, { draft }: Sides): boolean {
  return (
    draft.traits.accounts !== null &&
    (asked.part === 'accounts' || asked.part === 'profile') &&
    /^(email|phone|password\w*|encrypted_password|last_sign_in_at|last_login\w*|role)$/.test(column.name)
  )
}

function isElsewhere(column: DraftColumn, { schema, names }: Sides): boolean {
  const others = [
    ...schema.tables.flatMap((table) => [table.name, ...table.columns.map(({ name }) => name)]),
    ...schema.views.flatMap((view) => view.columns.map(({ name }) => name)),
  ]
  return attributeNames(column).some((said) => others.some((name) => isLike(names, said, name)))
}
