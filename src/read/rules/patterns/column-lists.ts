import type { Mention } from '../../../claim/mention.ts'
import { looksLikeColumns } from '../columns/column-look.ts'
import { type ColumnSpec, claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { attributeNames } from '../columns/common-names.ts'
import { listsFields } from '../columns/labelled-fields.ts'
import { has } from '../columns/limits.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { withGlossedReference } from '../relations/glossed-references.ts'
import { looksLikeIdentifier, readQualified } from '../tables/identifiers.ts'
import { linesOf } from '../text/blocks.ts'
import { columnEntries } from '../text/label-lists.ts'
import { parenthesis } from '../text/lists.ts'
import { type Passage, textOf } from '../text/passage.ts'

/**
 * Column lists in parentheses after a table's name:
 * "`users` (id, email, role)", "`events(id, user_id, plan_id NULL, created_at)`", "orders(id uuid, total numeric(10,2))", "`cards` — stores fields (front, back)".
 *
 * Not: "`status` (`open`, `closed`)" (values), "unique `(user_id, name)`" and "index on `plans(owner_id, created_at)`" (other families),
 * "`profiles` (an extension of the accounts)" (a remark), "`get_total(order_id, at)`" (a function).
 */
export const columnLists: Pattern = {
  name: 'column lists',
  read(block, reading) {
    const source = reading.block(block)
    if (!source || source.kind === 'code' || source.zone === 'questions') return []
    const inlines = source.kind === 'table' ? source.rows.flat() : [source.inline]
    return inlines.flatMap((inline) =>
      linesOf({ inline, start: 0, end: inline.text.length }).flatMap((line) => readLine(line, block, reading)),
    )
  },
}

function readLine(line: Passage, block: number, reading: Reading): readonly Found[] {
  const text = textOf(line)
  const model = reading.modelOf(block)
  const found: Found[] = []
  const seen = new Set<number>()
  for (const match of text.matchAll(/[`"]?((?:[A-Za-z_]\w*\.)?[A-Za-z_]\w*)[`"]?\s*\(/g)) {
    const open = match.index + match[0].length - 1
    const group = parenthesis(line, open)
    if (!group || group.start !== open || seen.has(open)) continue
    seen.add(open)
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    if (
      has(model.analyse(before.slice(before.search(/[^.;:]*$/)), []), 'INDEX', 'UNIQUE') ||
      /funkcj|function|trigger|constraint|\bpar[aęy]\b|\bpair\b|check\s*$|\bkey\s*$/i.test(before)
    )
      continue
    // "the `members` table (id, name)"
    const called = has(model.analyse(match[1] ?? '', []), 'TABLE', 'ENTITY')
    const whose = called ? /([A-Za-z_]\w*)[`"]?\s+$/.exec(text.slice(0, match.index))?.[1] : undefined
    const entity = entityNamed(whose ?? '', reading) ?? entityNamed(match[1] ?? '', reading)
    const items = columnEntries(group.inside, model)
    const listed = looksLikeColumns(items.map(textOf)) || listsFields(items, model) || areNames(items, entity, reading)
    if (!entity || !listed) continue
    found.push(...claimsOf(items, entity, block, reading))
  }
  return found
}

/** "`stops` (parcel, position, arrived_at)": bare names behind a table written as code, at least half of them certainly columns. */
function areNames(items: readonly Passage[], entity: Mention | undefined, reading: Reading): boolean {
  if (entity?.identifier !== true || items.length < 2) return false
  const names = items.map((item) => /^[`"]?([a-z][a-z0-9_]*)[`"]?(?:\s*\(.*\))?$/s.exec(textOf(item))?.[1])
  const certain = names.filter(
    (name) =>
      name !== undefined && (looksLikeIdentifier(name) || attributeNames.has(name) || reading.entities.find(name) !== undefined),
  )
  return (
    names.every((name) => name !== undefined) &&
    certain.length * 2 >= names.length &&
    names.some((name) => looksLikeIdentifier(name ?? '') || attributeNames.has(name ?? ''))
  )
}

function claimsOf(items: readonly Passage[], entity: Mention, block: number, reading: Reading): readonly Found[] {
  const model = reading.modelOf(block)
  const typed = items.some((item) =>
    /^[`"]?(?:id\b|\w+[`"]?\s+(?:uuid|varchar|numeric|decimal|timestamptz|jsonb|bigint|boolean|serial|bigserial|smallint|enum)\b)/i.test(
      textOf(item),
    ),
  )
  return items.flatMap((item) => {
    if (/^(?:etc|itd|itp|inne|others?)\b|^[…. ]+$/i.test(textOf(item))) return []
    const spec = readColumnSpec(item, model, { typed })
    if (!spec || !credible(spec)) return []
    return claimsOfSpec(withGlossedReference(spec, item, reading, block), entity, 'stated').map((body) => ({
      body,
      block,
      at: item,
    }))
  })
}

/** In a list in parentheses a column is written as one word or as an identifier. */
function credible(spec: ColumnSpec): boolean {
  return (
    spec.identifier ||
    (spec.attribute.known && spec.attribute.text.split(/\s+/).length <= 3) ||
    /^\p{L}+$/u.test(spec.attribute.text)
  )
}

function entityNamed(name: string, reading: Reading): Mention | undefined {
  const named = readQualified(name)
  if (!named || named.column !== undefined || named.schema === 'auth') return undefined
  const known = reading.entities.find(named.table)
  if (!known) return undefined
  const identifier = looksLikeIdentifier(named.table) || /^[a-z]/.test(named.table)
  return identifier ? identifierMention(named.table) : { ...known, text: named.table }
}
