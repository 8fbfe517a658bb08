import { wordMention } from '../../../claim/mention.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, isAccounts, markersOf, means } from '../text/grammar.ts'

/**
 * Things that people put in an order of their own: "Tracks are reordered by drag and drop inside a playlist", "users can rearrange the dishes of a menu",
 * "kolejność dań w menu zmieniana jest przeciągnięciem", "Zadania można przestawiać". Each has a place, and no two the same within what they are parts of.
 *
 * Not: orders that customers place, sorting by something, files dropped into a window, refusals.
 */
export const orderings: Pattern = {
  name: 'orderings',
  read(block, reading) {
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  if (means(sentence, 'NOT', 'NO', 'WITHOUT', 'REJECT', 'LATER', 'OUT_OF_SCOPE')) return []
  const noun = orderedIn(sentence, reading)
  const entity = entityOfNoun(noun, reading)
  if (noun === undefined || entity === undefined) return []
  const place = wordMention('order')
  const strength = reading.document.kind === 'notes' ? 'stated' : 'passing'
  return [
    foundIn(reading, sentence, { kind: 'attribute', entity, attribute: place, type: 'integer', strength }),
    foundIn(reading, sentence, { kind: 'unique', entity, attributes: [place] }),
  ]
}

/** What is put in order: behind the verb, else before it; and whose order it is, where that is dragged. */
function orderedIn(sentence: Sentence, reading: Reading): NounPhrase | undefined {
  const isThing = (noun: NounPhrase): boolean =>
    !noun.person && !isAccounts(noun) && !isOrder(noun) && entityOfNoun(noun, reading) !== undefined
  const [verb] = markersOf(sentence, 'REORDERS')
  if (verb !== undefined)
    return (
      sentence.nouns.find((noun) => noun.to > verb.from && noun.from - verb.to <= 4 && isThing(noun)) ??
      sentence.nouns.filter((noun) => noun.to <= verb.from && isThing(noun)).at(0)
    )
  if (!means(sentence, 'DRAGS')) return undefined
  const order = sentence.nouns.find((noun) => isOrder(noun) && noun.possessor !== undefined)
  const whose = order && sentence.nouns[order.possessor ?? -1]
  return whose !== undefined && isThing(whose) ? whose : undefined
}

function isOrder(noun: NounPhrase): boolean {
  return /^(?:order|position)$/.test(noun.head) || /(?:^|_)(?:order|position)$/.test(noun.name)
}
