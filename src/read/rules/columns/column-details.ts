import type { LanguageModel, Meaning } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { type ColumnSql, isSqlType, readColumnSql } from '../sql/sql-words.ts'
import { readQualified } from '../tables/identifiers.ts'
import { findOutside, splitAt } from '../text/lists.ts'
import { leadingMark, marksOf, type Passage, part, textOf, trimmed } from '../text/passage.ts'
import type { ColumnSpec } from './column-spec.ts'
import { has, readLimits } from './limits.ts'
import { readValueList, valuesInParenthesis } from './value-lists.ts'

const arrow = /^\s*(?:->|→|⟶|=>)\s*/

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

export type Details = Omit<ColumnSpec, 'attribute' | 'table' | 'identifier' | 'detailed' | 'description'>
export const nothing: Details = { limits: [], checks: [] }

export function merge(one: Details, other: Details): Details {
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

export function detailsOfSql(sql: ColumnSql): Details {
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
export function readQualifier(passage: Passage, model: LanguageModel): Details {
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
  const spoken = sql.type === undefined && !values ? spokenType(analysis, restText) : undefined
  const short = analysis.words.length <= 4
  const foreign = arrow.test(restText) ? target(restText.replace(arrow, '')) : undefined
  return merge(fromSql, {
    ...nothing,
    limits,
    ...(values ? { values } : {}),
    ...(enumerated ? { enumerated: true } : {}),
    ...(values && has(analysis, 'EXAMPLE') ? { open: true } : {}),
    ...(spoken !== undefined && short && limits.length === 0 ? { type: spoken } : boundedType(analysis)),
    ...(has(analysis, 'OPTIONAL', 'NULLABLE') && !has(analysis, 'NOT')
      ? { optional: true }
      : has(analysis, 'REQUIRED')
        ? { optional: false }
        : {}),
    ...(has(analysis, 'PRIMARY_KEY') ? { primaryKey: true } : {}),
    ...(has(analysis, 'UNIQUE') && !has(analysis, 'PER', 'PRIMARY_KEY') && short ? { unique: true } : {}),
    ...(has(analysis, 'LIST') && short ? { many: true } : {}),
    ...(foreign ? { references: foreign } : {}),
    ...spokenDefault(restText, analysis),
  })
}

/** "30, 45 or 60 minutes" is how long, and no time of day. */
function spokenType(analysis: ReturnType<LanguageModel['analyse']>, text: string): string | undefined {
  return spokenTypes.find(
    ([meaning]) => has(analysis, meaning) && !has(analysis, 'EXAMPLE', 'PER') && !(meaning === 'TIME' && /\d/.test(text)),
  )?.[1]
}

/** "whole number from 1 to 50", "liczba dziesiętna 0-5", "text up to 80 characters": a type in words, and behind it nothing but its bound. */
function boundedType(analysis: ReturnType<LanguageModel['analyse']>): { readonly type?: string } {
  const [type] = spokenTypes.flatMap(([meaning, sql]) => {
    const marker = analysis.markers.find((each) => each.meaning === meaning && each.from === 0)
    return marker ? [{ sql, to: marker.to }] : []
  })
  if (type === undefined) return {}
  const bounding = analysis.markers.some(({ meaning, from }) => bounds.has(meaning) && from >= type.to && from - type.to <= 1)
  return bounding && analysis.words.length <= 9 ? { type: type.sql } : {}
}

const bounds: ReadonlySet<Meaning> = new Set<Meaning>(['BETWEEN', 'AT_MOST', 'AT_LEAST', 'CHARACTERS'])

/** Whether a text is a type in words and nothing else, its bound aside: "whole number", "kwota z groszami", "tekst do 80 znaków", "flaga". */
export function isTypeInWords(text: string, model: LanguageModel): boolean {
  const analysis = model.analyse(text, [])
  const leading = spokenTypes.some(([meaning]) => analysis.markers.some((each) => each.meaning === meaning && each.from === 0))
  return leading && (analysis.words.length <= 3 || boundedType(analysis).type !== undefined)
}

/** `domyślnie 'draft'`, `default: draft`, `default false`: a literal that can stand as it is. */
function spokenDefault(text: string, analysis: ReturnType<LanguageModel['analyse']>): { readonly default?: string } {
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
  const current = todayAfter(analysis, marker.to)
  return current === undefined ? {} : { default: current }
}

const yesAndNo = /^(?:yes|tak|true|t|y)\s*[/|,]\s*(?:no|nie|false|n|f)$/i

const todayWords = ['today', 'current', 'bieżący', 'dziś', 'dzisiaj', 'dzisiejszy', 'aktualny']

/** "default: today", "domyślnie bieżąca data". */
function todayAfter(analysis: ReturnType<LanguageModel['analyse']>, from: number): string | undefined {
  return analysis.words.slice(from, from + 4).some((word) => todayWords.includes(word.lemma.toLowerCase()))
    ? 'current_date'
    : undefined
}

/** "check in 'a', 'b', 'c'", "one of 'a', 'b'": quoted values behind a word or two. */
function announcedValues(passage: Passage): readonly string[] | undefined {
  const text = textOf(passage)
  if (!/['"„“]/.test(text)) return undefined
  const at = /^\p{L}+(?:\s+\p{L}+){0,2}\s*[(:]?\s*(?=['"„“])/u.exec(text)?.[0].length
  return at === undefined || at > 30 ? undefined : readValueList(part(passage, at))
}

/** "(labour or part)", "(mechanik albo właściciel)": bare words of which one is taken. */
function alternativesIn(text: string): readonly string[] | undefined {
  const match = /^([\p{L}_-]+(?:\s*,\s*[\p{L}_-]+)*)\s*,?\s+(?:or|albo|lub|bądź)\s+([\p{L}_-]+)$/iu.exec(text.trim())
  if (!match?.[1] || !match[2]) return undefined
  return [...new Set([...match[1].split(/\s*,\s*/), match[2]])]
}

/** "(text, nullable)": a type with what is said of it, no values. */
function isQualified(values: readonly string[]): boolean {
  return (
    values.every((value) => isSqlType(value)) ||
    (isSqlType(values[0] ?? '') &&
      values.slice(1).every((value) => /^(?:nullable|null|optional|required|unique|opcjonalne|wymagane)$/i.test(value)))
  )
}

export function readQualifiers(passage: Passage, model: LanguageModel): Details {
  const whole = textOf(passage)
  if (yesAndNo.test(whole.trim())) return { ...nothing, type: 'boolean' }
  const asValues = readValueList(passage) ?? announcedValues(passage) ?? alternativesIn(whole)
  if (asValues && !isQualified(asValues)) {
    const analysis = model.analyse(whole, [])
    return { ...nothing, values: asValues, ...(has(analysis, 'EXAMPLE') ? { open: true } : {}) }
  }
  const parts = splitAt(passage, /;/)
  const pieces = parts.flatMap((each) => (parts.length > 1 && codeList(each) ? [each] : splitAt(each, /[,;](?!\d)/)))
  return firstOfValues(pieces.map((piece) => readQualifier(piece, model)).reduce(merge, nothing), whole, model)
}

/** "`open`, `closed`": a run of code spans is one list of values. */
function codeList(passage: Passage): boolean {
  return leadingMark(passage, 'code') !== undefined && readValueList(passage) !== undefined
}

/** "`open`, `closed`; default `open`": a bare word behind the word default is one of the values. */
function firstOfValues(details: Details, text: string, model: LanguageModel): Details {
  const { values } = details
  if (!values || details.default !== undefined) return details
  const { words, markers } = model.analyse(text, [])
  const marker = markers.find(({ meaning }) => meaning === 'DEFAULT')
  const after = marker && text.slice(words[marker.to - 1]?.end).replace(/^[\s:=`"']+/, '')
  const value =
    after === undefined
      ? undefined
      : values.find((each) => after.startsWith(each) && !/^[\p{L}\p{N}_]/u.test(after.slice(each.length)))
  return value === undefined ? details : { ...details, default: `'${value.replaceAll("'", "''")}'` }
}

/** After a colon a type or qualifiers may stand before the description: `name: TEXT, required`. */
export function readDescribed(passage: Passage, model: LanguageModel): Details {
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
export function readTail(passage: Passage, model: LanguageModel): Details {
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
