import type { Proof } from '../../proof/proof.ts'
import type { Output } from '../output.ts'
import { clean } from './diagnostics.ts'
import { count } from './wrap.ts'

export interface ProofCounts {
  readonly passed: number
  readonly failed: number
  readonly notChecked: number
}

export function countProof(proof: Proof): ProofCounts {
  const passed = proof.attempts.filter((attempt) => attempt.passed).length
  return { passed, failed: proof.attempts.length - passed, notChecked: proof.notChecked.length }
}

/** `PostgreSQL 18.1: 214 checks passed, 0 failed, 3 not checked`. */
export function proofLine(proof: Proof): string {
  const { passed, failed, notChecked } = countProof(proof)
  const rest = notChecked === 0 ? '' : `, ${notChecked} not checked`
  return `PostgreSQL ${proof.engine.version}: ${count(passed, 'check')} passed, ${failed} failed${rest}`
}

const shown = 20

/** Every check that failed: what was tried as whom, what should have happened and what did. The list is cut where it gets too long to read. */
export function reportFailures(proof: Proof, { out }: Output): void {
  const failed = proof.attempts.filter((attempt) => !attempt.passed)
  for (const attempt of failed.slice(0, shown)) {
    const who = attempt.actor === undefined ? '' : ` as ${attempt.actor}`
    out.write(`  ${out.red('✗')} ${out.bold(attempt.object)}: ${attempt.check}\n`)
    out.write(`      tried ${clean(attempt.tried)}${who}\n`)
    out.write(`      expected ${clean(attempt.expected)}, observed ${clean(attempt.observed)}\n`)
  }
  if (failed.length > shown) out.write(`  … and ${failed.length - shown} more; --json lists them all\n`)
}

/** What no rule forbids, because none is known, and a person should look at. */
export function reportSuspicious(proof: Proof, { out }: Output): void {
  const lines = proof.attempts.flatMap(({ object, actor = 'somebody', suspicious }) =>
    suspicious === undefined ? [] : [`  ${out.yellow('?')} ${out.bold(object)}: ${actor} ${clean(suspicious)}\n`],
  )
  // Several statements may show the same.
  for (const line of new Set(lines)) out.write(line)
}

export function reportNotChecked(proof: Proof, { out }: Output): void {
  for (const { check, object, why } of proof.notChecked) out.write(`  ${out.dim('–')} ${object}: ${check}: ${clean(why)}\n`)
}
