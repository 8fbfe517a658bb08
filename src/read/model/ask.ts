import { APICallError, generateText, jsonSchema, type LanguageModel, NoObjectGeneratedError, Output } from 'ai'
import { type Proposal, readProposal } from '../proposed/claim-form.ts'
import { type AnswerStore, answerKey } from './answer-store.ts'
import { explainAnswer, explainModelError } from './explain-failure.ts'
import type { ModelFailure } from './failure.ts'
import type { Environment } from './keys.ts'
import type { ModelName } from './model-name.ts'
import { providerOptions } from './provider.ts'
import { noUsage, type Usage } from './usage.ts'

export interface Question {
  readonly system: string
  readonly prompt: string
  readonly schema: Readonly<Record<string, unknown>>
}

export interface AskOptions {
  readonly name: ModelName
  readonly open: () => Promise<LanguageModel>
  readonly environment: Environment
  readonly timeoutMs: number
  /** Passed to the SDK, which waits longer each time and as long as the provider asks. */
  readonly retries: number
  readonly store: AnswerStore | undefined
  /** Tokens that may still be spent. */
  readonly budget: number
}

export type Answer = { readonly usage: Usage; readonly cached: boolean } & (
  | { readonly proposal: Proposal }
  | { readonly failure: ModelFailure }
)

/** Text of the kinds that are sent has about so many characters to a token; a rough bound before the provider counts. */
const charactersPerToken = 3

/** The providers' own warnings go to the console, which is not theirs. */
globalThis.AI_SDK_LOG_WARNINGS = false

/** Asks one question, from the store if it was asked before. An answer that cannot be used is a failure and not kept. */
export async function ask(question: Question, options: AskOptions): Promise<Answer> {
  const { name, store } = options
  const key = answerKey({ form: 1, provider: name.provider, model: name.model, at: name.baseUrl, ...question })
  const kept = proposalIn(await store?.read(key))
  if (kept !== undefined) return { usage: noUsage, cached: true, proposal: kept }
  const expected = Math.ceil((question.system.length + question.prompt.length) / charactersPerToken)
  if (expected >= options.budget)
    return {
      usage: noUsage,
      cached: false,
      failure: {
        code: 'model/max-tokens',
        message: `Reading further would take more than --max-tokens allows: about ${expected} tokens for the next question, ${Math.max(0, options.budget)} left.`,
        help: 'Allow more with --max-tokens; answers that came are kept and not asked for twice.',
      },
    }
  const answer = await generate(question, options, options.budget - expected)
  if ('proposal' in answer) await store?.write(key, answer.text)
  return answer
}

/** A kept answer that somebody has spoiled counts as none. */
function proposalIn(text: string | undefined): Proposal | undefined {
  return text === undefined ? undefined : readProposal(parsed(text))
}

async function generate(question: Question, options: AskOptions, mostOut: number) {
  const { name, environment, open } = options
  const settings = {
    system: question.system,
    prompt: question.prompt,
    maxRetries: options.retries,
    abortSignal: AbortSignal.timeout(options.timeoutMs),
    providerOptions,
    ...(Number.isFinite(mostOut) ? { maxOutputTokens: Math.max(16, mostOut) } : {}),
  }
  let usage = noUsage
  const fail = (failure: ModelFailure) => ({ usage, cached: false, failure })
  try {
    const model = await open()
    const output = Output.object({ schema: jsonSchema<unknown>(question.schema), name: 'claims' })
    const result = await generateText({ ...settings, model, output }).catch((error: unknown) => {
      if (!refusesSchema(error)) throw error
      // Some servers take no schema; the instructions hold the form as well.
      return generateText({ ...settings, model })
    })
    usage = usageOf(result.totalUsage)
    const proposal = readProposal(parsed(result.text))
    if (proposal === undefined || result.finishReason === 'length') return fail(explainAnswer(result.finishReason, name))
    return { usage, cached: false, proposal, text: jsonIn(result.text) }
  } catch (error) {
    if (NoObjectGeneratedError.isInstance(error)) usage = usageOf(error.usage)
    return fail(explainModelError(error, name, environment))
  }
}

function refusesSchema(error: unknown): boolean {
  return APICallError.isInstance(error) && (error.statusCode === 400 || error.statusCode === 422)
}

function usageOf(
  usage: { readonly inputTokens?: number | undefined; readonly outputTokens?: number | undefined } | undefined,
): Usage {
  return { input: usage?.inputTokens ?? 0, output: usage?.outputTokens ?? 0 }
}

/** Models put fences and words around JSON where no schema holds them. */
function jsonIn(text: string): string {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  return from === -1 || to < from ? '' : text.slice(from, to + 1)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(jsonIn(text))
  } catch {
    return undefined
  }
}
