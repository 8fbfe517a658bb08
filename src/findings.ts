import type { Proof } from './proof/proof.ts'
import type { Findings } from './read/reader.ts'
import type { Plan } from './schema/plan.ts'

/** Longest lists that are worth a reader's second look. */
const most = 40

/** What design and proof left to settle, in the compact form that a reader looks at. */
export function findingsOf({ schema, notes }: Plan, proof: Proof | undefined): Findings {
  const failed = proof?.attempts.filter((attempt) => !attempt.passed) ?? []
  return {
    schema: schema.tables.map(({ name, columns }) => `${name}(${columns.map((column) => column.name).join(', ')})`).join('\n'),
    uncovered: notes.coverage
      .filter(({ outcome }) => outcome === 'not covered')
      .slice(0, most)
      .map(({ id, title }) => `${id} ${title}`),
    contradictory: notes.conflicts.slice(0, most).map(({ text }) => text),
    unproven: failed
      .slice(0, most)
      .map(({ object, check, expected, observed }) => `${object}: ${check}: expected ${expected}, observed ${observed}`),
    asked: notes.assumptions.slice(0, most).map(({ text }) => text),
  }
}

export function isSettled({ uncovered, contradictory, unproven, asked }: Findings): boolean {
  return uncovered.length + contradictory.length + unproven.length + asked.length === 0
}

/** Whether a plan leaves less to settle than another: what PostgreSQL refuses weighs most, then requirements, then what is asked. */
export function settlesMore(a: Findings, b: Findings): boolean {
  const weights = (findings: Findings) => [
    findings.unproven.length,
    findings.uncovered.length,
    findings.contradictory.length + findings.asked.length,
  ]
  const [left, right] = [weights(a), weights(b)]
  const different = left.findIndex((weight, index) => weight !== right[index])
  return different !== -1 && (left[different] ?? 0) < (right[different] ?? 0)
}
