import { attributeNames } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, isAccounts, markersOf, namedEntity } from '../text/grammar.ts'

/** Common attributes that prose computes or shows rather than keeps. */
const computed: ReadonlySet<string> = new Set(
  'value count total sum limit id identifier language label icon header footer side day hour month year period width height page key token language pin link section_name code role'.split(
    ' ',
  ),
)

/**
 * Attributes named with their owner: "the title of the recipe", "participant's email", "the facility name", "nazwa kategorii", "zmienić imię domownika".
 *
 * Not: what is counted or summed ("number of recipes"), persons' logins, owners that nothing keeps.
 */
export const possessedFields: Pattern = {
  name: 'possessed fields',
  read(block, reading) {
    if (reading.document.kind !== 'prd') return []
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  return sentence.nouns.flatMap((noun): readonly Found[] => {
    if (noun.identifier || !attributeNames.has(noun.head) || computed.has(noun.head)) return []
    if (noun.head === 'number' && noun.plural) return []
    // "the price at the time of the order": when, and no time that the order has
    if (markersOf(sentence, 'SNAPSHOT').some((marker) => noun.from < marker.to && noun.to > marker.from)) return []
    const owner = ownerOf(noun, sentence, reading)
    if (!owner) return []
    return [
      foundIn(reading, sentence, {
        kind: 'attribute',
        entity: owner,
        attribute: { text: noun.text, name: noun.head, identifier: false, known: noun.known },
        strength: 'passing',
      }),
    ]
  })
}

function ownerOf(noun: NounPhrase, sentence: Sentence, reading: Reading): ReturnType<typeof entityOfNoun> {
  if (noun.name !== noun.head && noun.name.endsWith(`_${noun.head}`)) {
    const prefix = noun.name.slice(0, -noun.head.length - 1)
    const entity = namedEntity({ name: prefix, head: prefix }, reading)
    return entity && { ...entity, text: noun.text }
  }
  const possessor = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
  if (!possessor || isAccounts(possessor) || (noun.head === 'number' && possessor.plural)) return undefined
  return noun.name === noun.head ? entityOfNoun(possessor, reading) : undefined
}
