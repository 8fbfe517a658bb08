import { findOutside, splitList } from './lists.ts'
import { type Passage, part, textOf, trimmed } from './passage.ts'

/** The list behind a label's colon or dash, up to the end of its sentence. */
export function columnsAfterLabel(line: Passage, restOf: (line: Passage) => Passage | undefined): Passage | undefined {
  const rest = restOf(line)
  if (!rest || rest.start >= rest.end) return undefined
  const sign = line.inline.text.slice(line.start, rest.start)
  const direct = /[:–—-]\s*$/.test(sign)
  const colon = direct ? undefined : findOutside(rest, /:\s/)
  if (!direct && !colon) return undefined
  const list = colon ? trimmed(part(rest, colon.end)) : trimmed(rest, '–—-')
  const stop = findOutside(list, /\.(?:\s|$)|\s[–—]\s/)
  return stop ? part(list, 0, stop.start) : list
}

const qualifier =
  /^(?:default\b|not null\b|null\b|nullable\b|unique\b|on delete\b|references\b|check\b|domyślnie\b|unikaln|opcjonaln|wymagan|optional\b|required\b)/iu

/** The entries of a list; a qualifier behind a comma ("`role` ENUM ('a', 'b'), default 'a'") belongs to the entry before it. */
export function columnEntries(list: Passage): readonly Passage[] {
  const entries: Passage[] = []
  for (const item of splitList(list)) {
    const last = entries.at(-1)
    if (last && qualifier.test(textOf(item)) && !isKey(last)) entries[entries.length - 1] = { ...last, end: item.end }
    else entries.push(item)
  }
  return entries
}

/** `primary key (a, b)`, `unique (a, b)`: a constraint of the table, read by other families. */
export function isKey(item: Passage): boolean {
  return /^(?:primary key|foreign key|klucz|unique|unikaln\p{L}*|index|indeks|constraint|check)\b[^(]*\(/iu.test(textOf(item))
}
