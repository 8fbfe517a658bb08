import { isOnlyAttribute } from '../columns/common-names.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { singularLinks } from '../relations/singular-links.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, isAccounts, mentionOf } from '../text/grammar.ts'

/**
 * What notes in prose say of one row and the one row of another table that it has to do with, whatever the verb:
 * "A treatment is made in one visit and is always one procedure", "An invoice is made for one patient", "each performance is on one stage and is played by one artist",
 * "Zlecenie dotyczy jednego pojazdu i jest prowadzone przez jednego mechanika", "Dostawa jest od jednego dostawcy i trafia do jednego magazynu".
 *
 * Not: what one has (that is the other's row), people as subjects ("a user books a visit"), what somebody may do ("can be deleted by an admin"), refusals.
 */
export const singularRelations: Pattern = {
  name: 'singular relations',
  read(block, reading) {
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const prd = reading.document.kind === 'prd'
  return singularLinks(sentence).flatMap(({ subject, object, optional }) => {
    // a PRD speaks of what people do and may do; a session, of rows
    if (prd && (subject.person || optional)) return []
    const from = isAccounts(subject) ? undefined : entityOfNoun(subject, reading)
    const to = entityOfNoun(object, reading) ?? (object.person ? mentionOf(object) : undefined)
    if (!from || !to || keyOfName(to.name) === keyOfName(from.name) || isOnlyAttribute(object.name)) return []
    // "a manager sees one branch": people whom no table keeps are no rows
    if (subject.person && reading.entities.find(from.name) === undefined && !reading.things.thing(from.name)) return []
    return [
      foundIn(reading, sentence, {
        kind: 'relationship',
        from,
        to: { ...to, text: object.text },
        cardinality: 'many to one',
        ...(optional ? { optional: true } : {}),
      }),
    ]
  })
}
