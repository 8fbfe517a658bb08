import { positionsOf } from '../../../diagnostic/positions.ts'
import type { Finding } from '../../../lint/finding.ts'
import { type LintPlaces, lineAt } from '../../../lint/lint.ts'
import type { Attempt } from '../../../proof/proof.ts'
import type { Part, PartKind } from '../../../schema/part-key.ts'
import { checkTitle } from '../check-titles.ts'

/** The failed checks of a proof as findings (`proof/attack-a`), so that every format that tells of findings says why the exit code is 1. */
export function proofFindings(attempts: readonly Attempt[], { spots, texts }: LintPlaces): readonly Finding[] {
  const byName = new Map([...spots].map(([key, spot]) => [nameOf(partOf(key)), { part: partOf(key), spot }]))
  return attempts.flatMap(({ check, object, tried, actor, expected, observed, passed }) => {
    if (passed) return []
    const { part, spot } = byName.get(object) ?? byName.get(object.split('.')[0] ?? '') ?? {}
    const text = spot === undefined ? undefined : texts.get(spot.file)
    const how =
      check === 'applies'
        ? observed
        : `Tried: ${tried}${actor === undefined ? '' : ` as ${actor}`}. Expected: ${expected}. Observed: ${observed}`
    const finding: Finding = {
      code: `proof/${check.replaceAll(' ', '-')}`,
      severity: 'error',
      message: `${object}: ${checkTitle(check)}. ${how}.`,
      ...(part === undefined ? {} : { part }),
      ...(spot === undefined || text === undefined
        ? {}
        : { place: positionsOf(text, spot.file)(spot.start), quote: lineAt(text, spot.start) }),
    }
    return [finding]
  })
}

/** What {@link partKey} wrote. */
function partOf(key: string): Part {
  const [kind = 'table', owner = '', name = ''] = key.split('\u0000')
  return { kind: kind as PartKind, name, ...(owner === '' ? {} : { owner }) }
}

/** A part as the proof calls it: `boats`, `boats.name`, `boats_name_check`. */
const nameOf = ({ kind, owner, name }: Part): string => (kind === 'column' ? `${owner}.${name}` : name)
