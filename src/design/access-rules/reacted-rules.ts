import type { Permission, Rows, Who } from '../../schema/access.ts'
import type { DraftTable } from '../draft.ts'
import { because, type Why } from '../why.ts'
import type { DraftRule } from './add-access-rules.ts'
import { publicFlag } from './visibility.ts'

/**
 * What others than its owner comment on, rate or report, they see: everyone who is signed in reads it, and what they said of it is read with it, but for reports
 * and what people mark for themselves. Rows that say themselves whether they are public are opened by that.
 */
export function reactedRules(
  table: DraftTable,
  rule: (who: Who, may: readonly Permission[], rows: Rows, why: Why) => DraftRule,
): readonly DraftRule[] {
  const facts = table.facts
  if (facts === undefined || publicFlag(table) !== undefined) return []
  const reacted = facts.incoming.filter(({ byOthers }) => byOthers === true)
  const said = /^(?:\w+_)?(?:comment|rating|like)$/.test(table.key)
    ? facts.relationships.filter(({ byOthers }) => byOthers === true)
    : []
  const claims = [...reacted, ...said]
  if (claims.length === 0) return []
  return [rule({ kind: 'signed in' }, [{ operation: 'select' }], { kind: 'all' }, because(claims))]
}
