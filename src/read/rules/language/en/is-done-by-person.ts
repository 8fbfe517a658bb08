import { personNouns } from './person-nouns.ts'
import { begins, isDeterminer, isThirdPerson, lowerAt, type TagView } from './tag-view.ts'
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
  const singular = personNouns.has(person.lower)
  const plural = !singular && personNouns.has(person.lemma)
  if (singular ? !third : !plural || third) return false
  const determined = isDeterminer(view, at - 2)
  if (!opensClause(view, determined ? at - 2 : at - 1) || (singular && !determined)) return false
  return isObject(view, at + 1)
}

/** `A protocol lists reagents`: of a thing in the singular, with what it lists in the plural and nothing behind that the plural could be part of. */
function listsWhatItHas(view: TagView, at: number): boolean {
  return (
    /^(?:lists|holds|groups)$/.test(lowerAt(view, at)) &&
    /^(?:a|an|each|every)$/.test(lowerAt(view, at - 2)) &&
    begins(view, at - 2) &&
    view.tags[at - 1] !== 'ADJ' &&
    isObject(view, at + 1)
  )
}

function opensClause(view: TagView, at: number): boolean {
  return begins(view, at) || /^(?:,|and|that|when|if|where|while|so)$/.test(lowerAt(view, at - 1))
}

/** A determiner, or a plural with or without a modifier. */
function isObject(view: TagView, at: number): boolean {
  if (isDeterminer(view, at)) return true
  const plural = (index: number): boolean => view.tokens[index]?.kind === 'word' && isThirdPerson(lowerAt(view, index))
  const ends = (index: number): boolean => view.tags[index] !== 'NOUN' && view.tags[index] !== 'AUX'
  return (plural(at) && ends(at + 1)) || (plural(at + 1) && ends(at + 2))
}
