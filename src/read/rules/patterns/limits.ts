import type { Mention } from '../../../claim/mention.ts'
import { attributeNames } from '../columns/common-names.ts'
import { fieldOfNoun, fieldSubject } from '../columns/field-subject.ts'
import { type PlacedLimit, placedLimits } from '../columns/limits.ts'
import { fieldNouns, identifierTargets, sentenceEntity, standsInColumnList, type Target } from '../columns/targets.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, mentionOf } from '../text/grammar.ts'
import { rowCounts, unnumberedCounts } from './row-counts.ts'

/**
 * Bounds in sentences: of texts ("The front and back fields are limited to 200 characters", "`front` (≤200)", "opis do 500 znaków"),
 * of values ("`credits >= 0`", "points (0-100)"), of rows ("at most 10 plans per user", "3–32 participants", "50 zadań dziennie na gospodarstwo").
 *
 * Not: password lengths, response times, percentages of metrics, sizes of what is only entered and never stored by that sentence ("10 seconds").
 */
export const limitSentences: Pattern = {
  name: 'limits',
  read(block, reading) {
    return reading.sentencesOf(block).flatMap((sentence) => {
      if (!asksForSomething(sentence.zone)) return []
      const limits = placedLimits(sentence.text, sentence).filter((limit) => !standsInColumnList(sentence, limit.from, reading))
      return [
        ...unnumberedCounts(sentence, reading),
        ...limits.flatMap((limit) =>
          limit.of === 'characters' || limit.of === 'bytes'
            ? ofText(limit, sentence, reading)
            : [...rowCounts(limit, sentence, reading), ...ofValue(limit, sentence, reading)],
        ),
      ]
    })
  },
}

const unlimited = new Set(['password', 'hash', 'token', 'api_key', 'key'])

function bound(limit: PlacedLimit): Pick<PlacedLimit, 'of' | 'minimum' | 'maximum'> {
  return {
    of: limit.of,
    ...(limit.minimum === undefined ? {} : { minimum: limit.minimum }),
    ...(limit.maximum === undefined ? {} : { maximum: limit.maximum }),
  }
}

/** The fields before the amount in its clause, or, if none, right after it: "a 100-character limit for titles". */
function ofText(limit: PlacedLimit, sentence: Sentence, reading: Reading): readonly Found[] {
  const targets = textTargets(sentence, reading)
  const before = targets.filter(
    (target) =>
      target.to <= limit.from && !sentence.words.slice(target.to, limit.from).some((word) => /^[.;!?]$/.test(word.text)),
  )
  const nearest = before.at(-1)
  const previous = placedLimits(sentence.text, sentence)
    .filter((other) => other.to <= limit.from)
    .at(-1)
  const chosen =
    nearest && (previous === undefined || nearest.from >= previous.to)
      ? joinedTo(nearest, before, limit, sentence)
      : targets
          .filter((target) => target.from >= limit.to && target.from - limit.to <= 6 && isMeant(target, limit, sentence))
          .slice(0, 1)
  if (chosen.some((target) => /password/.test(target.attribute.name))) return []
  return chosen.flatMap((target) => {
    const entity = target.entity ?? sentenceEntity(sentence, reading, target.from)
    if (unlimited.has(target.attribute.name)) return []
    return [
      foundIn(reading, sentence, {
        kind: 'limit',
        ...(entity && entity.name !== target.attribute.name ? { entity } : {}),
        attribute: target.attribute,
        ...bound(limit),
      }),
    ]
  })
}

/** Behind an amount a field is named by its own name or by what the amount is for: "a 100-character limit for mottoes", no "1000 characters, with a counter". */
function isMeant(target: Target, limit: PlacedLimit, sentence: Sentence): boolean {
  const { name, identifier } = target.attribute
  if (identifier || attributeNames.has(name) || attributeNames.has(name.split('_').at(-1) ?? name)) return true
  const gap = sentence.words.slice(limit.to, target.from)
  return gap.some((word) => /^(?:for|of|in|per|dla|na|w)$/i.test(word.text)) && !gap.some((word) => word.text === ',')
}

