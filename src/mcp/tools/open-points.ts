import type { Findings } from '../../read/reader.ts'

/** What is left to settle, as text: a section for each kind that has any. */
export function openPoints({ uncovered, contradictory, unproven, asked }: Findings): string {
  const sections = [
    ['Requirements that nothing serves', uncovered],
    ['Contradictions', contradictory],
    ['Not borne out on PostgreSQL', unproven],
    ['Open points, to ask the user about where no document answers them', asked],
  ] as const
  const text = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}:\n${lines.map((line) => `- ${line}`).join('\n')}`)
  return text.length === 0 ? 'Nothing is open.' : text.join('\n\n')
}
