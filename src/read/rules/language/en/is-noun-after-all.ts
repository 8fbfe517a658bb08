import { gerundHeads } from './gerund-nouns.ts'
import { followsVerb } from './is-order.ts'
import { personNouns } from './person-nouns.ts'
import {
  articles,
  isBase,
  isDeterminer,
  isPluralAt,
  isThirdPerson,
  lowerAt,
  modals,
  nominalAt,
  type TagView,
  wordBefore,
} from './tag-view.ts'
import { alwaysTagged, compoundHeads, freeOrders, irregularParticiples, pureOrders } from './tag-words.ts'

/** Whether a word that the tagger took for a verb is a noun, because no verb can stand there: `a draw`, `prompt usage`, `start time`, `deleting draws`. */
export function isNounAfterAll(view: TagView, at: number): boolean {
  const lower = lowerAt(view, at)
  // `every hand-over`, `a check-in`
  if (view.tags[at] !== 'NOUN' && /^[a-z]+-(?:in|out|up|over|off|down|back)$/.test(lower))
    return isDeterminer(view, at - 1) && !nominalAt(view, at + 1)
  // `their assigned recipient.`
  if (view.tags[at] === 'ADJ' && lower === 'total' && isHad(view, at)) return true
  if (view.tags[at] === 'ADJ' || view.tags[at] === 'ADV')
    return at > 0 && ((personNouns.has(lower) && !nominalAt(view, at + 1)) || standsForThing(view, at))
  if (view.tags[at] !== 'VERB' || view.tokens[at - 1]?.kind === 'name') return false
  if (isPair(view, at) || isListed(view, at)) return true
  if (/(?:ed|ing)$/.test(lower) || /^(?:be|have)$/.test(lower) || (irregularParticiples.has(lower) && !bothWays.has(lower)))
    return false
  if (bothWays.has(lower) && /^(?:by|to|in|on|up|as|at|for)$/.test(lowerAt(view, at + 1))) return false
  if (wordBefore(view, at) < 0 && isThirdPerson(lower)) return beginsRow(view, at)
  if (endsThing(view, at)) return true
  if (isThirdPerson(lower) && (pureOrders.has(lower.slice(0, -1)) || alwaysTagged.get(lower) === 'VERB')) return false
  if (isHad(view, at)) return true
  // `the set of`, `log of`
  if (lowerAt(view, at + 1) === 'of' && !/^(?:consist|think|dispose|approve|remind|take|get)s?$/.test(lower)) return true
  if (wordBefore(view, at) < 0) return beginsName(view, at)
  return followsOpening(view, at) || (isThirdPerson(lower) ? hasNoDoer(view, at) : isBareVerb(view, at))
}

