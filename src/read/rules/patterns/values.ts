import type { ValuesClaim } from '../../../claim/claim.ts'
import { accountMention, type Mention } from '../../../claim/mention.ts'
import { fieldNouns, identifierTargets, sentenceEntity, standsInColumnList, type Target } from '../columns/targets.ts'
import { codeRunIn, quotedValuesIn, readValueList } from '../columns/value-lists.ts'
import { isChoice, readPhrases, valuesWithin, wordedValues } from '../columns/worded-values.ts'
import type { LanguageModel, NounPhrase, Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { isSqlType } from '../sql/sql-words.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, markersOf, means, mentionOf, namedEntity, passageOfWords } from '../text/grammar.ts'
import { parenthesis } from '../text/lists.ts'
import { type Passage, part, textOf } from '../text/passage.ts'
import { definesThing } from './defined-things.ts'

/**
 * Lists of values in sentences:
 * "`source` ∈ (`ai`, `manual`)", "status as ENUM with values 'draft', 'paid'", "typ ENUM zawierający 'a' oraz 'b'", "enum (success|error)",
 * "Role użytkowników (`ADMIN`, `USER`) jako typ `ENUM`", "time of day (morning, afternoon, evening)", "statuses: To Do, Done".
 *
 * Not: lists of columns or tables, examples of texts a person types, error messages, lists of file formats.
 */
export const valueSentences: Pattern = {
  name: 'values',
  read(block, reading) {
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) && !definesThing(sentence, reading) ? valuesIn(sentence, reading) : [],
      )
  },
}

/** "the format (no yes/no questions, limits of length)" says what must hold, not what the format may be. */
function isConditions(values: readonly string[], model: LanguageModel): boolean {
  return values.some(
    (value) =>
      /\s/.test(value) &&
      model.analyse(value, []).markers.some(({ meaning, from }) => from === 0 && (meaning === 'NO' || meaning === 'WITHOUT')),
  )
}

