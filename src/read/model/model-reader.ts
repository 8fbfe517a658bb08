import type { Brief } from '../../brief/brief.ts'
import type { Claim } from '../../claim/claim.ts'
import type { Diagnostic, Outcome } from '../../diagnostic/diagnostic.ts'
import { type Accepted, acceptClaims } from '../proposed/accept-claims.ts'
import type { Proposal } from '../proposed/claim-form.ts'
import { joinProposals, noProposal } from '../proposed/join-proposals.ts'
import { mentionsOf } from '../proposed/names.ts'
import { reportAccepted } from '../proposed/report-accepted.ts'
import type { Findings, Reader } from '../reader.ts'
import { rulesReader } from '../rules/rules-reader.ts'
import type { AnswerStore } from './answer-store.ts'
import type { AskOptions } from './ask.ts'
import { failureDiagnostic, type ModelFailure } from './failure.ts'
import type { Environment } from './keys.ts'
import { keyVariables, lacksKey } from './keys.ts'
import type { ModelName } from './model-name.ts'
import { partsOf } from './parts.ts'
import { type Form, instructions, loadForm, readingRequest, reviewRequest } from './prompt.ts'
import { openModel } from './provider.ts'
import { reviewParts } from './review-parts.ts'
import { addUsage, costLine, noUsage, type Usage } from './usage.ts'

export interface ModelReaderOptions {
  readonly name: ModelName
  /** Where keys are. Default: the process's environment. */
  readonly environment?: Environment
  /** How often the model may look again after design and proof. Default: 2. */
  readonly rounds?: number
  /** Tokens to spend in all, in and out. Default: as many as it takes. */
  readonly maxTokens?: number
  /** Whether a run without the model's answers is worth nothing. Default: false, the built-in reader's plan is made. */
  readonly required?: boolean
  readonly store?: AnswerStore
  /** How long one question may take, in milliseconds, with all its retries. Default: five minutes. */
  readonly timeoutMs?: number
  /** Default: 2, as the SDK has it. */
  readonly retries?: number
  /** Characters of a document that are sent at once. Default: 24,000. */
  readonly partLength?: number
}

/**
 * A language model as the reader, beside the built-in one: it proposes claims, the documents decide which are let in, and where no answer comes the
 * built-in reader's claims are returned with a warning (an error if the model is required). For one run: it remembers what it has read for {@link Reader.review}.
 */
export function modelReader(options: ModelReaderOptions): Reader {
  const { name, environment = process.env, required = false, partLength = 24_000, maxTokens = Number.POSITIVE_INFINITY } = options
  let usage: Usage = noUsage
  let asked = 0
  let cached = 0
  let proposal = noProposal
  let own: readonly Claim[] = []
  let accepted: Accepted | undefined
  let form: Form | undefined
  const model = remembered(() => openModel(name, environment))

  const inquire = async (prompt: string): Promise<Proposal | ModelFailure> => {
    const { ask } = await import('./ask.ts')
    form ??= await loadForm()
    const settings: AskOptions = {
      name,
      environment,
      open: model,
      timeoutMs: options.timeoutMs ?? 300_000,
      retries: options.retries ?? 2,
      store: options.store,
      budget: maxTokens - usage.input - usage.output,
    }
    const answer = await ask({ system: instructions(form), prompt, schema: form.json }, settings)
    usage = addUsage(usage, answer.usage)
    if (answer.cached) cached += 1
    else if (answer.usage.input + answer.usage.output > 0) asked += 1
    return 'proposal' in answer ? answer.proposal : answer.failure
  }

  const readAll = async (brief: Brief): Promise<Proposal | ModelFailure> => {
    if (lacksKey(name, environment)) return noKey(name)
    let all = noProposal
    for (const document of brief.documents) {
      if (document.kind !== 'prd' && document.kind !== 'notes') continue
      for (const part of partsOf(document, partLength)) {
        const answer = await inquire(readingRequest(part, brief.platform, entityNames(own)))
        if (isFailure(answer)) return answer
        all = joinProposals(all, answer)
      }
    }
    return all
  }

  return {
    name: name.shown,
    rounds: options.rounds ?? 2,
    read: async (brief): Promise<Outcome<readonly Claim[]>> => {
      const rules = await rulesReader.read(brief)
      own = rules.value
      const answer = await readAll(brief)
      if (isFailure(answer)) return { value: own, diagnostics: [...rules.diagnostics, failureDiagnostic(answer, required)] }
      proposal = answer
      accepted = await acceptClaims(brief, own, proposal, 'model')
      return { value: accepted.claims, diagnostics: rules.diagnostics }
    },
    review: async (brief, _, findings: Findings): Promise<Outcome<readonly Claim[] | undefined>> => {
      if (accepted === undefined) return { value: undefined, diagnostics: [] }
      const answer = await inquire(reviewRequest(findings, reviewParts(brief, findings, partLength)))
      if (isFailure(answer)) return { value: undefined, diagnostics: [roundFailed(answer, required)] }
      if (answer.claims.length === 0 && answer.withdraw.length === 0) return { value: undefined, diagnostics: [] }
      const before = accepted.claims
      proposal = joinProposals(proposal, answer)
      accepted = await acceptClaims(brief, own, proposal, 'model')
      return { value: sameClaims(before, accepted.claims) ? undefined : accepted.claims, diagnostics: [] }
    },
    closing: (): readonly Diagnostic[] => [
      ...(accepted === undefined ? [] : reportAccepted(name.shown, accepted)),
      ...(asked + cached === 0
        ? []
        : [{ code: 'model/cost', severity: 'note' as const, message: costLine(name, usage, asked, cached) }]),
    ],
  }
}

const isFailure = (answer: Proposal | ModelFailure): answer is ModelFailure => 'code' in answer

function noKey({ provider, shown }: ModelName): ModelFailure {
  return {
    code: 'model/key',
    message: `There is no key for ${shown}.`,
    help: `Set ${keyVariables[provider].join(' or ')} in the environment.`,
  }
}

function roundFailed(failure: ModelFailure, required: boolean): Diagnostic {
  const { message, ...rest } = failureDiagnostic(failure, true)
  return { ...rest, severity: required ? 'error' : 'warning', message: `${message} What was read before stands.` }
}

/** The things that the built-in reader named, in the documents' words, so that parts of a long document speak of the same ones. */
function entityNames(claims: readonly Claim[]): readonly string[] {
  const names = claims.flatMap((claim) =>
    mentionsOf(claim).flatMap(([role, mention]) => (role === 'entity' ? [mention.name] : [])),
  )
  return [...new Set(names)].filter((name) => /^\w+$/.test(name)).sort()
}

function sameClaims(a: readonly Claim[], b: readonly Claim[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
