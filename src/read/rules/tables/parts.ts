import { isOnlyAttribute, notThings } from '../columns/common-names.ts'
import { isDefinable, objectOf } from '../columns/field-lists.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { markersOf } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'

/** Several small things that hang on one: the photos of a visit, the comments on an announcement. */
export interface Part {
  readonly child: NounPhrase
  readonly parent: NounPhrase
  /** English, singular: `visit_photo`. */
  readonly name: string
}

/** Names (English) of what people hang on things: too common to be a thing by themselves. */
const small = /^(?:photo|image|picture|file|attachment|document|comment|note|link|video|recording)$/

export function isSmall(name: string): boolean {
  return small.test(name)
}

/**
 * What hangs on what:
 * "Photos can be attached to an inspection", "add files to a task", "members can comment on announcements", "Do wizyty można dodać zdjęcia", "dodaje notatki do ucznia".
 *
 * Not: one of them ("add a photo to a product" is the product's column), what hangs on the users or on a part of the program.
 */
export const partsIn = oncePerSentence(readParts)

function readParts(sentence: Sentence): readonly Part[] {
  if (markersOf(sentence, 'NOT', 'NO', 'WITHOUT').length > 0) return []
  const verbs = markersOf(sentence, 'CREATES', 'ASSIGNS', 'STORES', 'BELONGS', 'LINKS')
  const placed = holderAt(sentence, 0)
  const found: Part[] = []
  const add = (child: NounPhrase | undefined, parent: NounPhrase | undefined): void => {
    if (child && parent && child !== parent && child.plural && small.test(child.name) && canHold(parent))
      found.push({ child, parent, name: `${parent.name}_${child.name}` })
  }
  for (const verb of verbs) {
    const object = objectOf(sentence, verb)
    add(object, object && (holderAt(sentence, object.to) ?? (placed && verb.from >= placed.to ? placed : undefined)))
    const subject = sentence.nouns.filter((noun) => noun.to <= verb.from).at(-1)
    const passive = subject && sentence.words.slice(subject.to, verb.from).every((word) => word.pos === 'verb')
    if (passive && verb.from > subject.to)
      add(subject, holderAt(sentence, verb.to) ?? sentence.nouns.find((noun) => noun.from === verb.to))
  }
  // "up to 10 photos per visit"
  for (const bound of markersOf(sentence, 'AT_MOST')) {
    const child = sentence.nouns.find((noun) => noun.count !== undefined && noun.from <= bound.to && noun.to > bound.to)
    const per = child && markersOf(sentence, 'PER').find((marker) => marker.from === child.to)
    add(child, per && sentence.nouns.find((noun) => noun.from <= per.to && noun.to > per.from))
  }
  return found
}

/** The noun behind a word that places something, at a word. */
function holderAt(sentence: Sentence, word: number): NounPhrase | undefined {
  const into = markersOf(sentence, 'INTO', 'FOR').find((marker) => marker.from === word)
  return into && sentence.nouns.find((noun) => noun.from === into.to)
}

function canHold(noun: NounPhrase): boolean {
  if (noun.identifier || noun.abstract || small.test(noun.name) || isOnlyAttribute(noun.name)) return false
  return !(notThings.has(noun.name) || notThings.has(noun.head)) || isDefinable(noun.name)
}