/** The lists of values that a sentence holds. */
export function valuesIn(sentence: Sentence, reading: Reading): readonly Found[] {
  const whole = passageOfWords(reading, sentence)
  if (!whole) return []
  const text = textOf(whole)
  const found: Found[] = []
  const targets = valueTargets(sentence, reading).filter((target) => !standsInColumnList(sentence, target.from, reading))
  const enumerated = means(sentence, 'ENUM')
  const announced = enumerated || means(sentence, 'ONE_OF')
  const claim = (target: Target, values: readonly string[], open: boolean): void => {
    if (isConditions(values, reading.modelOf(sentence.block))) return
    if (values.every((value) => /_(?:type|enum|status|role)$/.test(value))) return
    if (
      values.some(
        (value) =>
          /^(?:CHECK|UNIQUE|NOT NULL|NULL|SELECT|INSERT|UPDATE|DELETE|ENUM|PRIMARY KEY|FOREIGN KEY|CASCADE|RLS|JWT|API)$/.test(
            value,
          ) ||
          (isSqlType(value) && value === value.toUpperCase()),
      )
    )
      return
    const entity = target.entity ?? sentenceEntity(sentence, reading, target.from)
    const body: ValuesClaim = {
      kind: 'values',
      ...(entity && entity.name !== target.attribute.name ? { entity } : {}),
      attribute: target.attribute,
      values,
      open,
      ...(enumerated ? { as: 'enum' as const } : {}),
      ...initialOf(sentence, values),
    }
    if (!found.some((each) => each.body.kind === 'values' && each.body.attribute.name === target.attribute.name))
      found.push(foundIn(reading, sentence, body))
  }
  // A parenthesis right after the attribute.
  for (const target of targets) {
    const end = sentence.words[target.to - 1]?.end ?? 0
    const group = parenthesis(whole, end)
    if (!group || group.start - end > 40 || /[.;:]/.test(text.slice(end, group.start))) continue
    const between = text.slice(end, group.start).trim()
    if (between.length > 2 && !announced && !/^[`∈]/.test(between)) continue
    const nearer = targets.some(
      (other) => other !== target && other.from >= target.to && (sentence.words[other.from]?.start ?? 0) < group.start,
    )
    if (nearer) continue
    const example = means(
      {
        markers: sentence.markers.filter(
          (marker) =>
            (sentence.words[marker.from]?.start ?? 0) >= group.start && (sentence.words[marker.from]?.start ?? 0) < group.end,
        ),
      },
      'EXAMPLE',
    )
    const inside = example
      ? part(
          group.inside,
          /^\s*(?:e\.?g\.?,?|np\.?|for example,?|such as|na przykład)\s*:?/i.exec(textOf(group.inside))?.[0].length ?? 0,
        )
      : group.inside
    // "`rate` NUMERIC(8,2)": the parenthesis of a type.
    if (isSqlType(/([A-Za-z]+)[`*]*\s*$/.exec(text.slice(end, group.start))?.[1] ?? '')) continue
    const values =
      readValueList(inside) ??
      quotedValuesIn(inside) ??
      (isChoice(target.attribute.name) || enumerated ? readPhrases(textOf(inside)) : undefined)
    if (
      !values ||
      values.some((value) => reading.entities.find(value)?.name === value) ||
      values.some((value) => /_(?:id|at)$/.test(value))
    )
      continue
    claim(target, values, example)
  }
  // Values announced by a word: "with values 'a', 'b'", "statuses: To Do, Done".
  if (found.length === 0) {
    const marker = markersOf(sentence, 'ONE_OF', 'ENUM').at(0)
    const from = marker ? (sentence.words[marker.from]?.start ?? 0) : 0
    const rest = part(whole, from)
    const values =
      announced || /∈/.test(text)
        ? (quotedValuesIn(rest) ?? codeRunIn(rest)?.filter((value) => !reading.entities.find(value)) ?? quotedValuesIn(whole))
        : undefined
    const inside = (each: Target): boolean => values?.includes(each.attribute.name) === true
    const outside = targets.filter((each) => !inside(each))
    const target =
      (marker && nearestBefore(outside, marker.from)) ??
      outside.find((each) => isChoice(each.attribute.name)) ??
      (marker && outside.length === 1 ? outside[0] : undefined)
    const listed = values && values.length >= 2 ? values.filter((value) => value !== target?.attribute.name) : undefined
    if (listed && listed.length >= 2 && target && !listed.some((value) => /_(?:id|at)$/.test(value)))
      claim(target, listed, means(sentence, 'EXAMPLE'))
  }
  // A label: "Order status: new, paid, sent", "Status zapisu: `booked`, `cancelled`; domyślnie `booked`".
  const labelled = targets.find((target) => target.from === 0 && sentence.words[target.to]?.text === ':')
  if (found.length === 0 && labelled && isChoice(labelled.attribute.name)) {
    const from = sentence.words[labelled.to]?.end ?? 0
    const stop = /[.;](?:\s|$)/.exec(text.slice(from))
    const list = part(whole, from, stop ? from + stop.index : undefined)
    const values =
      codeRunIn(list) ?? quotedValuesIn(list) ?? (isWords(sentence, labelled.to) ? readPhrases(textOf(list)) : undefined)
    if (values) claim(labelled, values, means(sentence, 'EXAMPLE'))
  }
  if (found.length === 0)
    for (const target of targets) {
      const values = valuesBehindVerb(target, sentence, whole) ?? wordedValues(target, sentence, whole)
      if (values) claim(target, values, means(sentence, 'EXAMPLE'))
    }
  return found
}

