import type { Usage } from './usage.ts'

/** List prices in US dollars for a million tokens, by the model's name without its date. */
interface Price {
  readonly input: number
  readonly output: number
}

/** Only what is sure: a model that is not here has no price in the report, rather than a wrong one. */
const prices: ReadonlyMap<string, Price> = new Map(
  `claude-opus-4-5 5 25|claude-opus-4-1 15 75|claude-opus-4 15 75|claude-sonnet-4-5 3 15|claude-sonnet-4 3 15|claude-haiku-4-5 1 5|
  claude-3-5-haiku 0.8 4|gpt-5 1.25 10|gpt-5-mini 0.25 2|gpt-5-nano 0.05 0.4|gpt-4.1 2 8|gpt-4.1-mini 0.4 1.6|gpt-4.1-nano 0.1 0.4|
  gpt-4o 2.5 10|gpt-4o-mini 0.15 0.6|gemini-2.5-pro 1.25 10|gemini-2.5-flash 0.3 2.5|gemini-2.5-flash-lite 0.1 0.4`
    .split('|')
    .map((line): [string, Price] => {
      const [name = '', input, output] = line.trim().split(' ')
      return [name, { input: Number(input), output: Number(output) }]
    }),
)

/** What the tokens cost at list prices, in dollars; undefined for a model whose price is not known. */
export function priceOf(model: string, { input, output }: Usage): number | undefined {
  const name = model
    .replace(/^.*\//, '')
    .replace(/-(?:latest|\d{8}|\d{4}-\d{2}-\d{2}|0)$/, '')
    // OpenRouter writes versions with a dot.
    .replace(/^(claude-.*\d)\.(\d)$/, '$1-$2')
  const price = prices.get(name)
  return price === undefined ? undefined : (input * price.input + output * price.output) / 1e6
}
