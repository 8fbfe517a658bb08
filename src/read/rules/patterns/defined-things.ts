import type { Mention } from '../../../claim/mention.ts'
import { type ColumnSpec, claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { attributeNames } from '../columns/common-names.ts'
import { boundOf, describedLater, fieldItems, namedPart } from '../columns/field-items.ts'
import { isAttribute } from '../columns/field-lists.ts'
import { countOf } from '../columns/measures.ts'
import type { LanguageModel, Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { definitionsIn } from '../tables/definitions.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, namedEntity, passageOfWords } from '../text/grammar.ts'
import { findOutside, parenthesis } from '../text/lists.ts'
import { marksOf, type Passage, part, textOf, trimmed } from '../text/passage.ts'

/**
 * Sentences of a PRD that say what each thing has:
 * "A singer has a first name, a last name (optional) and a voice: soprano, alto, tenor or bass.", "Każda wpłata ma kwotę, datę i metodę płatności (przelew, karta)",
 * "for each enrolment the school stores the enrolment date". What the list names and is a thing itself is a relationship.
 *
 * Not: screens and forms (see prose fields), lists that are not of attributes.
 */
export const definedThings: Pattern = {
  name: 'defined things',
  read(block, reading) {
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) && inWords(sentence, reading) ? readSentence(sentence, reading) : [],
      )
  },
}

/** Notes that name columns by their identifiers are read by other families. */
function inWords(sentence: Sentence, reading: Reading): boolean {
  return reading.document.kind === 'prd' || !sentence.words.some((word) => word.identifier)
}

/** Whether this family reads the sentence's lists, so that others need not. */
export function definesThing(sentence: Sentence, reading: Reading): boolean {
  return inWords(sentence, reading) && definitionsIn(sentence).some((each) => reading.things.thing(each.noun.name))
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const whole = passageOfWords(reading, sentence)
  if (!whole) return []
  return definitionsIn(sentence).flatMap((definition) => {
    const thing = reading.things.thing(definition.noun.name) ?? undefined
    const entity = thing?.mention ?? namedEntity(definition.noun, reading)
    if (!entity) return []
    const from = sentence.words[definition.from]?.start
    if (from === undefined) return []
    const end = definition.to === undefined ? undefined : sentence.words[definition.to - 1]?.end
    const list = part(whole, from, end)
    const named = { ...entity, text: definition.noun.text }
    return [
      ...wholeOf(definition.noun, named, sentence, reading),
      ...itemsOf(list, reading, sentence).flatMap((item) => readItem(item, named, sentence, reading)),
    ]
  })
}

/** "The items of an order have …", "Pozycje faktury mają …": the lines of something are its parts. */
function wholeOf(noun: NounPhrase, entity: Mention, sentence: Sentence, reading: Reading): readonly Found[] {
  const name = /^(\w+)_(?:item|line|line_item|entry)$/.exec(noun.name)?.[1]
  const whole = name === undefined || noun.identifier ? undefined : reading.things.find(name)
  if (whole === undefined || keyOfName(entity.name) === keyOfName(whole.name)) return []
  return [foundIn(reading, sentence, { kind: 'relationship', from: entity, to: whole, cardinality: 'many to one', part: true })]
}

interface Item {
  readonly text: Passage
  /** Its name where the item alone does not say it: "start" of "start and end time". */
  readonly name?: string
  /** What stands after a colon: the values it may have. */
  readonly values?: readonly string[]
  /** The list that it is in stands behind a colon: all of it is fields. */
  readonly listed?: boolean
}

