import type { LimitClaim } from '../../../claim/claim.ts'
import type { LanguageModel, Marker, Meaning, Word } from '../language/sentence.ts'

export type Limit = Pick<LimitClaim, 'of' | 'minimum' | 'maximum'>

/** A bound with the words of its amount, `to` exclusive. */
export interface PlacedLimit extends Limit {
  readonly from: number
  readonly to: number
}

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
  return placedLimits(text, analysis).map(({ from: _from, to: _to, ...limit }) => limit)
}

/** The bounds in a text, each with the words it was read from. */
export function placedLimits(text: string, analysis: Analysis): readonly PlacedLimit[] {
  const amounts: Amount[] = analysis.words.flatMap((word: Word, index) =>
    word.value === undefined ? [] : [{ value: word.value, index, start: word.start, end: word.end }],
  )
  const limits: PlacedLimit[] = []
  let skip = -1
  for (const [order, amount] of amounts.entries()) {
    if (order <= skip) continue
    const next = amounts[order + 1]
    let place = { from: amount.index, to: amount.index + 1 }
    const before = text.slice(0, amount.start)
    const window = { from: Math.max(0, amount.index - 5), to: amount.index + 1 }
    const of = unitOf(analysis, amount, next, text)
    const between = next === undefined ? '' : text.slice(amount.end, next.start)
    const range =
      next !== undefined &&
      (/^\s*(?:[-–—]|\.\.\.?|…)\s*$/.test(between) ||
        (/^\s*\p{L}+\s*$/u.test(between) && near(analysis, 'BETWEEN', window.from, next.index + 1) !== undefined))
    if (range && next !== undefined && amount.value <= next.value) {
      place = { from: amount.index, to: next.index + 1 }
      limits.push({ ...place, of: of ?? 'value', minimum: amount.value, maximum: next.value })
      skip = order + 1
      continue
    }
    if (upper.test(before)) limits.push({ ...place, of: of ?? 'value', maximum: amount.value })
    else if (lower.test(before)) limits.push({ ...place, of: of ?? 'value', minimum: amount.value })
    else if (below.test(before))
      limits.push({ ...place, of: of ?? 'value', maximum: Number.isInteger(amount.value) ? amount.value - 1 : amount.value })
    else if (above.test(before))
      limits.push({ ...place, of: of ?? 'value', minimum: Number.isInteger(amount.value) ? amount.value + 1 : amount.value })
    else if (near(analysis, 'AT_MOST', window.from, amount.index + 1 + 3) !== undefined)
      limits.push({ ...place, of: of ?? 'value', maximum: amount.value })
    else if (near(analysis, 'AT_LEAST', window.from, amount.index + 1 + 3) !== undefined)
      limits.push({ ...place, of: of ?? 'value', minimum: amount.value })
    else if (near(analysis, 'EXACTLY', window.from, amount.index + 1) !== undefined && of === 'characters')
      limits.push({ ...place, of, minimum: amount.value, maximum: amount.value })
    // An amount of characters that is said of a field alone (`title (50 characters)`) is the most it holds.
    else if (of === 'characters' && amount.value > 1) limits.push({ ...place, of, maximum: amount.value })
  }
  // "front ≤200, back ≤500 characters": the unit is said once, for both.
  for (const [order, limit] of limits.entries()) {
    const next = limits[order + 1]
    if (limit.of === 'value' && next?.of === 'characters' && next.from - limit.to <= 4)
      limits[order] = { ...limit, of: 'characters' }
  }
  const positive = analysis.markers.find((marker) => marker.meaning === 'POSITIVE')?.from
  if (limits.length === 0 && positive !== undefined) limits.push({ of: 'value', minimum: 0, from: positive, to: positive + 1 })
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
