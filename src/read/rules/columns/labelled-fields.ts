import type { LanguageModel, Meaning } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { singularOf } from '../tables/identifiers.ts'
import { columnEntries, isCardinality, isKey, listHeadOf } from '../text/label-lists.ts'
import { type Label, tableBehind } from '../text/labels.ts'
import { oncePerPassage } from '../text/once-per-passage.ts'
import { leadingMark, type Passage, textOf } from '../text/passage.ts'
import { looksLikeColumns } from './column-look.ts'
import { type ColumnSpec, phraseMention, readColumnSpec } from './column-spec.ts'
import { attributeNames, isOnlyAttribute, notThings } from './common-names.ts'
import { isDefinable } from './field-lists.ts'

/** A label with the fields that are listed behind its colon or dash. */
export interface LabelledFields {
  readonly label: Label
  readonly fields: readonly { readonly spec: ColumnSpec; readonly item: Passage }[]
}

/** What announces something else than a thing with its fields: "Indexes: …", "Unique: …", "Roles: …", "Required fields: …". */
const announcing: readonly Meaning[] = [
  'INDEX',
  'UNIQUE',
  'RLS',
  'FIELD_LIST',
  'COLUMN',
  'REQUIRED',
  'OPTIONAL',
  'ENUM',
  'ONE_OF',
  'SORT',
  'FILTER',
  'SEARCH',
  'AUDIT',
  'TIMESTAMPS',
  'PRIMARY_KEY',
  'FOREIGN_KEY',
  'NO',
  'NOT',
  'WITHOUT',
  'LATER',
  'OUT_OF_SCOPE',
  'REJECT',
  'CHANGE',
  'ACCESS',
  'ROLE',
  'TYPE',
  'EXAMPLE',
]

/**
 * Reads "Treatments: hive, substance (max 120 characters), start date and optional end date", "**Wizyty weterynaryjne** – data, opis (do 2000 znaków), koszt":
 * a thing in up to three words, and behind its sign fields, at least two and half of them certainly fields (an identifier, a common
 * attribute, a word with a type, a bound or a qualifier), all of them nouns.
 *
 * Not: "Status: draft, sent" (the label is a field), "Roles: admin, clerk" (values), "Reports: users can download them" (a sentence).
 */
export function labelledFieldsOf(line: Passage, model: LanguageModel): LabelledFields | undefined {
  return listOnce(line, model, undefined)
}

const listOnce = oncePerPassage(readLabelledFields, () => '')

function readLabelledFields(line: Passage, model: LanguageModel): LabelledFields | undefined {
  const head = listHeadOf(line, model)
  if (!head || !couldBeThing(head.label, model) || tableBehind(head.label, model)) return undefined
  const { label, list } = head
  const items = columnEntries(list, model).filter((item) => !isKey(item) && !isCardinality(item))
  if (items.some((item) => saysSomething(item, model))) return undefined
  const program = looksLikeColumns(items.map(textOf))
  const fields = items.flatMap((item) => {
    const read = readColumnSpec(item, model, { typed: true })
    const code = label.how === 'code' || label.how === 'identifier'
    const said = read && (!code || (model.language !== 'en' && !program)) ? inWords(read, item, model) : read
    const spec = said && program ? asWritten(said) : said
    return spec && isShaped(spec, model) ? [{ spec, item }] : []
  })
  const code = label.how === 'code' || label.how === 'identifier'
  return areFieldsOf(
    fields.map(({ spec }) => spec),
    items.length,
    code,
  )
    ? { label, fields }
    : undefined
}

/**
 * Whether the entries of a list are a thing's fields: of `count` entries three quarters are nouns, and half of them certainly fields; behind a name
 * in code a third of them, of three or more, is enough.
 */
function areFieldsOf(specs: readonly ColumnSpec[], count: number, named: boolean): boolean {
  const certain = specs.filter(isCertain).length
  const half = certain >= 2 && certain * 2 >= count
  // "`concerts`: held_on, venue": a column's name says that the other is one
  const written = specs.length === 2 && specs.some(({ attribute }) => /_(?:id|at|on|by|url|count)$/.test(attribute.text))
  return specs.length * 4 >= count * 3 && (half || (named && (written || (count >= 3 && certain * 3 >= count))))
}