/** "`style` is `flash` | `redpoint`": what a field is said to be, as names in code. */
function valuesBehindVerb(target: Target, sentence: Sentence, whole: Passage): readonly string[] | undefined {
  const is = sentence.markers.find(
    (marker) => marker.meaning === 'BE' && marker.from === target.to && marker.to === target.to + 1,
  )
  const from = is && sentence.words[is.to - 1]?.end
  if (from === undefined) return undefined
  const rest = part(whole, from)
  const text = textOf(rest)
  const stop = /^\s*\S+\s*[|/]/.test(text) ? /[,.;:(](?:\s|$)/.exec(text) : /[.;:(](?:\s|$)/.exec(text)
  const list = part(rest, 0, stop?.index)
  const code = codeRunIn(list)
  const listed = /^\s*[`'"]?\w+[`'"]?\s*(?:[|/,]|or\b)/.test(text) && /[|/]|\bor\b|\band\b/.test(textOf(list))
  return listed ? code : undefined
}

/** No clause: nothing in it is done. */
function isWords(sentence: Sentence, from: number): boolean {
  return !sentence.markers.some(
    (marker) => marker.from > from && ['CAN', 'MUST', 'HAS', 'NOT', 'FIELD_LIST', 'TYPE'].includes(marker.meaning),
  )
}

/** "domyślnie `booked`", "default: draft": the value behind the word, if it is one of the list. */
function initialOf(sentence: Sentence, values: readonly string[]): { readonly default?: string } {
  const marker = markersOf(sentence, 'DEFAULT')[0]
  const behind = marker && sentence.words.slice(marker.to, marker.to + 4).map((word) => word.text.replace(/^['"„`]|['"”`]$/g, ''))
  const initial = behind?.find((text) => values.includes(text))
  return initial === undefined ? {} : { default: initial }
}

function nearestBefore(targets: readonly Target[], word: number): Target | undefined {
  return targets.filter((target) => target.to <= word && word - target.to <= 8).at(-1)
}

/** Identifiers, fields, and nouns that hold one of a few values; of a noun with a possessor that is a table, that table. */
function valueTargets(sentence: Sentence, reading: Reading): readonly Target[] {
  const named = [...identifierTargets(sentence, reading), ...fieldNouns(sentence, reading)]
  const taken = new Set(named.map((target) => target.from))
  const enumAt = sentence.markers.find((marker) => marker.meaning === 'ENUM')?.from ?? -1
  const nouns = sentence.nouns.flatMap((noun): readonly Target[] => {
    if (
      sentence.markers.some(
        (marker) => (marker.meaning === 'ENUM' || marker.meaning === 'TYPE') && marker.from <= noun.from && marker.to >= noun.to,
      )
    )
      return []
    const announced =
      enumAt >= 0 && noun.to <= enumAt && enumAt - noun.to <= 3 && !noun.person && isAttributeWord(noun, sentence, reading)
    if (taken.has(noun.from) || noun.identifier || !(announced || isChoice(noun.name) || isChoice(noun.head))) return []
    if (sentence.nouns.some((other) => other.possessor === sentence.nouns.indexOf(noun))) return []
    if (reading.entities.find(noun.name)) return []
    const owner = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
    const entity: Mention | undefined = owner && (namedEntity(owner, reading) ?? (owner.person ? mentionOf(owner) : undefined))
    if (entity && owner)
      return [{ attribute: withoutOwner(noun, owner), entity: { ...entity, text: owner.text }, from: noun.from, to: noun.to }]
    const cut = valuesWithin(noun, sentence)
    if (cut !== undefined && !reading.entities.find(noun.head))
      return [{ attribute: { ...mentionOf(noun), name: noun.head }, from: noun.from, to: cut }]
    const mention = { ...mentionOf(noun), name: noun.name.replace(offered, '') }
    return [{ ...splitName(mention.name, noun.text, reading, mention, announced), from: noun.from, to: noun.to }]
  })
  const types = sentence.words.flatMap((word, index): readonly Target[] => {
    if (!word.identifier || taken.has(index) || !/^[a-z]+(?:_[a-z]+)+$/.test(word.text) || reading.entities.find(word.text))
      return []
    const announced = sentence.markers.some(
      (marker) => (marker.meaning === 'ENUM' || marker.meaning === 'TYPE') && marker.to <= index && index - marker.to <= 5,
    )
    return announced
      ? [
          {
            ...splitName(word.text.replace(/_(?:type|enum)$/, ''), word.text, reading, identifierMention(word.text)),
            from: index,
            to: index + 1,
          },
        ]
      : []
  })
  return [...named, ...nouns, ...types].sort((a, b) => a.from - b.from)
}

/** "the available statuses" are the values of `status`. */
const offered = /^(?:available|possible|allowed|permitted|valid|supported|acceptable)_/

/** A noun that neither is the word type or enum itself nor names a table or column in a database's words. */
function isAttributeWord(noun: NounPhrase, sentence: Sentence, reading: Reading): boolean {
  return (
    !sentence.markers.some(
      (marker) =>
        ['TYPE', 'ENUM', 'TABLE', 'COLUMN', 'ENTITY', 'FIELD_LIST'].includes(marker.meaning) &&
        marker.from < noun.to &&
        marker.to > noun.from,
    ) && namedEntity({ name: noun.name, head: noun.name }, reading) === undefined
  )
}

/** The status of an order is its `status`, not `order_status`. */
function withoutOwner(noun: NounPhrase, owner: NounPhrase): Mention {
  const mention = mentionOf(noun)
  return noun.name === `${owner.name}_${noun.head}` || noun.name === `${owner.head}_${noun.head}`
    ? { ...mention, name: noun.head }
    : mention
}

/** "leave request status" and the enum `request_status` are the status of requests, where there are such. */
function splitName(
  name: string,
  text: string,
  reading: Reading,
  otherwise: Mention,
  any = false,
): Pick<Target, 'attribute' | 'entity'> {
  const heads = any ? /^(.+)_([a-z]+)$/ : /^(.+)_(status|state|type|kind|role|category|priority|level|mode|source|rating)$/
  const match = heads.exec(name)
  const [, prefix, head] = match ?? []
  if (prefix === undefined || head === undefined) return { attribute: otherwise }
  const entity =
    namedEntity({ name: prefix, head: prefix.split('_').at(-1) ?? prefix }, reading) ??
    (prefix === 'user' ? accountMention : undefined)
  return entity ? { attribute: { text, name: head, identifier: false, known: true }, entity } : { attribute: otherwise }
}