/** The items of the list, up to where the next clause begins; after a colon stand values of the item before it. */
function itemsOf(list: Passage, reading: Reading, sentence: Sentence): readonly Item[] {
  const end = findOutside(list, /[.;!?](?:\s|$)|\s[–—]\s/u)
  const clause = end ? part(list, 0, end.start) : list
  const colon = findOutside(clause, /:\s/)
  const head = colon ? part(clause, 0, colon.start) : clause
  const items: Item[] = []
  const model = reading.modelOf(sentence.block)
  // Behind a colon stands a list up to its end; without one the next clause ends it.
  const listed = /:\s*$/.test(list.inline.text.slice(0, list.start))
  const pieces = fieldItems(head, model)
  for (const [at, piece] of pieces.entries()) {
    // "…, so that others can find it"
    if (model.analyse(textOf(piece), []).markers.some((marker) => marker.meaning === 'SO_THAT' && marker.from === 0)) break
    const shared = sharedName(piece, items.at(-1), reading, sentence) ?? describedLater(pieces, at, model)
    const named = shared ? piece : (namedPart(piece, model) ?? commonPart(piece, model) ?? clausePart(piece, model))
    if (named) items.push({ text: named, ...(shared ? { name: shared } : {}), ...(listed ? { listed } : {}) })
    else if (!listed && !asking.test(textOf(piece))) break
  }
  const last = items.at(-1)
  const values = colon && last ? phrases(textOf(part(clause, colon.end))) : undefined
  return values && last ? [...items.slice(0, -1), { ...last, values }] : items
}

/**
 * The name of an item of one word that shares a word with its neighbour: with the one behind it, as the language reads the whole sentence ("start and
 * end time"), or with the one before it ("termin rozpoczęcia i zakończenia").
 */
function sharedName(piece: Passage, before: Item | undefined, reading: Reading, sentence: Sentence): string | undefined {
  const text = textOf(piece)
  const polish = sentence.language !== 'en'
  if (/\s/.test(text) && !polish) return undefined
  const offset = piece.start - sentence.offset
  const whole = sentence.nouns.find((noun) => sentence.words[noun.from]?.start === offset && noun.to - noun.from === 1)
  const model = reading.modelOf(sentence.block)
  // "data otwarcia i zamknięcia zapisów": what is closed stands behind it
  const [own = ''] = text.split(/\s+/)
  const alone = model.name(own).name
  if (whole && text === own && whole.name !== alone && whole.name.startsWith(`${alone}_`)) return whole.name
  const [head, ...others] = before ? textOf(before.text).split(/\s+/) : []
  if (head === undefined || others.length !== 1 || attributeNames.has(alone) || !polish) return undefined
  const gap = piece.inline.text.slice(before?.text.end ?? piece.start, piece.start)
  const joined = model.name(`${head} ${own}`)
  const headed = model.name(head).name
  const shares = /^\s+\p{L}+\s+$/u.test(gap) && attributeNames.has(headed) && joined.known && joined.name !== headed
  return shares && reading.things.find(alone) === undefined ? joined.name : undefined
}

/** What an item of a list asks rather than names: "who borrowed it", "kiedy". */
const asking = /^(?:who|when|whether|how|what|why|kto|kiedy|czy)(?!\p{L})/iu

/** Names (English) of what such a clause asks. */
const asked = /^is_[a-z]+$|^[a-z]+_(?:at|by|count)$|^(?:duration|cost|reason|description)$/

/** "who approved it", "kiedy wysłano": a clause that says whose name or which moment is kept. */
function clausePart(piece: Passage, model: LanguageModel): Passage | undefined {
  const name = asking.test(textOf(piece)) ? readColumnSpec(piece, model)?.attribute.name : undefined
  return name !== undefined && asked.test(name) ? piece : undefined
}

/** An item that begins with a common attribute names it, whatever is done with it. */
function commonPart(piece: Passage, model: LanguageModel): Passage | undefined {
  const { nouns, markers } = model.analyse(textOf(piece), [])
  const [noun] = nouns
  // "ilością w gramach i zawiera opis": what is had from there on is another thing's
  const apart = markers.some(({ meaning, to }) => /^(?:HAS|INCLUDES|CONSISTS|STORES)$/.test(meaning) && to <= (noun?.from ?? 0))
  return noun !== undefined && !apart && attributeNames.has(noun.name) ? piece : undefined
}

