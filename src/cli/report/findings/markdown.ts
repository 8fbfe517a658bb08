import { formatPlace } from '../../../diagnostic/place.ts'
import type { Finding } from '../../../lint/finding.ts'
import { findingCounts, grouped } from './terminal.ts'

/** Findings as markdown, for a comment on a pull request. */
export function markdownReport(findings: readonly Finding[], shown: string, proof?: string): string {
  const lines = [
    `## dbplan check: ${plain(shown)}`,
    '',
    `${findingCounts(findings)}.${proof === undefined ? '' : ` ${plain(proof)}.`}`,
  ]
  for (const [group, members] of grouped(findings)) {
    lines.push('', `### ${plain(group)}`, '')
    for (const { severity, code, message, help, place, fix, asked } of members) {
      const where = place === undefined ? '' : ` (line ${place.line})`
      lines.push(`- **${severity}** \`${code}\`${where}: ${plain(message)}${help === undefined ? '' : ` ${plain(help)}`}`)
      if (asked !== undefined) lines.push('', `  > ${plain(asked.quote)} (${plain(formatPlace(asked.place))})`)
      if (fix?.sql !== undefined)
        lines.push('', '  ```sql', ...fix.sql.split('\n').map((line) => `  ${line}${line.endsWith(';') ? '' : ';'}`), '  ```')
    }
  }
  return `${lines.join('\n')}\n`
}

/** Text of a document that must not become markup. */
const plain = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[<>|*_[\]]/g, '\\$&')
