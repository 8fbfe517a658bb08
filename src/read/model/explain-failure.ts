import { APICallError, NoObjectGeneratedError, RetryError } from 'ai'
import type { ModelFailure } from './failure.ts'
import { type Environment, keyVariables, withoutKeys } from './keys.ts'
import type { ModelName } from './model-name.ts'

const again = 'Run again later; answers that came are kept and not asked for twice.'

/** What an error of the SDK or of a provider means. Nothing of it is quoted that could hold a key. */
export function explainModelError(error: unknown, name: ModelName, environment: Environment): ModelFailure {
  const cause = RetryError.isInstance(error) ? error.lastError : error
  if (isAbort(error) || isAbort(cause))
    return {
      code: 'model/timeout',
      message: `${name.shown} did not answer in time.`,
      help: 'Give it longer with --model-timeout, or a faster model.',
    }
  if (NoObjectGeneratedError.isInstance(cause)) return explainAnswer(cause.finishReason, name)
  if (APICallError.isInstance(cause)) return explainStatus(cause, name, environment)
  const message = cause instanceof Error ? cause.message : String(cause)
  return {
    code: 'model/failed',
    message: `${name.shown} could not be asked: ${brief(message, environment)}.`,
    help: again,
  }
}

/** What is wrong with an answer that came but cannot be used. */
export function explainAnswer(finishReason: string | undefined, name: ModelName): ModelFailure {
  if (finishReason === 'length')
    return {
      code: 'model/truncated',
      message: `The answer of ${name.shown} was cut off.`,
      help: 'Allow more with --max-tokens, or use a model that writes longer answers.',
    }
  if (finishReason === 'content-filter')
    return {
      code: 'model/refused',
      message: `${name.shown} refused to read the documents.`,
      help: 'Use another model.',
    }
  return {
    code: 'model/invalid-answer',
    message: `The answer of ${name.shown} is not in the form of claims.`,
    help: 'Run again, or use a more capable model.',
  }
}

function explainStatus(error: APICallError, name: ModelName, environment: Environment): ModelFailure {
  const status = error.statusCode
  const variable = keyVariables[name.provider][0]
  if (status === undefined)
    return {
      code: 'model/unreachable',
      message: `${name.shown} cannot be reached${name.baseUrl === undefined ? '' : ` at ${withoutKeys(name.baseUrl, environment)}`}.`,
      help: 'Check the network, and the address if you gave one.',
    }
  if (status === 401 || status === 403)
    return {
      code: 'model/key',
      message: `${name.shown} does not accept the key (${status}).`,
      help: `Set ${variable} to a key that may use this model.`,
    }
  if (status === 404)
    return {
      code: 'model/unknown',
      message: `The provider knows no model ${JSON.stringify(name.model)} (404).`,
      help: 'Check the name after the slash in --model.',
    }
  if (status === 429)
    return { code: 'model/rate-limited', message: `${name.shown} answers no more requests for now (429).`, help: again }
  if (status >= 500)
    return { code: 'model/down', message: `The provider of ${name.shown} is in trouble (${status}).`, help: again }
  return {
    code: 'model/failed',
    message: `${name.shown} did not take the request (${status}): ${brief(error.message, environment)}.`,
    help: 'Check that the model can answer in JSON.',
  }
}

function brief(message: string, environment: Environment): string {
  const line = withoutKeys(message, environment)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line.replace(/\.$/, '')
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
}
