import type { Proof } from '../../proof/proof.ts'
import type { Output } from '../output.ts'
import { checkTitle } from './check-titles.ts'
import { clean } from './diagnostics.ts'
import { cut } from './findings/terminal.ts'
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
export function reportFailures(proof: Proof, { out, width }: Output): void {
  const failed = proof.attempts.filter((attempt) => !attempt.passed)
  for (const attempt of failed.slice(0, shown)) {
    const who = attempt.actor === undefined ? '' : ` as ${attempt.actor}`
    out.write(`  ${out.red('✗')} ${out.bold(attempt.object)}: ${checkTitle(attempt.check)}\n`)
    if (attempt.check === 'applies') {
      out.write(`      ${cut(clean(attempt.tried), width - 6)}\n      ${clean(attempt.observed)}\n`)
      continue
    }
    out.write(`      tried ${clean(attempt.tried)}${who}\n`)
    out.write(`      expected ${clean(attempt.expected)}, observed ${clean(attempt.observed)}\n`)
  }
  if (failed.length > shown) out.write(`  … and ${failed.length - shown} more; --json lists them all\n`)
}

/** What no rule forbids, because none is known, and a person should look at: a line for a table and what is done with it, whoever does it. */
export function reportSuspicious(proof: Proof, { out }: Output): void {
  const lines = new Map<string, Set<string>>()
  for (const { object, actor = 'somebody', suspicious } of proof.attempts) {
    if (suspicious === undefined) continue
    const number = /\s(\d+)\s/.exec(suspicious)?.[1]
    const line = `${object}\u0000${suspicious.replace(/\s\d+ of the rows\s/, ' rows ')}`
    const actors = lines.get(line) ?? new Set()
    lines.set(line, actors.add(number === undefined ? actor : `${actor} (${number})`))
  }
  for (const [line, actors] of lines) {
    const [object = '', what = ''] = line.split('\u0000')
    out.write(`  ${out.yellow('?')} ${out.bold(object)}: ${clean(what)}: ${[...actors].join(', ')}\n`)
  }
}

/** What could not be tried. Where no rules say what access is meant, nothing can miss a policy or a privilege: one line says so for all. */
export function reportNotChecked(proof: Proof, { out }: Output, hasRules: boolean): void {
  const untold = hasRules ? [] : proof.notChecked.filter(({ check }) => check === 'mutations')
  const idle = proof.notChecked.filter((one) => !untold.includes(one) && givesNothing(one))
  for (const one of proof.notChecked) {
    const { check, object, why } = one
    if (!untold.includes(one) && !idle.includes(one)) out.write(`  ${out.dim('–')} ${object}: ${check}: ${clean(why)}\n`)
  }
  if (idle.length > 0) {
    const objects = [...new Set(idle.map(({ object }) => object))].join(', ')
    out.write(
      `  ${out.dim('–')} ${count(idle.length, 'privilege')} that no policy lets its role use, so that nobody would miss it: ${clean(objects)}\n`,
    )
  }
  if (untold.length > 0)
    out.write(
      `  ${out.dim('–')} ${count(untold.length, 'policy or privilege', 'policies and privileges')} not judged: the plan does not say as rules who may do what; what was observed stands below\n`,
    )
}

/** A privilege that was taken away and could not be missed. */
const givesNothing = ({ check, why }: Proof['notChecked'][number]): boolean =>
  check === 'mutations' && why.endsWith('so that the privilege gives nothing')
