export const providers = ['anthropic', 'openai', 'google', 'openrouter', 'ollama'] as const
export type Provider = (typeof providers)[number]

/** Which model reads, and where it is. `compatible` is any server that speaks the protocol of OpenAI's chat completions. */
export interface ModelName {
  readonly provider: Provider | 'compatible'
  readonly model: string
  readonly baseUrl?: string
  /** As the person wrote it. */
  readonly shown: string
}

/** What is wrong with a name, and what to write instead. */
export interface NoModel {
  readonly problem: string
  readonly help: string
}

/**
 * Reads `provider/name`. With a base URL, Anthropic's and Google's own protocols are spoken there when the name begins with them; everything else
 * is taken for a server compatible with OpenAI's, and the whole text for the model's name, without `openai/` in front.
 */
export function readModelName(text: string, baseUrl?: string): ModelName | NoModel {
  const wrong = (problem: string, help: string): NoModel => ({ problem, help })
  if (baseUrl !== undefined && !isHttp(baseUrl))
    return wrong('--base-url is no http or https address.', 'Give the address of the server, such as http://localhost:8000/v1.')
  const slash = text.indexOf('/')
  const head = providers.find((name) => name === text.slice(0, Math.max(slash, 0)))
  const rest = text.slice(slash + 1)
  const base = baseUrl === undefined ? {} : { baseUrl: baseUrl.replace(/\/+$/, '') }
  if (baseUrl !== undefined && head !== 'anthropic' && head !== 'google' && text !== '')
    return { provider: 'compatible', model: head === 'openai' ? rest : text, ...base, shown: text }
  if (head === undefined || rest === '')
    return wrong(
      `"${text}" names no model that dbplan knows how to reach.`,
      `Write provider/name with one of ${providers.join(', ')}; or give --base-url for any server that is compatible with OpenAI's.`,
    )
  return { provider: head, model: rest, ...base, shown: text }
}

function isHttp(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol)
  } catch {
    return false
  }
}
