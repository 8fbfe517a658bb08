import type { AttributeClaim, ClaimBody } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import type { ReferentialAction } from '../../schema/constraint.ts'
import { isName, looksLikeIdentifier, readQualified } from './identifiers.ts'
import type { LanguageModel, Meaning } from './language/sentence.ts'
import { has, type Limit, readLimits } from './limits.ts'
import { findOutside, parenthesis, splitAt } from './lists.ts'
import { leadingMark, marksOf, type Passage, part, textOf, trimmed } from './passage.ts'
import { identifierMention } from './reading.ts'
import { type ColumnSql, isSqlType, onDeleteIn, readColumnSql, sqlTypeAt } from './sql-words.ts'
import { readValueList, valuesInParenthesis } from './value-lists.ts'

/** What one entry of a column list says of its column. */
export interface ColumnSpec {
  readonly attribute: Mention
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

const arrow = /^\s*(?:->|→|⟶|=>)\s*/
const dash = /^\s*(?:[:–—]|-(?=\s)|−)\s*/

/** Types that a language has a word for. */
const spokenTypes: readonly (readonly [Meaning, string])[] = [
  ['UUID', 'uuid'],
  ['BIGINT', 'bigint'],
  ['BOOLEAN', 'boolean'],
  ['JSON', 'jsonb'],
  ['DATETIME', 'timestamptz'],
  ['MONEY', 'numeric(12,2)'],
  ['INTEGER', 'integer'],
  ['DATE', 'date'],
  ['TIME', 'time'],
  ['PERCENT', 'numeric(5,2)'],
  ['NUMBER', 'numeric'],
  ['TEXT', 'text'],
]

type Details = Omit<ColumnSpec, 'attribute' | 'table' | 'identifier' | 'detailed' | 'description'>
const nothing: Details = { limits: [], checks: [] }

function merge(one: Details, other: Details): Details {
  return { ...other, ...one, limits: [...one.limits, ...other.limits], checks: [...one.checks, ...other.checks] }
}

function target(text: string): ColumnSpec['references'] | undefined {
  const named = readQualified(text)
  if (!named) return undefined
  const entity = identifierMention(
    named.schema === undefined || named.schema === 'public' ? named.table : `${named.schema}.${named.table}`,
  )
  return { entity, ...(named.column === undefined ? {} : { attribute: named.column }) }
}

function detailsOfSql(sql: ColumnSql): Details {
  const references = sql.references === undefined ? undefined : target(sql.references)
  return {
    limits: [],
    checks: sql.check === undefined ? [] : [sql.check],
    ...(sql.type === undefined ? {} : { type: sql.type }),
    ...(sql.optional === undefined ? {} : { optional: sql.optional }),
    ...(sql.default === undefined ? {} : { default: sql.default }),
    ...(sql.primaryKey ? { primaryKey: true } : {}),
    ...(sql.unique ? { unique: true } : {}),
    ...(references === undefined ? {} : { references }),
    ...(sql.onDelete === undefined ? {} : { onDelete: sql.onDelete }),
    ...(sql.type !== undefined && /\[\s*\]|\sarray$/i.test(sql.type) ? { many: true } : {}),
  }
}

/** Reads one qualifier: `NOT NULL`, `max 100 znaków`, `FK → users.id`, `default 'draft'`, `a|b|c`, `opcjonalne`. */
function readQualifier(passage: Passage, model: LanguageModel): Details {
  const text = textOf(passage)
  const sql = readColumnSql(text)
  const fromSql = detailsOfSql(sql)
  if (sql.length >= text.replace(/[`\s]+$/, '').length) return fromSql
  const rest = trimmed(part(passage, sql.length), '`,;:')
  const restText = textOf(rest)
  const enumerated = /^enum\b/i.test(restText)
  const inner = enumerated ? trimmed(part(rest, 4), ':') : rest
  const values = valuesInParenthesis(inner, { bare: enumerated }) ?? readValueList(inner, { bare: enumerated })
  const analysis = model.analyse(restText, marksOf(rest))
  const limits = values ? [] : readLimits(restText, analysis)
  const spoken =
    sql.type === undefined && !values
      ? spokenTypes.find(([meaning]) => has(analysis, meaning) && !has(analysis, 'EXAMPLE', 'PER'))?.[1]
      : undefined
  const short = analysis.words.length <= 4
  const foreign = arrow.test(restText) ? target(restText.replace(arrow, '')) : undefined
  return merge(fromSql, {
    ...nothing,
    limits,
    ...(values ? { values } : {}),
    ...(enumerated ? { enumerated: true } : {}),
    ...(values && has(analysis, 'EXAMPLE') ? { open: true } : {}),
    ...(spoken !== undefined && short && limits.length === 0 ? { type: spoken } : {}),
    ...(has(analysis, 'OPTIONAL', 'NULLABLE') && !has(analysis, 'NOT')
      ? { optional: true }
      : has(analysis, 'REQUIRED')
        ? { optional: false }
        : {}),
    ...(has(analysis, 'PRIMARY_KEY') ? { primaryKey: true } : {}),
    ...(has(analysis, 'UNIQUE') && !has(analysis, 'PER', 'PRIMARY_KEY') && short ? { unique: true } : {}),
    ...(has(analysis, 'LIST') && short ? { many: true } : {}),
    ...(foreign ? { references: foreign } : {}),
    ...spokenDefault(restText, analysis, model),
  })
}

/** `domyślnie 'draft'`, `default: draft`, `default false`: a literal that can stand as it is. */
function spokenDefault(
  text: string,
  analysis: ReturnType<LanguageModel['analyse']>,
  _model: LanguageModel,
): { readonly default?: string } {
  const marker = analysis.markers.find((found) => found.meaning === 'DEFAULT')
  if (!marker) return {}
  const after = text.slice(analysis.words[marker.to - 1]?.end ?? text.length).replace(/^[\s:=`]+/, '')
  const literal =
    /^(?:'[^']*'|-?\d+(?:[.,]\d+)?(?![\p{L}\d])|true\b|false\b|null\b|now\(\)|current_(?:date|timestamp)\b|[A-Za-z_]\w*\(\))/iu.exec(
      after,
    )?.[0]
  if (literal !== undefined) return { default: literal.replace(/^(-?\d+),(\d+)$/, '$1.$2') }
  const quoted = /^["„“]([^"”]{1,40})["”]/.exec(after)?.[1]
  if (quoted !== undefined) return { default: `'${quoted.replaceAll("'", "''")}'` }
  const today = model_today(analysis, marker.to)
  return today === undefined ? {} : { default: today }
}

function model_today(analysis: ReturnType<LanguageModel['analyse']>, from: number): string | undefined {
  const rest = analysis.words.slice(from, from + 4).map((word) => word.lemma.toLowerCase())
  return rest.some((lemma) => ['today', 'current', 'bieżący', 'dziś', 'dzisiaj', 'dzisiejszy', 'aktualny'].includes(lemma))
    ? 'current_date'
    : undefined
}

/** "check in 'a', 'b', 'c'", "one of 'a', 'b'": quoted values behind a word or two. */
function announcedValues(passage: Passage): readonly string[] | undefined {
  const text = textOf(passage)
  const at = /^\p{L}+(?:\s+\p{L}+){0,2}\s*[(:]?\s*(?=['"„“])/u.exec(text)?.[0].length
  return at === undefined || at > 30 ? undefined : readValueList(part(passage, at))
}

function readQualifiers(passage: Passage, model: LanguageModel): Details {
  const whole = textOf(passage)
  const asValues = readValueList(passage) ?? announcedValues(passage)
  if (asValues && !asValues.every((value) => isSqlType(value))) {
    const analysis = model.analyse(whole, [])
    return { ...nothing, values: asValues, ...(has(analysis, 'EXAMPLE') ? { open: true } : {}) }
  }
  const pieces = splitAt(passage, /[,;](?!\d)/)
  return pieces.map((piece) => readQualifier(piece, model)).reduce(merge, nothing)
}

interface NamePart {
  readonly name: string
  readonly identifier: boolean
  readonly length: number
  /** What follows the name inside the same code span: its definition in SQL. */
  readonly inside?: Passage
}

/** Types that are everyday words as well: `creation date`, `recipe text`. */
const everyday = /^(?:date|time|text|string|interval|point|money|char|character|bit|real|xml)$/

function readName(passage: Passage, typed: boolean, model: LanguageModel): NamePart | undefined {
  const text = textOf(passage)
  const mark = leadingMark(passage, 'code') ?? leadingMark(passage, 'strong')
  if (mark) {
    const marked = text.slice(0, mark.end)
    const bare = marked.replace(/:\s*$/, '').trim()
    const simple = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,2}(\[\])?$/.exec(bare)
    if (simple)
      return {
        name: bare.replace(/\[\]$/, ''),
        identifier: mark.kind === 'code' || looksLikeIdentifier(bare.replace(/\[\]$/, '')) || isColumnWord(bare),
        length: simple[1] ? bare.length - 2 : mark.end,
      }
    const defined = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?(?=[\s:]|\()/.exec(bare)
    const inside = defined ? part(passage, defined[0].length, mark.end) : undefined
    const definition = inside ? textOf(inside).replace(/^[\s:]+/, '') : ''
    if (defined && inside && (readColumnSql(definition).length > 0 || definition.startsWith('(')))
      return { name: defined[0], identifier: true, length: mark.end, inside }
    if (mark.kind === 'code') return undefined
    return wordy(bare) ? { name: bare, identifier: false, length: mark.end } : undefined
  }
  const word = /^"?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?"?/.exec(text)?.[0]
  if (word !== undefined) {
    const after = text.slice(word.length)
    const type = sqlTypeAt(after.trim())
    const program = looksLikeIdentifier(word) || /^\w+\.\w+$/.test(word)
    const plainEnd = /^\s*(?:$|[(:]|[-–—]\s|->|→|\[\])/.test(after)
    if (program || isColumnWord(word)) return { name: word, identifier: true, length: word.length }
    if (
      type !== undefined &&
      isName(word) &&
      (type === type.toUpperCase() ||
        (/^[a-z]/.test(word) && (typed || !everyday.test(type) || readColumnSql(after.trim().slice(type.length)).length > 0))) &&
      /^\s*(?:$|[(:,;]|[A-Z]|(?:not\s+)?null\b|default\b|unique\b|primary\b|references\b|check\b)/.test(
        after.trim().slice(type.length),
      )
    )
      return { name: word, identifier: /^[a-z]/.test(word), length: word.length }
    if (plainEnd) return { name: word, identifier: false, length: word.length }
  }
  const stop = findOutside(passage, /\(|:|\s[-–—]\s|->|→/)
  const length = Math.min(stop?.start ?? text.length, boundAt(text, model))
  const phrase = text.slice(0, length).trim()
  return wordy(phrase) ? { name: phrase, identifier: false, length } : undefined
}

const bounds: ReadonlySet<Meaning> = new Set<Meaning>(['AT_MOST', 'AT_LEAST', 'BETWEEN'])

/** Where in "description max 1000 characters", "notes of up to 200 characters" the bound begins; else the text's end. */
function boundAt(text: string, model: LanguageModel): number {
  if (!/\d/.test(text)) return text.length
  const { words, markers } = model.analyse(text.slice(0, 80), [])
  const first = markers.find((marker) => bounds.has(marker.meaning) && marker.from >= 1)
  if (!first || words.slice(first.to, first.to + 2).every((word) => word.value === undefined)) return text.length
  const from = first.from >= 2 && words[first.from - 1]?.pos === 'preposition' ? first.from - 1 : first.from
  return words[from]?.start ?? text.length
}

/** Words that are columns wherever they stand in a list, though plain English. */
function isColumnWord(word: string): boolean {
  return /^(?:id|uuid|created_at|updated_at)$/.test(word)
}

/** A phrase short enough to be a field's name, and made of words. */
function wordy(phrase: string): boolean {
  return (
    phrase !== '' &&
    phrase.length <= 60 &&
    phrase.split(/\s+/).length <= 6 &&
    /\p{L}{2}/u.test(phrase) &&
    !/[.!?]\s|[=<>{}[\]]/.test(phrase)
  )
}

/**
 * Reads one entry of a column list: `email (TEXT, UNIQUE)`, "`author_id` → users.id", "data jsonb", "`budget` (enum NOT NULL): how much",
 * "**kwota** (tylko dodatnia)", `name: text, max 100 chars`. Undefined when it does not begin with a name.
 * `typed`: the entries beside it have types, so that an everyday word after the name is one too (`title text`).
 */
export function readColumnSpec(
  passage: Passage,
  model: LanguageModel,
  options: { readonly typed?: boolean } = {},
): ColumnSpec | undefined {
  const untrimmed = trimmed(passage, ',;')
  const example = /^(?:np\.|n\.p\.|e\.g\.|i\.e\.|m\.in\.|tj\.|for example:?|na przykład:?)\s*,?\s*/i.exec(textOf(untrimmed))
  const item = example ? trimmed(part(untrimmed, example[0].length)) : untrimmed
  const name = readName(item, options.typed === true, model)
  if (!name) return undefined
  // "typu `TEXT`" is a type's word, no name.
  if (!name.identifier || /\s/.test(textOf(item))) {
    const head = model
      .analyse(textOf(item).slice(0, 40), [])
      .markers.find((marker) => marker.from === 0 && marker.meaning === 'TYPE')
    if (head && !leadingMark(item, 'code') && sqlTypeAt(textOf(item).slice(name.length).trim()) !== undefined) return undefined
  }
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
      const values = group && group.start <= 8 ? readValueList(group.inside, { bare: true }) : undefined
      details = merge(details, { ...nothing, enumerated: true, ...(values ? { values } : {}) })
      at = offset + (values && group ? group.end : 4)
      continue
    }
    if (/^(?:∈|in\b)/i.test(restText)) {
      const values = valuesInParenthesis(rest, { bare: true })
      if (values) details = merge(details, { ...nothing, values })
      break
    }
    const typeWord = model
      .analyse(restText.slice(0, 40), [])
      .markers.find((marker) => marker.meaning === 'TYPE' && marker.from === 0)
    const afterType = typeWord && model.analyse(restText.slice(0, 40), []).words[typeWord.to - 1]?.end
    if (afterType !== undefined && sqlTypeAt(restText.slice(afterType).trim()) !== undefined && details.type === undefined) {
      at = offset + afterType
      continue
    }
    const sign = dash.exec(restText)
    if (sign) {
      const after = trimmed(part(rest, sign[0].length))
      described = textOf(after)
      const colon = sign[0].includes(':')
      const first = splitAt(after, /[,;.](?!\d)|\s[-–—]\s/)[0]
      if (first && (colon || readColumnSql(textOf(first)).length >= textOf(first).replace(/[\s.]+$/, '').length)) details = merge(details, readDescribed(after, model))
      else details = merge(details, readTail(after, model))
      break
    }
    details = merge(details, readTail(rest, model))
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
  const attribute = name.identifier ? identifierMention(qualified?.column ?? name.name) : phraseMention(name.name, model)
  if (!attribute) return undefined
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

/** After a colon a type or qualifiers may stand before the description: `name: TEXT, required`. */
function readDescribed(passage: Passage, model: LanguageModel): Details {
  const pieces = splitAt(passage, /[,;](?!\d)/).slice(0, 6)
  let details = nothing
  for (const piece of pieces) {
    const words = textOf(piece).split(/\s+/).length
    const sql = readColumnSql(textOf(piece))
    if (words <= 6 || sql.length > 0) details = merge(details, readQualifier(piece, model))
    else {
      details = merge(details, readTail(piece, model))
    }
  }
  return details
}

/** In a description only what cannot be meant otherwise: bounds in characters, quoted values after a word for a choice, optional or required in short ones. */
function readTail(passage: Passage, model: LanguageModel): Details {
  const text = textOf(passage)
  const analysis = model.analyse(text, marksOf(passage))
  const limits = readLimits(text, analysis).filter((limit) => limit.of === 'characters' || analysis.words.length <= 8)
  const short = analysis.words.length <= 8
  const choice = has(analysis, 'ONE_OF', 'ENUM')
  const group = choice || /^\s*\(/.test(text) ? valuesInParenthesis(passage) : undefined
  const list = group ?? (has(analysis, 'ONE_OF', 'ENUM') ? (readValueList(afterSign(passage)) ?? undefined) : undefined)
  return {
    ...nothing,
    limits,
    ...(list ? { values: list, ...(has(analysis, 'EXAMPLE') ? { open: true } : {}) } : {}),
    ...(short && has(analysis, 'OPTIONAL', 'NULLABLE')
      ? { optional: true }
      : short && has(analysis, 'REQUIRED') && !has(analysis, 'NOT')
        ? { optional: false }
        : {}),
    ...(has(analysis, 'PRIMARY_KEY') && short ? { primaryKey: true } : {}),
    ...referenceIn(analysis),
  }
}

/** "nullable with FK to `prompts`", "klucz obcy do `users`": the name right after the words for a reference. */
function referenceIn(analysis: ReturnType<LanguageModel['analyse']>): Pick<Details, 'references'> {
  for (const marker of analysis.markers) {
    if (marker.meaning !== 'FOREIGN_KEY' && marker.meaning !== 'REFERENCES') continue
    const word = analysis.words.slice(marker.to, marker.to + 4).find((each) => each.identifier)
    const references = word && target(word.text)
    if (references && !/_(?:id|uuid)$/.test(references.entity.name)) return { references }
  }
  return {}
}

function afterSign(passage: Passage): Passage {
  const colon = findOutside(passage, /:\s/)
  return colon ? part(passage, colon.end) : passage
}

/** A name in words; leading articles and quantifiers are the language's business. */
export function phraseMention(text: string, model: LanguageModel): Mention | undefined {
  const clean = text.replace(/[\s"„”'.,:;]+$/u, '').replace(/^[\s"„“'*-]+/u, '')
  if (clean === '') return undefined
  const named = model.name(clean)
  return named.name === '' ? undefined : { text: clean, name: named.name, identifier: false, known: named.known }
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
