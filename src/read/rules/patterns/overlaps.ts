import type { Mention } from '../../../claim/mention.ts'
import { sentenceEntity } from '../columns/targets.ts'
import type { Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, markersOf, namedEntity } from '../text/grammar.ts'

/**
 * Periods of which one thing has one at a time:
 * "Rentals of one boat must not overlap", "no double booking of rooms", "A tutor must not have two lessons at the same time",
 * "Rezerwacje tej samej sali nie mogą się nakładać", "okresy bez nakładania".
 *
 * Not: "notifications may overlap the chart" (nothing refused), overlaps of what nothing keeps.
 */
export const overlaps: Pattern = {
  name: 'overlaps',
  read(block, reading) {
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const marker = markersOf(sentence, 'OVERLAP')[0]
  if (!marker || !isRefusedThere(sentence, marker)) return []
  const things = sentence.nouns.flatMap((noun) => {
    const entity = noun.identifier ? reading.entities.find(noun.name) : namedEntity(noun, reading)
    return entity && keyOfName(entity.name) !== 'user' ? [{ noun, entity: { ...entity, text: noun.text } }] : []
  })
  const timed = things.find(({ noun }) => isMany(noun)) ?? things.find(({ noun }) => noun.to <= marker.from) ?? things[0]
  const context =
    reading.contextOf(sentence.block, sentence.offset).subject?.entity ?? reading.topicOfRequirement(sentence.requirement)
  const entity: Mention | undefined = timed?.entity ?? context ?? sentenceEntity(sentence, reading)
  if (!entity || entity.name.startsWith('auth.')) return []
  const per = things
    .filter((each) => each !== timed && keyOfName(each.entity.name) !== keyOfName(entity.name))
    .map((each) => each.entity)
  return [foundIn(reading, sentence, { kind: 'no overlap', entity, per: per.slice(0, 1) })]
}

/** "two lessons", "rentals": what there are several of is what must not fall together. */
function isMany(noun: NounPhrase): boolean {
  return noun.plural && (noun.count === undefined || noun.count > 1)
}

const refusing = ['NOT', 'NO', 'WITHOUT', 'REJECT'] as const

/** The refusal stands before it ("must not overlap", "no double booking") or is what the sentence does ("overlaps are rejected"). */
function isRefusedThere(sentence: Sentence, marker: Marker): boolean {
  return markersOf(sentence, ...refusing).some(
    (each) => (each.to <= marker.from && marker.from - each.to <= 12) || (each.from >= marker.to && each.from - marker.to <= 4),
  )
}
