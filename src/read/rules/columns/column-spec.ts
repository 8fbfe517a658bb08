import type { AttributeClaim, ClaimBody } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { ReferentialAction } from '../../../schema/constraint.ts'
import { pluralise } from '../../../schema/inflect.ts'
import { abbreviationAt, abbreviations } from '../language/abbreviations.ts'
import type { LanguageModel } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { isSqlType, onDeleteIn, readColumnSql, sqlTypeAt } from '../sql/sql-words.ts'
import { readQualified } from '../tables/identifiers.ts'
import { parenthesis, splitAt } from '../text/lists.ts'
import { oncePerPassage } from '../text/once-per-passage.ts'
import { leadingMark, marksOf, type Passage, part, textOf, trimmed } from '../text/passage.ts'
import {
  type Details,
  detailsOfSql,
  isTypeInWords,
  merge,
  nothing,
  readDescribed,
  readQualifier,
  readQualifiers,
  readTail,
} from './column-details.ts'
import { readName } from './column-name.ts'
import { choiceNames } from './common-names.ts'
import type { Limit } from './limits.ts'
import { countOf, unitOf } from './measures.ts'
import { spanOf } from './spans.ts'
import { codeRunIn, readValueList, valuesInParenthesis } from './value-lists.ts'

/** What one entry of a column list says of its column. */
export interface ColumnSpec {
  readonly attribute: Mention
  /** The other end of what is written with both its bounds: "okres od–do". */
  readonly until?: Mention
  /** Of a qualified name, `recipes.title`. */
  readonly table?: Mention
  readonly type?: string
  readonly optional?: boolean
  readonly default?: string
  readonly primaryKey?: boolean
  readonly unique?: boolean
  readonly many?: boolean
  readonly references?: { readonly entity: Mention; readonly attribute?: string }
  readonly onDelete?: ReferentialAction
  readonly limits: readonly Limit[]
  readonly values?: readonly string[]
  readonly enumerated?: boolean
  readonly open?: boolean
  readonly checks: readonly string[]
  /** The name is written as code, or as only a program would write it. */
  readonly identifier: boolean
  /** More than a bare name was said: a type, a key, a default, a bound. */
  readonly detailed: boolean
  /** What follows the name and its parenthesis after a dash or colon. */
  readonly description?: string
}

const dash = /^\s*(?:[:–—]|-(?=\s)|−)\s*/

/**
 * Reads one entry of a column list: `email (TEXT, UNIQUE)`, "`author_id` → users.id", "data jsonb", "`budget` (enum NOT NULL): how much",
 * "**kwota** (tylko dodatnia)", `name: text, max 100 chars`. Undefined when it does not begin with a name.
 * `typed`: the entries beside it have types, so that an everyday word after the name is one too (`title text`).
 */
export function readColumnSpec(passage: Passage, model: LanguageModel, options: SpecOptions = {}): ColumnSpec | undefined {
  return specOnce(passage, model, options)
}

interface SpecOptions {
  readonly typed?: boolean
}

const specOnce = oncePerPassage(columnSpecOf, ({ typed }: SpecOptions) => (typed === true ? 'typed' : 'alone'))

/** "the price at the time of booking": when the price was that is no part of its name. */
function withoutMoment(item: Passage, model: LanguageModel): Passage {
  const text = textOf(item)
  if (text.split(' ').length < 4) return item
  const { markers, words } = model.analyse(text, marksOf(item))
  const when = markers.find(({ meaning, from }) => meaning === 'SNAPSHOT' && from > 0)
  return when ? trimmed(part(item, 0, words[when.from]?.start)) : item
}

