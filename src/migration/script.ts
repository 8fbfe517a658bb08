import type { Step } from './step.ts'

/** Steps as a script: what belongs to one object stands together, and each note above its statement. */
export function toMigration(steps: readonly Step[]): string {
  const lines: string[] = []
  let previous: Step | undefined
  for (const step of steps) {
    if (previous !== undefined && !belongTogether(previous, step)) lines.push('')
    lines.push(...(step.note ?? []).map((line) => `-- ${line}`), `${step.sql};`)
    previous = step
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function belongTogether(previous: Step, next: Step): boolean {
  if (next.sql.startsWith('comment on ') && previous.object === next.object.split('.')[0]) return true
  if (previous.sql.includes('\n') || next.sql.includes('\n') || next.note !== undefined) return false
  return previous.object === next.object
}

/** The comment that a script begins with. */
export function scriptHeader(lines: readonly string[]): string {
  return `${lines.map((line) => `-- ${line}\n`).join('')}\n`
}

/** Titles and names are text that somebody wrote; a line end in one would end the comment. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
