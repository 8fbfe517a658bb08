import { accountMention, wordMention } from '../../../claim/mention.ts'
import { readPhrases } from '../columns/worded-values.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, isAccounts, markersOf, means, passageOfWords } from '../text/grammar.ts'
import { textOf } from '../text/passage.ts'

/**
 * What each person says once to something, of a few things there are to say: "members answer yes, no or maybe to a rehearsal", "As a parent I want to reply with yes
 * or no to a trip", "członek odpowiada tak, nie lub może na próbę". A row of whom and of what, with the answer.
 *
 * Not: answers in words, questions of a quiz ("answers yes or no to a question" is what its answers hold).
 */
export const answeredThings: Pattern = {
  name: 'answered things',
  read(block, reading) {
    if (reading.entities.decided) return []
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  if (means(sentence, 'OUT_OF_SCOPE', 'LATER')) return []
  const [verb] = markersOf(sentence, 'ANSWERS')
  const yes =
    verb && markersOf(sentence, 'AGREE', 'BOOLEAN').find((marker) => marker.from >= verb.to && marker.from - verb.to <= 2)
  const person = verb && sentence.nouns.some((noun) => (noun.person || isAccounts(noun)) && noun.to <= verb.from)
  if (!verb || !yes || !person) return []
  const behind = sentence.words.findIndex((word, index) => index > yes.from && word.pos === 'preposition')
  const end = behind < 0 ? sentence.words.length : behind
  const list = passageOfWords(reading, sentence, yes.from, end)
  const values =
    list &&
    readPhrases(
      textOf(list)
        .replace(/[.,;]\s*$/, '')
        .toLowerCase(),
    )
  const noun = sentence.nouns.find(
    (each) => !each.person && entityOfNoun(each, reading) !== undefined && (each.from >= end || each.to <= verb.from),
  )
  const on = entityOfNoun(noun, reading)
  if (!values || values.length < 2 || !on || /^(?:question|survey|poll)$/.test(keyOfName(on.name))) return []
  const entity = wordMention(`${keyOfName(on.name)}_answer`)
  const attribute = wordMention('answer')
  return [
    { kind: 'entity', entity, as: 'table' } as const,
    { kind: 'relationship', from: entity, to: on, cardinality: 'many to one', part: true, byOthers: true } as const,
    { kind: 'relationship', from: entity, to: accountMention, cardinality: 'many to one' } as const,
    { kind: 'access', entity, who: { kind: 'owner' }, may: ['insert', 'update'] } as const,
    { kind: 'attribute', entity, attribute, strength: 'stated' } as const,
    { kind: 'values', entity, attribute, values, open: false } as const,
    { kind: 'unique', entity, attributes: [], per: [accountMention, on] } as const,
  ].map((body) => foundIn(reading, sentence, body))
}
