import type { Claim } from '../../claim/claim.ts'
import type { Remark } from '../../schema/notes.ts'
import { strongest } from '../claim-order.ts'
import { countRemarks } from '../constraints/counts.ts'
import type { Draft } from '../draft.ts'
import { because, reasonsOf } from '../why.ts'
import { oneLine } from './one-line.ts'

/** The choices that shape the whole schema, with the words they rest on. */
export function decisionsOf(draft: Draft): readonly Remark[] {
  const { conventions, keys, deleteRules } = draft.facts.general
  const remarks: Remark[] = []
  const say = (text: string, claim: Claim | undefined) => {
    if (claim !== undefined)
      remarks.push({ text: `${text}: "${oneLine(claim.source.quote)}".`, reasons: reasonsOf(because([claim]), new Map()) })
  }
  const key = strongest(keys.filter((claim) => claim.type !== undefined))
  say(`Primary keys are \`${key?.type}\``, key)
  const rule = (name: (typeof conventions)[number]['rule']) => strongest(conventions.filter((claim) => claim.rule === name))
  say('Closed lists are enums', rule('enums'))
  say('Closed lists are checks, not enums', rule('checks instead of enums'))
  say(
    'Rows are deleted softly, by `deleted_at`',
    rule('soft delete') ?? strongest(deleteRules.filter((claim) => claim.rule === 'soft')),
  )
  say('Rows are deleted for good', rule('hard delete'))
  say('Deleting an account deletes what belongs to it', rule('account deletion'))
  const open = rule('no row level security')
  if (open !== undefined)
    remarks.push({
      text: `Row-level security stays on although a document does without it ("${oneLine(open.source.quote)}"): the API roles reach every table, and grants alone cannot tell one person's rows from another's.`,
      reasons: reasonsOf(because([open]), new Map()),
    })
  const sized = draft.tables.flatMap((table) =>
    table.columns
      .filter((column) => column.type === 'text')
      .flatMap((column) => column.facts?.attributes.filter((claim) => /^\s*(var)?char/i.test(claim.type ?? '')) ?? []),
  )
  if (sized.length > 0)
    remarks.push({
      text: '`varchar(n)` of the documents is `text` with a check of the length: the same limit, and it changes without a rewrite of the table.',
      reasons: reasonsOf(because(sized), new Map()),
    })
  return [...remarks, ...countRemarks(draft)]
}
