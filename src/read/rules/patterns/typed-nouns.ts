import { attributeNames } from '../columns/common-names.ts'
import { fieldSubject } from '../columns/field-subject.ts'
import { identifierTargets, sentenceEntity } from '../columns/targets.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { isSqlType } from '../sql/sql-words.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, mentionOf, namedEntity } from '../text/grammar.ts'

/**
 * Attributes that a sentence names in words and gives a type:
 * "Links will be stored in a `JSONB` column of `topics`", "Adres firmy jako jedno pole `TEXT`", "amounts as `NUMERIC(12,2)`",
 * "preferencje będą przechowywane w kolumnie typu `TEXT[]`", "Colony strength is stored as a smallint".
 *
 * Not: rules for all tables ("UUID as primary keys", "TIMESTAMPTZ for all timestamps"), sentences that name the column itself.
 */
export const typedNouns: Pattern = {
  name: 'typed nouns',
  read(block, reading) {
    if (reading.document.kind !== 'notes') return []
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  if (identifierTargets(sentence, reading).length > 0) return []
  if (
    sentence.markers.some((marker) =>
      ['PRIMARY_KEY', 'FOREIGN_KEY', 'ALL', 'NO', 'REJECT', 'INDEX', 'WITHOUT', 'INSTEAD'].includes(marker.meaning),
    )
  )
    return []
  const subject = fieldSubject(sentence, reading)
  const spoken = subject && typeOfSubject(sentence, subject.to)
  if (subject && spoken) {
    const of = subject.entity ?? sentenceEntity(sentence, reading, subject.from)
    const body = { kind: 'attribute' as const, attribute: subject.attribute, type: spoken, strength: 'stated' as const }
    return [foundIn(reading, sentence, { ...body, ...(of ? { entity: of } : {}) })]
  }
  const at = sentence.words.findIndex(
    (word) =>
      (word.identifier || word.text === word.text.toUpperCase()) &&
      isSqlType(word.text) &&
      !/^(?:uuid|time|date|text|bit)$/.test(word.text),
  )
  const type = sentence.words[at]
  if (!type || at === 0) return []
  const linked = sentence.words
    .slice(Math.max(0, at - 4), at)
    .some((word) => /^(?:as|jako|in|w|typu|type|into)$/i.test(word.text))
  const noun = sentence.nouns
    .filter((each) => each.to <= at && couldBeField(each, reading) && sentence.words[each.to]?.text !== ':')
    .filter(
      (each) => !sentence.markers.some((marker) => marker.meaning === 'TYPE' && marker.from < each.to && marker.to > each.from),
    )
    .at(0)
  if (!linked || !noun || at - noun.to > 14) return []
  const entity = sentenceEntity(sentence, reading, at)
  return [
    foundIn(reading, sentence, {
      kind: 'attribute',
      ...(entity ? { entity } : {}),
      attribute: mentionOf(noun),
      type: fullType(sentence, at),
      strength: 'stated',
    }),
  ]
}

/** "is stored as a smallint", "będzie typu date": the type right behind the predicate. */
function typeOfSubject(sentence: Sentence, from: number): string | undefined {
  const marker = sentence.markers.find((each) => each.meaning === 'TYPE' && each.from >= from && each.from - from <= 3)
  const at = marker && sentence.words.findIndex((word, index) => index >= marker.to && word.pos !== 'determiner')
  const word = at === undefined ? undefined : sentence.words[at]
  return at !== undefined && word && isSqlType(word.text) ? fullType(sentence, at) : undefined
}

function couldBeField(noun: NounPhrase, reading: Reading): boolean {
  return (
    !noun.person &&
    !noun.identifier &&
    (!noun.abstract || attributeNames.has(noun.name)) &&
    namedEntity(noun, reading)?.name !== noun.name
  )
}

/** `VARCHAR(5)` may be several words of the sentence. */
function fullType(sentence: Sentence, at: number): string {
  const start = sentence.words[at]?.start ?? 0
  return (
    /^[A-Za-z]+(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?(?:\[\])?/.exec(sentence.text.slice(start))?.[0] ??
    sentence.words[at]?.text ??
    ''
  )
}
