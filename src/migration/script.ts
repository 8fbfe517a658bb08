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
