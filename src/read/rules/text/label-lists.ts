import { looksLikeColumns } from '../columns/column-look.ts'
import { attributeNames } from '../columns/common-names.ts'
import type { LanguageModel, Meaning } from '../language/sentence.ts'
import { isSqlType } from '../sql/sql-words.ts'
import { type Label, readLabel } from './labels.ts'
import { findOutside, parenthesis, splitList } from './lists.ts'
import { oncePerPassage } from './once-per-passage.ts'
import { leadingMark, marksOf, type Passage, part, textOf, trimmed } from './passage.ts'
import { wholeItems } from './whole-items.ts'

/** A table's name or title, and the list behind its sign. */
export interface ListHead {
  readonly label: Label
  readonly list: Passage
}

/**
 * The label of a line with the list behind its colon, dash or arrow. What is labelled is the innermost name: "Repairs: `repairs` – bike, cost" and
 * "Terms in a table of their own, `terms`: start, room" list what `repairs` and `terms` have.
 */
export function listHeadOf(line: Passage, model: LanguageModel): ListHead | undefined {
  return headOnce(line, model, undefined)
}

const headOnce = oncePerPassage(readListHead, () => '')

function readListHead(line: Passage, model: LanguageModel): ListHead | undefined {
  const outer = readLabel(line, model)
  const inner = outer && (outer.how === 'phrase' || outer.how === 'strong') ? readLabel(outer.rest, model) : undefined
  if (inner && (inner.how === 'code' || inner.how === 'identifier') && signFirst.test(signOf(outer?.rest, inner))) {
    const list = listBehind(outer?.rest ?? line, inner.rest)
    if (list) return { label: inner, list }
  }
  const list = outer && listBehind(line, outer.rest)
  if (outer && list) return { label: glossed(outer, model) ?? outer, list }
  return namedBeforeSign(line, model)
}

/** "Wells (`wells`): depth, address": the name in the parenthesis is the table's. */
function glossed(outer: Label, model: LanguageModel): Label | undefined {
  if (outer.how === 'code' || outer.how === 'identifier') return undefined
  const group = textOf(outer.rest).startsWith('(') ? parenthesis(outer.rest) : undefined
  const inner = group && /^(?:public\.)?[a-z][a-z_]*s$/.test(textOf(group.inside)) ? group.inside : undefined
  return inner && readLabel(inner, model, { heading: true })
}

/** What stands between a label's name and the rest behind it, and how that rest begins. */
function signOf(line: Passage | undefined, { at, rest }: Label): string {
  return line ? line.inline.text.slice(at.end, rest.start + 3).trimStart() : ''
}

/** "Terms stand in a table of their own, `terms`: start, room": a plural name in code right before the first sign of the line. */
function namedBeforeSign(line: Passage, model: LanguageModel): ListHead | undefined {
  const text = textOf(line)
  for (const mark of marksOf(line)) {
    if (mark.kind !== 'code') continue
    const name = text.slice(mark.start, mark.end)
    const after = text.slice(mark.end).trimStart()
    if (!/^(?:public\.)?[a-z][a-z_]*s$/.test(name) || !signFirst.test(after)) continue
    const before = text.slice(0, mark.start)
    const last = model.analyse(before, []).markers.at(-1)
    if (/[:(→=]|->|\s[–—-]\s/.test(before) || last?.meaning === 'COLUMN' || last?.meaning === 'FIELD_LIST') return undefined
    const rest = trimmed(part(line, mark.end), ':')
    const label = readLabel(part(line, mark.start), model)
    const list = listBehind(line, rest)
    return label && list ? { label, list } : undefined
  }
  return undefined
}

const signBefore = /(?:[:–—-]|→|->)\s*$/
const signFirst = /^(?::(?=\s)|[–—-](?=\s)|→|->)\s*/

/** The list behind a label's colon, dash or arrow, up to the end of its sentence. */
function listBehind(line: Passage, rest: Passage): Passage | undefined {
  if (rest.start >= rest.end) return undefined
  const leading = signFirst.exec(textOf(rest))?.[0].length
  const signed = signBefore.test(line.inline.text.slice(line.start, rest.start))
  const first = signed ? undefined : findOutside(rest, /:\s/)
  // "`stamps` – kept in an album: name, year"; but "`stamps` – name, year, kind: used, mint"
  const colon = leading !== undefined && /,/.test(textOf(part(rest, 0, first?.start))) ? undefined : first
  const direct = signed || (leading !== undefined && !colon)
  if (!direct && !colon) return undefined
  const list = trimmed(part(rest, colon?.end ?? leading ?? 0), '–—-')
  const stop = findOutside(list, /\.(?:\s|$)|\s[–—]\s/)
  return stop ? part(list, 0, stop.start) : list
}

const qualifier = /^(?:default|not null|null|nullable|unique|on delete|references|check)\b(?!\s*:)/iu
const qualifying: readonly Meaning[] = ['DEFAULT', 'UNIQUE', 'OPTIONAL', 'REQUIRED', 'NULLABLE']
const quotedValue = /^'[^']*'$|^"[^"]*"$|^„[^”"]*[”"]$/

