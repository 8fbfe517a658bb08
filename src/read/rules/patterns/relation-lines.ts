import type { RelationshipClaim } from '../../../claim/claim.ts'
import { accountMention, type Mention } from '../../../claim/mention.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { drawnSidesIn, drawnTableNames, end, many, name, one } from '../relations/drawn-sides.ts'
import { readRatios } from '../relations/ratios.ts'
import { keyOfName, looksLikeIdentifier, readQualified } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { linesOf, passageOf } from '../text/blocks.ts'
import { type Passage, part, textOf } from '../text/passage.ts'

/** `users → cards: 1:N`, `users ↔ cards (1:N)`, and a cell `users → cards` with 1:N in the next. */
const arrowed = new RegExp(`${name}\\s*(?:\\([^)]*\\)\\s*)?(?:-->|->|→|↔|⟶|<->|—>)\\s*${name}`, 'gu')
const ratio = new RegExp(`(?<![\\w.])(${end})\\s*(?::|-?to-?|-?do-?|\\s+to\\s+|\\s+do\\s+)\\s*(${end})(?![\\w])`, 'iu')
/** `cards` (many:1 to `users` via `user_id`), "public.meals (1:N z users)". */
const annotated = new RegExp(`${name}\\s*[(–—-]\\s*(${end})\\s*:\\s*(${end})\\s+(?:\\p{L}{1,12}\\s+){1,2}${name}`, 'gu')

const alone = new RegExp(`^[\\s*\`\\d.-]*${name}\\s*\\(\\s*1\\s*:\\s*1\\s*\\)`, 'u')
const isOne = new RegExp(`^${one}$`)
const severalSign = new RegExp(`^${many}$`, 'u')
const isMany = (sign: string): boolean => severalSign.test(sign)

/** What stands in everything that each of these can match; most lines have none of it, and are not searched from every letter on. */
const inArrowed = /->|→|↔|⟶|—>/
const inAnnotated = new RegExp(`${end}\\s*:\\s*${end}`)

const matches = (text: string, within: RegExp, pattern: RegExp): Iterable<RegExpExecArray> =>
  within.test(text) ? text.matchAll(pattern) : []

/**
 * Relationships drawn with signs:
 * "generations (1) -> (N) flashcards", "`users` → `orders` | 1:N", "`drivers` ↔ `reports` (1:N)", "`profiles` (1:1 with `auth.users`)", "meals (N:1 z users)".
 *
 * Not: "`author_id` → users.id" (a column's reference), "To Do → Done" (a status), "10:00 → 12:00"; a bare arrow without a ratio only between two known tables.
 */
export const relationLines: Pattern = {
  name: 'relation lines',
  read(block, reading) {
    const source = reading.block(block)
    if (!source || source.kind === 'code') return []
    if (source.kind === 'table') {
      return source.rows.flatMap((cells) => {
        const row = cells.map((cell) => cell.text).join(' | ')
        return cells.flatMap((cell) => readLine({ inline: cell, start: 0, end: cell.text.length }, block, reading, row))
      })
    }
    const passage = passageOf(source)
    return passage ? linesOf(passage).flatMap((each) => readLine(each, block, reading, textOf(each))) : []
  },
}

