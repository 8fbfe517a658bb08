import type { RelationshipClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { Marker, Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { isMeasured } from '../relations/measured.ts'
import { onDeleteIn } from '../sql/sql-words.ts'
import { isContent } from '../tables/contents.ts'
import { readQualified } from '../tables/identifiers.ts'
import { partsIn } from '../tables/parts.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, isAccounts, linesOf, markersOf, means, mentionOf, namedEntity, nounListAfter } from '../text/grammar.ts'

const cardinalities: Readonly<Partial<Record<Meaning, RelationshipClaim['cardinality'] | 'one to many'>>> = {
  ONE_TO_ONE: 'one to one',
  ONE_TO_MANY: 'one to many',
  MANY_TO_ONE: 'many to one',
  MANY_TO_MANY: 'many to many',
}

interface Side {
  readonly mention: Mention
  readonly noun: NounPhrase
}

/**
 * Relationships said in words:
 * "one-to-many relationship between users and flashcards", "Posiada relację wiele-do-jednego z `decks`", "each draw has many participants",
 * "Każdy użytkownik ma tylko jedną wizytówkę", "a comment belongs to a post", "many-to-many via `recipe_tags`", "self-referencing `parent_id`".
 *
 * Not: "users have many options" (no thing), "a recipe has a title" (an attribute), "one of the users".
 */
export const relationSentences: Pattern = {
  name: 'relation sentences',
  read(block, reading) {
    return reading.sentencesOf(block).flatMap((sentence) => {
      if (!asksForSomething(sentence.zone) || isIndexList(sentence) || isDrawn(sentence)) return []
      const named = readNamed(sentence, reading)
      return [
        ...named,
        ...(named.length === 0
          ? [...readPossession(sentence, reading), ...readBelonging(sentence, reading), ...readAssigning(sentence, reading)]
          : []),
        ...readSelf(sentence, reading),
      ]
    })
  },
}

/** "Indexes: bookings by walker and date, walkers by city": what is looked up by what. */
function isIndexList(sentence: Sentence): boolean {
  return sentence.markers.some(({ meaning, from, to }) => meaning === 'INDEX' && from <= 1 && sentence.words[to]?.text === ':')
}

/** "visit → photos, notes (1:N), owner → visits (1:N)": each arrow has its own two ends, read as lines that are drawn. */
function isDrawn(sentence: Sentence): boolean {
  return /(?:->|→|↔).*\d\s*:\s*[\dNM]|\d\s*:\s*[\dNM].*(?:->|→|↔)/s.test(sentence.text)
}

/** A noun that can stand at an end of a relationship: a known table or thing, or the accounts. */
function sideOf(noun: NounPhrase, reading: Reading): Side | undefined {
  if (noun.identifier) {
    const named = readQualified(noun.name)
    if (named?.schema === 'auth') return { mention: { ...identifierMention(`auth.${named.table}`), text: noun.text }, noun }
  }
  const known = noun.identifier ? reading.entities.find(noun.name) : namedEntity(noun, reading)
  if (known) return { mention: { ...known, text: noun.text }, noun }
  return isAccounts(noun) ? { mention: mentionOf(noun), noun } : undefined
}

function sides(sentence: Sentence, reading: Reading): readonly Side[] {
  return sentence.nouns.flatMap((noun) => (linesOf(noun, sentence) === undefined ? (sideOf(noun, reading) ?? []) : []))
}

/** "a one-to-many relationship with X": the marker between or before its two ends. */
function readNamed(sentence: Sentence, reading: Reading): readonly Found[] {
  const ends = sides(sentence, reading)
  const subject = reading.contextOf(sentence.block, sentence.offset).subject
  return markersOf(sentence, 'ONE_TO_ONE', 'ONE_TO_MANY', 'MANY_TO_ONE', 'MANY_TO_MANY').flatMap((marker) => {
    const cardinality = cardinalities[marker.meaning]
    if (!cardinality) return []
    const [left1, right1] = [ends.find((end) => end.noun.to === marker.from), ends.find((end) => end.noun.from === marker.to)]
    // "`a` 1:N `b`, `b` 1:N `c`": drawn, each with its own two ends.
    if (left1?.noun.identifier && right1?.noun.identifier && /\d/.test(sentence.words[marker.from]?.text ?? '')) return []
    const after = ends.filter((end) => end.noun.from >= marker.to && sameClause(sentence, marker.to, end.noun.from))
    const before = ends.filter((end) => end.noun.to <= marker.from)
    let pair: readonly [Side | { readonly mention: Mention }, Side] | undefined
    const pairAfter =
      after[0] && after[1] && joins(sentence, marker, after[0], after[1]) ? ([after[0], after[1]] as const) : undefined
    if (pairAfter) pair = pairAfter
    else if (after[0]) {
      const left =
        before.find((end) => end.mention.name !== after[0]?.mention.name) && !subject?.own
          ? before.filter((end) => end.mention.name !== after[0]?.mention.name).at(-1)
          : undefined
      const first = subject?.own ? { mention: subject.entity } : (left ?? (subject ? { mention: subject.entity } : undefined))
      if (first && first.mention.name !== after[0].mention.name) pair = [first, after[0]]
      else if (after[1] && first === undefined) pair = [after[0], after[1]]
    } else if (before.length >= 2) {
      const [a, b] = before.slice(-2)
      if (a && b) pair = [a, b]
    }
    if (!pair || pair[0].mention.name === pair[1].mention.name) return []
    const [left, right] = pair
    const through = cardinality === 'many to many' ? throughOf(sentence, reading, left.mention, right.mention) : undefined
    const body = claimOf(left.mention, right.mention, cardinality, through, sentence)
    // The join table that describes itself: "`ratings`: joins, many-to-many between profiles and recipes".
    const own =
      cardinality === 'many to many' &&
      subject &&
      subject.entity.name !== left.mention.name &&
      subject.entity.name !== right.mention.name &&
      through === undefined
        ? { through: subject.entity }
        : {}
    return [foundIn(reading, sentence, { ...body, ...own }, undefined, undefined)]
  })
}

/** "between A and B": two ends joined by a conjunction, or with the word between before them. */
function joins(sentence: Sentence, marker: Marker, a: Side, b: Side): boolean {
  const gap = sentence.words.slice(a.noun.to, b.noun.from)
  const joined =
    gap.length > 0 &&
    gap.length <= 3 &&
    gap.some((word) => word.pos === 'conjunction' || word.text === '&') &&
    !gap.some((word) => /^[(,;]$/.test(word.text))
  const between =
    sentence.markers.some((each) => each.meaning === 'BETWEEN' && each.from >= marker.from && each.to <= a.noun.from + 1) ||
    /\b(?:between|między|pomiędzy)\b/i.test(
      sentence.words
        .slice(marker.to, a.noun.from)
        .map((word) => word.text)
        .join(' '),
    )
  return joined && (between || gap.length <= 2)
}

function sameClause(sentence: Sentence, from: number, to: number): boolean {
  return to - from <= 14 && !sentence.words.slice(from, to).some((word) => /^[.;!?]$/.test(word.text))
}

function claimOf(
  left: Mention,
  right: Mention,
  cardinality: RelationshipClaim['cardinality'] | 'one to many',
  through: Mention | undefined,
  sentence: Sentence,
): RelationshipClaim {
  const onDelete = onDeleteIn(sentence.text) ?? (means(sentence, 'CASCADE') ? 'cascade' : undefined)
  const column = viaColumn(sentence)
  const extra = {
    ...(through ? { through } : {}),
    ...(onDelete && cardinality !== 'many to many' ? { onDelete } : {}),
    ...(column && cardinality !== 'many to many' ? { column } : {}),
  }
  // Accounts are never the many: "goals (1:N with users)".
  const accounts = (mention: Mention): boolean => isAccountsMention(mention) || mention.name === 'users'
  if (cardinality === 'one to many' && accounts(right))
    return { kind: 'relationship', from: left, to: right, cardinality: 'many to one', ...extra }
  if (cardinality === 'many to one' && accounts(left))
    return { kind: 'relationship', from: right, to: left, cardinality, ...extra }
  if (cardinality === 'one to many') return { kind: 'relationship', from: right, to: left, cardinality: 'many to one', ...extra }
  if (cardinality === 'one to one' && left.name === 'auth.users')
    return { kind: 'relationship', from: right, to: left, cardinality, ...extra }
  return { kind: 'relationship', from: left, to: right, cardinality, ...extra }
}

/** "via `user_id`", "przez `owner_id`". */
function viaColumn(sentence: Sentence): Mention | undefined {
  const via = /\b(?:via|przez|poprzez|using|through|z kluczem|po)\s+`?([a-z]\w*_(?:id|uuid|by))\b/i.exec(sentence.text)?.[1]
  return via === undefined ? undefined : identifierMention(via)
}

/** "via the join table `a_b`": a table beside a word for a join table, or after `via`, that is neither end. */
function throughOf(sentence: Sentence, reading: Reading, left: Mention, right: Mention): Mention | undefined {
  const tables = sentence.words.flatMap((word) => {
    const known = word.identifier ? reading.entities.find(word.text) : undefined
    return known && known.name === word.text && known.name !== left.name && known.name !== right.name
      ? [identifierMention(word.text)]
      : []
  })
  return tables[0]
}

/** "each user has many sets", "an order consists of items": HAS with a number between two things. */
function readPossession(sentence: Sentence, reading: Reading): readonly Found[] {
  const ends = sides(sentence, reading)
  if (ends.length < 2) return []
  const found: Found[] = []
  for (const marker of markersOf(sentence, 'HAS', 'INCLUDES', 'CONSISTS', 'OWNER', 'CREATES', 'ONE_TO_MANY')) {
    const left = ends.filter((end) => end.noun.to <= marker.from && marker.from - end.noun.to <= 4).at(-1)
    const right = ends.find((end) => end.noun.from >= marker.to && end.noun.from - marker.to <= 5)
    if (!left || !right || left.mention.name === right.mention.name || negated(sentence, left.noun.to, right.noun.from)) continue
    if (sentence.words.slice(marker.to, right.noun.from).some((word) => word.pos === 'verb' || /^[.;:(]$/.test(word.text)))
      continue
    if (isContent(sentence, right.noun, left.noun) || isMeasured(sentence, right.noun, marker.to)) continue
    // "are grouped into": several things into kinds, or one thing into parts
    if (
      marker.meaning === 'CONSISTS' &&
      left.noun.plural &&
      markersOf(sentence, 'BELONGS').some(({ from }) => from === marker.from)
    )
      continue
    // "trainers have a profile": a person's profile is the account's, and needs no table of trainers
    if (left.noun.person && right.mention.name === 'profile' && reading.document.kind === 'prd') continue
    // "each member has one vote per proposal" counts the votes of both
    const counted = sentence.markers.some(({ meaning, from }) => meaning === 'PER' && from === right.noun.to)
    if (counted) continue
    const several = right.noun.plural || right.noun.quantifier === 'many' || right.noun.quantifier === 'all'
    // what something consists of is several, though its form may not tell ("składa się z pozycji")
    const many = several || (marker.meaning === 'CONSISTS' && right.noun.quantifier === undefined)
    const single =
      right.noun.quantifier === 'one' ||
      right.noun.count === 1 ||
      sentence.markers.some((each) => each.meaning === 'ONE' && each.from >= marker.from && each.to <= right.noun.to)
    // "a job may have a contractor": one, or none yet
    const may =
      reading.document.kind === 'notes' &&
      marker.meaning === 'HAS' &&
      !right.noun.plural &&
      !single &&
      !isAccounts(left.noun) &&
      sentence.markers.some(({ meaning, from, to }) => meaning === 'CAN' && from >= left.noun.to && to <= marker.to)
    if (may)
      found.push(
        foundIn(reading, sentence, {
          kind: 'relationship',
          from: left.mention,
          to: right.mention,
          cardinality: 'many to one',
          optional: true,
        }),
      )
    if (marker.meaning === 'CREATES' && !(single && left.noun.quantifier === 'each')) continue
    if (many && !single)
      found.push(
        foundIn(reading, sentence, {
          kind: 'relationship',
          from: right.mention,
          to: left.mention,
          cardinality: 'many to one',
          ...(marker.meaning === 'CONSISTS' ? { part: true } : {}),
        }),
      )
    else if (single)
      found.push(
        foundIn(
          reading,
          sentence,
          isAccountsMention(right.mention) ||
            (right.noun.person && reading.things.speaker(right.mention.name) !== undefined) ||
            (marker.meaning === 'HAS' && left.mention.name !== 'user' && !isAccounts(left.noun) && !each(left.noun))
            ? { kind: 'relationship', from: left.mention, to: right.mention, cardinality: 'many to one' }
            : { kind: 'relationship', from: right.mention, to: left.mention, cardinality: 'one to one' },
        ),
      )
  }
  return found
}

function each(noun: NounPhrase): boolean {
  return noun.quantifier === 'each' || noun.quantifier === 'all'
}

function isAccountsMention(mention: Mention): boolean {
  return mention.name === 'user' || mention.name === 'auth.users'
}

function negated(sentence: Sentence, from: number, to: number): boolean {
  return sentence.markers.some(
    (marker) =>
      (marker.meaning === 'NOT' || marker.meaning === 'NO' || marker.meaning === 'WITHOUT') &&
      marker.from >= from - 1 &&
      marker.to <= to,
  )
}

/** "a comment belongs to one post", "zadanie jest przypisane do projektu". */
function readBelonging(sentence: Sentence, reading: Reading): readonly Found[] {
  const ends = sides(sentence, reading)
  const subject = reading.contextOf(sentence.block, sentence.offset).subject
  return markersOf(sentence, 'BELONGS', 'REFERENCES', 'FOREIGN_KEY').flatMap((marker) => {
    const right = ends.find((end) => end.noun.from >= marker.to && end.noun.from - marker.to <= 3)
    const close = ends.filter((end) => end.noun.to <= marker.from && marker.from - end.noun.to <= 3).at(-1)
    const near = close && firstSubject(sentence, close, marker, ends)
    const key =
      marker.meaning !== 'BELONGS' &&
      subject?.own &&
      !sentence.words
        .slice(Math.max(0, marker.from - 2), marker.from)
        .some((word) => word.identifier && /_(?:id|uuid|by)$/.test(word.text))
    const left = (key ? subject.entity : near?.mention) ?? (marker.from <= 1 ? subject?.entity : undefined)
    if (!right || !left || left.name === right.mention.name || negated(sentence, near?.noun.to ?? 0, right.noun.from)) return []
    const speaks = reading.things.speaker(left.name) !== undefined
    if (isAccountsMention(left) || left.name === 'users' || speaks) {
      const counted = sentence.words.slice(marker.to, right.noun.from).some((word) => word.value !== undefined)
      const several =
        right.noun.plural && (right.noun.quantifier === 'many' || right.noun.quantifier === 'some' || (speaks && counted))
      return several
        ? [foundIn(reading, sentence, { kind: 'relationship', from: left, to: right.mention, cardinality: 'many to many' })]
        : []
    }
    const optional = markersOf(sentence, 'OPTIONAL', 'NULLABLE', 'ZERO_OR').some(
      (each) => reading.document.kind === 'notes' || (each.from >= (near?.noun.from ?? 0) && each.to <= right.noun.to + 2),
    )
    // "a category and all transactions that belong to it": the pronoun is the first, what follows is the second.
    if (near && sentence.words.slice(marker.to, right.noun.from).some((word) => word.pos === 'pronoun')) {
      return [foundIn(reading, sentence, { kind: 'relationship', from: right.mention, to: left, cardinality: 'many to one' })]
    }
    // "a payment belongs to a fundraiser and a donor": one relationship each
    const listed = nounListAfter(sentence, marker.to)
    const rights = ends.filter(
      (end) => end === right || (listed.includes(right.noun) && listed.includes(end.noun) && !end.noun.plural),
    )
    return rights
      .filter((end) => end.mention.name !== left.name)
      .map((end) =>
        foundIn(reading, sentence, {
          kind: 'relationship',
          from: left,
          to: end.mention,
          cardinality: 'many to one',
          ...(optional ? { optional: true } : {}),
        }),
      )
  })
}

/** "jobs belong to a client and are given to one translator": of a second predicate the subject is that of the first. */
function firstSubject(sentence: Sentence, near: Side, marker: Marker, ends: readonly Side[]): Side {
  const gap = sentence.words.slice(near.noun.to, marker.from)
  const first = ends[0]
  const joined = gap.some((word) => word.pos === 'conjunction') && !gap.some((word) => word.pos === 'pronoun')
  const predicate = sentence.words.slice(first?.noun.to ?? 0, near.noun.from).some((word) => word.pos === 'verb')
  return first && first !== near && joined && predicate ? first : near
}

/** Names (English) of what sorts other things: assigned to them, one to each. */
const sorting = /^(?:\w+_)?(?:category|type|status|priority|label|color|colour|section|folder|shelf|location|unit)$/

/**
 * "assign tags to recipes" (both plural: many to many), "assign a task to a member", "przypisać wydatek do kategorii"; but "assign a category to an
 * expense" is the expense's.
 */
function readAssigning(sentence: Sentence, reading: Reading): readonly Found[] {
  const ends = sides(sentence, reading)
  return markersOf(sentence, 'ASSIGNS', 'LINKS', 'CREATES').flatMap((marker) => {
    const left = ends.find((end) => end.noun.from >= marker.to && end.noun.from - marker.to <= 3)
    const right = left && ends.find((end) => end.noun.from >= left.noun.to && end.noun.from - left.noun.to <= 3)
    const link = right && sentence.words[left.noun.to]
    if (!left || !right || !/^(?:to|do|with|z)$/i.test(link?.text ?? '') || left.mention.name === right.mention.name) return []
    if (isAccountsMention(left.mention) || isAccountsMention(right.mention) || negated(sentence, marker.from, right.noun.from))
      return []
    // "add notes to jobs": each note is one job's
    if (partsIn(sentence).some((part) => part.child === left.noun && part.parent === right.noun)) return []
    if (left.noun.plural && right.noun.plural && !right.noun.person)
      return [
        foundIn(reading, sentence, { kind: 'relationship', from: right.mention, to: left.mention, cardinality: 'many to many' }),
      ]
    if (marker.meaning === 'CREATES')
      return [
        foundIn(reading, sentence, { kind: 'relationship', from: left.mention, to: right.mention, cardinality: 'many to one' }),
      ]
    const reversed = sorting.test(left.noun.name) && !sorting.test(right.noun.name)
    return [
      foundIn(reading, sentence, {
        kind: 'relationship',
        from: reversed ? right.mention : left.mention,
        to: reversed ? left.mention : right.mention,
        cardinality: 'many to one',
      }),
    ]
  })
}

/** "self-referencing `parent_id` in `topics`", "rekurencyjna relacja z samą sobą". */
function readSelf(sentence: Sentence, reading: Reading): readonly Found[] {
  if (!means(sentence, 'SELF_REFERENCE')) return []
  const ends = sides(sentence, reading).filter((end) => !isAccountsMention(end.mention))
  const subject = reading.contextOf(sentence.block, sentence.offset).subject?.entity
  const entity = ends.find((end) => end.noun.identifier)?.mention ?? subject ?? ends[0]?.mention
  if (!entity) return []
  const column = sentence.words.find(
    (word) => word.identifier && /_(?:id|uuid)$/.test(word.text) && !/^(?:user|owner)_id$/.test(word.text),
  )
  const single = markersOf(sentence, 'ONE_TO_ONE').length > 0
  return [
    foundIn(reading, sentence, {
      kind: 'relationship',
      from: entity,
      to: entity,
      cardinality: single ? 'one to one' : 'many to one',
      optional: true,
      ...(column ? { column: identifierMention(column.text) } : {}),
    }),
  ]
}
