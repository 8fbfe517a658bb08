import { resolve } from 'node:path'
import { applyFixes } from '../check/apply-fixes.ts'
import { byPlace, checkSchema } from '../check/check-schema.ts'
import { type FailOn, readConfiguration } from '../check/configuration.ts'
import { withUsualGrants } from '../check/usual-grants.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import type { Finding } from '../lint/finding.ts'
import type { RuleLevels } from '../lint/settings.ts'
import { writablePath } from '../project/project-path.ts'
import { planPath } from '../project/read-plan-file.ts'
import { writeFileAtomically } from '../project/write-file.ts'
import type { Evidence } from '../proof/evidence.ts'
import type { Proof } from '../proof/proof.ts'
import { emptyNotes } from '../schema/notes.ts'
import type { SourceSchema } from '../source/read-schema.ts'
import { recogniseSource, type SchemaSource } from '../source/schema-source.ts'
import { startEnginesAhead } from './engines-ahead.ts'
import { exitCodes } from './exit-codes.ts'
import { openOutput } from './output.ts'
import { startProgress } from './progress.ts'
import { readEdited } from './read-edited.ts'
import { type Format, writeCheck } from './report/check-report.ts'
import { reportDiagnostics } from './report/diagnostics.ts'
import { countProof } from './report/proof-report.ts'
import { withoutSaidByRules } from './said-by-rules.ts'

export interface CheckOptions {
  readonly dir: string
  readonly databaseUrl?: string
  readonly pgtap?: string
  readonly proof: boolean
  readonly fix?: boolean
  readonly failOn?: FailOn
  readonly format?: Format
  readonly json?: boolean
  /** Documents to hold it against; `true`: those of the project. */
  readonly against?: readonly string[] | true
}

/** `dbplan check [WHAT]`: reads a plan of any shape, SQL, migrations or a database, applies the rules, and proves it. */
export async function runCheck(what: string | undefined, options: CheckOptions): Promise<number> {
  const format: Format = options.json === true ? 'json' : (options.format ?? 'text')
  const output = openOutput({ json: format !== 'text' })
  const plan = planPath(resolve(options.dir))
  const source: SchemaSource = what === undefined ? { kind: 'plan', file: plan } : await recogniseSource(what, plan)
  const configured = await readConfiguration(resolve(options.dir))
  const levels = configured.value.rules
  const isEmbedded = options.proof && options.databaseUrl === undefined
  const engines = isEmbedded ? await startEnginesAhead(source) : undefined
  let read = await readEdited(source)
  await engines?.(read.value?.schema)
  if (read.value === undefined) return unreadable(read.diagnostics, source, what === undefined, output, format)
  let findings = await checkSchema(read.value, levels, read.diagnostics)
  let mended = 0
  // One mend can uncover the next: a policy that was split can be mended further.
  for (let round = 0; options.fix === true && round < mendRounds; round++) {
    const fixed = await fix(source, read.value, findings, options.dir)
    if (fixed === 0) break
    mended += fixed
    read = await readEdited(source)
    if (read.value === undefined) return unreadable(read.diagnostics, source, what === undefined, output, format)
    findings = await checkSchema(read.value, levels, read.diagnostics)
  }
  const against = options.against === undefined ? undefined : await heldAgainst(read.value, options.against, options.dir, levels)
  if (against !== undefined && against.value === undefined) return unreadable(against.diagnostics, source, false, output, format)
  findings = [...findings, ...(against?.value ?? [])].sort(byPlace)
  const tests = options.pgtap === undefined ? undefined : resolve(options.pgtap)
  const proven = options.proof ? await proveSource(read.value, options, tests, output) : undefined
  const failOn = options.failOn ?? configured.value.failOn ?? 'warning'
  const isFailed = proven?.failed === true || findings.some(({ severity }) => reaches(severity, failOn))
  const exitCode = isFailed ? exitCodes.findings : exitCodes.done
  writeCheck(
    {
      source: read.value,
      canFix: source.kind === 'plan',
      findings,
      proof: proven?.proof,
      mended,
      exitCode,
      diagnostics: [...configured.diagnostics, ...(against?.diagnostics ?? [])],
      ...(tests === undefined ? {} : { pgtap: { file: shownPath(tests), written: proven?.isWritten === true } }),
    },
    format,
    output,
  )
  return exitCode
}

