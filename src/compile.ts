import { basename, resolve } from 'node:path'
import { assembleBrief } from './brief/assemble-brief.ts'
import type { Brief } from './brief/brief.ts'
import { type DocumentLocations, findDocuments } from './brief/find-documents.ts'
import type { Claim } from './claim/claim.ts'
import type { Diagnostic, Outcome } from './diagnostic/diagnostic.ts'
import { hasErrors } from './diagnostic/diagnostic.ts'
import { DatabaseFailure } from './postgres/database-failure.ts'
import type { Proof } from './proof/proof.ts'
import type { Reader } from './read/reader.ts'
import type { Plan } from './schema/plan.ts'

export type Stage = 'read documents' | 'understand' | 'design' | 'prove' | 'write'

export interface CompileOptions extends DocumentLocations {
  /** Whether PostgreSQL is asked. A plan that was not proven says so. Default: true. */
  readonly proof?: boolean
  /** A server to prove on, in a scratch database; needs a superuser there. Default: the embedded PostgreSQL. */
  readonly databaseUrl?: string
  /** Who turns documents into claims. Default: the built-in rules. */
  readonly reader?: Reader
  /** The plan as it stands, where a person has edited it: what the documents ask for now is brought into it. */
  readonly edited?: { readonly text: string; readonly file: string }
  /** Told before each stage begins. */
  readonly onStage?: (stage: Stage) => void
}

/** What came of a run: what was read, designed and proven, and the text of `db-plan.md`. */
export interface Compilation {
  readonly brief: Brief
  readonly plan: Plan
  /** Absent where no proof was wanted, or where the engine could not run; a diagnostic then says why. */
  readonly proof?: Proof
  readonly text: string
  /** Where a person's plan was given: whether this one holds all that they wrote, so that it may take its place. */
  readonly isMerged?: boolean
}

/**
 * Compiles a project's documents into a proven plan. Nothing is written to the project.
 *
 * @returns the compilation and everything the stages had to say. The value is undefined when the documents could not be read or the database is not
 * PostgreSQL; a plan that PostgreSQL refused is a value, with the failures in its proof.
 */
export async function compile(options: CompileOptions): Promise<Outcome<Compilation | undefined>> {
  const prepared: (() => Promise<void>)[] = []
  try {
    return await compileWith(options, prepared)
  } finally {
    for (const release of prepared) await release()
  }
}

/** `prepared`: how to be rid of what was started beforehand, if it comes to no proof. */
async function compileWith(
  options: CompileOptions,
  prepared: (() => Promise<void>)[],
): Promise<Outcome<Compilation | undefined>> {
  const onStage = options.onStage ?? (() => undefined)
  const diagnostics: Diagnostic[] = []
  const keep = <T>(outcome: Outcome<T>): T => {
    diagnostics.push(...outcome.diagnostics)
    return outcome.value
  }

  onStage('read documents')
  const documents = keep(await findDocuments(options))
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics }
  const brief = keep(assembleBrief(documents, basename(resolve(options.dir))))
  if (brief === undefined) return { value: undefined, diagnostics }

  if ((options.proof ?? true) && options.databaseUrl === undefined)
    prepared.push((await import('./postgres/embedded.ts')).prepareEmbedded(brief.platform))

  onStage('understand')
  const reader = options.reader ?? (await import('./read/rules/rules-reader.ts')).rulesReader
  const claims = keep(await reader.read(brief))
  const closing = () => reader.closing?.() ?? []
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics: [...diagnostics, ...closing()] }

  let made = await makePlan(brief, claims, options)
  if (reader.review !== undefined) {
    const settled = keep(await reviewed(brief, reader, claims, made, options))
    if (hasErrors(diagnostics)) return { value: undefined, diagnostics: [...diagnostics, ...closing()] }
    made = settled
  }
  diagnostics.push(...made.diagnostics, ...closing())
  const merged = options.edited === undefined ? undefined : keep(await mergeEdited(made, options.edited, options))
  const { plan, proof } = merged ?? made

  onStage('write')
  const { sealedText } = await import('./plan/sealed-text.ts')
  const text = sealedText(plan, proof, merged?.designed ?? made.plan)
  const isMerged = options.edited === undefined ? {} : { isMerged: merged?.isWhole === true }
  return { value: { brief, plan, ...(proof === undefined ? {} : { proof }), text, ...isMerged }, diagnostics }
}

/**
 * A plan as its edits mean it: policies and grants that nobody touched follow the rules and tables that a person edited, as they will when dbplan runs next. The diagnostics
 * say which.
 *
 * @param text the plan's text.
 */
