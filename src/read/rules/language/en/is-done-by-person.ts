import { personNouns } from './person-nouns.ts'
import { begins, isDeterminer, isPluralAt, isThirdPerson, lowerAt, type TagView } from './tag-view.ts'
import { freeOrders, peopleDo, pureOrders } from './tag-words.ts'

/**
 * Whether a word says what a person does, by its place and its form: `Passengers book tickets`, `A patient books visits`, or what a thing has:
 * `A protocol lists reagents`; but not `The customer orders list` or `Students book`.
 */
export function isDoneByPerson(view: TagView, at: number): boolean {
  const lower = lowerAt(view, at)
  const third = isThirdPerson(lower)
  const base = third ? lower.slice(0, -1) : lower
  if (!peopleDo.has(base) && !freeOrders.has(base) && !pureOrders.has(base)) return false
  const person = view.tokens[at - 1]
  if (person?.kind !== 'word') return false
  if (listsWhatItHas(view, at)) return true
  if (third && isObject(view, at + 1) && isSubjectAlone(view, at)) return true
  const singular = personNouns.has(person.lower)
  const plural = !singular && personNouns.has(person.lemma)
  if (singular ? !third : !plural || third) return false
  const determined = isDeterminer(view, at - 2)
  const first = determined ? at - 2 : at - 1
  if (singular && !determined) return false
  if (determined && followsScope(view, first)) return isObject(view, at + 1) || isRow(view, at + 1)
  return opensClause(view, first) && isObject(view, at + 1)
}

/** `The club charges fees`, `At the end of the month the tenant issues an invoice`: one thing or person with its determiner, and no verb before it in its clause. */
function isSubjectAlone(view: TagView, at: number): boolean {
  const noun = view.tags[at - 1]
  if (
    (noun !== 'NOUN' && noun !== 'PROPN') ||
    isPluralAt(view, at - 1) ||
    !/^(?:the|a|an|each|every)$/.test(lowerAt(view, at - 2))
  )
    return false
  let back = at - 3
  for (; back >= 0 && view.tokens[back]?.kind !== 'punctuation'; back -= 1)
    if (view.tags[back] === 'VERB' || view.tags[back] === 'AUX' || view.tokens[back]?.kind !== 'word') return false
  // `the report of a customer lists`: what stands behind a preposition does nothing
  return view.tags[at - 3] !== 'ADP'
}

/** `For each parcel the clerk`: what the sentence says it of stands before the person, with or without a comma. */
function followsScope(view: TagView, at: number): boolean {
  const before = lowerAt(view, at - 1) === ',' ? at - 2 : at - 1
  for (let back = before; back > Math.max(0, before - 4); back -= 1)
    if (/^(?:each|every)$/.test(lowerAt(view, back)))
      return /^(?:for|with|on|at|to)$/.test(lowerAt(view, back - 1)) && begins(view, back - 1)
  return false
}

/** `full name, weight and date`: the first of several things in a row. */
function isRow(view: TagView, at: number): boolean {
  const end = view.tokens.findIndex((token, index) => index >= at && token.kind === 'punctuation')
  const joined = view.tokens.findIndex((_, index) => index >= at && /^(?:and|,)$/.test(lowerAt(view, index)))
  return end > at && joined > at && joined - at <= 3
}

/** `A protocol lists reagents`, `A receipt shows the amount`: of a thing in the singular, with what it lists behind a determiner, or in the plural and nothing behind that the plural could be part of. */
function listsWhatItHas(view: TagView, at: number): boolean {
  return (
    /^(?:lists|holds|groups|shows|records|states|stores)$/.test(lowerAt(view, at)) &&
    /^(?:a|an|each|every)$/.test(lowerAt(view, at - 2)) &&
    begins(view, at - 2) &&
    view.tags[at - 1] !== 'ADJ' &&
    isObject(view, at + 1)
  )
}

function opensClause(view: TagView, at: number): boolean {
  return begins(view, at) || /^(?:,|and|that|when|if|where|while|so)$/.test(lowerAt(view, at - 1))
}

/** A determiner, `it`, or a plural with or without a modifier. */
function isObject(view: TagView, at: number): boolean {
  if (isDeterminer(view, at) || /^(?:it|them)$/.test(lowerAt(view, at))) return true
  const plural = (index: number): boolean => view.tokens[index]?.kind === 'word' && isThirdPerson(lowerAt(view, index))
  const ends = (index: number): boolean => view.tags[index] !== 'NOUN' && view.tags[index] !== 'AUX'
  return (plural(at) && ends(at + 1)) || (plural(at + 1) && ends(at + 2))
}
