import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { positionsOf } from '../diagnostic/positions.ts'
import type { Finding } from '../lint/finding.ts'
import { lineAt, lint } from '../lint/lint.ts'
import { type RuleLevels, settingsOf } from '../lint/settings.ts'
import type { SourceSchema } from '../source/read-schema.ts'

/** Everything to say about a source: how it is written, what the rules find, and what went wrong while it was read; by place. */
export async function checkSchema(
  source: SourceSchema,
  levels: RuleLevels,
  diagnostics: readonly Diagnostic[] = [],
): Promise<readonly Finding[]> {
  const text = [...source.texts.values()].join('\n')
  const settings = settingsOf(levels, source.texts.size === 1 ? text : '')
  const remarks = source.remarks.map(({ spot, edit, ...remark }): Finding => {
    const own = source.texts.get(spot.file) ?? ''
    return {
      ...remark,
      place: positionsOf(own, spot.file)(spot.start),
      quote: lineAt(own, spot.start),
      ...(edit === undefined ? {} : { fix: { edits: [edit] } }),
    }
  })
  const read = diagnostics.map((diagnostic): Finding => {
    const own = source.texts.get(diagnostic.place?.file ?? '')
    const line = diagnostic.place?.line
    return own === undefined || line === undefined
      ? diagnostic
      : { ...diagnostic, quote: (own.split('\n')[line - 1] ?? '').trim() }
  })
  const waved = settings.unignored([...remarks, ...read].flatMap((finding) => leveled(finding, settings.severityOf)))
  const found = await lint(source, source, settings)
  return [...waved, ...found].sort(byPlace)
}

function leveled(finding: Finding, severityOf: ReturnType<typeof settingsOf>['severityOf']): readonly Finding[] {
  const severity = severityOf(finding.code, finding.severity)
  return severity === 'off' ? [] : [{ ...finding, severity }]
}

/** In the order of the document; what has no place comes last. */
export function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.place, b.place]
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1
  if (left.file !== right.file) return left.file < right.file ? -1 : 1
  return left.line - right.line || (left.column ?? 0) - (right.column ?? 0)
}
