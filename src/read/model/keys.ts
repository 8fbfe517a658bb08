import type { ModelName } from './model-name.ts'

/** The environment variables that hold keys, as each provider's own tools name them; the first that is set is used. */
export const keyVariables: Readonly<Record<ModelName['provider'], readonly string[]>> = {
  anthropic: ['ANTHROPIC_API_KEY'],
  openai: ['OPENAI_API_KEY'],
  google: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  openrouter: ['OPENROUTER_API_KEY'],
  ollama: ['OLLAMA_API_KEY'],
  // A key for one provider is not for whoever else may be asked.
  compatible: ['DBPLAN_API_KEY'],
}

/** Providers that answer nobody without a key. */
const needKey: ReadonlySet<ModelName['provider']> = new Set<ModelName['provider']>([
  'anthropic',
  'openai',
  'google',
  'openrouter',
])

export type Environment = Readonly<Record<string, string | undefined>>

export function keyFor({ provider }: ModelName, environment: Environment): string | undefined {
  return keyVariables[provider].map((name) => environment[name]).find((value) => value !== undefined && value !== '')
}

export function lacksKey(name: ModelName, environment: Environment): boolean {
  return needKey.has(name.provider) && keyFor(name, environment) === undefined
}

/** A text without any key of the environment, and without what looks like one: messages of providers quote them. */
export function withoutKeys(text: string, environment: Environment): string {
  const keys = Object.values(keyVariables)
    .flat()
    .flatMap((name) => environment[name] ?? [])
    .filter((key) => key.length >= 4)
  let clean = text
  for (const key of keys) clean = clean.replaceAll(key, '…')
  return clean
    .replaceAll(/\b(?:sk|pk|key|AIza)[-_A-Za-z0-9*]{12,}/g, '…')
    .replaceAll(/(bearer\s+)\S+/gi, '$1…')
    .replaceAll(/\/\/[^/\s@]*@/g, '//…@')
    .replaceAll(/([?&](?:key|token|api_key)=)[^&\s]+/gi, '$1…')
}
