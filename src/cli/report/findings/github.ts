import type { Severity } from '../../../diagnostic/diagnostic.ts'
import { formatPlace } from '../../../diagnostic/place.ts'
import type { Finding } from '../../../lint/finding.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/** Findings as GitHub's workflow commands, which show them beside the lines of a pull request. */
export function githubAnnotations(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, place, code, message, help, asked }) => {
      const where =
        place === undefined
          ? ''
          : `file=${property(place.file)},line=${place.line}${place.column === undefined ? '' : `,col=${place.column}`},`
      const said = asked === undefined ? message : `${message} ${formatPlace(asked.place)}: "${asked.quote}"`
      const text = help === undefined ? said : `${said} ${help}`
      return `::${commands[severity]} ${where}title=${property(code)}::${escaped(text)}\n`
    })
    .join('')
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
