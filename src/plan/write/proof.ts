import type { Attempt, Proof } from '../../proof/proof.ts'
import { writeCode } from '../form/code.ts'
import { writeText } from '../form/text.ts'
import { type Block, bullets } from './layout.ts'

/** The end of the header's line: what was proven, where, and how much of it held. */
export function proofLine(proof: Proof | undefined): string {
  if (proof === undefined) return 'not proven yet'
  if (proof.attempts.length === 0) return 'not proven: nothing could be tried'
  const failed = failures(proof).length
  const engine = `PostgreSQL ${proof.engine.version}`
  if (failed > 0) return `not proven: ${failed} of ${proof.attempts.length} checks failed on ${engine}`
  const access = proof.attempts.filter((attempt) => attempt.actor !== undefined)
  return `proven on ${engine}: ${plural(proof.attempts.length, 'check')}, ${plural(access.length, 'access attempt')}, 0 leaks`
}

/** What was tried, by kind of check; each failure in full; what could not be tried, and why. */
export function writeProof(proof: Proof | undefined): readonly Block[] {
  if (proof === undefined) return []
  const failed = failures(proof)
  const passed = proof.attempts.length - failed.length
  const where = `PostgreSQL ${proof.engine.version} (${proof.engine.kind})`
  return bullets([
    `${plural(passed, 'check')} passed, ${failed.length} failed, ${proof.notChecked.length} not checked, on ${where}: ${countByCheck(proof.attempts)}.`,
    ...failed.map(
      ({ check, object, tried, actor, expected, observed }) =>
        `Failed: ${text(check)}, ${writeCode(object, false)}: ${text(tried)}${actor === undefined ? '' : ` as ${text(actor)}`}; expected ${text(expected)}, saw ${text(observed)}.`,
    ),
    ...proof.attempts.flatMap(({ object, actor = 'somebody', suspicious }) =>
      suspicious === undefined
        ? []
        : [`To look at: ${writeCode(object, false)}: ${text(actor)} ${text(suspicious)}, and no rule is known that says so.`],
    ),
    ...proof.notChecked.map(
      ({ check, object, why }) => `Not checked: ${text(check)}, ${writeCode(object, false)}: ${text(why)}.`,
    ),
  ])
}

function failures(proof: Proof): readonly Attempt[] {
  return proof.attempts.filter((attempt) => !attempt.passed)
}

function countByCheck(attempts: readonly Attempt[]): string {
  const counts = new Map<string, number>()
  for (const { check } of attempts) counts.set(check, (counts.get(check) ?? 0) + 1)
  return [...counts].map(([check, count]) => `${text(check)} ${count}`).join(', ')
}

function text(value: string): string {
  return writeText(value.trim(), { inCell: false })
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