/** All fields that stand in one list with the nearest: "front, back and hint are limited". */
function joinedTo(nearest: Target, before: readonly Target[], limit: PlacedLimit, sentence: Sentence): readonly Target[] {
  const joined: Target[] = [nearest]
  // "number, issue date, note up to 200 characters" bounds the last; "title, text and note are limited to 200 characters" all of them
  const said = sentence.words.slice(nearest.to, limit.from).some((word) => word.pos === 'verb')
  const prior = before.filter((target) => target.to <= nearest.from).at(-1)
  if (!said && prior && sentence.words.slice(prior.to, nearest.from).every((word) => word.text === ',')) return joined
  // "`id`, `name` (max 80 characters)": the parenthesis is of the one before it.
  if (sentence.words[nearest.to]?.text === '(') return joined
  // "an optional link and optional notes of up to 500 characters": each with a word of its own.
  if (
    sentence.markers.some((marker) => marker.meaning === 'OPTIONAL' && marker.from >= nearest.from - 1 && marker.to <= nearest.to)
  )
    return joined
  for (const target of [...before].reverse()) {
    const first = joined[0]
    if (!first || target === nearest || target.to > first.from) continue
    const gap = sentence.words.slice(target.to, first.from)
    if (!gap.every((word) => word.pos === 'conjunction' || word.pos === 'determiner' || /^[,/`]$/.test(word.text))) break
    joined.unshift(target)
  }
  return joined
}

function textTargets(sentence: Sentence, reading: Reading): readonly Target[] {
  const named = [...identifierTargets(sentence, reading), ...fieldNouns(sentence, reading)]
  const taken = new Set(named.map((target) => target.from))
  // "Description: As a user …" begins with a label, no field.
  const nouns = sentence.nouns.filter(
    (noun) =>
      !taken.has(noun.from) &&
      isField(noun, reading) &&
      !describes(noun, sentence) &&
      !(noun.to <= 2 && sentence.words[noun.to]?.text === ':'),
  )
  return [
    ...named,
    ...nouns.map(
      (noun): Target =>
        (reading.document.kind === 'notes' ? fieldOfNoun(noun, sentence, reading) : undefined) ?? {
          attribute: fieldMention(noun, sentence),
          from: noun.from,
          to: noun.to,
        },
    ),
  ].sort((a, b) => a.from - b.from)
}

/** "opis usterki": the second word says of what the first is. */
function describes(noun: NounPhrase, sentence: Sentence): boolean {
  const index = sentence.nouns.indexOf(noun)
  return sentence.nouns.some((other) => other.possessor === index && other.to >= noun.to && other.from < noun.from)
}

function fieldMention(noun: NounPhrase, sentence: Sentence): Mention {
  const owner = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
  const mention = mentionOf(noun)
  return owner && attributeNames.has(noun.head) && noun.name === `${owner.head}_${noun.head}`
    ? { ...mention, name: noun.head }
    : mention
}

/** A noun that can be a field: no unit, no person, no table, nothing abstract. */
function isField(noun: NounPhrase, reading: Reading): boolean {
  if (noun.identifier || noun.person) return false
  if (
    /^(?:text|textarea|text_area|character|char|sign|limit|maximum|minimum|length|field|text_field|max|number|range|user|system|validation|counter|second|minute|hour|day|kb|mb|byte|input|form|column)$/.test(
      noun.head,
    )
  )
    return false
  if (reading.entities.find(noun.name) || reading.things.find(noun.name)) return false
  return attributeNames.has(noun.name) || attributeNames.has(noun.head) || !noun.abstract
}

/** A bound of a value, when it stands with the name of a column or a common attribute. */
function ofValue(limit: PlacedLimit, sentence: Sentence, reading: Reading): readonly Found[] {
  const identifiers = identifierTargets(sentence, reading)
  const nouns = sentence.nouns
    .filter(
      (noun) =>
        attributeNames.has(noun.name) &&
        !reading.things.find(noun.name) &&
        !/^(?:limit|count|number|value|total|sum|quantity_of)$/.test(noun.name),
    )
    .map((noun): Target => ({ attribute: mentionOf(noun), from: noun.from, to: noun.to }))
  const beside = [...identifiers, ...nouns]
    .filter((target) => target.to <= limit.from && limit.from - target.to <= (target.attribute.identifier ? 3 : 2))
    .sort((a, b) => a.to - b.to)
    .at(-1)
  const nearest = beside ?? (identifiers.length === 0 ? fieldSubject(sentence, reading) : undefined)
  if (!nearest) return []
  const after = sentence.words[limit.to]
  if (after && (/^%$/.test(after.text) || (after.pos === 'noun' && !/^(?:point|pkt|gram|kcal)/.test(after.lemma)))) return []
  const entity = nearest.entity ?? sentenceEntity(sentence, reading, nearest.from)
  const measured = /length\s*\(\s*[`\w.]*$/i.test(sentence.text.slice(0, sentence.words[nearest.from]?.start ?? 0))
  return [
    foundIn(reading, sentence, {
      kind: 'limit',
      ...(entity ? { entity } : {}),
      attribute: nearest.attribute,
      ...bound(measured ? { ...limit, of: 'characters' } : limit),
    }),
  ]
}
