import type { Tag, TaggedToken } from './tag.ts'

/** A sentence while its tags are being corrected: `tags` holds what was decided so far. */
export interface TagView {
  readonly tokens: readonly TaggedToken[]
  readonly tags: Tag[]
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const modals = set(
  "can could must should may might will would shall cannot can't won't shouldn't don't doesn't do does didn't did couldn't let",
)
const determiners = set("the a an each every this their its his her my your our no some any all these those own 's")
/** Determiners that are nothing else: what stands behind them is no verb. */
export const articles = set("the a an each every their its my your our his own 's no")

export const lowerAt = ({ tokens }: TagView, at: number): string => tokens[at]?.lower ?? ''
export const nominalAt = ({ tags }: TagView, at: number): boolean => tags[at] === 'NOUN' || tags[at] === 'PROPN'
export const isDeterminer = (view: TagView, at: number): boolean => view.tags[at] === 'DET' || determiners.has(lowerAt(view, at))
/** The form of a verb that is as often a noun: neither in -ed, -ing nor -s. */
export const isBase = (lower: string): boolean => !/(?:ed|ing|[^su]s)$/.test(lower)
export const isThirdPerson = (lower: string): boolean => /[^su]s$/.test(lower)

/** Index of the word before, adverbs and `not` left out; -1 at the beginning. */
export function wordBefore({ tokens, tags }: TagView, at: number): number {
  let before = at - 1
  while (before >= 0 && (tags[before] === 'ADV' || tokens[before]?.lower === 'not')) before -= 1
  return before
}

/** At the beginning of the sentence, or of what follows a label or a requirement's id. */
export function begins(view: TagView, at: number): boolean {
  const before = wordBefore(view, at)
  if (before < 0 || /^[:;.•–—]$/.test(lowerAt(view, at - 1))) return true
  return before === at - 1 && view.tokens[before]?.kind === 'reference'
}

/** A noun in the plural, or what the tagger took for a third person and may be one. */
export function isPluralAt(view: TagView, at: number): boolean {
  const lower = lowerAt(view, at)
  return view.tokens[at]?.kind === 'word' && isThirdPerson(lower) && (nominalAt(view, at) || view.tags[at] === 'VERB')
}
