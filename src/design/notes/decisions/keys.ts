import type { Remark } from '../../../schema/notes.ts'
import { strongest } from '../../claim-order.ts'
import type { Draft } from '../../draft.ts'
import { because, byConvention } from '../../why.ts'
import { quoted } from '../quoted.ts'
import { remark } from '../remark.ts'

/** Of which type the primary keys are, and why: a document's words, or what is usual. */
export function keyDecisions(draft: Draft): readonly Remark[] {
  const stated = strongest(draft.facts.general.keys.filter((claim) => claim.type !== undefined))
  if (stated !== undefined) return [remark(`Primary keys are \`${stated.type}\`: ${quoted(stated)}.`, because([stated]))]
  const own = draft.tables.filter((table) => table.columns.some((column) => column.part === 'key' && column.type === 'uuid'))
  return own.length < 2
    ? []
    : [
        remark(
          'Primary keys are random `uuid`s: clients may make them, and they tell nobody how many rows there are.',
          byConvention,
        ),
      ]
}
