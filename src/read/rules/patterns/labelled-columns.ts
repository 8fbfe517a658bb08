import { linesOf, passageOf } from '../blocks.ts'
import { claimsOfSpec, readColumnSpec } from '../column-spec.ts'
import { readLabel } from '../labels.ts'
import { findOutside, splitList } from '../lists.ts'
import { type Passage, part, textOf, trimmed } from '../passage.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { couldBeColumn } from '../targets.ts'

/**
 * A table's name, a colon or dash, and its columns in one line:
 * "- `users`: `id`, `email` (unique), `display_name` (max 50 characters)", "`members` joins `users` and `teams`: primary key (`user_id`, `team_id`), `role` ENUM ('a', 'b'), default 'a'",
 * "**orders** – id, user_id, placed_at, total numeric(10,2)".
 *
 * Not: "`status`: `open`, `closed`" (values), "`tags`: words that people choose" (a description), lists of tables.
 */
export const labelledColumns: Pattern = {
  name: 'labelled columns',
  read(block, reading) {
    const source = reading.block(block)
    const passage = passageOf(source)
    if (!source || !passage || source.kind === 'heading' || reading.document.kind !== 'notes') return []
    return linesOf(passage).flatMap((line) => readLine(line, block, reading))
  },
}

function readLine(line: Passage, block: number, reading: Reading): readonly Found[] {
  const { subject, topic } = reading.contextOf(block, line.start)
  if (!subject?.own || topic !== 'columns' || subject.entity.name.startsWith('auth.')) return []
  const model = reading.modelOf(block)
  const list = columnsAfterLabel(line, (passage) => readLabel(passage, model)?.rest)
  if (!list) return []
  const items = columnEntries(list)
  const specs = items.flatMap((item) => {
    const spec = readColumnSpec(item, model, { typed: true })
    return spec ? [{ spec, item }] : []
  })
  const columns = specs.filter(
    ({ spec }) =>
      spec.identifier &&
      couldBeColumn(spec.attribute.name) &&
      reading.entities.find(spec.attribute.name)?.name !== spec.attribute.name,
  )
  const keys = items.filter(isKey).length
  const others = items.length - keys - columns.length
  if (columns.length + keys < 2 || others > columns.length / 3) return []
  return columns.flatMap(({ spec, item }) =>
    claimsOfSpec(spec, subject.entity, 'stated').map((body): Found => ({ body, block, at: item })),
  )
}

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
function isKey(item: Passage): boolean {
  return /^(?:primary key|foreign key|klucz|unique|unikaln\p{L}*|index|indeks|constraint|check)\b[^(]*\(/iu.test(textOf(item))
}
