import { singularise } from '../../../../schema/inflect.ts'
import { abstractNouns } from './abstract-nouns.ts'
import {
  begins,
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
  if (isThirdPerson(lower) && orders(lower.slice(0, -1))) return isThirdPersonVerb(view, at)
  if (!orders(lower)) return false
  const before = wordBefore(view, at)
  if (before >= 0 && modals.has(lowerAt(view, before))) return true
  if (lowerAt(view, before) === 'to' && (tags[before] === 'PART' || tags[before - 1] === 'VERB' || tags[before - 1] === 'ADJ'))
    return true
  // `Failed imports display the error`
  if (nominalAt(view, at) && isPluralAt(view, at - 1) && takesCertainObject(view, at + 1)) return true
  const first = begins(view, at)
  if (!first && !(/^(?:,|and|or|&|\/)$/.test(lowerAt(view, at - 1)) && verbBefore(view, at))) return false
  const next = lowerAt(view, at + 1)
  // `Store in the database the source of each row`
  if (first && /^(?:store|save|keep|log)$/.test(lower) && next === 'in') return true
  if (/^(?:and|or|,|\/)$/.test(next)) return orders(lowerAt(view, at + 2))
  if (pureOrders.has(lower)) return takesObject(view, at + 1)
  if (first && compoundHeads.has(next)) return false
  return beginsObject(view, at + 1) || ((first ? verbFirst.has(lower) : followsVerb(view, at)) && endsInThing(view, at + 1))
}

/** `copy and`, `log in and`: what stands before the conjunction is a verb. */
export function followsVerb(view: TagView, at: number): boolean {
  const { tags } = view
  const before = tags[at - 2]
  return (before === 'VERB' || ((before === 'ADP' || before === 'ADV') && tags[at - 3] === 'VERB')) && verbBefore(view, at)
}

/** Orders that titles begin with even before a singular: `View recipe details`, `Export reservation`. */
const verbFirst: ReadonlySet<string> = new Set(
  'view export import search filter sort share download cancel copy update track access change mark preview browse display'.split(
    ' ',
  ),
)

/** Ends of names of screens and parts of them, which `view`, `copy` or `filter` may be a part of: `Copy button`, `Filter panel`. */
const endsOfNames: ReadonlySet<string> = new Set(
  'button page option options form view list mode icon action actions field bar box flow process queue items item engine settings setting system link links key file files format token level control frequency rights area section message table plan log request requests'.split(
    ' ',
  ),
)

/** Whether the nouns from `at` on end in something that could be viewed or copied. */
function endsInThing(view: TagView, at: number): boolean {
  let last = -1
  for (let index = at; nominalAt(view, index) || view.tags[index] === 'ADJ'; index += 1) if (nominalAt(view, index)) last = index
  const noun = singularise(lowerAt(view, last))
  return last >= 0 && !abstractNouns.has(noun) && !compoundHeads.has(noun) && !endsOfNames.has(noun)
}

/** `the page lists all plans`, `a trigger that updates rows`, `the form captures notes`: a noun that something singular may do. */
function isThirdPersonVerb(view: TagView, at: number): boolean {
  const previous = lowerAt(view, at - 1)
  if (!nominalAt(view, at)) return false
  if (/^(?:that|which|who|it|he|she)$/.test(previous)) return true
  const singular = nominalAt(view, at - 1) && !isPluralAt(view, at - 1)
  if (takesCertainObject(view, at + 1)) return singular || view.tags[at - 1] === 'ADV'
  const base = lowerAt(view, at).slice(0, -1)
  return singular && pureOrders.has(base) && !/^(?:set|use|input|address|display)$/.test(base) && nominalAt(view, at + 1)
}

/** Whether an order or a modal verb stands earlier, so that a word after a comma may be the next verb in the row. */
function verbBefore(view: TagView, at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    if (view.tags[index] !== 'VERB') continue
    const before = wordBefore(view, index)
    if (
      before < 0 ||
      modals.has(lowerAt(view, before)) ||
      /^(?:i|you|we|they)$/.test(lowerAt(view, before)) ||
      (isPluralAt(view, before) && isBase(lowerAt(view, index))) ||
      /^(?:to|[:;.])$/.test(lowerAt(view, before))
    )
      return true
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