function readLine(passage: Passage, block: number, reading: Reading, around: string): readonly Found[] {
  const text = textOf(passage)
  const drawn =
    reading.document.kind === 'notes' && asksForSomething(reading.block(block)?.zone ?? 'other') ? drawnTableNames(text) : []
  const found: Found[] = drawn.map((each) => ({
    body: { kind: 'entity', entity: identifierMention(each), as: 'table' },
    block,
    at: passage,
  }))
  const taken: [number, number][] = []
  const claim = (
    from: Mention | undefined,
    to: Mention | undefined,
    left: string,
    right: string,
    at: number,
    length: number,
    extra: Partial<RelationshipClaim>,
  ): void => {
    if (!from || !to || taken.some(([a, b]) => at < b && at + length > a)) return
    taken.push([at, at + length])
    const body = relationship(from, to, left, right, extra)
    found.push({ body, block, at: part(passage, at, at + length) })
  }
  const optionalNear = (at: number, length: number): { readonly optional?: boolean } =>
    optionalIn(around === text ? text.slice(at, at + length + 30).replace(/\)[\s\S]*$/, ')') : around, reading, block)
  /** "Member 1–0..1 Locker": what may be missing is the locker; the one that it leads to is there. */
  const optionalOf = (left: string, right: string, at: number, length: number): { readonly optional?: boolean } => {
    const held = isMany(right) || !isMany(left) ? right : left
    const other = held === right ? left : right
    return held.startsWith('0') && !other.startsWith('0') ? {} : optionalNear(at, length)
  }
  for (const match of matches(text, inAnnotated, annotated)) {
    const optional = optionalNear(match.index, match[0].length)
    const [whole, first, left, right, second] = match
    const extra = viaIn(text.slice(match.index), optional)
    // "`a` (1:1 to `b`)" describes `a`, which holds the key.
    if (isOne.test(left ?? '') && isOne.test(right ?? ''))
      claim(entity(second, reading, true), entity(first, reading, false), '1', '1', match.index, whole.length, extra)
    // "meals (1:N with users)" is said of the users.
    else if (isOne.test(left ?? ''))
      claim(entity(second, reading, true), entity(first, reading, false), '1', 'N', match.index, whole.length, extra)
    else
      claim(
        entity(first, reading, false),
        entity(second, reading, true),
        left ?? '',
        right ?? '',
        match.index,
        whole.length,
        extra,
      )
  }
  // "`user_settings` (1:1)": with nothing named, the other end is the user.
  const only = inAnnotated.test(text) ? alone.exec(text) : null
  if (only && /^user/i.test(only[1] ?? '')) claim(entity(only[1], reading, true), accountMention, '1', '1', 0, only[0].length, {})
  for (const { first, left, right, second, index, length } of drawnSidesIn(text)) {
    const optional = optionalOf(left, right, index, length)
    const through = isMany(left) && throughIn(text.slice(index + length))
    const extra = { ...optional, ...(through ? { through } : {}) }
    claim(entity(first, reading, true), entity(second, reading, true), left, right, index, length, extra)
  }
  for (const { left, right, ends, start, length } of readRatios(passage, reading.modelOf(block))) {
    const side = (words: string) => entity(words, reading, true) ?? spoken(words, reading, block)
    const said = optionalOf(ends[0], ends[1], start, length)
    claim(side(left), side(right), ends[0], ends[1], start, length, said)
  }
  for (const match of matches(text, inArrowed, arrowed)) {
    const optional = optionalNear(match.index, match[0].length)
    const [whole, first, second] = match
    if (
      /_(?:id|uuid)$|Id$|_by$/.test(first ?? '') ||
      ((first ?? '').split('.').length > 1 && !/^(?:auth|public)\./.test(first ?? '')) ||
      /\.\w*id$/.test(second ?? '')
    )
      continue
    const ends = ratio.exec(around.slice(Math.max(0, around.indexOf(whole))).replace(whole, ' '))
    const from = entity(first, reading, false)
    const tail =
      /^[`*"]*(?:\s*\([^)]*\))?(?:\s*[,/]\s*[`*"]*[\p{L}_][\p{L}\w]*[`*"]*(?!\s*(?:\([^)]*\)\s*)?(?:->|→|↔)))+/u.exec(
        text.slice(match.index + whole.length),
      )?.[0] ?? ''
    const others = [second ?? '', ...[...tail.replace(/\([^)]*\)/g, ' ').matchAll(/[\p{L}_][\p{L}\w]*/gu)].map((each) => each[0])]
    for (const [index, name] of others.entries()) {
      const to = entity(name, reading, false)
      if (!from || !to || (index > 0 && !ends && !/[,/]/.test(tail))) continue
      const sides = ends
        ? ([ends[1] ?? '', ends[2] ?? ''] as const)
        : sidesOfArrow(whole, from, to, text.slice(match.index + whole.length))
      if (!sides || /cascade|kaskad/i.test(around)) continue
      const body = relationship(from, to, sides[0], sides[1], optional)
      if (index === 0) claim(from, to, sides[0], sides[1], match.index, whole.length, optional)
      else found.push({ body, block, at: part(passage, match.index, match.index + whole.length + tail.length) })
    }
  }
  return found
}

/**
 * A bare arrow leads from the one to its many ("user → goals"), unless it leads to the accounts or to the table whose key stands behind it
 * ("cards → decks (deck_id)"). A double arrow says only that two tables belong together: the one whose name holds the other's is the many,
 * else the first, which the line is about.
 */
