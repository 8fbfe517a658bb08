import { looksLikeColumns } from './column-look.ts'
import { attributeNames } from './common-names.ts'
import type { LanguageModel, Meaning } from './language/sentence.ts'
import { findOutside, splitList } from './lists.ts'
import { type Passage, part, textOf, trimmed } from './passage.ts'

/** The list behind a label's colon or dash, up to the end of its sentence. */
export function columnsAfterLabel(line: Passage, restOf: (line: Passage) => Passage | undefined): Passage | undefined {
  const rest = restOf(line)
  if (!rest || rest.start >= rest.end) return undefined
  const sign = line.inline.text.slice(line.start, rest.start)
  const colon = /[:–—-]\s*$/.test(sign) ? undefined : findOutside(rest, /:\s/)
  const direct = /[:–—-]\s*$/.test(sign) || (!colon && /^[–—-]\s/.test(textOf(rest)))
  if (!direct && !colon) return undefined
  const list = colon ? trimmed(part(rest, colon.end)) : trimmed(rest, '–—-')
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
  for (const item of splitList(list)) {
    const last = entries.at(-1)
    const more = quotedValue.test(textOf(item)) || isQualifier(textOf(item), model)
    if (last && more && !isKey(last)) entries[entries.length - 1] = { ...last, end: item.end }
    else entries.push(item)
  }
  return entries
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