const mendRounds = 3

/** The reader and the design are loaded only where documents are asked for. */
async function heldAgainst(read: SourceSchema, against: readonly string[] | true, dir: string, levels: RuleLevels) {
  const { checkAgainst } = await import('../against/check-against.ts')
  return checkAgainst(read, { dir: resolve(dir), files: against === true ? [] : against.map((file) => resolve(file)), levels })
}

const ranks: Readonly<Record<FailOn, number>> = { note: 1, warning: 2, error: 3, never: 4 }
const reaches = (severity: Finding['severity'], failOn: FailOn): boolean => ranks[severity] >= ranks[failOn]

type Output = ReturnType<typeof openOutput>

/** Nothing to check: says why. Where no plan was named and there is none, how to get one. */
function unreadable(
  diagnostics: readonly Diagnostic[],
  source: SchemaSource,
  isOwnPlan: boolean,
  output: Output,
  format: Format,
): number {
  const help = 'Run `dbplan` first: it writes the plan. Or name the plan.'
  const said = diagnostics.map((one) =>
    isOwnPlan && one.code === 'source/file-unreadable' ? { ...one, code: 'plan/file-unreadable', help } : one,
  )
  if (format === 'json')
    output.out.write(
      `${JSON.stringify({ command: 'check', exitCode: exitCodes.usage, plan: nameOf(source), proof: null, findings: [], diagnostics: said }, undefined, 2)}\n`,
    )
  else reportDiagnostics(said, output)
  return exitCodes.usage
}

function nameOf(source: SchemaSource): string {
  if (source.kind === 'database') return 'the database'
  return shownPath(source.kind === 'migrations' ? source.folder : source.file)
}

/** Writes the mended document over the old one; only a plan, since a migration that has run is history. */
async function fix(source: SchemaSource, read: SourceSchema, findings: readonly Finding[], dir: string): Promise<number> {
  if (source.kind !== 'plan') return 0
  const text = read.texts.get(read.shown)
  if (text === undefined) return 0
  const fixed = applyFixes(text, read.shown, findings, !read.isOwn)
  if (fixed.mended > 0) await writeFileAtomically(writablePath(source.file, dir), fixed.text)
  return fixed.mended
}

interface Proven {
  /** Without what the rules have said of indexes already. */
  readonly proof: Proof
  readonly failed: boolean
  readonly isWritten: boolean
}

async function proveSource(
  read: SourceSchema,
  options: CheckOptions,
  tests: string | undefined,
  output: Output,
): Promise<Proven | undefined> {
  const plan = {
    ...(read.plan ?? { title: read.shown, notes: emptyNotes }),
    schema: read.isOwn ? read.schema : withUsualGrants(read.schema),
  }
  const collected: Evidence[] = []
  const target = tests === undefined ? undefined : writablePath(tests, options.dir)
  const progress = startProgress(output)
  progress.show('proving it on PostgreSQL')
  const { proveOn } = await import('../proof/prove-on.ts')
  const proof = await proveOn(plan, {
    leaveOutRefused: true,
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
    ...(target === undefined ? {} : { onEvidence: (evidence) => void collected.push(evidence) }),
  }).finally(() => progress.done())
  const shown = read.isOwn ? proof : { ...proof, attempts: withoutSaidByRules(proof.attempts, plan.schema) }
  const failed = countProof(shown).failed > 0
  const [evidence] = collected
  const isWritten = evidence !== undefined && target !== undefined && !failed
  if (isWritten) {
    const { writePgtap } = await import('../proof/pgtap/write-pgtap.ts')
    await writeFileAtomically(target, writePgtap(plan, evidence))
  }
  return { proof: shown, failed, isWritten }
}