function sidesOfArrow(sign: string, from: Mention, to: Mention, after: string): readonly [string, string] | undefined {
  const [left, right] = [keyOfName(from.name), keyOfName(to.name)]
  if (/↔|<->/.test(sign)) return right !== left && `_${right}_`.includes(`_${left}`) ? ['1', 'N'] : ['N', '1']
  const key = /^[`*"]*\s*\(\s*`?([a-z]\w*?)_(?:id|uuid)\b/.exec(after)?.[1]
  if (key !== undefined && keyOfName(key) === right) return ['N', '1']
  return accounts(to) || to.name === 'user' || to.name === 'users' ? ['N', '1'] : ['1', 'N']
}

/** The claim, stated from the side that holds the key. */
export function relationship(
  left: Mention,
  right: Mention,
  leftEnd: string,
  rightEnd: string,
  extra: Partial<RelationshipClaim>,
): RelationshipClaim {
  const [a, b] = [isMany(leftEnd), isMany(rightEnd)]
  const base = { kind: 'relationship' as const, ...extra }
  if (a && b) return { ...base, from: left, to: right, cardinality: 'many to many' }
  if (a) return { ...base, from: left, to: right, cardinality: 'many to one' }
  if (b) return { ...base, from: right, to: left, cardinality: 'many to one' }
  return accounts(left) || !accounts(right)
    ? { ...base, from: right, to: left, cardinality: 'one to one' }
    : { ...base, from: left, to: right, cardinality: 'one to one' }
}

function accounts(mention: Mention): boolean {
  return /^auth\.users$/.test(mention.name)
}

function viaIn(text: string, optional: { readonly optional?: boolean }): Partial<RelationshipClaim> {
  const via = /\b(?:via|przez|poprzez|po)\s+`?([a-z_]\w*_(?:id|uuid|by))`?/.exec(text.slice(0, 120))?.[1]
  return { ...optional, ...(via === undefined ? {} : { column: identifierMention(via) }) }
}

/** "N—M circles (circle_members)", "N:M courses via enrolments": the table that joins them. */
function throughIn(after: string): Mention | undefined {
  const joining =
    /^[`*"]*\s*(?:\((?:(?:via|through|przez|poprzez)\s+)?|(?:via|through|przez|poprzez)\s+)`?([a-z]\w*)`?\s*(?:\)|[,.;]|$)/
  const named = joining.exec(after)?.[1]
  return named !== undefined && /s$|_/.test(named) && !/_(?:id|at|uuid)$/.test(named) ? identifierMention(named) : undefined
}

function optionalIn(text: string, reading: Reading, block: number): { readonly optional?: boolean } {
  const { markers } = reading.modelOf(block).analyse(text, [])
  const said =
    markers.some((marker) => marker.meaning === 'OPTIONAL' || marker.meaning === 'NULLABLE' || marker.meaning === 'ZERO_OR') ||
    /0\.\.1/.test(text)
  return said ? { optional: true } : {}
}

/** The table that words mean: "Credit transaction". */
function spoken(text: string, reading: Reading, block: number): Mention | undefined {
  const known = reading.entities.find(reading.modelOf(block).name(text).name)
  return known && { ...known, text }
}

/** The table of that name; `loose` lets an identifier in code through that no other line knows. */
function entity(text: string | undefined, reading: Reading, loose: boolean): Mention | undefined {
  const named = text === undefined ? undefined : readQualified(text)
  // "Zwierzę 1:N Wizyta", "visit → photos": words of the language
  if (text !== undefined && !named?.column && /^\p{L}+$/u.test(text) && !(named && reading.entities.find(named.table))) {
    const known = reading.entities.find(reading.modelOf(0).name(text).name)
    if (known) return { ...known, text }
  }
  if (!named || named.column !== undefined) return undefined
  if (named.schema !== undefined && named.schema !== 'public')
    return named.table === 'users' ? identifierMention(`${named.schema}.${named.table}`) : undefined
  const known = reading.entities.find(named.table)
  if (known)
    return looksLikeIdentifier(named.table) || known.name === named.table
      ? identifierMention(named.table)
      : { ...known, text: named.table }
  if (/^(?:users?|accounts?)$/i.test(named.table)) return { text: named.table, name: 'user', identifier: false, known: true }
  return loose && looksLikeIdentifier(named.table) ? identifierMention(named.table) : undefined
}
