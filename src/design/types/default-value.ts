import type { Fragments } from '../fragments.ts'
import { quoteText } from '../naming/quote-name.ts'

const numeric = /^(smallint|integer|bigint|numeric|float4|float8)/

/** Calls that other spellings of a default mean. */
const calls: ReadonlyMap<string, string> = new Map([
  ['now()', 'now()'],
  ['current_timestamp', 'now()'],
  ['current_timestamp()', 'now()'],
  ['localtimestamp', 'now()'],
  ['getdate()', 'now()'],
  ['uuid_generate_v4()', 'gen_random_uuid()'],
  ['extensions.uuid_generate_v4()', 'gen_random_uuid()'],
  ['gen_random_uuid()', 'gen_random_uuid()'],
  ['uuid()', 'gen_random_uuid()'],
  ['current_date', 'current_date'],
])

/**
 * A default as a document writes it, as SQL that fits the column's type; undefined where it does not fit or is no constant expression.
 * A bare word is a text: `default active` of a text column is `'active'`.
 */
export function defaultFor(type: string, written: string, fragments: Fragments): string | undefined {
  const text = written.trim().replace(/[.,;]+$/, '')
  if (text === '' || /^null$/i.test(text)) return undefined
  const call = calls.get(text.toLowerCase())
  if (call !== undefined) {
    if (call === 'gen_random_uuid()') return type === 'uuid' ? call : undefined
    if (type === 'timestamptz') return call === 'current_date' ? 'now()' : call
    if (type === 'date') return 'current_date'
    return undefined
  }
  const bare = /^'([^']*)'(::[\w ()[\]]+)?$|^"([^"]*)"$|^`([^`]*)`$/.exec(text)
  const word = bare === null ? text : (bare[1] ?? bare[3] ?? bare[4] ?? '')
  if (type === 'boolean')
    return /^(true|t|yes|1|prawda|tak)$/i.test(word) ? 'true' : /^(false|f|no|0|fałsz|nie)$/i.test(word) ? 'false' : undefined
  if (numeric.test(type)) return /^-?\d{1,15}(\.\d{1,10})?$/.test(word) ? word : undefined
  if (type.endsWith('[]')) return /^(\{\}|\[\]|array\[\]|empty)/i.test(word) ? "'{}'" : undefined
  if (type === 'jsonb') return isJson(word) ? quoteText(word) : undefined
  if (type === 'text') return bare !== null || /^[\p{L}\p{N}_.:/#-]{1,80}$/u.test(word) ? quoteText(word) : undefined
  if (type === 'interval' || type === 'date' || type === 'timestamptz' || type === 'time') {
    const expression = fragments.expression(text)
    return expression?.constant === true && expression.functions.length > 0 ? expression.text : undefined
  }
  return undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
