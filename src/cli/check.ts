import { resolve } from 'node:path'
import type { Proof } from '../proof/proof.ts'
import { exitCodes } from './exit-codes.ts'
import { planPath, readPlanFile } from './files/read-plan-file.ts'
import { openOutput } from './output.ts'
import { startProgress } from './progress.ts'
import { reportDiagnostics } from './report/diagnostics.ts'
import { countProof, proofLine, reportFailures, reportNotChecked } from './report/proof-report.ts'

export interface CheckOptions {
  readonly dir: string
  readonly json?: boolean
}

/** `dbplan check [FILE]`: reads a plan, as it stands now, and proves it. */
export async function runCheck(file: string | undefined, options: CheckOptions): Promise<number> {
  const output = openOutput(options)
  const { plan, shown, diagnostics } = await readPlanFile(file === undefined ? planPath(resolve(options.dir)) : resolve(file))
  let proof: Proof | undefined
  if (plan !== undefined) {
    const progress = startProgress(output)
    progress.show('proving it on PostgreSQL')
    const { prove } = await import('../proof/prove.ts')
    proof = await prove(plan).finally(() => progress.done())
  }
  const failed = proof !== undefined && countProof(proof).failed > 0
  const exitCode = proof === undefined ? exitCodes.usage : failed ? exitCodes.findings : exitCodes.done
  if (output.json) {
    output.out.write(
      `${JSON.stringify({ command: 'check', exitCode, plan: shown, proof: proof ?? null, diagnostics }, undefined, 2)}\n`,
    )
    return exitCode
  }
  if (proof !== undefined) {
    const { out } = output
    out.write(`${out.bold(shown)}: ${failed ? out.red(proofLine(proof)) : out.green(proofLine(proof))}\n`)
    reportFailures(proof, output)
    reportNotChecked(proof, output)
  }
  reportDiagnostics(diagnostics, output)
  return exitCode
}
