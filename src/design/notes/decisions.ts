import type { Claim } from '../../claim/claim.ts'
import type { Remark } from '../../schema/notes.ts'
import { strongest } from '../claim-order.ts'
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
  for (const table of draft.tables) {
    const renamed = table.columns.filter(
      (column) =>
        column.facts !== undefined &&
        column.type === 'text' &&
        column.facts.attributes.some((claim) => /^\s*(var)?char/i.test(claim.type ?? '')),
    )
    if (renamed.length > 0)
      remarks.push({
        text: `\`${table.name}\`: ${renamed.map((column) => `\`${column.name}\``).join(', ')} ${renamed.length === 1 ? 'is' : 'are'} \`text\` with a check of the length instead of \`varchar(n)\`: the same limit, and it changes without a rewrite.`,
        reasons: reasonsOf(
          because(renamed.flatMap((column) => column.facts?.attributes.filter((claim) => claim.type !== undefined) ?? [])),
          new Map(),
        ),
      })
  }
  return remarks
}
