import type { LanguageModel } from 'ai'
import { type Environment, keyFor } from './keys.ts'
import type { ModelName } from './model-name.ts'

/** Opens a model. Only the package of its provider is loaded. */
type Opener = (name: ModelName, key: string | undefined, environment: Environment) => Promise<LanguageModel>

interface Access {
  readonly apiKey?: string
  readonly baseURL?: string
}

const access = (key: string | undefined, baseURL: string | undefined): Access => ({
  ...(key === undefined ? {} : { apiKey: key }),
  ...(baseURL === undefined ? {} : { baseURL }),
})

/** Servers that speak the protocol of OpenAI's chat completions. */
async function compatible(provider: string, { model }: ModelName, key: string | undefined, baseURL: string) {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  return createOpenAICompatible({ name: provider, ...access(key, baseURL), baseURL, supportsStructuredOutputs: true })(model)
}

const openers: Readonly<Record<ModelName['provider'], Opener>> = {
  anthropic: async ({ model, baseUrl }, key) => {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic(access(key, baseUrl))(model)
  },
  openai: async ({ model }, key, environment) => {
    const { createOpenAI } = await import('@ai-sdk/openai')
    return createOpenAI(access(key, environment.OPENAI_BASE_URL))(model)
  },
  google: async ({ model, baseUrl }, key) => {
    const { createGoogleGenerativeAI } = await import('@ai-sdk/google')
    return createGoogleGenerativeAI(access(key, baseUrl))(model)
  },
  openrouter: (name, key) => compatible('openrouter', name, key, 'https://openrouter.ai/api/v1'),
  ollama: (name, key, environment) => compatible('ollama', name, key, `${ollamaHost(environment)}/v1`),
  compatible: (name, key) => compatible('compatible', name, key, name.baseUrl ?? ''),
}

/** `OLLAMA_HOST` is an address with or without `http://`, as ollama itself reads it. */
function ollamaHost({ OLLAMA_HOST: host }: Environment): string {
  if (host === undefined || host === '') return 'http://127.0.0.1:11434'
  return (/^https?:\/\//.test(host) ? host : `http://${host}`).replace(/\/+$/, '')
}

export function openModel(name: ModelName, environment: Environment): Promise<LanguageModel> {
  return openers[name.provider](name, keyFor(name, environment), environment)
}

/** The schema is large and has fields that may be left out, which strict modes of providers do not take. */
export const providerOptions = {
  openai: { strictJsonSchema: false, store: false },
  anthropic: { structuredOutputMode: 'jsonTool' },
  openrouter: { strictJsonSchema: false },
  ollama: { strictJsonSchema: false },
  compatible: { strictJsonSchema: false },
} as const
