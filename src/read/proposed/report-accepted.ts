import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Accepted } from './accept-claims.ts'
import type { Refusal } from './check-words.ts'

/** Examples of what was dropped that are worth the room. */
const shown = 5

/** What became of proposed claims: how many agree with the built-in reader, were added, overruled or dropped, with examples. */
export function reportAccepted(
  proposer: string,
  { agreed, added, overruled, dropped, unreadable }: Accepted,
): readonly Diagnostic[] {
  const read = agreed.length + added.length + overruled.length + dropped.length + unreadable
  const diagnostics: Diagnostic[] = [
    {
      code: 'model/read',
      severity: 'note',
      message: `${proposer} read ${read} ${read === 1 ? 'claim' : 'claims'}: ${agreed.length} agree with the built-in reader, ${added.length} added, ${overruled.length} overruled, ${dropped.length + unreadable} dropped.`,
    },
  ]
  if (overruled.length > 0) {
    const examples = overruled
      .slice(0, shown)
      .map(({ claim, by }) => `${claim.kind} at ${place(claim.source)} against ${place(by)}`)
    diagnostics.push({
      code: 'model/overruled',
      severity: 'note',
      message: `Claims against which the documents hold: ${examples.join('; ')}${more(overruled.length)}.`,
    })
  }
  if (dropped.length + unreadable > 0) {
    const reasons = new Map<Refusal | 'not in the form of a claim', number>()
    for (const { why } of dropped) reasons.set(why, (reasons.get(why) ?? 0) + 1)
    if (unreadable > 0) reasons.set('not in the form of a claim', unreadable)
    const counted = [...reasons].map(([why, number]) => `${number} ${why}`)
    const examples = dropped
      .slice(0, shown)
      .map(({ proposed }) => `${proposed.kind} at ${place(proposed)}, ${JSON.stringify(short(proposed.quote))}`)
    diagnostics.push({
      code: 'model/dropped',
      severity: 'warning',
      message: `Claims that the documents do not bear out were dropped: ${counted.join(', ')}.${examples.length === 0 ? '' : ` ${examples.join('; ')}${more(dropped.length)}.`}`,
    })
  }
  return diagnostics
}

const place = ({ document, line }: { readonly document: string; readonly line: number }): string => `${short(document)}:${line}`
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
const more = (count: number): string => (count > shown ? `; and ${count - shown} more` : '')