export async function asEdited(plan: Plan, text: string): Promise<Outcome<Plan>> {
  const { isUntouched } = await import('./plan/seal.ts')
  if (isUntouched(text)) return { value: plan, diagnostics: [] }
  const { followEdits } = await import('./plan/merge/follow-edits.ts')
  const { compileAccess } = await import('./design/access/compile-access.ts')
  const { plan: value, follows } = followEdits(plan, text, compileAccess)
  if (follows.length === 0) return { value, diagnostics: [] }
  const message = `These follow your edits, and are taken as compiled anew: ${follows.join('; ')}`
  const help = 'Run `dbplan`: it writes them into the plan.'
  return { value, diagnostics: [{ code: 'plan/follows-edits', severity: 'note', message, help }] }
}

/** The person's plan with the design brought into it, and proven as it is then. */
async function mergeEdited(
  made: Made,
  { text, file }: NonNullable<CompileOptions['edited']>,
  options: CompileOptions,
): Promise<Outcome<(Pick<Made, 'plan' | 'proof'> & { readonly designed: Plan; readonly isWhole: boolean }) | undefined>> {
  const { mergeText } = await import('./plan/merge/merge-text.ts')
  const { compileAccess } = await import('./design/access/compile-access.ts')
  const { value, diagnostics } = await mergeText(text, file, made.plan, compileAccess)
  const { isSealed } = await import('./plan/seal.ts')
  // What keeps a plan of dbplan's own from being read is for its owner to mend; another document is none.
  if (value === undefined) return { value: undefined, diagnostics: isSealed(text) ? diagnostics : [] }
  const all = [...diagnostics]
  const proof = (options.proof ?? true) ? await proveOrSay(value.plan, options, all) : undefined
  return { value: { ...value, proof }, diagnostics: all }
}

/** A plan as one reading of the documents gives it. */
interface Made {
  readonly plan: Plan
  readonly proof: Proof | undefined
  readonly diagnostics: readonly Diagnostic[]
}

async function makePlan(brief: Brief, claims: readonly Claim[], options: CompileOptions): Promise<Made> {
  options.onStage?.('design')
  const { design } = await import('./design/design.ts')
  const { value: plan, diagnostics } = await design({ title: brief.title, platform: brief.platform, claims })
  const all = [...diagnostics]
  const proof = (options.proof ?? true) ? await proveOrSay(plan, options, all) : undefined
  return { plan, proof, diagnostics: all }
}

/** Lets the reader look again as long as each look settles something, and it has looks left. */
async function reviewed(
  brief: Brief,
  reader: Reader,
  claims: readonly Claim[],
  first: Made,
  options: CompileOptions,
): Promise<Outcome<Made>> {
  const { findingsOf, isSettled, settlesMore } = await import('./findings.ts')
  const diagnostics: Diagnostic[] = []
  let best = first
  let read = claims
  for (let round = 0; round < (reader.rounds ?? 2); round++) {
    const findings = findingsOf(best.plan, best.proof)
    if (isSettled(findings)) break
    options.onStage?.('understand')
    const looked = await reader.review?.(brief, read, findings)
    diagnostics.push(...(looked?.diagnostics ?? []))
    if (looked?.value === undefined || hasErrors(diagnostics)) break
    const next = await makePlan(brief, looked.value, options)
    if (!settlesMore(findingsOf(next.plan, next.proof), findings)) break
    best = next
    read = looked.value
  }
  return { value: best, diagnostics }
}

/** The plan is worth writing even where no database can be started; it is then marked as not proven. */
async function proveOrSay(
  plan: Plan,
  { onStage, databaseUrl }: CompileOptions,
  diagnostics: Diagnostic[],
): Promise<Proof | undefined> {
  onStage?.('prove')
  const { proveOn } = await import('./proof/prove-on.ts')
  try {
    // Mutations take longer than all other checks together; `dbplan check` runs them.
    return await proveOn(plan, { mutations: false, ...(databaseUrl === undefined ? {} : { databaseUrl }) })
  } catch (error) {
    if (error instanceof DatabaseFailure) {
      const { message, help } = error
      diagnostics.push({
        code: 'proof/no-database',
        severity: 'error',
        message: `The plan was not proven. ${message}`,
        ...(help === undefined ? {} : { help }),
      })
      return undefined
    }
    if (process.env.DBPLAN_DEBUG) throw error
    diagnostics.push({
      code: 'proof/no-database',
      severity: 'error',
      message: `The plan was not proven: ${error instanceof Error ? error.message : String(error)}.`,
      help: 'This is not about your documents. Run again with --no-proof to write the plan without a proof, and please report it.',
    })
    return undefined
  }
}
