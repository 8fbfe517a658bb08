import type { Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { means, meansBetween } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'

/** What a clause says of one thing and the one other that it has to do with. */
export interface SingularLink {
  readonly subject: NounPhrase
  readonly object: NounPhrase
  readonly optional: boolean
}

/** Verbs whose object is no row that theirs leads to. */
const otherwise: readonly Meaning[] = [
  'HAS',
  'INCLUDES',
  'CONSISTS',
  'STORES',
  'VIEWS',
  'DELETE',
  'CASCADE',
  'LISTS',
  'MANAGES',
  'EXTENDS',
]

/**
 * The one thing that each row of another has to do with, whatever the verb: "a visit is for one patient", "each performance is on one stage and is played by one
 * artist", "zlecenie dotyczy jednego pojazdu". The subject begins its clause; the object has a number, or an article and a preposition before it.
 */
export const singularLinks = oncePerSentence(readLinks)

function readLinks(sentence: Sentence): readonly SingularLink[] {
  return sentence.nouns.flatMap((subject) => {
    const before = sentence.words[subject.from - 1]
    const begins = subject.from === 0 || /^[:;(]$/.test(before?.text ?? '')
    const verb = behindGloss(sentence, subject.to)
    if (!begins || subject.quantifier === 'no' || sentence.words[verb]?.pos !== 'verb') return []
    return objectsOf(sentence, subject, verb).map((object) => ({
      subject,
      object,
      optional: meansBetween(sentence, verb, object.to, 'CAN', 'OPTIONAL', 'ZERO_OR', 'AT_MOST'),
    }))
  })
}

/** "a delivery (`deliveries`) is …": behind the name in the parenthesis. */
function behindGloss(sentence: Sentence, word: number): number {
  if (sentence.words[word]?.text !== '(') return word
  const close = sentence.words.findIndex((each, index) => index > word && each.text === ')')
  return close < 0 ? word : close + 1
}

function objectsOf(sentence: Sentence, subject: NounPhrase, verb: number): readonly NounPhrase[] {
  const end = sentence.words.findIndex((word, index) => index >= verb && /^[.;:!?(]$/.test(word.text))
  const stop = end < 0 ? sentence.words.length : end
  const clause = sentence.markers.filter((marker) => marker.from >= subject.from && marker.to <= stop)
  if (means({ markers: clause }, 'NO', 'NOT', 'WITHOUT')) return []
  return sentence.nouns.filter((noun) => {
    if (noun.from < verb || noun.to > stop || noun.plural || noun.identifier) return false
    const from = predicateOf(sentence, verb, noun)
    if (meansBetween(sentence, from, noun.from, ...otherwise)) return false
    if (noun.person && meansBetween(sentence, from, noun.to, 'CAN', 'EDITS', 'ADMIN', 'BACKEND')) return false
    return isNumbered(sentence, noun) || (noun.quantifier === 'one' && sentence.words[noun.from - 1]?.pos === 'preposition')
  })
}

/** "one patient", "for one pet", "jednego pojazdu": with a number, not an article alone. */
function isNumbered(sentence: Sentence, noun: NounPhrase): boolean {
  return sentence.markers.some(
    ({ meaning, from, to }) =>
      (meaning === 'ONE' || meaning === 'EXACTLY' || meaning === 'PER') &&
      to >= noun.from &&
      to <= noun.to &&
      sentence.words.slice(from, to).some((word) => word.pos === 'number' || word.value === 1),
  )
}

/** Where the last predicate before a noun begins: behind the subject, or behind the last conjunction that a verb follows. */
function predicateOf(sentence: Sentence, verb: number, noun: NounPhrase): number {
  for (let at = noun.from - 1; at > verb; at -= 1) {
    const joined = sentence.words[at]?.pos === 'conjunction' || sentence.words[at]?.text === ','
    if (joined && sentence.words[at + 1]?.pos === 'verb') return at
  }
  return verb
}