function columnSpecOf(passage: Passage, model: LanguageModel, options: SpecOptions): ColumnSpec | undefined {
  const untrimmed = trimmed(passage, ',;')
  const example = /^(?:np\.|n\.p\.|e\.g\.|i\.e\.|m\.in\.|tj\.|for example:?|na przykład:?)\s*,?\s*/i.exec(textOf(untrimmed))
  const item = withoutMoment(example ? trimmed(part(untrimmed, example[0].length)) : untrimmed, model)
  const span = spanOf(textOf(item), model)
  if (span) {
    const end = (name: string): Mention => ({ text: textOf(item), name, identifier: false, known: true })
    return { attribute: end(span.from), until: end(span.to), limits: [], checks: [], identifier: false, detailed: false }
  }
  const name = readName(item, options.typed === true, model)
  if (!name) return undefined
  // "typu `TEXT`" is a type's word, no name.
  if (
    (!name.identifier || /\s/.test(textOf(item))) &&
    !leadingMark(item, 'code') &&
    sqlTypeAt(textOf(item).slice(name.length).trim()) !== undefined &&
    typeWordIn(textOf(item), model) !== undefined
  )
    return undefined
  let details = nothing
  let described: string | undefined
  let many = false
  if (name.inside) {
    const inner = trimmed(name.inside, ' :')
    const group = textOf(inner).startsWith('(') ? parenthesis(inner) : undefined
    details = merge(details, group ? readQualifiers(group.inside, model) : readQualifier(inner, model))
  }
  let at = name.length
  for (let step = 0; step < 6; step += 1) {
    const rest = trimmed(part(item, at), '`*')
    const restText = textOf(rest)
    if (restText === '') break
    const offset = rest.start - item.start
    if (restText.startsWith('[]')) {
      many = true
      at = offset + 2
      continue
    }
    if (restText.startsWith('(')) {
      const group = parenthesis(rest)
      if (!group) break
      details = merge(details, readQualifiers(group.inside, model))
      at = offset + group.end
      continue
    }
    const sql = readColumnSql(restText)
    if (sql.length > 0) {
      details = merge(details, detailsOfSql(sql))
      at = offset + sql.length
      continue
    }
    if (/^enum\b/i.test(restText)) {
      const group = parenthesis(rest)
      const inside = group && group.start <= 8 ? readValueList(group.inside, { bare: true }) : undefined
      // "status enum 'open', 'closed'": the values end the entry
      const behind = inside ? undefined : readValueList(trimmed(part(rest, 4), ':'))
      const values = inside ?? behind
      details = merge(details, { ...nothing, enumerated: true, ...(values ? { values } : {}) })
      at = behind ? item.end - item.start : offset + (inside && group ? group.end : 4)
      continue
    }
    if (/^(?:∈|in\b)/i.test(restText)) {
      const values = valuesInParenthesis(rest, { bare: true })
      if (values) details = merge(details, { ...nothing, values })
      break
    }
    const afterType = details.type === undefined ? typeWordIn(restText, model) : undefined
    if (afterType !== undefined && sqlTypeAt(restText.slice(afterType).trim()) !== undefined) {
      at = offset + afterType
      continue
    }
    const sign = dash.exec(restText)
    if (sign) {
      const after = trimmed(part(rest, sign[0].length))
      described = textOf(after)
      const colon = sign[0].includes(':')
      const first = splitAt(after, /[,;.](?!\d)|\s[-–—]\s/)[0]
      const typed =
        first &&
        (readColumnSql(textOf(first)).length >= textOf(first).replace(/[\s.]+$/, '').length ||
          isTypeInWords(textOf(first), model))
      if (first && (colon || typed)) details = merge(details, readDescribed(after, model))
      else details = merge(details, readTail(after, model))
      if (details.values === undefined && choiceNames.test(name.name)) details = merge(details, listedValues(after))
      break
    }
    // "role `captain` or `sailor`"
    const coded = choiceNames.test(name.name) && leadingMark(rest, 'code') ? codeRunIn(rest) : undefined
    if (coded) {
      details = merge(details, { ...nothing, values: coded })
      break
    }
    const brief = options.typed === true && restText.split(/\s+/).length <= 2
    details = merge(details, brief ? readQualifier(rest, model) : readTail(rest, model))
    described = restText
    break
  }
  // "czas (consumed_at)", "the name (full_name)": the parenthesis holds the column's name.
  const glossed = name.identifier
    ? undefined
    : /^[^(]{2,60}\(\s*`?([a-z][a-z0-9]*(?:_[a-z0-9]+)+)`?\s*\)\s*$/.exec(textOf(item))?.[1]
  if (glossed !== undefined)
    return { limits: [], checks: [], attribute: identifierMention(glossed), identifier: true, detailed: false }
  const qualified = name.identifier && name.name.includes('.') ? readQualified(name.name) : undefined
  // What a parenthesis explains at length is no field's name with its qualifiers.
  const explained = !name.identifier && isNothing(details) && /^[^(]+\((?:\S+\s+){2,}\S+\)/.test(textOf(item))
  const bare = name.identifier ? undefined : bareName(explained ? textOf(item) : name.name, model)
  if (bare && beginsWithPreposition(bare.name, model)) return undefined
  if (bare) details = merge(details, bare.details)
  const attribute = bare ? fieldMention(bare.name, model) : identifierMention(qualified?.column ?? name.name)
  if (!attribute || (bare && schemaWords.has(attribute.name.split('_').at(-1) ?? ''))) return undefined
  if (bare && details.type === undefined && countOf(bare.name)) details = merge(details, { ...nothing, type: 'integer' })
  const onDelete = details.onDelete ?? onDeleteIn(textOf(item))
  const detailed =
    details.type !== undefined ||
    details.optional !== undefined ||
    details.default !== undefined ||
    details.primaryKey === true ||
    details.unique === true ||
    details.references !== undefined ||
    details.limits.length > 0 ||
    details.values !== undefined ||
    details.enumerated === true
  return {
    ...details,
    attribute,
    ...(qualified?.column === undefined ? {} : { table: identifierMention(qualified.table) }),
    ...(many || details.many ? { many: true } : {}),
    ...(onDelete === undefined ? {} : { onDelete }),
    identifier: name.identifier,
    detailed,
    ...(described === undefined || described === '' ? {} : { description: described }),
  }
}

/** Words for parts of a schema and of a session, which are no fields of anything. */
const schemaWords: ReadonlySet<string> = new Set(['field', 'column', 'attribute', 'table', 'row', 'entity', 'recommendation'])

function isNothing(details: Details): boolean {
  return Object.values(details).every((value) => Array.isArray(value) && value.length === 0)
}

/** "na parze", "in the table": where something is, no name. */
function beginsWithPreposition(text: string, model: LanguageModel): boolean {
  const [first] = model.analyse(text.slice(0, 40), []).words
  return first?.pos === 'preposition' && first.lemma !== 'whether'
}

/** "`status` – planned, sailing, lost_at_sea": bare words up to the end of the sentence. */
function listedValues(after: Passage): Details {
  const text = textOf(after)
  const first = /^[^.;(]+/.exec(text)?.[0] ?? ''
  const words = first.split(/\s*(?:[,/|]|\sor\s)\s*/u).map((word) => word.trim().replace(/^`|`$/g, ''))
  const listed =
    (words.length >= 3 || (words.length === 2 && !words.some(isSqlType))) &&
    words.every((word) => /^[\p{Ll}][\p{Ll}\d_]*$/u.test(word))
  return listed ? { ...nothing, values: [...new Set(words)] } : nothing
}

const qualifying: ReadonlySet<string> = new Set(['OPTIONAL', 'NULLABLE', 'REQUIRED', 'UNIQUE'])

/** "optional end date", "nazwa lecznicy opcjonalna", "numer seryjny unikalny": the name without the word that qualifies it. */
function bareName(text: string, model: LanguageModel): { readonly name: string; readonly details: Details } {
  const { words, markers } = model.analyse(text, [])
  const [first] = markers.filter(
    ({ meaning, from, to }) => qualifying.has(meaning) && to - from < words.length && (from === 0 || to === words.length),
  )
  if (!first) return { name: text, details: nothing }
  const start = first.from === 0 ? (words[first.to]?.start ?? 0) : 0
  const end = first.from === 0 ? text.length : (words[first.from - 1]?.end ?? text.length)
  const said =
    first.meaning === 'UNIQUE' ? { unique: true } : first.meaning === 'REQUIRED' ? { optional: false } : { optional: true }
  return { name: text.slice(start, end), details: { ...nothing, ...said } }
}

/** Where the language's word for a type ends that the text begins with. */
function typeWordIn(text: string, model: LanguageModel): number | undefined {
  if (!/^[\p{L}\p{N}]/u.test(text)) return undefined
  const { words, markers } = model.analyse(text.slice(0, 40), [])
  const marker = markers.find((each) => each.meaning === 'TYPE' && each.from === 0)
  return marker === undefined ? undefined : words[marker.to - 1]?.end
}

/** A name in words; leading articles and quantifiers are the language's business. An abbreviation is no part of a name. */
export function phraseMention(text: string, model: LanguageModel): Mention | undefined {
  const bare = text.replace(/^[\s"„“'*-]+/u, '')
  const short = abbreviationAt(bare, 0)?.length ?? 0
  const clean = bare
    .slice(short)
    .replace(/[\s"„”'.,:;]+$/u, '')
    .trim()
  if (clean === '' || abbreviations.includes(`${clean.toLowerCase()}.`)) return undefined
  const named = model.name(clean)
  return named.name === '' ? undefined : { text: clean, name: named.name, identifier: false, known: named.known }
}

/** The name of a field in words: a count by what it counts, a measure with its unit ("waga w gramach", "the maximum number of guests"). */
function fieldMention(text: string, model: LanguageModel): Mention | undefined {
  const mention = phraseMention(text, model)
  if (!mention) return undefined
  const count = /(?:^|_)(?:count|number)(?:_|$)|^(?:max|min)_/.test(mention.name) ? countOf(mention.text) : undefined
  const counted = count && model.name(count.of).name
  const unit = unitOf(mention.text)
  const name =
    count && counted
      ? count.bound
        ? `${count.bound}_${pluralise(counted)}`
        : `${counted}_count`
      : unit && !mention.name.endsWith(`_${unit}`)
        ? `${mention.name.replace(/_in_[a-z]+$/, '')}_${unit}`
        : mention.name
  return { ...mention, name }
}

/** What a cell or phrase of qualifiers alone says: `VARCHAR(200)`, `NOT NULL, UNIQUE`, `max 100 chars`. */
export function readQualifierList(passage: Passage, model: LanguageModel): Partial<ColumnSpec> {
  return readQualifiers(passage, model)
}

/** A column with what further cells say of it; what was said first holds. */
export function mergeSpecs(spec: ColumnSpec, details: readonly Partial<ColumnSpec>[]): ColumnSpec {
  const merged = details.reduce<Details>(
    (all, each) => merge(all, { limits: each.limits ?? [], checks: each.checks ?? [], ...each }),
    { ...spec },
  )
  return { ...spec, ...merged, detailed: true }
}

/** The claims of one entry: the attribute, and its bounds, values, conditions and delete rule. */
export function claimsOfSpec(
  spec: ColumnSpec,
  entity: Mention | undefined,
  strength: AttributeClaim['strength'],
): readonly ClaimBody[] {
  const owner = spec.table ?? entity
  const of = owner === undefined ? {} : { entity: owner }
  const { attribute } = spec
  const claims: ClaimBody[] = [
    {
      kind: 'attribute',
      ...of,
      attribute,
      strength,
      ...(spec.type === undefined ? {} : { type: spec.type }),
      ...(spec.optional === undefined ? {} : { optional: spec.optional }),
      ...(spec.default === undefined ? {} : { default: spec.default }),
      ...(spec.primaryKey ? { primaryKey: true } : {}),
      ...(spec.unique ? { unique: true } : {}),
      ...(spec.references === undefined ? {} : { references: spec.references }),
      ...(spec.many ? { many: true } : {}),
    },
  ]
  if (spec.until) claims.push({ kind: 'attribute', ...of, attribute: spec.until, strength })
  for (const limit of spec.limits) claims.push({ kind: 'limit', ...of, attribute, ...limit })
  if (spec.values)
    claims.push({
      kind: 'values',
      ...of,
      attribute,
      values: spec.values,
      open: spec.open === true,
      ...(spec.enumerated ? { as: 'enum' as const } : {}),
    })
  for (const sql of spec.checks) {
    const listed = /^[\w".]+\s+in\s*\(((?:\s*'[^']*'\s*,?)+)\)$/i.exec(sql.replaceAll('`', ''))?.[1]
    const values = listed === undefined ? [] : [...listed.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')
    if (values.length > 0) claims.push({ kind: 'values', ...of, attribute, values, open: false, as: 'check' })
    else claims.push({ kind: 'condition', ...of, sql: sql.replaceAll('`', '') })
  }
  if (spec.onDelete !== undefined && owner !== undefined) {
    claims.push({
      kind: 'delete rule',
      entity: owner,
      column: attribute,
      rule: spec.onDelete,
      ...(spec.references === undefined ? {} : { to: spec.references.entity }),
    })
  }
  return claims
}
