import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { markersOf, meansBetween } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'

/** Names (English) of what becomes something else when it is taken: until then it is not kept, and afterwards it is no longer this. */
const offered = /^(?:\w+_)?(?:candidate|suggestion|proposal|preview)$/

/** The name (English) without what says that it was made up: "AI proposals" and "generated proposals" are the proposals. */
export function plainName(name: string): string {
  const plain = name.replace(/^(?:ai_)?(?:ai|generated|proposed|suggested)_/, '')
  return offered.test(plain) ? plain : name
}

/**
 * What a sentence says is not kept: "AI suggestions exist only during the session", "We do not store payment cards", "Koszyk istnieje tylko w przeglądarce".
 *
 * Not: what is not kept in one state ("rejected offers are not saved"), and what is kept later ("lines are not saved until the user confirms them"), but for
 * what is offered to be taken, which becomes something else.
 */
export const unkeptIn = oncePerSentence((sentence: Sentence): readonly NounPhrase[] =>
  markersOf(sentence, 'UNKEPT').flatMap((marker) => {
    // "do not store cards"; but "exist only in the session"
    const place = sentence.words[marker.to - 1]?.pos === 'preposition'
    const object = place ? undefined : sentence.nouns.find((noun) => noun.from === marker.to)
    const stop = sentence.words.findLastIndex((word, index) => index < marker.from && /^[;:.]$/.test(word.text))
    const before = sentence.nouns.filter((noun) => noun.to <= marker.from && !noun.abstract)
    const subject = before.find((each) => each.from > stop)
    // "the table `books` does not store covers": others may
    if (
      object !== undefined &&
      (subject !== undefined || sentence.words.slice(stop + 1, marker.from).some((word) => word.identifier))
    )
      return []
    const noun = object ?? subject ?? before[0]
    if (noun === undefined || noun.identifier || isInOneState(noun, sentence)) return []
    const later = meansBetween(sentence, marker.to, sentence.words.length, 'UNTIL')
    return later && !offered.test(noun.name) ? [] : [noun]
  }),
)

/** "Rejected offers", "odrzucone oferty": some of them, unless the word says where all of them come from ("generated"). */
function isInOneState({ from, to }: NounPhrase, sentence: Sentence): boolean {
  return sentence.words.slice(from, to).some((word, index) => {
    const made = markersOf(sentence, 'CREATES', 'OWN').some((marker) => marker.from <= from + index && from + index < marker.to)
    return word.pos === 'adjective' && !made && !/-/.test(word.text)
  })
}
