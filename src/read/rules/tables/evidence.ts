import { doerBehind } from '../columns/field-lists.ts'
import type { Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { isRefused } from '../text/refusals.ts'

/** How a sentence shows that people keep something: what is done with it. */
export type Evidence =
  | 'define'
  | 'contained'
  | 'title'
  | 'create'
  | 'edit'
  | 'delete'
  | 'list'
  | 'manage'
  | 'store'
  | 'own'
  | 'many'
  | 'search'
  | 'assign'

const acts: readonly (readonly [Meaning, Evidence])[] = [
  ['CREATES', 'create'],
  ['EDITS', 'edit'],
  ['DELETE', 'delete'],
  ['LISTS', 'list'],
  ['MANAGES', 'manage'],
  ['STORES', 'store'],
  ['SEARCH', 'search'],
  ['ASSIGNS', 'assign'],
  ['LIST', 'list'],
]

/**
 * Which verbs bear on a noun: the nearest verb of the noun's clause before it ("add, edit and delete recipes"), or after it in a title
 * ("recipe management"), with nothing but other members of the list between them.
 */
export function evidenceFor(sentence: Sentence, noun: NounPhrase): readonly Evidence[] {
  const found = new Set<Evidence>()
  if (isRefused(sentence, noun.from)) return []
  for (const [meaning, evidence] of acts) {
    for (const marker of sentence.markers) {
      if (marker.meaning !== meaning) continue
      const near = marker.to <= noun.from && noun.from - marker.to <= 12
      if (near && governs(sentence, marker.to, noun) && doerBehind(sentence, marker) !== noun) found.add(evidence)
      // "each product is saved", "a task was deleted"
      if (meaning !== 'LIST' && marker.from > noun.to && passive(sentence, noun.to, marker.from)) found.add(evidence)
    }
  }
  if (noun.possessor !== undefined && sentence.nouns[noun.possessor]?.person) found.add('own')
  if (noun.plural && (noun.quantifier === 'many' || noun.quantifier === 'all')) found.add('many')
  return [...found]
}

/** Between a noun and what is done to it: auxiliaries ("is", "can be"), and the verbs before it in a row ("can be created and deleted"). */
function passive(sentence: Sentence, from: number, to: number): boolean {
  const between = sentence.words.slice(from, to)
  if (!between.every((word) => word.pos === 'verb' || word.pos === 'adverb' || word.pos === 'conjunction' || word.text === ','))
    return false
  const joined = between.findLastIndex((word) => word.pos === 'conjunction' || word.text === ',')
  if (joined < 0) return between.length <= 3
  const earlier = sentence.markers.some(
    (marker) => acts.some(([meaning]) => meaning === marker.meaning) && marker.from > from && marker.to <= from + joined,
  )
  return earlier && between.length <= 8
}

/** "adding requests, viewing rosters": behind the first verb's own object stands another verb, of what follows. */
function isDoneOtherwise(sentence: Sentence, from: number, noun: NounPhrase): boolean {
  const object = sentence.nouns.find((other) => other.from >= from && other.to < noun.from && !other.abstract)
  return (
    object !== undefined &&
    sentence.markers.some((marker) => doing.has(marker.meaning) && marker.from >= object.to && marker.to <= noun.from)
  )
}

const doing: ReadonlySet<Meaning> = new Set<Meaning>([...acts.map(([meaning]) => meaning), 'VIEWS'])

/** Nothing between a verb's end and the noun but determiners, adjectives, joined verbs and prepositionless nouns. */
function governs(sentence: Sentence, from: number, noun: NounPhrase): boolean {
  if (isDoneOtherwise(sentence, from, noun)) return false
  let heads = 0
  for (let at = from; at < noun.from; at += 1) {
    const word = sentence.words[at]
    if (!word) return false
    if (/^[.;:!?()–—]$/.test(word.text)) return false
    const inside = sentence.nouns.find((other) => other.from <= at && at < other.to)
    if (inside && !inside.abstract) {
      heads += at === inside.from ? 1 : 0
      const joined = sentence.words.slice(inside.to, noun.from).some((each) => each.pos === 'conjunction' || each.text === ',')
      if (!joined && inside.possessor === undefined) return false
    }
    if (word.pos === 'preposition' && !sentence.nouns.some((other) => other.from <= at && at < other.to)) {
      const next = sentence.nouns.find((other) => other.from > at)
      if (next === noun && !/^(?:of|for|o|do)$/i.test(word.text)) return false
      if (next !== noun) return false
    }
  }
  return heads <= 3
}
