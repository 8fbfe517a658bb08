import type { LanguageModel, Meaning } from '../language/sentence.ts'
import { readColumnSql, sqlTypeAt } from '../sql/sql-words.ts'
import { isName, looksLikeIdentifier } from '../tables/identifiers.ts'
import { findOutside } from '../text/lists.ts'
import { leadingMark, type Passage, part, textOf } from '../text/passage.ts'
import { attributeNames, choiceNames } from './common-names.ts'

export interface NamePart {
  readonly name: string
  readonly identifier: boolean
  readonly length: number
  /** What follows the name inside the same code span: its definition in SQL. */
  readonly inside?: Passage
}

/** A type of the project's own, between a column's name and what else defines it: `status order_status not null`, `kind hull_kind ('steel', 'wood')`. */
const ownType = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?=\s*(?:$|\(|not\b|null\b|default\b|unique\b|check\b|references\b|→|->))/i

/** Types that are everyday words as well: `creation date`, `recipe text`. */
const everyday = /^(?:date|time|text|string|interval|point|money|char|character|bit|real|xml)$/

/** "birth date", "pickup time": a day's or hour's name in words, and no column `birth` of the type date; "deadline date" is one. */
function isDay(word: string, type: string): boolean {
  return /^(?:date|time)$/.test(type) && !looksLikeIdentifier(word) && !attributeNames.has(word)
}

/** The name that a code span defines as a column: of `total numeric(10,2)` and `status order_status not null` the first word. */
export function definedName(span: string): string | undefined {
  const [, name, rest = ''] = /^\s*([A-Za-z_]\w*)\s+(\S.*)$/s.exec(span) ?? []
  return name !== undefined && (sqlTypeAt(rest) !== undefined || ownType.test(rest)) ? name : undefined
}

export function readName(passage: Passage, typed: boolean, model: LanguageModel): NamePart | undefined {
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
    const own = inside ? ownType.exec(definition)?.[0] : undefined
    if (defined && inside && own !== undefined) {
      const behind = part(inside, textOf(inside).indexOf(own) + own.length)
      return { name: defined[0], identifier: true, length: mark.end, inside: behind }
    }
    if (mark.kind === 'code') return undefined
    return wordy(bare) ? { name: bare, identifier: false, length: mark.end } : undefined
  }
  const quoted = quotedName(text, model)
  if (quoted) return quoted
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
        (/^[a-z]/.test(word) &&
          ((typed && !isDay(word, type)) ||
            !everyday.test(type) ||
            readColumnSql(after.trim().slice(type.length)).length > 0))) &&
      /^\s*(?:$|[(:,;<>≥≤]|[A-Z]|(?:not\s+)?null\b|default\b|unique\b|primary\b|references\b|check\b)/.test(
        after.trim().slice(type.length),
      )
    )
      return { name: word, identifier: /^[a-z]/.test(word), length: word.length }
    if (typed && /^[a-z]\w*$/.test(word) && (/^\s+enum\b/i.test(after) || isQualified(after, type, model)))
      return { name: word, identifier: true, length: word.length }
    // "role `captain` or `sailor`": what it can be
    const coded = choiceNames.test(word) && /^\s/.test(after) && leadingMark(part(passage, word.length + 1), 'code') !== undefined
    if (plainEnd || coded) return { name: word, identifier: false, length: word.length }
  }
  const stop =
    (typed ? typeBehind(text) : undefined) ??
    findOutside(passage, /\s*\(|:|\s[-–—]\s|->|→|\s*[<>≤≥]=?\s*-?\d|\s\d+\s*[-–]\s*\d+\s*$/)
  const length = Math.min(stop?.start ?? text.length, boundAt(text, model))
  const phrase = text.slice(0, length).trim()
  return wordy(phrase) ? { name: phrase, identifier: false, length } : undefined
}

const quotation = /^([^"„“”«]{0,24})["„“”«]([^"„“”«»]{2,40})["“”»]/u

/** `field "title"`, `pole „tytuł”`, `"title" field`: what is quoted beside the word field is its name. */
function quotedName(text: string, model: LanguageModel): NamePart | undefined {
  const [whole, before, name] = quotation.exec(text) ?? []
  if (whole === undefined || before === undefined || name === undefined || !wordy(name)) return undefined
  const called = (words: string) =>
    model.analyse(words, []).markers.find(({ meaning, from }) => from === 0 && (meaning === 'COLUMN' || meaning === 'FIELD_LIST'))
  if (before.trim() !== '') return called(before) ? { name, identifier: false, length: whole.length } : undefined
  const rest = text.slice(whole.length)
  if (!called(rest.trim().slice(0, 24))) return undefined
  return { name, identifier: false, length: whole.length + (/^\s*\p{L}+/u.exec(rest)?.[0].length ?? 0) }
}

/** Where in "rate per word NUMERIC(6,4)", "opis TEXT" the type begins: in capitals, or with a size. */
function typeBehind(text: string): { readonly start: number } | undefined {
  for (const match of text.matchAll(/\s+(?=[A-Za-z])/g)) {
    const type = sqlTypeAt(text.slice(match.index + match[0].length))
    if (type !== undefined && (/\(/.test(type) || (type === type.toUpperCase() && type.length >= 4)))
      return { start: match.index }
    if (match.index > 50) return undefined
  }
  return undefined
}

const qualifying: ReadonlySet<Meaning> = new Set<Meaning>(['OPTIONAL', 'REQUIRED', 'NULLABLE', 'UNIQUE', 'DEFAULT', 'AT_MOST'])

/** "deposit numeric(8,2) opcjonalnie", "name unikalne", "email unique nullable": a type or nothing, and then words that qualify. */
function isQualified(after: string, type: string | undefined, model: LanguageModel): boolean {
  const rest = (type === undefined ? after : after.trim().slice(type.length)).trim()
  const sql = readColumnSql(rest)
  if (sql.length > 0 && sql.type === undefined) return true
  const { markers } = model.analyse(rest.slice(0, 60), [])
  const found = markers.find((marker) => marker.from === 0 && qualifying.has(marker.meaning))
  // "temperature max": a bound without a number is part of the name
  return rest !== '' && found !== undefined && (found.meaning !== 'AT_MOST' || /\d/.test(rest))
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