/** Whether a list in a parenthesis right behind a name in code is one of fields: "`refunds` (order, amount, reason, approved by whom)". */
export function listsFields(items: readonly Passage[], model: LanguageModel): boolean {
  const specs = items.flatMap((item) => {
    const spec = readColumnSpec(item, model, { typed: true })
    return spec && isShaped(spec, model) ? [spec] : []
  })
  const named = specs.some((spec) => isCertain(spec) && !clauses.test(spec.attribute.name))
  return items.length >= 2 && specs.length === items.length && named && areFieldsOf(specs, items.length, false)
}

/** Among names that a program would write a bare English word is one as well: "visits – id, pet_id, notes, comment". */
function asWritten(spec: ColumnSpec): ColumnSpec {
  const { text, name } = spec.attribute
  const same = /^[a-z][a-z0-9]*$/.test(text) && (name === text || name === singularOf(text))
  return !spec.identifier && same ? { ...spec, attribute: identifierMention(text), identifier: true } : spec
}

/** "`lenses` extends the frames (…)", "`orders.total` and others are kept by triggers": a name with its verb begins a sentence, no field. */
function saysSomething(item: Passage, model: LanguageModel): boolean {
  const text = textOf(item).replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ' ')
  const name = /^[`*]*[A-Za-z_][\w.]*[`*]*\s+(?=\p{L})/u.exec(text)?.[0]
  if (name === undefined || (!/[_.]/.test(name) && leadingMark(item, 'code') === undefined)) return false
  const { words } = model.analyse(text.slice(name.length), [])
  return words.length >= 2 && words[0]?.pos === 'verb'
}

/** Below a name in words a bare word is one of the language, whatever type stands behind it: "koszt NUMERIC(10,2)". */
export function inWords(spec: ColumnSpec, item: Passage, model: LanguageModel): ColumnSpec {
  const { name } = spec.attribute
  if (!spec.identifier || !/^[a-z]+$/.test(name) || leadingMark(item, 'code')) return spec
  const attribute = phraseMention(name, model)
  return attribute?.known ? { ...spec, attribute } : spec
}

/** Whether a label is what a thing could be called: a noun, no attribute, nothing that announces something else. */
export function couldBeThing({ mention, how, at }: Label, model: LanguageModel): boolean {
  const { name } = mention
  if (name === '' || name.includes('.')) return false
  // "OrderLine": a class of a model is called in the singular
  if (how === 'code' || how === 'identifier')
    return (/s$/.test(name) && !/_(?:ids|uuids)$/.test(name)) || /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)*$/u.test(name)
  const { nouns, markers, words } = model.analyse(textOf(at).replace(/[*:]+/g, ' ').trim(), [])
  // "Refunds in `refund_log`": the name in code is the table
  if (words.length > 3 || words.some((word) => word.identifier)) return false
  if (markers.some((marker) => announcing.includes(marker.meaning))) return false
  const [noun] = nouns
  // A plural alone may be a verb's form as well: "Repairs", "Visits".
  const alone = words.length === 1 && /^\p{Lu}\p{L}+s$/u.test(words[0]?.text ?? '')
  const within = (index: number): boolean => nouns.some((each) => each.from <= index && index < each.to)
  if (!alone && (!noun || words.some((word, index) => word.pos === 'verb' && !within(index)))) return false
  const last = name.split('_').at(-1) ?? name
  if (isOnlyAttribute(name) || isOnlyAttribute(last)) return false
  return noun?.abstract !== true && !(notThings.has(name) && !isDefinable(name))
}

/** Names of what is said in a short clause: "who approved it", "kiedy wysłano", "czy aktywny". */
const clauses = /^is_[a-z]+$|_(?:at|by)$/

function isShaped(spec: ColumnSpec, model: LanguageModel): boolean {
  if (spec.identifier) return true
  const { text, name } = spec.attribute
  const { words, nouns } = model.analyse(text, [])
  if (clauses.test(name)) return true
  // "available – flag": a type says that it is a field
  if (words.length <= 3 && spec.type !== undefined && words.every((word) => word.pos === 'adjective')) return true
  if (words.length > 5 || nouns.length === 0) return attributeNames.has(name)
  return !words.some((word, index) => word.pos === 'verb' && !nouns.some((noun) => noun.from <= index && index < noun.to))
}

function isCertain(spec: ColumnSpec): boolean {
  const { name } = spec.attribute
  if (spec.identifier || clauses.test(name)) return true
  const head = name.split('_').at(-1) ?? name
  return attributeNames.has(name) || attributeNames.has(head) || spec.detailed
}
