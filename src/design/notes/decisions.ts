import type { Remark } from '../../schema/notes.ts'
import type { RulesDraft } from '../access-rules/add-access-rules.ts'
import { strongest } from '../claim-order.ts'
import { countRemarks } from '../constraints/counts.ts'
import { because } from '../why.ts'
import { listDecisions } from './decisions/closed-lists.ts'
import { deletionDecisions } from './decisions/deletion.ts'
import { keyDecisions } from './decisions/keys.ts'
import { linkDecisions } from './decisions/links.ts'
import { ownershipDecisions } from './decisions/ownership.ts'
import { stampDecisions } from './decisions/stamps.ts'
import { uniqueDecisions } from './decisions/uniqueness.ts'
import { typeDecisions } from './decisions/written-types.ts'
import { quoted } from './quoted.ts'
import { remark } from './remark.ts'

/** The choices behind the schema, each with the words it rests on: what a reviewer would ask about. */
export function decisionsOf(draft: RulesDraft): readonly Remark[] {
  return [
    ...keyDecisions(draft),
    ...listDecisions(draft),
    ...ownershipDecisions(draft),
    ...rowSecurity(draft),
    ...linkDecisions(draft),
    ...uniqueDecisions(draft),
    ...typeDecisions(draft),
    ...stampDecisions(draft),
    ...deletionDecisions(draft),
    ...countRemarks(draft),
  ]
}

function rowSecurity(draft: RulesDraft): readonly Remark[] {
  const open = strongest(draft.facts.general.conventions.filter((claim) => claim.rule === 'no row level security'))
  if (open === undefined) return []
  return [
    remark(
      `Row-level security stays on although a document does without it (${quoted(open)}): the API roles reach every table, and grants alone cannot tell one person's rows from another's.`,
      because([open]),
    ),
  ]
}
