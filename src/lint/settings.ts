import type { Severity } from '../diagnostic/diagnostic.ts'
import type { Finding } from './finding.ts'

/** What a project says of the rules: a severity or `off` by code, or by the group before the slash. */
export type RuleLevels = Readonly<Record<string, Severity | 'off'>>

/** A finding that the plan waves through: its code, why, and the line of the comment. */
export interface Ignore {
  readonly code: string
  readonly reason: string
  readonly line: number
}

export interface Settings {
  readonly severityOf: (code: string, own: Severity) => Severity | 'off'
  readonly unignored: (findings: readonly Finding[]) => readonly Finding[]
}

/**
 * The settings of a run. A comment `<!-- dbplan-ignore CODE reason -->` waves its code through on its own line and the next that is not empty; before the
 * first heading, in the whole document. A comment without a reason ignores nothing, and says so.
 */
export function settingsOf(levels: RuleLevels, text: string): Settings {
  const ignores = readIgnores(text)
  const lines = text.split('\n')
  const firstHeading = lines.findIndex((line) => /^#/.test(line)) + 1
  const covers = (ignore: Ignore, finding: Finding): boolean => {
    if (ignore.reason === '' || (ignore.code !== finding.code && ignore.code !== groupOf(finding.code))) return false
    if (firstHeading > 0 && ignore.line < firstHeading) return true
    const line = finding.place?.line
    if (line === undefined) return false
    let next = ignore.line
    while (next < lines.length && (lines[next] ?? '').trim() === '') next++
    return line === ignore.line || line === next + 1
  }
  return {
    severityOf: (code, own) => levels[code] ?? levels[groupOf(code)] ?? own,
    unignored: (findings) => findings.filter((finding) => !ignores.some((ignore) => covers(ignore, finding))),
  }
}

const groupOf = (code: string): string => code.split('/')[0] ?? code

/** The comments of a text that wave findings through. */
export function readIgnores(text: string): readonly Ignore[] {
  return text.split('\n').flatMap((line, at) =>
    [...line.matchAll(/[<]!--\s*dbplan-ignore\s+([\w-]+(?:\/[\w-]+)?)(.*?)-->/g)].map((match) => ({
      code: match[1] ?? '',
      reason: (match[2] ?? '').trim(),
      line: at + 1,
    })),
  )
}
