import { isOnlyAttribute } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, isAccounts, isToBe, markersOf } from '../text/grammar.ts'

/**
 * Who does what one thing is about, in Polish, which needs no article to say that it is one:
 * "Naprawa jest wykonywana przez mechanika", "Naprawę wykonuje mechanik".
 *
 * Not: several who do it, people of whom rows are kept and who have no account, what may be done, refusals.
 */
export const doers: Pattern = {
  name: 'doers',
  read(block, reading) {
    if (reading.document.kind !== 'prd' || reading.entities.decided) return []
    return readAsked(block, reading, (sentence) => (sentence.language === 'pl' ? readSentence(sentence, reading) : []))
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const [done] = sentence.nouns
  // "Kategorie prowadzi kierownik" says who keeps them all
  if (!done || done.from > 1 || done.plural || done.person || done.identifier || isOnlyAttribute(done.name)) return []
  if (markersOf(sentence, 'NOT', 'NO', 'WITHOUT', 'CAN', 'MUST', 'VIEWS', 'LISTS', 'DELETE').length > 0) return []
  const doer = doneBy(sentence, done) ?? doneFirst(sentence, done)
  const entity = entityOfNoun(done, reading)
  const person = doer && reading.things.speaker(doer.name)
  if (!doer || doer.plural || !entity || !person || isAccounts(doer)) return []
  return [
    foundIn(reading, sentence, {
      kind: 'relationship',
      from: entity,
      to: { ...person, text: doer.text },
      cardinality: 'many to one',
    }),
  ]
}

/** "jest wykonywana na maszynie przez mechanika": passive, in one clause. */
function doneBy(sentence: Sentence, done: NounPhrase): NounPhrase | undefined {
  const by = sentence.words.findIndex((word) => word.lemma === 'przez')
  const clause = sentence.words.slice(done.to, Math.max(by, done.to))
  const passive = isToBe(clause[0]) || /^zostać$/.test(clause[0]?.lemma ?? '')
  if (by < 0 || !passive || clause.some((word) => /^[,;:.()]$/.test(word.text) || word.pos === 'conjunction')) return undefined
  return sentence.nouns.find((noun) => noun.from === by + 1 && noun.person)
}

/** "Naprawę wykonuje mechanik": what is done stands first, in the accusative or in a form like it, and who does it ends the clause. */
function doneFirst(sentence: Sentence, done: NounPhrase): NounPhrase | undefined {
  const verb = sentence.words[done.to]
  const doer = sentence.nouns.find((noun) => noun.from === done.to + 1 && noun.person)
  const word = doer && sentence.words[doer.from]
  if (verb?.pos !== 'verb' || isToBe(verb) || !word || word.text.toLowerCase() !== word.lemma) return undefined
  const behind = sentence.words[doer.to]?.text ?? '.'
  return /^[.,;]$/.test(behind) || sentence.words[doer.to]?.pos === 'conjunction' ? doer : undefined
}
