import type { LanguageModel } from '../language/sentence.ts'
import type { Passage } from '../text/passage.ts'
import { textOf } from '../text/passage.ts'

/** Two things with a ratio between them, as people write it without an arrow: "orchards 1:N trees", "Member 1–0..1 Locker". */
export interface Ratio {
  readonly left: string
  readonly right: string
  /** What stands for one and for many, from the left: `1`, `N`, `0..1`. */
  readonly ends: readonly [string, string]
  /** Offsets in the passage. */
  readonly start: number
  readonly length: number
}

const end = '(?:0\\.\\.1|[01]\\.\\.[NnMm*]|[1NnMm*])'
const words = '[`*]*\\p{L}[\\p{L}\\w]*[`*]*(?:\\s[`*]*\\p{L}[\\p{L}\\w]*[`*]*){0,2}'
const written = new RegExp(
  `(?<=^|[,;:.]\\s+)(${words})\\s+(${end})\\s*[:–—-]\\s*(${end})\\s+(${words})(?=\\s*(?:[,;.(]|$))`,
  'gu',
)

/** The ratios of a line whose ends are nouns. */
export function readRatios(line: Passage, model: LanguageModel): readonly Ratio[] {
  const text = textOf(line)
  if (!/[1NnMm*]\s*[:–—-]\s*[01NnMm*]/.test(text)) return []
  return [...text.matchAll(written)].flatMap((match): readonly Ratio[] => {
    const [whole, left = '', one = '', other = '', right = ''] = match
    const bare = (name: string) => name.replace(/[`*]/g, '')
    if (![left, right].every((name) => isNoun(bare(name), model))) return []
    return [{ left: bare(left), right: bare(right), ends: [one, other], start: match.index, length: whole.length }]
  })
}

function isNoun(text: string, model: LanguageModel): boolean {
  if (/^[a-z]\w*_\w+$/.test(text)) return true
  const { nouns, words } = model.analyse(text, [])
  const [noun] = nouns
  return (noun !== undefined && noun.to - noun.from === words.length) || words.length === 1
}