/**
 * The entries of a list. A qualifier behind a comma ("`role` ENUM ('a', 'b'), default 'a'", "status (draft, sent), domyślnie draft") belongs to the
 * entry before it, and so does a further value of an enumeration ("state enum 'open', 'closed'").
 */
export function columnEntries(list: Passage, model: LanguageModel): readonly Passage[] {
  const entries: Passage[] = []
  for (const item of wholeItems(splitList(list), model)) {
    const last = entries.at(-1)
    const more =
      quotedValue.test(textOf(item)) || isQualifier(textOf(item), model) || (last !== undefined && isFurtherValue(item, last))
    if (last && more && !isKey(last)) entries[entries.length - 1] = { ...last, end: item.end }
    else entries.push(item)
  }
  return entries
}

const choice = /^(?:\w+_)?(?:status|state|type|kind|role|level|priority|severity|visibility|stage)/

/** "role: captain, sailor" and "role `captain` or `sailor`" in a list of fields: a word behind the first of what the field can be. */
function isFurtherValue(item: Passage, last: Passage): boolean {
  const text = textOf(item)
  const name = choice.exec(textOf(last))?.[0]
  if (name === undefined) return false
  const behind = part(last, name.length)
  if (/^\s/.test(textOf(behind)) && leadingMark(trimmed(behind), 'code')) {
    const code = leadingMark(item, 'code')
    return code !== undefined && code.end === text.length && /^[a-z][a-z-]*$/.test(text)
  }
  return (
    /^\s*[:–—]\s*[a-z]+(?:\s*(?:,|\bor\b|\blub\b)\s*[a-z]+)*\s*$/.test(textOf(behind)) &&
    /^[a-z]+$/.test(text) &&
    !attributeNames.has(text) &&
    !isSqlType(textOf(behind).replace(/^\s*[:–—]\s*/, ''))
  )
}

/** A few words that begin with one that qualifies: "default draft", "opcjonalnie", "not null"; but "default currency" is a name. */
function isQualifier(text: string, model: LanguageModel): boolean {
  if (qualifier.test(text) && !/^default\s+\p{L}+\s*(?:\(|$)/iu.test(text)) return true
  const { words, markers } = model.analyse(text.slice(0, 60), [])
  const first = markers.find((marker) => marker.from === 0 && qualifying.includes(marker.meaning))
  if (!first) return false
  if (first.meaning === 'DEFAULT') return words.length - first.to <= 2 && !isField(text, words[first.to]?.start, model)
  return words.length === first.to
}

/** "default currency": what is said to be default is a field itself. */
function isField(text: string, from: number | undefined, model: LanguageModel): boolean {
  return from !== undefined && attributeNames.has(model.name(text.slice(from).replace(/\s*\(.*$/s, '')).name)
}

/** `primary key (a, b)`, `unique (a, b)`: a constraint of the table, read by other families. */
export function isKey(item: Passage): boolean {
  return /^(?:primary key|foreign key|[pf]k|klucz|unique|unikaln\p{L}*|index|indeks|constraint|check)\b[^(]*\(/iu.test(
    textOf(item),
  )
}

/** A line that is a list of columns and nothing else: "id, parcel_id, remark, arrived_at (nullable)". Begins with a key, every entry with a name as programs write them. */
export function bareColumns(line: Passage): readonly Passage[] | undefined {
  const items = splitList(line)
  const names = items.map((item) => /^`?([a-z][a-z0-9_]*)`?(?=$|\s*\(|\s+[A-Za-z])/.exec(textOf(item))?.[1])
  const listed = items.length >= 3 && names.every((name) => name !== undefined) && looksLikeColumns(items.map(textOf))
  return listed && /^(?:id|uuid|\w+_(?:id|uuid))$/.test(names[0] ?? '') ? items : undefined
}

/** "N:1 with `members`", "1:N books": a relationship, read by other families. */
export function isCardinality(item: Passage): boolean {
  return /^\(?(?:1|0\.\.1|N|M|n|m|\*)\s*[:–-]\s*(?:1|0\.\.1|N|M|n|m|\*)(?![\p{L}\d])/u.test(textOf(item))
}
