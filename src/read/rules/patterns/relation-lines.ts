import type { RelationshipClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { linesOf, passageOf } from '../blocks.ts'
import { looksLikeIdentifier, readQualified } from '../identifiers.ts'
import { type Passage, part, textOf } from '../passage.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'

const one = '(?:1|one|jeden|jedna|0\\.\\.1)'
const many = '(?:[NnMm*]|many|wiele|1\\.\\.[*NnMm]|0\\.\\.[*NnMm])'
const end = `(?:${one}|${many})`
const name = '[`*"]*((?:[A-Za-z_]\\w*\\.)?[\\p{L}_][\\p{L}\\w]*)[`*"]*'
const line = '(?:<?[-─—–=]+>?|→|←|↔|⟶|⟷|►|◄|:)+'

/** `users (1) -> (N) cards`, `users 1:N cards`, `Users (1) --- (*) Sets`. */
const sided = new RegExp(`${name}\\s*\\(?\\s*(${end})\\s*\\)?\\s*${line}\\s*\\(?\\s*(${end})\\s*\\)?\\s*${name}`, 'gu')
/** `users → cards: 1:N`, `users ↔ cards (1:N)`, and a cell `users → cards` with 1:N in the next. */
const arrowed = new RegExp(`${name}\\s*(?:\\([^)]*\\)\\s*)?(?:-->|->|→|↔|⟶|<->|—>)\\s*${name}`, 'gu')
const ratio = new RegExp(`(?<![\\w.])(${end})\\s*(?::|-?to-?|-?do-?|\\s+to\\s+|\\s+do\\s+)\\s*(${end})(?![\\w])`, 'iu')
/** `cards` (many:1 to `users` via `user_id`), "public.meals (1:N z users)". */
const annotated = new RegExp(`${name}\\s*[(–—-]\\s*(${end})\\s*:\\s*(${end})\\s+(?:\\p{L}{1,12}\\s+){1,2}${name}`, 'gu')

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
  const found: Found[] = []
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
  const optional = optionalIn(around, reading, block)
  for (const match of text.matchAll(annotated)) {
    const [whole, first, left, right, second] = match
    claim(
      entity(first, reading, false),
      entity(second, reading, true),
      left ?? '',
      right ?? '',
      match.index,
      whole.length,
      viaIn(text.slice(match.index), optional, 'annotated', left ?? '', right ?? ''),
    )
  }
  for (const match of text.matchAll(sided)) {
    const [whole, first, left, right, second] = match
    claim(
      entity(first, reading, true),
      entity(second, reading, true),
      left ?? '',
      right ?? '',
      match.index,
      whole.length,
      optional,
    )
  }
  for (const match of text.matchAll(arrowed)) {
    const [whole, first, second] = match
    if (
      /_(?:id|uuid)$|Id$|_by$/.test(first ?? '') ||
      ((first ?? '').split('.').length > 1 && !/^(?:auth|public)\./.test(first ?? '')) ||
      /\.\w*id$/.test(second ?? '')
    )
      continue
    const cardinality = ratio.exec(around.slice(Math.max(0, around.indexOf(whole))).replace(whole, ' '))
    const from = entity(first, reading, false)
    const to = entity(second, reading, false)
    if (cardinality) claim(from, to, cardinality[1] ?? '', cardinality[2] ?? '', match.index, whole.length, optional)
    else if (/->|→|⟶|—>/.test(whole) && !/cascade|kaskad/i.test(around)) {
      claim(from, to, '1', 'N', match.index, whole.length, optional)
    }
    for (const extra of text.slice(match.index + whole.length).matchAll(/^(?:\s*,\s*[`*"]*([a-z_]\w*)[`*"]*)+/g)) {
      for (const also of extra[0].matchAll(/[a-z_]\w*/g)) {
        const other = entity(also[0], reading, false)
        if (from && other && cardinality === null)
          found.push({
            body: relationship(from, other, '1', 'N', {}),
            block,
            at: part(passage, match.index, match.index + whole.length + extra[0].length),
          })
      }
    }
  }
  return found
}

/** The claim, stated from the side that holds the key. */
export function relationship(
  left: Mention,
  right: Mention,
  leftEnd: string,
  rightEnd: string,
  extra: Partial<RelationshipClaim>,
): RelationshipClaim {
  const isMany = (sign: string): boolean => new RegExp(`^${many}$`, 'u').test(sign)
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

function viaIn(
  text: string,
  optional: { readonly optional?: boolean },
  _how: string,
  _left: string,
  _right: string,
): Partial<RelationshipClaim> {
  const via = /\b(?:via|przez|poprzez|po)\s+`?([a-z_]\w*_(?:id|uuid|by))`?/.exec(text.slice(0, 120))?.[1]
  return { ...optional, ...(via === undefined ? {} : { column: identifierMention(via) }) }
}

function optionalIn(text: string, reading: Reading, block: number): { readonly optional?: boolean } {
  const { markers } = reading.modelOf(block).analyse(text, [])
  const said =
    markers.some((marker) => marker.meaning === 'OPTIONAL' || marker.meaning === 'NULLABLE' || marker.meaning === 'ZERO_OR') ||
    /0\.\.1/.test(text)
  return said ? { optional: true } : {}
}

/** The table of that name; `loose` lets an identifier in code through that no other line knows. */
function entity(text: string | undefined, reading: Reading, loose: boolean): Mention | undefined {
  const named = text === undefined ? undefined : readQualified(text)
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