function phrases(text: string): readonly string[] | undefined {
  const items = text
    .replace(/[.\s]+$/, '')
    .split(/\s*(?:[,;/|]|\s(?:or|and|oraz|lub|albo|i)\s)\s*(?:(?:or|and|oraz|lub|albo|i)\s)?/u)
    .map((item) => item.trim().replace(/^["'„”`]|["'„”`]$/g, ''))
  const short = items.every((item) => item !== '' && item.length <= 30 && item.split(/\s+/).length <= 3)
  return items.length >= 2 && items.length <= 16 && short ? [...new Set(items)] : undefined
}

function readItem(item: Item, entity: Mention, sentence: Sentence, reading: Reading): readonly Found[] {
  const model = reading.modelOf(sentence.block)
  const analysis = model.analyse(textOf(item.text), marksOf(item.text))
  if (item.name !== undefined) {
    const attribute: Mention = { text: textOf(item.text), name: item.name, identifier: false, known: true }
    return [{ body: { kind: 'attribute', entity, attribute, strength: 'stated' }, block: sentence.block, at: item.text }]
  }
  const noun = analysis.nouns.at(0)
  if (!noun || asking.test(textOf(item.text))) return claimsOfMoment(item, entity, sentence, model)
  if (noun.identifier) return []
  const optional = analysis.markers.some((marker) => marker.meaning === 'OPTIONAL' || marker.meaning === 'ZERO_OR')
  const several = noun.plural && noun.quantifier === 'many' && reading.things.thing(noun.name) !== undefined
  const other =
    !several && (attributeNames.has(noun.name) || attributeNames.has(noun.head)) ? undefined : namedEntity(noun, reading)
  const self = /^parent_/.test(noun.name) && keyOfName(noun.head) === keyOfName(entity.name)
  // "trainers have a profile": a person's profile is the account's
  if (other && keyOfName(other.name) === 'profile') return []
  // "every hive has at most one queen": whose key it is, sentences about relationships say
  if (other && !self && counted(noun, analysis) && definitionsIn(sentence).every((each) => each.noun.quantifier === 'each'))
    return []
  if (other && (self || keyOfName(other.name) !== keyOfName(entity.name))) {
    const to = { ...other, text: noun.text }
    const many = noun.plural || noun.quantifier === 'many'
    return [
      foundIn(
        reading,
        sentence,
        many
          ? { kind: 'relationship', from: to, to: entity, cardinality: 'many to one' }
          : {
              kind: 'relationship',
              from: entity,
              to,
              cardinality: 'many to one',
              ...(optional || self ? { optional: true } : {}),
            },
      ),
    ]
  }
  const spec = specOf(item, analysis.words, reading, sentence)
  if (!spec) return []
  if (spec.attribute.name === `parent_${keyOfName(entity.name)}`)
    return [
      foundIn(reading, sentence, { kind: 'relationship', from: entity, to: entity, cardinality: 'many to one', optional: true }),
    ]
  // "four options": several in one row
  const many = noun.plural && (noun.count ?? 1) > 1 && !isAttribute(noun)
  const said = { ...spec, ...(optional ? { optional: true } : {}), ...(many ? { many: true, type: 'text[]' } : {}) }
  return claimsOfSpec(said, entity, 'stated').map((body): Found => ({ body, block: sentence.block, at: item.text }))
}

/** "returned at": a field without a noun. */
function claimsOfMoment(item: Item, entity: Mention, sentence: Sentence, model: LanguageModel): readonly Found[] {
  const bound = boundOf(textOf(item.text))
  if (bound !== undefined && item.listed === true) {
    const attribute: Mention = { text: textOf(item.text), name: bound, identifier: false, known: true }
    return [{ body: { kind: 'attribute', entity, attribute, strength: 'stated' }, block: sentence.block, at: item.text }]
  }
  const spec = readColumnSpec(item.text, model)
  const { name = '' } = spec?.attribute ?? {}
  const moment = /^[a-z]+(?:_[a-z]+){1,2}$/.test(name) && /_(?:at|on|from|to|until|by)$/.test(name)
  // "address" alone: the language may take it for what somebody does
  const clause = asking.test(textOf(item.text)) && asked.test(name)
  // "subject": what the language takes for a describing word when it stands alone
  const { words, markers } = model.analyse(textOf(item.text), [])
  const word = words.length === 1 && words[0]?.pos === 'adjective' && markers.length === 0 && item.listed === true
  if (!spec || !(moment || clause || word || attributeNames.has(name))) return []
  return claimsOfSpec(spec, entity, 'stated').map((body): Found => ({ body, block: sentence.block, at: item.text }))
}

/** "at most one", "exactly one": a number is what the sentence is about. */
function counted(noun: NounPhrase, analysis: Pick<Sentence, 'markers'>): boolean {
  return noun.count === 1 && analysis.markers.some((marker) => marker.meaning === 'AT_MOST' || marker.meaning === 'EXACTLY')
}

/** The item as a field, from its first noun on: without article, "optional" and "its own". */
function specOf(
  item: Item,
  words: readonly { readonly start: number; readonly pos: string }[],
  reading: Reading,
  sentence: Sentence,
): ColumnSpec | undefined {
  const model = reading.modelOf(sentence.block)
  const text = textOf(item.text)
  const analysis = model.analyse(text, marksOf(item.text))
  // "the minimum number of players": the bound is part of what is counted
  const count = countOf(text) !== undefined
  const skip = analysis.markers
    .filter(
      (marker) =>
        marker.from <= 1 &&
        !(count && (marker.meaning === 'AT_LEAST' || marker.meaning === 'MANY')) &&
        ['OPTIONAL', 'REQUIRED', 'OWN', 'AT_LEAST', 'ALL', 'UNIQUE', 'MANY', 'ONE'].includes(marker.meaning),
    )
    .reduce((end, marker) => Math.max(end, marker.to), 0)
  const lead = analysis.words.findIndex((word, index) => index >= skip && word.pos !== 'determiner' && word.pos !== 'pronoun')
  const bare = trimmed(part(item.text, words[Math.max(lead, 0)]?.start ?? 0))
  const spec = readColumnSpec(bare, model)
  if (!spec || spec.identifier) return spec
  if (
    spec.attribute.text
      .replace(/\([^()]*\d[^()]*\)/g, ' ')
      .trim()
      .split(/\s+/).length > 6
  )
    return undefined
  const values = item.values ?? (spec.values || spec.limits.length > 0 ? undefined : valuesBehind(bare, reading, sentence))
  return {
    ...spec,
    ...(values ? { values, open: false } : {}),
  }
}

/** "a condition (new, good or worn)": words in a parenthesis that qualify nothing and name no attributes. */
function valuesBehind(item: Passage, reading: Reading, sentence: Sentence): readonly string[] | undefined {
  const group = parenthesis(item)
  if (!group) return undefined
  const inside = textOf(group.inside)
  const analysis = reading.modelOf(sentence.block).analyse(inside, [])
  const other = analysis.markers.some((marker) => qualifying.has(marker.meaning))
  if (other || /\d/.test(inside) || analysis.nouns.some((noun) => attributeNames.has(noun.name))) return undefined
  return phrases(inside)
}

/** What a parenthesis says of a field rather than what the field holds. */
const qualifying: ReadonlySet<Meaning> = new Set<Meaning>([
  'OPTIONAL',
  'REQUIRED',
  'NULLABLE',
  'UNIQUE',
  'DEFAULT',
  'EXAMPLE',
  'AT_MOST',
  'AT_LEAST',
  'BETWEEN',
  'CHARACTERS',
  'LENGTH',
  'MANY',
  'ONE',
  'PER',
  'EACH',
  'HAS',
  'INCLUDES',
  'NOT',
  'NO',
  'FOREIGN_KEY',
  'REFERENCES',
  'PRIMARY_KEY',
  'DATE',
  'DATETIME',
  'TIME',
  'INTEGER',
  'NUMBER',
  'BOOLEAN',
  'UUID',
  'JSON',
  'TYPE',
])