/** `a rental contains`, `each individual has`: between an article and what is done stands a thing. */
function standsForThing(view: TagView, at: number): boolean {
  if (
    view.tags[at] !== 'ADJ' ||
    !isDeterminer(view, at - 1) ||
    /(?:ed|ing|st|ous|same|first|last|next|following|other|latter|former)$/.test(lowerAt(view, at))
  )
    return false
  // `every hand-over: …`
  const ends = /^(?:each|every|an?)$/.test(lowerAt(view, at - 1)) && /^[:(]$/.test(lowerAt(view, at + 1))
  return ends || view.tags[at + 1] === 'VERB' || view.tags[at + 1] === 'AUX'
}

/** `model, prompt tokens, duration`: among the things listed behind a colon, of which the first is one, a bare form with a thing behind it is a part of its name. */
function isListed(view: TagView, at: number): boolean {
  const lower = lowerAt(view, at)
  if (!isBase(lower) || pureOrders.has(lower) || freeOrders.has(lower) || !nominalAt(view, at + 1)) return false
  if (!/^(?:,|and|or)$/.test(lowerAt(view, at - 1))) return false
  const colon = view.tokens.findLastIndex((token, index) => index < at && token.lower === ':')
  const first = view.tokens.findIndex((token, index) => index > colon && token.lower === ',')
  return colon >= 0 && first <= at && view.tags.slice(colon + 1, first).every((tag) => tag === 'NOUN' || tag === 'ADJ')
}

/** `has title (…)`, `has name, date and rate`: what is had without an article, itself without an object where others stand before it. */
function isHad(view: TagView, at: number): boolean {
  const lower = lowerAt(view, at)
  if (pureOrders.has(lower) || /n't$/.test(lowerAt(view, at - 1))) return false
  if (having.test(lowerAt(view, at - 1))) return true
  if (!/^(?:,|and|or|&)$/.test(lowerAt(view, at - 1)) || !/^(?:[,;.()]|and|or|&|)$/.test(lowerAt(view, at + 1))) return false
  for (let index = at - 2; index >= 0; index -= 1) {
    if (view.tags[index] === 'VERB' || view.tags[index] === 'AUX') return having.test(lowerAt(view, index))
    if (/^[.;:!?]$/.test(lowerAt(view, index))) return false
  }
  return false
}

const having = /^(?:have|has|having)$/

/** Participles that are things as well: `a flashcard set`, `the test run`. */
const bothWays: ReadonlySet<string> = new Set(['set', 'cut', 'cost', 'run', 'split', 'lead', 'feed'])

/** `flashcard sets`, `the user's follow requests`: a third person of a verb that would need an object, behind a singular noun and without one. */
function endsThing(view: TagView, at: number): boolean {
  const lower = lowerAt(view, at)
  const base = lower.slice(0, -1)
  if (!isThirdPerson(lower) || !(freeOrders.has(base) || base === 'set') || !nominalAt(view, at - 1) || isPluralAt(view, at - 1))
    return false
  return at + 1 >= view.tokens.length || /^(?:[.,;:)]|and|or|per|of|belong|belongs|is|are|with|from)$/.test(lowerAt(view, at + 1))
}

/** `start time`, `draw date`, `sort order`: fixed pairs whose first word looks like a verb. */
function isPair(view: TagView, at: number): boolean {
  const lower = lowerAt(view, at)
  const previous = lowerAt(view, at - 1)
  if (
    !isBase(lower) ||
    !compoundHeads.has(lowerAt(view, at + 1)) ||
    modals.has(lowerAt(view, wordBefore(view, at))) ||
    previous === 'to' ||
    view.tags[at - 1] === 'PRON'
  )
    return false
  // `copy and download results`
  if (/^(?:,|and|or)$/.test(previous) && followsVerb(view, at)) return false
  return !pureOrders.has(lower) || (at > 0 && !/^(?:,|and|or|:)$/.test(previous))
}

/** `Leaves, knives and shelves`: a verb would have an object. `Exercises come from …`, `Trips in a season can be …`: another word is the verb. */
const beginsRow = (view: TagView, at: number): boolean => /^(?:,|and|or|)$/.test(lowerAt(view, at + 1)) || isSubject(view, at)

function isSubject(view: TagView, at: number): boolean {
  const finite = (index: number): boolean =>
    modals.has(lowerAt(view, index)) || /^(?:are|were|have|come|belong|consist)$/.test(lowerAt(view, index))
  if (finite(at + 1)) return true
  if (!/^(?:in|of|on|from)$/.test(lowerAt(view, at + 1))) return false
  const rest = view.tokens.slice(at + 2, at + 7)
  const stop = rest.findIndex((token) => token.kind === 'punctuation')
  return rest.some((_, index) => (stop < 0 || index < stop) && finite(at + 2 + index))
}

/** `Prompt library`, `Draw creation`: an order would have a determiner before a singular object. */
function beginsName(view: TagView, at: number): boolean {
  const doing = /(?:tion|ment|sion|al|ance|ence|ity)$/.test(lowerAt(view, at + 1))
  return modifiesSingular(view, at) && (!freeOrders.has(lowerAt(view, at)) || doing)
}

function modifiesSingular(view: TagView, at: number): boolean {
  const lower = lowerAt(view, at)
  return isBase(lower) && !pureOrders.has(lower) && nominalAt(view, at + 1) && !isPluralAt(view, at + 1)
}

const prepositions = /^(?:for|of|with|from|per|by|between|about|without|via|in|on|at|into|during|within|under)$/

/** After a determiner or a preposition stands no verb but in -ing. */
function followsOpening(view: TagView, at: number): boolean {
  const last = at - 1
  const previous = lowerAt(view, last)
  if (articles.has(previous) || (isDeterminer(view, last) && view.tags[last] === 'DET')) return true
  if (previous === "'" && view.tokens[last]?.spaced === false && isPluralAt(view, last - 1)) return true
  return prepositions.test(previous) && view.tags[last] !== 'ADV'
}

/** A third person needs one who does it before it: an adjective or another verb is none, and the last of a row of things neither. */
function hasNoDoer(view: TagView, at: number): boolean {
  const last = at - 1
  if (/^(?:and|or)$/.test(lowerAt(view, last))) return isPluralAt(view, last - 1) && !/^\p{L}/u.test(lowerAt(view, at + 1))
  return view.tags[last] === 'ADJ' || (view.tags[last] === 'VERB' && (last > 0 || /ed$/.test(lowerAt(view, last))))
}

/** A bare form needs `to`, a modal, a plural or an order before it. */
function isBareVerb(view: TagView, at: number): boolean {
  const { tokens, tags } = view
  const lower = lowerAt(view, at)
  const last = at - 1
  const previous = lowerAt(view, last)
  // `shipping address`
  if (/ing$/.test(previous) && gerundHeads.has(lower)) return true
  if (pureOrders.has(lower) && !bothWays.has(lower)) return false
  if (tags[last] === 'VERB' && (/[a-z]ed$/.test(previous) || irregularParticiples.has(previous))) {
    // `Selected prompt`, `a completed draw`, `saved meal plan`
    if (last === 0 || tags[last - 1] === 'DET' || tags[last - 1] === 'ADP' || modifiesSingular(view, at)) return true
  }
  if (tags[last] === 'ADJ' && modifiesSingular(view, at)) return true
  // `a Secret Santa draw`, `prompt usage`: a singular subject has no bare verb behind it.
  if (nominalAt(view, last) && !isPluralAt(view, last) && tokens[last]?.kind === 'word') {
    if (/^(?:data|people|children|staff|who|which|that|i|you|we|they)$/.test(previous) || isAsked(view, at)) return false
    return !inRow(view, last) && !isDeterminer(view, at + 1) && tokens[at + 1]?.kind !== 'name'
  }
  // `Prohibit draw modifications`
  return (
    tags[last] === 'VERB' &&
    !/^(?:help|let|make|be|do|have|go)$/.test(tokens[last]?.lemma ?? '') &&
    isBase(previous) &&
    nominalAt(view, at + 1)
  )
}

/** `Can one person belong to …`: behind what opens a question the subject comes first, and then its bare verb. */
function isAsked({ tokens, tags }: TagView, at: number): boolean {
  // `Q2: Can …`
  const label = tokens.findLastIndex((token, index) => index < at && token.lower === ':')
  const opening = tokens[label + 1]?.lower ?? ''
  if (!modals.has(opening) && !/^(?:do|does|did)$/.test(opening)) return false
  return tokens.slice(label + 2, at).every(({ lower }, index) => {
    const tag = tags[label + 2 + index]
    return tag !== 'VERB' && tag !== 'AUX' && /^[\p{L}'-]+$/u.test(lower)
  })
}

/** `admins and users view`: two subjects make a plural. */
function inRow(view: TagView, at: number): boolean {
  for (let index = at; index > Math.max(0, at - 4); index -= 1) if (/^(?:and|or)$/.test(lowerAt(view, index))) return true
  return false
}
