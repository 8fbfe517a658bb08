import packageJson from '../../../../package.json' with { type: 'json' }
import type { Severity } from '../../../diagnostic/diagnostic.ts'
import type { Place } from '../../../diagnostic/place.ts'
import type { Finding } from '../../../lint/finding.ts'
import { rules } from '../../../lint/rules.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' }

const physical = ({ file, line, column }: Place) => ({
  physicalLocation: {
    // A URI reference: a name may have spaces and signs that end one.
    artifactLocation: { uri: encodeURI(file).replaceAll('#', '%23').replaceAll('?', '%3F') },
    region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
  },
})

/** Findings as SARIF 2.1.0, which GitHub's code scanning and editors read. */
export function sarifLog(findings: readonly Finding[]): string {
  const known = new Map(rules.map((rule) => [rule.code, rule]))
  const ids = [...new Set(findings.map(({ code }) => code))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dbplan',
            version: packageJson.version,
            rules: ids.map((id) => {
              const rule = known.get(id)
              return {
                id,
                ...(rule === undefined
                  ? {}
                  : { shortDescription: { text: rule.what }, fullDescription: { text: rule.why }, help: { text: rule.advice } }),
              }
            }),
          },
        },
        results: findings.map(({ code, severity, message, help, place, asked }) => ({
          ruleId: code,
          ruleIndex: ids.indexOf(code),
          level: levels[severity],
          message: { text: help === undefined ? message : `${message} ${help}` },
          ...(place === undefined ? {} : { locations: [physical(place)] }),
          ...(asked === undefined
            ? {}
            : { relatedLocations: [{ id: 1, ...physical(asked.place), message: { text: asked.quote } }] }),
        })),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}
