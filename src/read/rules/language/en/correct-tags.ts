import { personNouns } from './person-nouns.ts'
import type { Tag, TaggedToken } from './tag.ts'
import { alwaysTagged, compoundHeads, freeOrders, irregularParticiples, pureOrders } from './tag-words.ts'

const modals: ReadonlySet<string> = new Set(
  "can could must should may might will would shall cannot can't won't shouldn't don't doesn't do does didn't did couldn't let".split(
    ' ',
  ),
)
const determiners: ReadonlySet<string> = new Set(
  "the a an each every this their its his her my your our no some any all these those own 's".split(' '),
)

/** Determiners that are nothing else. */
const articles: ReadonlySet<string> = new Set("the a an each every their its my your our his own 's no".split(' '))

type View = { readonly tokens: readonly TaggedToken[]; readonly tags: Tag[] }

/**
 * Corrects what the tagger gets wrong in this kind of text: orders (`Store recipes`), titles, fragments, words of the trade, and
 * nouns that look like verbs (`a draw`, `prompt usage`), which grammar gives away.
 */
export function correctTags(tokens: readonly TaggedToken[]): readonly TaggedToken[] {
  const tags: Tag[] = tokens.map((token) =>
    token.kind === 'number' ? 'NUM' : token.kind === 'word' ? (alwaysTagged.get(token.lower) ?? token.tag) : token.tag,
  )
  const view: View = { tokens, tags }
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') return
    // `Given a user, when …`
    if (token.lower === 'given' && wordBefore(view, at) < 0) {
      tags[at] = 'SCONJ'
      return
    }
    const corrected = isOrder(view, at) ? 'VERB' : isNounAfterAll(view, at) ? 'NOUN' : undefined
    if (corrected !== undefined) tags[at] = corrected
  })
  return tokens.map((token, at) => (tags[at] === token.tag ? token : { ...token, tag: tags[at] as Tag }))
}

const lowerAt = ({ tokens }: View, at: number): string => tokens[at]?.lower ?? ''
const nominal = (tag: Tag | undefined): boolean => tag === 'NOUN' || tag === 'PROPN'
const isBase = (lower: string): boolean => !/(?:ed|ing|[^su]s)$/.test(lower)
const isThirdPerson = (lower: string): boolean => /[^su]s$/.test(lower)

/** Index of the word before, adverbs and `not` left out; -1 at the beginning of a sentence or of what follows a label. */
function wordBefore({ tokens, tags }: View, at: number): number {
  let before = at - 1
  while (before >= 0 && (tags[before] === 'ADV' || tokens[before]?.lower === 'not')) before -= 1
  return before
}

/** A word the tagger takes for a noun and that orders or allows something: `Store recipes`, `can list users`, `create and view plans`. */
function isOrder(view: View, at: number): boolean {
  const { tokens, tags } = view
  const lower = lowerAt(view, at)
  const tag = tags[at]
  // `The page lists all plans`: a third person with an object.
  if (
    nominal(tag) &&
    isThirdPerson(lower) &&
    nominal(tags[at - 1]) &&
    !isPluralNoun(view, at - 1) &&
    (determiners.has(lowerAt(view, at + 1)) || tags[at + 1] === 'DET')
  ) {
    return pureOrders.has(lower.slice(0, -1)) || freeOrders.has(lower.slice(0, -1))
  }
  if (tag === 'VERB' || tag === 'AUX' || !(pureOrders.has(lower) || freeOrders.has(lower))) return false
  const before = wordBefore(view, at)
  const previous = lowerAt(view, before)
  if (before >= 0 && modals.has(previous)) return true
  if (previous === 'to' && (tags[before] === 'PART' || tags[before - 1] === 'VERB' || tags[before - 1] === 'ADJ')) return true
  const begins =
    before < 0 || /^[:;.•–—]$/.test(tokens[at - 1]?.text ?? '') || (before === at - 1 && tokens[before]?.kind === 'reference')
  const joined = /^(?:,|and|or|&|\/)$/.test(tokens[at - 1]?.text.toLowerCase() ?? '')
  const next = lowerAt(view, at + 1)
  if (/^(?:and|or|\/)$/.test(next) && begins)
    return pureOrders.has(lowerAt(view, at + 2)) || freeOrders.has(lowerAt(view, at + 2))
  if (joined && !verbBefore(view, at)) return false
  if (!begins && !joined) return false
  return pureOrders.has(lower) ? takesObject(view, at + 1) : beginsObject(view, at + 1)
}

/** Whether an order or a modal verb stands earlier, so that a word after a comma may be the next verb in the row. */
function verbBefore(view: View, at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const lower = lowerAt(view, index)
    if (view.tags[index] !== 'VERB') continue
    const before = wordBefore(view, index)
    if (
      before < 0 ||
      modals.has(lowerAt(view, before)) ||
      lowerAt(view, before) === 'to' ||
      /^[:;.]$/.test(lowerAt(view, index - 1))
    )
      return true
    if (pureOrders.has(lower) && /^(?:,|and|or)$/.test(lowerAt(view, index - 1))) return true
  }
  return false
}

