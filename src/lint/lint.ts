import type { Place } from '../diagnostic/place.ts'
import { positionsOf } from '../diagnostic/positions.ts'
import type { Edit, Spot } from '../diagnostic/spot.ts'
import { partKey } from '../schema/part-key.ts'
import { type LintSource, lintFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import type { Found, Rule } from './rule.ts'
import { rules } from './rules.ts'
import type { Settings } from './settings.ts'

/** Where the parts of a schema stand, and the texts they stand in. */
export interface LintPlaces {
  readonly spots: ReadonlyMap<string, Spot>
  readonly texts: ReadonlyMap<string, string>
}

/** Applies every rule that is on. A finding has the place of its part, or of the table it belongs to, where the source has places. */
export async function lint(source: LintSource, places: LintPlaces, settings: Settings): Promise<readonly Finding[]> {
  const facts = await lintFacts(source)
  const positions = new Map([...places.texts].map(([file, text]) => [file, positionsOf(text, file)]))
  const findings = rules.flatMap((rule) => {
    const severity = settings.severityOf(rule.code, rule.severity)
    if (severity === 'off') return []
    return rule.check(facts).map((found) => toFinding(rule, severity, found, places, positions))
  })
  return settings.unignored(findings)
}

function toFinding(
  rule: Rule,
  severity: Finding['severity'],
  found: Found,
  places: LintPlaces,
  positions: ReadonlyMap<string, (offset: number) => Place>,
): Finding {
  const own = places.spots.get(partKey(found.part))
  const spot =
    own ?? (found.part.owner === undefined ? undefined : places.spots.get(partKey({ kind: 'table', name: found.part.owner })))
  const text = spot === undefined ? undefined : places.texts.get(spot.file)
  const edits = own === undefined || text === undefined ? [] : editsOf(found, own, text)
  const hasFix = found.sql !== undefined || edits.length > 0
  const place = spot === undefined ? undefined : positions.get(spot.file)?.(spot.start)
  return {
    code: rule.code,
    severity,
    message: found.message,
    help: found.help ?? rule.advice,
    part: found.part,
    ...(place === undefined ? {} : { place }),
    ...(spot === undefined || text === undefined ? {} : { quote: lineAt(text, spot.start) }),
    ...(hasFix
      ? { fix: { ...(found.sql === undefined ? {} : { sql: found.sql }), ...(edits.length > 0 ? { edits } : {}) } }
      : {}),
  }
}

/** Each place in the part's own text that the rule replaces. */
function editsOf({ replace }: Found, spot: Spot, text: string): readonly Edit[] {
  if (replace === undefined || spot.isOther === true) return []
  const flags = replace.from.flags.includes('g') ? replace.from.flags : `${replace.from.flags}g`
  const pattern = new RegExp(replace.from.source, flags)
  const part = text.slice(spot.start, spot.end)
  const all = [...part.matchAll(pattern)]
  return (replace.from.flags.includes('g') ? all : all.slice(0, 1)).map((match) => {
    const start = spot.start + match.index
    return { spot: { file: spot.file, start, end: start + match[0].length }, text: replace.by.replaceAll('$&', match[0]) }
  })
}

/** The line of a text that an offset is on, without the white space around it. */
export function lineAt(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const to = text.indexOf('\n', offset)
  return text.slice(from, to < 0 ? text.length : to).trim()
}
