import type { Mention } from '../../../claim/mention.ts'
import { type ColumnSpec, claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { attributeNames, notThings } from '../columns/common-names.ts'
import { isOfAnother } from '../columns/field-lists.ts'
import { entityAbove, identifierTargets, sentenceEntity } from '../columns/targets.ts'
import { abbreviationAt } from '../language/abbreviations.ts'
import type { LanguageModel, Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { contentsIn } from '../tables/contents.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, markersOf, means, namedEntity, passageOfWords } from '../text/grammar.ts'
import { findOutside, parenthesis, splitList } from '../text/lists.ts'
import { marksOf, type Passage, part, textOf, trimmed } from '../text/passage.ts'
import { wholeItems } from '../text/whole-items.ts'
import { definesThing } from './defined-things.ts'
import { readTrailing } from './trailing-fields.ts'

/**
 * Fields in prose:
 * "Formularz dodawania wydatku zawiera pola: kwota (tylko dodatnia), kategoria, data (domyślnie bieżąca) i opcjonalne notatki",
 * "custom tasks (title, time of day (morning, evening), emoji)", "Input participant details: name, surname, email (required)",
 * "each item on the list includes the product name, its weight and calories", "a recipe has a title, ingredients and steps".
 *
 * Not: fields of the registration and login forms, columns of a screen that are computed, actions ("edit, delete, share"), file formats.
 */
export const proseFields: Pattern = {
  name: 'prose fields',
  read(block, reading) {
    const source = reading.block(block)
    if (!source || source.kind === 'code' || source.kind === 'heading') return []
    return readAsked(block, reading, readSentence)
  },
}

interface Field {
  readonly spec: ColumnSpec
  readonly item: Passage
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  if (definesThing(sentence, reading) || contentsIn(sentence).length > 0 || readTrailing(sentence, reading).length > 0) return []
  // "Apply indexing on fields such as …" is about fields of several things
  if (means(sentence, 'INDEX')) return []
  if (reading.document.kind === 'notes' && identifierTargets(sentence, reading).length > 1) return []
  const whole = passageOfWords(reading, sentence)
  if (
    !whole ||
    sentence.markers.some(
      (marker) =>
        (marker.meaning === 'NO' || marker.meaning === 'REJECT' || marker.meaning === 'OUT_OF_SCOPE') && marker.from <= 1,
    )
  )
    return []
  for (const opening of openings(sentence, whole, reading)) {
    const fields = fieldsIn(opening.list, reading, sentence)
    if (!fields || fields.length < opening.least) continue
    const names = fields.map(({ spec }) => spec.attribute.name)
    if (names.some((name) => /password/.test(name))) return []
    const entity = entityOf(sentence, opening.at, reading)
    if (!entity || entity.name === 'user' || keyOfName(entity.name) === 'account') continue
    if (!credible(fields, opening, entity, sentence, reading)) continue
    return fields.flatMap((field) => claimsOf(field, entity, opening.stated ? 'stated' : 'passing', sentence, reading))
  }
  return []
}

/**
 * Whether the list is of fields at all: of a verb that does something ("submit", "edit") every item must be a common attribute; of an entity that
 * the sentence does not name, half of them; and an interface's parts are nobody's fields.
 */
function credible(fields: readonly Field[], opening: Opening, entity: Mention, sentence: Sentence, reading: Reading): boolean {
  const common = fields.filter(
    ({ spec }) =>
      spec.identifier ||
      attributeNames.has(spec.attribute.name) ||
      attributeNames.has(spec.attribute.name.split('_').at(-1) ?? ''),
  ).length
  if (opening.doing) return common === fields.length
  const named = sentence.nouns.some((noun) => noun.to <= opening.at && entityOfNoun(noun, reading)?.name === entity.name)
  return named || (opening.stated && reading.document.kind === 'notes') ? true : common * 2 >= fields.length
}

interface Opening {
  /** Opened by a verb of doing rather than having. */
  readonly doing?: boolean
  readonly list: Passage
  /** The word the list is opened by. */
  readonly at: number
  readonly stated: boolean
  readonly least: number
}

/** Where a list of fields may begin: after a word for fields, a verb of having or showing, a colon, or in a parenthesis after a thing. */
function openings(sentence: Sentence, whole: Passage, reading: Reading): readonly Opening[] {
  const text = textOf(whole)
  const found: Opening[] = []
  const endOf = (marker: Marker): number => sentence.words[marker.to - 1]?.end ?? 0
  for (const marker of markersOf(sentence, 'FIELD_LIST', 'COLUMN')) {
    const rest = part(whole, endOf(marker))
    const group = /^\s*\(/.test(textOf(rest)) ? parenthesis(rest) : undefined
    const colon =
      /^[^,.(]{0,40}?:\s/.exec(textOf(rest))?.[0].length ??
      /^\s*(?:na|z|for|such as|like|with|takie jak)\s+/i.exec(textOf(rest))?.[0].length ??
      0
    found.push({ list: group ? group.inside : part(rest, colon), at: marker.from, stated: true, least: 1 })
  }
  for (const noun of sentence.nouns) {
    const entity = entityOfNoun(noun, reading)
    if (!entity || entity.name.includes('.') || (noun.identifier && reading.document.kind === 'notes')) continue
    const end = sentence.words[noun.to - 1]?.end ?? 0
    const group = /^\s*\(/.test(text.slice(end)) ? parenthesis(part(whole, end)) : undefined
    if (group && !/^\s*(?:e\.?g\b|np\b|for example|such as|na przykład|like)/i.test(textOf(group.inside)))
      found.push({ list: group.inside, at: noun.to, stated: true, least: 2 })
  }
  // "`profiles` – personal data (first name, last name)": in the line of a table of the notes every list in a parenthesis is of its fields.
  if (reading.document.kind === 'notes' && reading.contextOf(sentence.block, sentence.offset).subject?.own) {
    for (let from = 0; ; ) {
      const group = parenthesis(whole, from)
      if (!group) break
      from = group.end
      // What stands behind another table's name is that table's.
      const named = /([A-Za-z_]\w*)[`*"]*\s*$/.exec(text.slice(0, group.start))?.[1]
      const other = named !== undefined && reading.entities.find(named)?.name === named
      if (!other && !/\d\s*:\s*\S/.test(textOf(group.inside)))
        found.push({ list: group.inside, at: sentence.words.length, stated: true, least: 2 })
    }
  }
  const colon = findOutside(whole, /:\s/)
  if (colon) {
    const at = sentence.words.findIndex((word) => word.start >= colon.start)
    const before = { markers: sentence.markers.filter((marker) => marker.to <= Math.max(at, 0)) }
    const label = sentence.nouns[0]
    const announces =
      label !== undefined &&
      label.to <= Math.max(at, 0) &&
      /^(?:\w+_)?(?:validation|field|form|data|input|parameter|attribute|detail|information)$/.test(label.name)
    if (
      announces ||
      means(before, 'INCLUDES', 'HAS', 'CONSISTS', 'STORES', 'CREATES', 'REQUIRED', 'VIEWS', 'EDITS', 'FIELD_LIST', 'COLUMN')
    )
      found.push({
        list: part(whole, colon.end),
        at: at < 0 ? sentence.words.length : at,
        stated:
          announces ||
          means(before, 'FIELD_LIST', 'COLUMN', 'REQUIRED', 'STORES', 'CREATES', 'HAS', 'CONSISTS') ||
          (reading.document.kind === 'notes' && means(before, 'ENTITY', 'TABLE')),
        least: 2,
      })
  }
  for (const marker of markersOf(sentence, 'INCLUDES', 'HAS', 'CONSISTS', 'STORES', 'VIEWS', 'CREATES', 'EDITS')) {
    found.push({
      list: cut(part(whole, endOf(marker))),
      at: marker.from,
      doing: marker.meaning === 'CREATES' || marker.meaning === 'EDITS',
      // What a page shows is not yet a column.
      stated:
        (marker.meaning === 'HAS' || marker.meaning === 'CONSISTS' || marker.meaning === 'INCLUDES') &&
        !sentence.markers.some((other) => other.meaning === 'VIEWS' && other.from < marker.to && other.to > marker.from),
      least: 2,
    })
  }
  return found
}

/** A running list ends where the next clause begins. A full stop inside a sentence is an abbreviation's. */
function cut(passage: Passage): Passage {
  const lead =
    /^\s*(?:separately\s+)?(?:at least\s+|co najmniej:?\s+|following\s*:?\s*|the\s+following\s*:?\s*)?/iu.exec(
      textOf(passage),
    )?.[0].length ?? 0
  const rest = part(passage, lead)
  const stop = findOutside(
    rest,
    /[;!?](?:\s|$)|\.$|\s[–—-]\s|,?\s(?:so that|so|that|which|when|if|because|aby|żeby|który|która|które|gdy|jeśli|for each|dla każdego|within|after|using|while|oraz możliwość)\s/iu,
  )
  return stop ? part(rest, 0, stop.start) : rest
}

/** The items as fields; undefined when too many of them are none. */
function fieldsIn(list: Passage, reading: Reading, sentence: Sentence): readonly Field[] | undefined {
  const model = reading.modelOf(sentence.block)
  const items = wholeItems(splitList(trimmed(list, '.:')), model).filter((item) => !isExplanation(item, model))
  if (items.length === 0 || items.length > 20) return undefined
  const fields = items.flatMap((item): readonly Field[] => {
    const bare = withoutQuantifier(item, reading, sentence)
    const spec = readColumnSpec(bare, model)
    return spec && isFieldName(bare, spec, reading, sentence) ? [{ spec, item }] : []
  })
  return fields.length >= Math.max(1, Math.ceil(items.length * 0.6)) ? fields : undefined
}

/** "text, e.g. in Markdown", "no questions to answer with yes": how or what not, and not what. */
function isExplanation(item: Passage, model: LanguageModel): boolean {
  const text = textOf(item)
  const { markers } = model.analyse(text, [])
  if (markers.some(({ meaning, from }) => from === 0 && (meaning === 'NO' || meaning === 'WITHOUT'))) return true
  const short = abbreviationAt(text, 0)
  return short !== undefined && model.analyse(text.slice(short.length).trim(), []).words[0]?.pos === 'preposition'
}

/** "optional cook time", "co najmniej datę", "its weight", "pole na opis": the name begins at the noun. */
function withoutQuantifier(item: Passage, reading: Reading, sentence: Sentence): Passage {
  const analysis = reading.modelOf(sentence.block).analyse(textOf(item), marksOf(item))
  const first = analysis.words[0]
  const skip = analysis.markers
    .filter(
      (marker) =>
        marker.from === 0 &&
        ['OPTIONAL', 'REQUIRED', 'OWN', 'AT_LEAST', 'ALL', 'EACH', 'UNIQUE', 'MANY', 'ONE'].includes(marker.meaning),
    )
    .sort((a, b) => b.to - a.to)[0]
  const determined = first && (first.pos === 'determiner' || (first.pos === 'pronoun' && analysis.words.length > 1))
  const from =
    skip && skip.to < analysis.words.length ? analysis.words[skip.to]?.start : determined ? analysis.words[1]?.start : 0
  return from ? part(item, from) : item
}

function isFieldName(item: Passage, spec: ColumnSpec, reading: Reading, sentence: Sentence): boolean {
  if (spec.identifier) return true
  const { name, text } = spec.attribute
  if (text.split(/\s+/).length > 4 || /["„”]/.test(text)) return false
  const analysis = reading.modelOf(sentence.block).analyse(text, [])
  if (analysis.words.some((word) => word.pos === 'verb') && !attributeNames.has(name)) return false
  if (analysis.words[0]?.pos === 'preposition') return false
  const noun = analysis.nouns.at(0)
  if (!noun || analysis.nouns.length > 2) return false
  if (attributeNames.has(noun.name) || attributeNames.has(name) || attributeNames.has(noun.head)) return true
  void item
  return spec.attribute.known && !noun.person && !noun.abstract && !notThings.has(noun.name) && !notThings.has(noun.head)
}

/** "register a patient for an owner: name, species": the fields are of what is made, not of whom it is made for. */
function isBeneficiary(noun: NounPhrase, sentence: Sentence, reading: Reading): boolean {
  const made = sentence.nouns.find((other) => other.to === noun.from - 1)
  return (
    made !== undefined &&
    sentence.words[noun.from - 1]?.pos === 'preposition' &&
    markersOf(sentence, 'CREATES').some((marker) => marker.to <= made.from && made.from - marker.to <= 1) &&
    entityOfNoun(made, reading) !== undefined
  )
}

function entityOf(sentence: Sentence, at: number, reading: Reading): Mention | undefined {
  const subject = reading.contextOf(sentence.block, sentence.offset).subject
  if (reading.document.kind === 'notes' && subject?.own) return subject.entity
  const before = sentence.nouns.filter((noun) => noun.to <= at && !noun.name.includes('.'))
  for (const noun of [...before].reverse()) {
    if (isBeneficiary(noun, sentence, reading) || isEarlierObject(noun, sentence, at)) continue
    const entity = entityOfNoun(noun, reading) ?? reading.things.find(noun.head)
    if (entity) return { ...entity, text: noun.text }
  }
  if (
    before.some(
      (noun) => /^(?:registration|login|sign_up|sign_in|account)/.test(noun.name) || /registration|login/.test(noun.name),
    )
  )
    return undefined
  if (reading.document.kind === 'notes') return sentenceEntity(sentence, reading, at)
  const section = sentence.section && !isOfAnother(sentence, at) ? entityOfNoun(sentence.section, reading) : undefined
  const topic = section ?? reading.topicOfRequirement(sentence.requirement)
  return topic ?? reading.contextOf(sentence.block, sentence.offset).subject?.entity ?? entityAbove(sentence.block, reading)
}

/** "an order concerns one bike and includes …": what has the fields is the subject of both clauses, not the bike. */
function isEarlierObject(noun: NounPhrase, sentence: Sentence, at: number): boolean {
  const gap = sentence.words.slice(noun.to, at)
  return (
    gap.length > 0 &&
    gap.every((word) => word.pos === 'conjunction' || word.text === ',') &&
    markersOf(sentence, 'REFERENCES', 'BELONGS', 'ASSIGNS').some((marker) => marker.to <= noun.from && noun.from - marker.to <= 1)
  )
}

function claimsOf(
  field: Field,
  entity: Mention,
  strength: 'stated' | 'passing',
  sentence: Sentence,
  reading: Reading,
): readonly Found[] {
  const { spec, item } = field
  const analysis = reading.modelOf(sentence.block).analyse(textOf(item), marksOf(item))
  const optional = analysis.markers.some((marker) => marker.meaning === 'OPTIONAL') ? { optional: true } : {}
  const noun = analysis.nouns.at(0)
  const other =
    spec.identifier || attributeNames.has(spec.attribute.name) || !noun || attributeNames.has(noun.head)
      ? undefined
      : namedEntity(noun, reading)
  if (other && keyOfName(other.name) === keyOfName(entity.name)) return []
  // Where the notes define the tables, how they are related stands there.
  if (other && reading.document.kind === 'prd' && reading.entities.decided) return []
  if (other) {
    const to = { ...other, text: spec.attribute.text }
    if (noun?.plural !== true)
      return [foundIn(reading, sentence, { kind: 'relationship', from: entity, to, cardinality: 'many to one', ...optional })]
    // Tags live on their own and are shared; steps are parts of the one recipe.
    const evidence = reading.things.thing(other.name)?.evidence
    const shared = evidence !== undefined && (evidence.has('assign') || evidence.has('manage'))
    return [
      foundIn(
        reading,
        sentence,
        shared
          ? { kind: 'relationship', from: entity, to, cardinality: 'many to many' }
          : { kind: 'relationship', from: to, to: entity, cardinality: 'many to one', part: true },
      ),
    ]
  }
  const { description: _, ...rest } = spec
  return claimsOfSpec({ ...rest, ...optional }, entity, strength).map(
    (body): Found => ({ body, block: sentence.block, at: item }),
  )
}
