import type { LimitClaim } from '../../claim/claim.ts'
import type { LanguageModel, Marker, Meaning, Word } from './language/sentence.ts'

export type Limit = Pick<LimitClaim, 'of' | 'minimum' | 'maximum'>

/** What a language says of a stretch of text. */
export type Analysis = ReturnType<LanguageModel['analyse']>

export function has(analysis: Pick<Analysis, 'markers'>, ...meanings: readonly Meaning[]): boolean {
  return analysis.markers.some((marker) => meanings.includes(marker.meaning))
}

function near(analysis: Analysis, meaning: Meaning, from: number, to: number): Marker | undefined {
  return analysis.markers.find((marker) => marker.meaning === meaning && marker.from >= from && marker.to <= to)
}

const upper = /(?:≤|<=|⩽|=<)\s*$/
const lower = /(?:≥|>=|⩾|=>)\s*$/
const below = /<\s*$/
const above = />\s*$/

interface Amount {
  readonly value: number
  readonly index: number
  readonly start: number
  readonly end: number
}

/**
 * The bounds in a text: `≤200 chars`, `max 100 znaków`, `up to 5000 characters`, `od 1000 do 10 000 znaków`, `3–32`, `1–5`, `minimum 8 characters`,
 * `>= 0`, `dodatnia`. A bare number is no bound, unless it is said to be a number of characters that something is limited to.
 */
export function readLimits(text: string, analysis: Analysis): readonly Limit[] {
  const amounts: Amount[] = analysis.words.flatMap((word: Word, index) =>
    word.value === undefined ? [] : [{ value: word.value, index, start: word.start, end: word.end }],
  )
  const limits: Limit[] = []
  let skip = -1
  for (const [order, amount] of amounts.entries()) {
    if (order <= skip) continue
    const next = amounts[order + 1]
    const before = text.slice(0, amount.start)
    const window = { from: Math.max(0, amount.index - 5), to: amount.index + 1 }
    const of = unitOf(analysis, amount, next, text)
    const between = next === undefined ? '' : text.slice(amount.end, next.start)
    const range =
      next !== undefined &&
      (/^\s*(?:[-–—]|\.\.\.?|…)\s*$/.test(between) ||
        (/^\s*\p{L}+\s*$/u.test(between) && near(analysis, 'BETWEEN', window.from, next.index + 1) !== undefined))
    if (range && next !== undefined && amount.value <= next.value) {
      limits.push({ of: of ?? 'value', minimum: amount.value, maximum: next.value })
      skip = order + 1
      continue
    }
    if (upper.test(before)) limits.push({ of: of ?? 'value', maximum: amount.value })
    else if (lower.test(before)) limits.push({ of: of ?? 'value', minimum: amount.value })
    else if (below.test(before))
      limits.push({ of: of ?? 'value', maximum: Number.isInteger(amount.value) ? amount.value - 1 : amount.value })
    else if (above.test(before))
      limits.push({ of: of ?? 'value', minimum: Number.isInteger(amount.value) ? amount.value + 1 : amount.value })
    else if (near(analysis, 'AT_MOST', window.from, amount.index + 1 + 3) !== undefined)
      limits.push({ of: of ?? 'value', maximum: amount.value })
    else if (near(analysis, 'AT_LEAST', window.from, amount.index + 1 + 3) !== undefined)
      limits.push({ of: of ?? 'value', minimum: amount.value })
    else if (near(analysis, 'EXACTLY', window.from, amount.index + 1) !== undefined && of === 'characters')
      limits.push({ of, minimum: amount.value, maximum: amount.value })
    else if (of === 'characters' && near(analysis, 'LENGTH', 0, analysis.words.length) !== undefined)
      limits.push({ of, maximum: amount.value })
  }
  if (limits.length === 0 && has(analysis, 'POSITIVE')) limits.push({ of: 'value', minimum: 0 })
  return limits
}

/** The unit that stands beside an amount: characters within four words after it or, said first, before it. */
function unitOf(analysis: Analysis, amount: Amount, next: Amount | undefined, text: string): Limit['of'] | undefined {
  const end = next && next.index - amount.index <= 3 ? next.index : amount.index
  if (near(analysis, 'CHARACTERS', amount.index, end + 4) !== undefined) return 'characters'
  if (near(analysis, 'CHARACTERS', Math.max(0, amount.index - 6), amount.index) !== undefined) return 'characters'
  if (/^\s*(?:[kKMG]i?B|bytes?|bajt\p{L}*)(?!\p{L})/u.test(text.slice(next && end === next.index ? next.end : amount.end)))
    return 'bytes'
  return undefined
}
