import { resolve } from 'node:path'
import { shownPath } from '../diagnostic/shown-path.ts'
import { writablePath } from '../project/project-path.ts'
import { planPath, readPlanFile } from '../project/read-plan-file.ts'
import { writeFileAtomically } from '../project/write-file.ts'
import type { Evidence } from '../proof/evidence.ts'
import type { Proof } from '../proof/proof.ts'
import { exitCodes } from './exit-codes.ts'
import { openOutput } from './output.ts'
import { startProgress } from './progress.ts'
import { reportDiagnostics } from './report/diagnostics.ts'
import { countProof, proofLine, reportFailures, reportNotChecked } from './report/proof-report.ts'

export interface CheckOptions {
  readonly dir: string
  readonly databaseUrl?: string
  readonly pgtap?: string
  readonly json?: boolean
}

/** `dbplan check [FILE]`: reads a plan, as it stands now, and proves it. */
export async function runCheck(file: string | undefined, options: CheckOptions): Promise<number> {
  const output = openOutput(options)
  const { plan, shown, diagnostics } = await readPlanFile(file === undefined ? planPath(resolve(options.dir)) : resolve(file))
  let proof: Proof | undefined
  const collected: Evidence[] = []
  const testPath = options.pgtap === undefined ? undefined : resolve(options.pgtap)
  const target = testPath === undefined ? undefined : writablePath(testPath, options.dir)
  if (plan !== undefined) {
    const progress = startProgress(output)
    progress.show('proving it on PostgreSQL')
    const { proveOn } = await import('../proof/prove-on.ts')
    proof = await proveOn(plan, {
      ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
      ...(target === undefined ? {} : { onEvidence: (evidence) => void collected.push(evidence) }),
    }).finally(() => progress.done())
  }
  const failed = proof !== undefined && countProof(proof).failed > 0
  const exitCode = proof === undefined ? exitCodes.usage : failed ? exitCodes.findings : exitCodes.done
  const [evidence] = collected
  const isWritten = plan !== undefined && evidence !== undefined && target !== undefined && !failed
  if (isWritten) {
    const { writePgtap } = await import('../proof/pgtap/write-pgtap.ts')
    await writeFileAtomically(target, writePgtap(plan, evidence))
  }
  const tests = testPath === undefined ? undefined : { file: shownPath(testPath), written: isWritten }
  if (output.json) {
    output.out.write(
      `${JSON.stringify({ command: 'check', exitCode, plan: shown, proof: proof ?? null, ...(tests === undefined ? {} : { pgtap: tests }), diagnostics }, undefined, 2)}\n`,
    )
    return exitCode
  }
  if (proof !== undefined) {
    const { out } = output
    out.write(`${out.bold(shown)}: ${failed ? out.red(proofLine(proof)) : out.green(proofLine(proof))}\n`)
    reportFailures(proof, output)
    reportNotChecked(proof, output)
    if (tests !== undefined)
      out.write(
        tests.written ? `${tests.file} written\n` : `${tests.file} not written: tests are made of a plan that is proven\n`,
      )
  }
  reportDiagnostics(diagnostics, output)
  return exitCode
}