/** A certain object: a determiner, a name, a plural; `match results`. */
function beginsObject(view: View, at: number): boolean {
  const { tokens, tags } = view
  const next = tokens[at]
  if (next === undefined) return false
  if (next.kind === 'name' || next.kind === 'quoted') return true
  if (next.kind !== 'word') return false
  if (determiners.has(next.lower) || tags[at] === 'DET' || next.lower === 'by' || (tags[at] === 'PRON' && next.lower !== 'that'))
    return true
  if (isPluralNoun(view, at)) return tags[at + 1] !== 'AUX'
  return (tags[at] === 'ADJ' || /ed$/.test(next.lower) || nominal(tags[at]) || tags[at] === 'VERB') && isPluralNoun(view, at + 1)
}

/** Any object: for words that are hardly ever nouns at the beginning. */
function takesObject(view: View, at: number): boolean {
  const next = view.tokens[at]
  if (next === undefined || next.lower === 'of' || next.lower === 'case' || next.lower === 'cases') return false
  return (
    beginsObject(view, at) ||
    nominal(view.tags[at]) ||
    view.tags[at] === 'ADJ' ||
    view.tags[at] === 'NUM' ||
    view.tags[at] === 'ADV' ||
    view.tags[at] === 'VERB'
  )
}

const isPluralNoun = ({ tokens, tags }: View, at: number): boolean => {
  const lower = tokens[at]?.lower ?? ''
  return (nominal(tags[at]) || (tags[at] === 'VERB' && isThirdPerson(lower))) && /[^su]s$/.test(lower)
}

/** A word the tagger takes for a verb, in a place where no verb can stand. */
function isNounAfterAll(view: View, at: number): boolean {
  const { tokens, tags } = view
  const tag = tags[at]
  const lower = lowerAt(view, at)
  const last = at - 1
  const previous = lowerAt(view, last)
  const next = tags[at + 1]
  // `their assigned recipient.`
  if (tag === 'ADJ' || tag === 'ADV') return personNouns.has(lower) && !nominal(next) && last >= 0
  if (tag !== 'VERB' || tokens[last]?.kind === 'name') return false
  // `start time`, `draw date`, `sort order`: fixed pairs.
  if (
    isBase(lower) &&
    compoundHeads.has(lowerAt(view, at + 1)) &&
    !modals.has(previous) &&
    previous !== 'to' &&
    tags[last] !== 'PRON'
  ) {
    return last >= 0 ? !/^(?:,|and|or|:)$/.test(previous) || !pureOrders.has(lower) : !pureOrders.has(lower)
  }
  if (/(?:ed|ing)$/.test(lower) || lower === 'have' || lower === 'be' || irregularParticiples.has(lower)) return false
  if (isThirdPerson(lower) && (pureOrders.has(lower.slice(0, -1)) || alwaysTagged.get(lower) === 'VERB')) return false
  // `the set of`, `log of`
  if (lowerAt(view, at + 1) === 'of' && !/^(?:consist|think|dispose|approve|remind|take|get)s?$/.test(lower)) return true
  // `Prompt library`, `Draw creation`: an order would have a determiner before a singular object.
  const bare = isBase(lower) && nominal(next) && !isPluralNoun(view, at + 1) && !pureOrders.has(lower)
  if (wordBefore(view, at) < 0)
    return bare && (!freeOrders.has(lower) || /(?:tion|ment|sion|al|ance|ence|ity)$/.test(lowerAt(view, at + 1)))
  if (articles.has(previous) || (determiners.has(previous) && tags[last] === 'DET')) return true
  // After a preposition stands no verb but in -ing; `by`, `for`, `of`, `with`, `from`, `per`.
  if (
    /^(?:for|of|with|from|per|by|between|about|without|via|in|on|at|into|during|within|under)$/.test(previous) &&
    tags[last] !== 'ADV'
  )
    return true
  if (bare && (tags[last] === 'ADJ' || (tags[last] === 'VERB' && /ed$/.test(previous)))) return true
  if (
    tags[last] === 'VERB' &&
    /[a-z]ed$/.test(previous) &&
    isBase(lower) &&
    !pureOrders.has(lower) &&
    (last === 0 || tags[last - 1] === 'DET' || tags[last - 1] === 'ADP')
  )
    return true
  if (isThirdPerson(lower)) {
    // One who does it must stand before: an adjective, a plural or an -ing is none.
    return tags[last] === 'ADJ' || (tags[last] === 'VERB' && last > 0) || (/ed$/.test(previous) && tags[last] === 'VERB')
  }
  // `a Secret Santa draw`, `prompt usage`: a singular subject has no bare verb behind it.
  if (
    nominal(tags[last]) &&
    !isPluralNoun(view, last) &&
    tokens[last]?.kind === 'word' &&
    !/^(?:data|people|children|staff|who|which|that|i|you|we|they)$/.test(previous)
  ) {
    return (
      !coordinated(view, last) &&
      !irregularParticiples.has(lower) &&
      !pureOrders.has(lower) &&
      next !== 'DET' &&
      !determiners.has(lowerAt(view, at + 1)) &&
      tokens[at + 1]?.kind !== 'name'
    )
  }
  // `Prohibit draw modifications`, `Execute draw algorithm`
  return (
    tags[last] === 'VERB' &&
    !/^(?:help|let|make|be|do|have|go)$/.test(tokens[last]?.lemma ?? '') &&
    isBase(previous) &&
    nominal(next) &&
    !pureOrders.has(lower)
  )
}

/** `admins and users view`: two subjects make a plural. */
function coordinated(view: View, at: number): boolean {
  for (let index = at; index > Math.max(0, at - 4); index -= 1) if (/^(?:and|or)$/.test(lowerAt(view, index))) return true
  return false
}
