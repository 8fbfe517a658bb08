import type { Mention } from '../../../claim/mention.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { isNamedAfter } from '../language/verb-stem.ts'
import { markersOf } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'

/** A verb with the thing it is done to: "reserve an item". */
export interface Act {
  readonly verb: number
  readonly object: NounPhrase
}

/** What a sentence's people do to things: each verb with the first noun right behind it, persons and accounts aside. */
export const actsIn = oncePerSentence(readActs)

function readActs(sentence: Sentence): readonly Act[] {
  return sentence.words.flatMap((word, verb) => {
    if (word.pos !== 'verb' || word.identifier || isUsual(sentence, verb)) return []
    const object = sentence.nouns.find((noun) => noun.from > verb)
    if (!object || object.person || object.identifier || object.from - verb > 2) return []
    const between = sentence.words.slice(verb + 1, object.from)
    return between.some((each) => each.pos === 'verb' || each.pos === 'punctuation') ? [] : [{ verb, object }]
  })
}

/** Verbs that keep, change or show a thing make no other thing of it: editing makes no edition, recording no recording. */
function isUsual(sentence: Sentence, verb: number): boolean {
  return markersOf(sentence, 'STORES', 'EDITS', 'VIEWS', 'LISTS', 'DELETE', 'MANAGES', 'SEARCH').some(
    (marker) => marker.from <= verb && verb < marker.to,
  )
}

/**
 * Whether a noun is what a verb's doing is called, so that each time it is done there is one of them: "reserve" and a "reservation", "wypożyczać" and a
 * "wypożyczenie". What is called like its object is no act ("order an order").
 */
function isCalledAfter(noun: Pick<NounPhrase, 'name' | 'text'>, act: Act, sentence: Sentence): boolean {
  const lemma = sentence.words[act.verb]?.lemma ?? ''
  if (noun.name === act.object.name) return false
  return isNamedAfter(noun.name, lemma) || isNamedAfter(lastWord(noun.text), lemma)
}

function lastWord(text: string): string {
  return text.split(/\s+/).at(-1) ?? ''
}

const letters = 4

/** Finds what an act's doing is called among many: by the letters that the noun and the verb begin with. */
export function indexByBeginning<T>(
  named: readonly T[],
  mentionOf: (one: T) => Pick<Mention, 'name' | 'text'>,
): (act: Act, sentence: Sentence) => readonly T[] {
  const index = new Map<string, T[]>()
  for (const one of named) {
    const { name, text } = mentionOf(one)
    for (const beginning of new Set([name, lastWord(text)].map((word) => word.slice(0, letters).toLowerCase())))
      index.set(beginning, [...(index.get(beginning) ?? []), one])
  }
  return (act, sentence) => {
    const near = index.get((sentence.words[act.verb]?.lemma ?? '').slice(0, letters).toLowerCase()) ?? []
    return near.filter((one) => isCalledAfter(mentionOf(one), act, sentence))
  }
}
