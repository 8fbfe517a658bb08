import type { Permission, Rows, Who } from '../../schema/access.ts'
import type { DraftTable, Question } from '../draft.ts'
import { because, type Why } from '../why.ts'
import type { DraftRule } from './add-access-rules.ts'
import type { FoundGroup } from './groups.ts'
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

/**
 * Why it is unsure that everyone reads what others react to: people work in groups, and nothing says that these rows are a group's; or the documents hide some of
 * the rows from others. Then they stay their owner's, and it is asked.
 */
export function unsureReaders(table: DraftTable, groups: readonly FoundGroup[]): Question | undefined {
  const [group] = groups
  const hidden = (table.facts?.access ?? []).filter(
    (claim) => claim.who.kind === 'owner' && claim.only === true && claim.which !== undefined && claim.denied !== true,
  )
  if (group === undefined && hidden.length === 0) return undefined
  const reason =
    hidden[0] === undefined
      ? `others react to them, and no document says whether all who are signed in see them or their ${group?.group.name} alone`
      : `those that are ${hidden[0].which} are not for everybody, and others react to the rest`
  return {
    id: `${table.name}/reacted`,
    topic: 'access',
    text: `Rows of \`${table.name}\` are read by their owner alone: ${reason}.`,
    why: because(hidden.length > 0 ? hidden : (table.facts?.incoming ?? []).filter(({ byOthers }) => byOthers === true)),
  }
}
