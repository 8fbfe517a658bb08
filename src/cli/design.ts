import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Compilation, compile, type Stage } from '../compile.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import { isUntouched } from '../plan/seal.ts'
import { writablePath } from '../project/project-path.ts'
import { planPath } from '../project/read-plan-file.ts'
import { type Written, writePlanFile } from '../project/write-plan-file.ts'
import { exitCodes } from './exit-codes.ts'
import { type ModelOptions, readerOf } from './model-options.ts'
import { type Output, openOutput } from './output.ts'
import { startProgress } from './progress.ts'
import { designJson } from './report/design-json.ts'
import { reportDesign } from './report/design-report.ts'
import { reportDiagnostics } from './report/diagnostics.ts'
import { countProof } from './report/proof-report.ts'

export interface DesignOptions extends ModelOptions {
  readonly dir: string
  readonly prd?: string
  readonly notes?: readonly string[]
  readonly stack?: string
  readonly out?: string
  readonly proof: boolean
  readonly databaseUrl?: string
  readonly json?: boolean
  readonly force?: boolean
}

const stages: Readonly<Record<Stage, string>> = {
  'read documents': 'reading the documents',
  understand: 'understanding what they ask for',
  design: 'designing the schema',
  prove: 'proving it on PostgreSQL',
  write: 'writing the plan',
}

/** Why a plan that is there was left as it is. */
const notWritten: Readonly<Record<'edited' | 'kept', Diagnostic>> = {
  edited: {
    code: 'cli/plan-edited',
    severity: 'error',
    message: 'This plan was edited by hand since dbplan wrote it, or was written by somebody else. It was not touched.',
    help: 'What would change, or what of it cannot be read, is said above. To keep both: --out FILE, and compare. To replace it: --force.',
  },
  kept: {
    code: 'cli/plan-kept',
    severity: 'error',
    message: 'This plan is proven and the new one could not be, so it was not touched.',
    help: 'Make the database answer and run again. To write the new plan as it is: --no-proof, --force, or --out FILE.',
  },
}

/** `dbplan design`: documents in, a proven plan out. */
export async function runDesign(options: DesignOptions): Promise<number> {
  const output = openOutput(options)
  const started = performance.now()
  const path = options.out === undefined ? planPath(resolve(options.dir)) : resolve(options.out)
  const target = writablePath(path, options.dir)
  const before = await readFile(target, 'utf8').catch(() => '')
  const isEdited = before.trim() !== '' && !isUntouched(before) && options.force !== true
  const reader = await readerOf(options, resolve(options.dir))
  const progress = startProgress(output)
  const { value, diagnostics } = await compile({
    dir: resolve(options.dir),
    ...fromWorkingFolder(options),
    proof: options.proof,
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
    ...(reader === undefined ? {} : { reader }),
    ...(isEdited ? { edited: { text: before, file: shownPath(path) } } : {}),
    onStage: (stage) => progress.show(stages[stage]),
  }).finally(() => progress.done())

  if (value === undefined) {
    if (output.json) output.out.write(designJson({ exitCode: exitCodes.usage, diagnostics, path: shownPath(path) }))
    else reportDiagnostics(diagnostics, output)
    return exitCodes.usage
  }
  const written = await writePlanFile(target, value.text, {
    force: options.force === true || value.isMerged === true,
    unproven: options.proof && value.proof === undefined,
  })
  const isThere = written === 'edited' || written === 'kept'
  const all = isThere ? [...diagnostics, { ...notWritten[written], place: { file: shownPath(path), line: 1 } }] : diagnostics
  const exitCode = written === 'edited' ? exitCodes.usage : exitCodeOf(value, all, options.proof)
  report({
    output,
    value,
    diagnostics: all,
    written,
    path: shownPath(path),
    exitCode,
    seconds: (performance.now() - started) / 1000,
  })
  return exitCode
}

/** Files named on the command line are meant from where the person stands. */
function fromWorkingFolder({ prd, notes, stack }: DesignOptions) {
  return {
    ...(prd === undefined ? {} : { prd: resolve(prd) }),
    ...(notes === undefined ? {} : { notes: notes.map((file) => resolve(file)) }),
    ...(stack === undefined ? {} : { stack: resolve(stack) }),
  }
}

/** A plan that nobody proved is a finding, unless no proof was asked for. */
function exitCodeOf({ proof }: Compilation, diagnostics: readonly Diagnostic[], wanted: boolean): number {
  const failed = proof === undefined ? wanted : countProof(proof).failed > 0
  return failed || diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? exitCodes.findings : exitCodes.done
}

export interface DesignReport {
  readonly output: Output
  readonly value: Compilation
  readonly diagnostics: readonly Diagnostic[]
  readonly written: Written
  readonly path: string
  readonly exitCode: number
  readonly seconds: number
}

function report(result: DesignReport): void {
  if (result.output.json) result.output.out.write(designJson(result))
  else reportDesign(result)
}
