import { attributeNames } from '../columns/common-names.ts'
import { sentenceEntity } from '../columns/targets.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, mentionOf, namedEntity } from '../text/grammar.ts'

/**
 * Whether a field may be left out, said of it alone:
 * "The nickname is required", "Opis usterki jest wymagany", "Title and date are mandatory", "the phone number is optional", "Notatki są opcjonalne".
 *
 * Not: "registration is required" (nothing kept), "a password is required" (the account's), requirements of the application ("Internet access is required").
 */
export const neededFields: Pattern = {
  name: 'needed fields',
  read(block, reading) {
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const marker = sentence.markers.find((each) => each.meaning === 'REQUIRED' || each.meaning === 'OPTIONAL')
  if (!marker || sentence.words.length > 12 || sentence.markers.some((each) => each.meaning === 'NOT')) return []
  // The word is what is said of the fields before it: only a verb stands between, and nothing but adverbs behind.
  const subjects = subjectsOf(sentence, marker.from)
  const after = sentence.words.slice(marker.to).filter((word) => word.pos !== 'punctuation' && word.pos !== 'adverb')
  if (subjects.length === 0 || after.length > 0) return []
  return subjects.flatMap((noun): readonly Found[] => {
    const attribute = fieldOf(noun)
    if (!attribute || /password|login/.test(attribute.name)) return []
    const owner = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
    const entity =
      (owner && namedEntity(owner, reading)) ??
      reading.topicOfRequirement(sentence.requirement) ??
      sentenceEntity(sentence, reading, noun.from)
    return [
      foundIn(reading, sentence, {
        kind: 'attribute',
        ...(entity ? { entity: { ...entity, text: owner?.text ?? entity.text } } : {}),
        attribute,
        optional: marker.meaning === 'OPTIONAL',
        strength: 'passing',
      }),
    ]
  })
}

/** The noun phrases of the sentence's beginning that its verb speaks of. */
function subjectsOf(sentence: Sentence, marker: number): readonly NounPhrase[] {
  const verb = sentence.words.findIndex((word) => word.pos === 'verb')
  if (verb < 0 || verb > marker || marker - verb > 2) return []
  const before = sentence.nouns.filter((noun) => noun.to <= verb && !noun.person)
  const possessors = new Set(before.map((noun) => noun.possessor))
  const inner = before.filter((noun) => before.some((other) => other !== noun && other.from <= noun.from && other.to >= noun.to))
  return before.filter((noun) => !possessors.has(sentence.nouns.indexOf(noun)) && !inner.includes(noun))
}

/** A common attribute by its name or, with words that describe it ("opis usterki"), by its head. */
function fieldOf(noun: NounPhrase): ReturnType<typeof mentionOf> | undefined {
  if (noun.identifier || attributeNames.has(noun.name)) return mentionOf(noun)
  if (!attributeNames.has(noun.head)) return undefined
  return noun.possessor === undefined
    ? mentionOf(noun)
    : { text: noun.text, name: noun.head, identifier: false, known: noun.known }
}
