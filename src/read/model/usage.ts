import { type ModelName, providers } from './model-name.ts'
import { priceOf } from './price.ts'

/** Tokens that were sent and received. */
export interface Usage {
  readonly input: number
  readonly output: number
}

export const noUsage: Usage = { input: 0, output: 0 }

export function addUsage(a: Usage, b: Usage): Usage {
  return { input: a.input + b.input, output: a.output + b.output }
}

/** What it cost, in a line: `anthropic/x: 3 answers, 12,000 tokens in, 900 out, about $0.05`. */
export function costLine(name: ModelName, usage: Usage, asked: number, cached: number): string {
  const answers = [
    ...(asked > 0 ? [`${asked} ${asked === 1 ? 'answer' : 'answers'}`] : []),
    ...(cached > 0 ? [`${cached} from the cache`] : []),
  ]
  // A server that people run themselves has no list price.
  const listed = name.provider !== 'ollama' && name.baseUrl === undefined && providers.some((one) => one === name.provider)
  const price = listed ? priceOf(name.model, usage) : undefined
  const cost =
    asked === 0
      ? ', nothing was sent'
      : price === undefined
        ? ''
        : `, about $${price.toFixed(price < 0.1 ? 3 : 2)} at list prices`
  return `${name.shown}: ${answers.join(', ') || 'no answer'}, ${grouped(usage.input)} tokens in, ${grouped(usage.output)} out${cost}.`
}

const grouped = (number: number): string => String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',')
