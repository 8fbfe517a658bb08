import type { Severity } from '../../../diagnostic/diagnostic.ts'
import { formatPlace } from '../../../diagnostic/place.ts'
import type { Edit } from '../../../diagnostic/spot.ts'
import type { Finding } from '../../../lint/finding.ts'
import { groupedBy } from '../../../schema/grouped-by.ts'
import type { Output } from '../../output.ts'
import { clean } from '../diagnostics.ts'
import { count } from '../wrap.ts'

/** Findings for a person: grouped by table, each with its place, the line it is about, what to do, and the mend where one is certain. */
export function writeFindings(findings: readonly Finding[], { out, width }: Output, canFix: boolean): void {
  const paint: Readonly<Record<Severity, (text: string) => string>> = { error: out.red, warning: out.yellow, note: out.cyan }
  // Advice is given once; further findings of its kind have their fix.
  const advised = new Set<string>()
  for (const [group, members] of grouped(findings)) {
    out.write(`\n${out.bold(clean(group))}\n`)
    for (const finding of members) {
      out.write(`  ${paint[finding.severity](finding.severity)} ${clean(finding.message)} ${out.dim(`[${finding.code}]`)}\n`)
      if (finding.place !== undefined) out.write(`    ${formatPlace(finding.place)}\n`)
      if (finding.quote !== undefined && finding.quote !== '')
        out.write(`    ${out.dim(`│ ${cut(clean(finding.quote), width - 6)}`)}\n`)
      if (finding.asked !== undefined) {
        out.write(`    asked for at ${formatPlace(finding.asked.place)}\n`)
        out.write(`    ${out.dim(`│ ${cut(clean(finding.asked.quote), width - 6)}`)}\n`)
      }
      if (finding.help !== undefined && !advised.has(finding.help)) out.write(`    ${clean(finding.help)}\n`)
      advised.add(finding.help ?? '')
      const sql = finding.fix?.sql
      if (sql !== undefined)
        for (const line of `${sql.replace(/;\s*$/, '')};`.split('\n')) out.write(`    ${out.green('fix')} ${clean(line)}\n`)
      else if (finding.fix?.edits !== undefined)
        for (const line of editLines(finding.fix.edits, canFix)) out.write(`    ${out.green('fix')} ${clean(line)}\n`)
    }
  }
}

/** A plan is mended where it stands; SQL that is not the tool's to rewrite is told what to write. */
function editLines(edits: readonly Edit[], canFix: boolean): readonly string[] {
  if (canFix) return ['dbplan check --fix mends it']
  const texts = [...new Set(edits.map(({ text }) => text.trim()).filter((text) => text !== ''))]
  return texts.length === 0 ? ['take it out'] : texts.flatMap((text) => `write: ${text}`.split('\n'))
}

/** `3 errors, 1 warning, 2 notes`. */
export function findingCounts(findings: readonly Finding[]): string {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) =>
    of(severity) === 0 ? [] : [count(of(severity), severity)],
  )
  return parts.length === 0 ? 'nothing found' : parts.join(', ')
}

export function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return groupedBy(findings, ({ part, place }) => part?.owner ?? part?.name ?? place?.file ?? 'schema')
}

export const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`)
