import {
  begins,
  isDeterminer,
  isPluralAt,
  isThirdPerson,
  lowerAt,
  modals,
  nominalAt,
  type TagView,
  wordBefore,
} from './tag-view.ts'
import { compoundHeads, freeOrders, pureOrders } from './tag-words.ts'

const orders = (lower: string): boolean => pureOrders.has(lower) || freeOrders.has(lower)

/**
 * Whether a word that the tagger did not take for a verb is one: `Store recipes`, `can list users`, `create, list and view plans`, `The page
 * lists all plans`; but not `List view`, `search results`, `Input validation`.
 */
export function isOrder(view: TagView, at: number): boolean {
  const { tags } = view
  const lower = lowerAt(view, at)
  if (tags[at] === 'VERB' || tags[at] === 'AUX') return false
  // `log in`, `sign up`
  if (/^(?:log|sign)$/.test(lower) && /^(?:in|out|into|up)$/.test(lowerAt(view, at + 1))) return true
  // `users own many sets`, but `their own sets`
  if (lower === 'own') return !/^(?:their|its|his|her|my|your|our|'s|'|the|an?)$/.test(lowerAt(view, at - 1))
  // A third person with an object, behind a singular or an adverb: `the trigger automatically updates the date`.
  if (nominalAt(view, at) && isThirdPerson(lower) && orders(lower.slice(0, -1)) && takesCertainObject(view, at + 1))
    return mayDo(view, at - 1)
  if (!orders(lower)) return false
  const before = wordBefore(view, at)
  if (before >= 0 && modals.has(lowerAt(view, before))) return true
  if (lowerAt(view, before) === 'to' && (tags[before] === 'PART' || tags[before - 1] === 'VERB' || tags[before - 1] === 'ADJ'))
    return true
  const first = begins(view, at)
  if (!first && !(/^(?:,|and|or|&|\/)$/.test(lowerAt(view, at - 1)) && verbBefore(view, at))) return false
  const next = lowerAt(view, at + 1)
  if (/^(?:and|or|,|\/)$/.test(next)) return orders(lowerAt(view, at + 2))
  if (pureOrders.has(lower)) return takesObject(view, at + 1)
  return beginsObject(view, at + 1) && !(first && compoundHeads.has(next))
}

/** A singular, an adverb or a pronoun can stand before a third person. */
function mayDo(view: TagView, at: number): boolean {
  return (
    (nominalAt(view, at) && !isPluralAt(view, at)) ||
    view.tags[at] === 'ADV' ||
    /^(?:it|that|which|who|he|she)$/.test(lowerAt(view, at))
  )
}

/** Whether an order or a modal verb stands earlier, so that a word after a comma may be the next verb in the row. */
function verbBefore(view: TagView, at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    if (view.tags[index] !== 'VERB') continue
    const before = wordBefore(view, index)
    if (before < 0 || modals.has(lowerAt(view, before)) || /^(?:to|[:;.])$/.test(lowerAt(view, before))) return true
    if (pureOrders.has(lowerAt(view, index)) && /^(?:,|and|or)$/.test(lowerAt(view, index - 1))) return true
  }
  return false
}

function takesCertainObject(view: TagView, at: number): boolean {
  return isDeterminer(view, at) || view.tokens[at]?.kind === 'name' || /^(?:it|them|him|us|me|you)$/.test(lowerAt(view, at))
}

/** A determiner, a name, a plural, or a modifier and a plural (`match results`). */
function beginsObject(view: TagView, at: number): boolean {
  const { tokens, tags } = view
  const next = tokens[at]
  if (next === undefined) return false
  if (next.kind === 'name' || next.kind === 'quoted') return true
  if (next.kind !== 'word') return false
  if (isDeterminer(view, at) || next.lower === 'by' || (tags[at] === 'PRON' && next.lower !== 'that')) return true
  if (isPluralAt(view, at)) return tags[at + 1] !== 'AUX'
  return (tags[at] === 'ADJ' || tags[at] === 'VERB' || /ed$/.test(next.lower) || nominalAt(view, at)) && isPluralAt(view, at + 1)
}

/** Any object: enough for words that are hardly ever nouns at the beginning. */
function takesObject(view: TagView, at: number): boolean {
  const next = view.tokens[at]
  if (next === undefined || /^(?:of|cases?)$/.test(next.lower)) return false
  return beginsObject(view, at) || /^(?:NOUN|PROPN|ADJ|NUM|ADV|VERB)$/.test(view.tags[at] ?? '')
}
