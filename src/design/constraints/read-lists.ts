import type { Claim, ClaimOf } from '../../claim/claim.ts'
import type { Fragments } from '../fragments.ts'

/**
 * A condition that says that a column is one of some values is a list of values, and is read as one: so the column may become an enum, and
 * whoever asks for its values finds them. Other claims stay as they are.
 */
export function readLists(claims: readonly Claim[], fragments: Fragments): readonly Claim[] {
  return claims.map((claim): Claim => {
    if (claim.kind !== 'condition' || claim.sql === undefined || claim.entity === undefined) return claim
    const list = fragments.expression(claim.sql)?.list
    if (list === undefined) return claim
    const values: ClaimOf<'values'> = {
      kind: 'values',
      entity: claim.entity,
      attribute: { text: list.column, name: list.column, identifier: true, known: true },
      values: list.values,
      open: false,
      as: 'check',
      source: claim.source,
      reader: claim.reader,
    }
    return values
  })
}
