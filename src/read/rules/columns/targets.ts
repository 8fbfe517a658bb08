import type { Mention } from '../../../claim/mention.ts'
import type { Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { identifierMention, type Reading } from '../reading.ts'
import { isSqlType } from '../sql/sql-words.ts'
import { isName, keyOfName, looksLikeIdentifier, readQualified } from '../tables/identifiers.ts'
import { introducedBefore } from '../tables/introduced-before.ts'
import { isInModelList } from '../tables/model-lists.ts'
import { codeSpan, namesColumnIn } from '../text/code-spans.ts'
import { entityOfNoun, isAccounts, markersOf, mentionOf } from '../text/grammar.ts'
import { isRefused } from '../text/refusals.ts'
import { looksLikeColumns } from './column-look.ts'
import { attributeNames, notThings } from './common-names.ts'

/** A column that a sentence names, and where. */
export interface Target {
  readonly attribute: Mention
  /** The table of a qualified name, `recipes.title`. */
  readonly entity?: Mention
  /** Words, `to` exclusive. */
  readonly from: number
  readonly to: number
}

const reserved = new Set(
  'anon authenticated service_role authenticator postgres public auth null true false now current_date current_timestamp select insert update delete all using check with default unique enum rls fk pk id_token jwt api http https json jsonb uuid rpc crud sql csv pdf mvp ui ux'.split(
    ' ',
  ),
)

/** A name that can be a column's: no function, index, extension, keyword, role or type. */
export function couldBeColumn(name: string): boolean {
  if (!isName(name) || name.length < 2) return name === 'id'
  if (/^[A-Z][A-Z_0-9]*$/.test(name) || reserved.has(name.toLowerCase()) || isSqlType(name)) return false
  if (
    /^(?:idx|ix|pg|trg|fn|uq|gen|uuid_generate|moddatetime|handle|get|calculate|compute|prevent|ensure|validate|on_auth|is_admin|current_user)(?:_|$)/.test(
      name,
    )
  )
    return false
  return !/_(?:idx|fkey|pkey|policy|trigger|enum)$/.test(name)
}

/** The columns that a sentence names by identifier, in order. Tables, and what only looks like a name, are left out. */
export function identifierTargets(sentence: Sentence, reading: Reading): readonly Target[] {
  return sentence.words.flatMap((word, index): readonly Target[] => {
    if (!word.identifier || word.quoted) return []
    const span = codeSpan(reading, sentence, index)
    if (
      span !== undefined &&
      /\s|[(),=<>]/.test(span) &&
      !namesColumnIn(span, word.text, sentence.text.slice(0, word.start), reading)
    )
      return []
    const next = sentence.words[index + 1]
    if (next?.text === '(' && next.start === word.end && !looksLikeIdentifier(word.text)) return []
    const named = readQualified(word.text)
    if (!named) return []
    if (named.column !== undefined) {
      if (!couldBeColumn(named.column) || (named.schema !== undefined && named.schema !== 'public')) return []
      return [{ attribute: identifierMention(named.column), entity: identifierMention(named.table), from: index, to: index + 1 }]
    }
    if (named.schema !== undefined || !couldBeColumn(named.table)) return []
    if (reading.entities.find(named.table)?.name === named.table) return []
    if (isTypeName(sentence, index) || isOtherName(sentence, index)) return []
    // "marked as `pending`": a value.
    if (/^(?:as|jako)$/i.test(sentence.words[index - 1]?.text ?? '') && !/_(?:id|at|by|count)$/.test(named.table)) return []
    return [{ attribute: identifierMention(named.table), from: index, to: index + 1 }]
  })
}

/** After "the enum type", "typ `ENUM` o nazwie" stands a type's name, not a column's; after "column" never. */
function isTypeName(sentence: Sentence, index: number): boolean {
  const before = sentence.markers.filter((marker) => marker.to <= index && index - marker.to <= 3)
  if (before.some((marker) => marker.meaning === 'COLUMN' || marker.meaning === 'FIELD_LIST')) return false
  return (
    before.some((marker) => marker.meaning === 'ENUM') &&
    /(?:_type|_status|_enum|_role|_level|_kind)$/.test(sentence.words[index]?.text ?? '') &&
    !sentence.markers.some((marker) => marker.meaning === 'COLUMN')
  )
}

/** Words (English names) after which stands a name of something else than a column: "the event plan_created", "funkcja `x`". */
const otherNames =
  /^(?:\w+_)?(?:event|action|function|procedure|trigger|type|extension|library|bucket|constant|policy|index|endpoint|role|permission|value|migration|file|package|module|component|job|cron|error|code|schema|variable|prompt|model|setting)$/

function isOtherName(sentence: Sentence, index: number): boolean {
  const noun = sentence.nouns.find((each) => each.to === index && !each.identifier) ?? labelOf(sentence, index)
  return (
    noun !== undefined &&
    otherNames.test(noun.name) &&
    !sentence.markers.some((marker) => marker.to === index && (marker.meaning === 'COLUMN' || marker.meaning === 'FIELD_LIST'))
  )
}

/** "Events: order_placed, order_paid": what stands before the colon is what all those names are. */
function labelOf(sentence: Sentence, index: number): NounPhrase | undefined {
  const label = sentence.nouns[0]
  return label && label.from === 0 && label.to < index && !label.identifier && sentence.words[label.to]?.text === ':'
    ? label
    : undefined
}

const notFields: ReadonlySet<Meaning> = new Set<Meaning>(['TYPE', 'TABLE', 'ENTITY'])

/** Plain nouns beside the word field or column: "the front and back fields", "pole opis". */
export function fieldNouns(sentence: Sentence, reading: Reading): readonly Target[] {
  const targets: Target[] = []
  for (const marker of markersOf(sentence, 'COLUMN', 'FIELD_LIST')) {
    const near = sentence.nouns.filter(
      (noun) =>
        !noun.identifier &&
        !noun.person &&
        (!notThings.has(noun.name) || attributeNames.has(noun.name)) &&
        !sentence.markers.some(
          // "Pola tabeli …" says of which table the fields are
          ({ meaning, from, to }) => notFields.has(meaning) && from < noun.to && to > noun.from,
        ) &&
        entityOfNoun(noun, reading) === undefined,
    )
    const before = joinedBefore(sentence, near, marker.from)
    // "fields of the source: `kind`, `url`": what stands before a colon says which fields follow
    const after = near.filter((noun) => noun.from === marker.to && sentence.words[noun.to]?.text !== ':')
    for (const noun of [...before, ...after]) targets.push({ attribute: mentionOf(noun), from: noun.from, to: noun.to })
  }
  return targets
}

function joinedBefore(sentence: Sentence, nouns: readonly NounPhrase[], end: number): readonly NounPhrase[] {
  const found: NounPhrase[] = []
  let at = end
  for (const noun of [...nouns].reverse()) {
    if (noun.to > at) continue
    const gap = sentence.words.slice(noun.to, at)
    if (!gap.every((word) => word.pos === 'conjunction' || /^[,/]$/.test(word.text)) || (found.length === 0 && gap.length > 0))
      break
    found.unshift(noun)
    at = noun.from
  }
  return found
}

/**
 * The entity that a sentence about columns means: a table it names (the nearest one to `near`), else what its block is about, else what its
 * requirement is about.
 */
export function sentenceEntity(sentence: Sentence, reading: Reading, near?: number): Mention | undefined {
  // "**Seat** – hall, row_label": whatever else the line names, its fields are the seat's
  if (isInModelList(reading.document, sentence.block, reading.modelOf(sentence.block))) {
    const own = reading.contextOf(sentence.block).subject
    if (own?.own) return own.entity
  }
  const all = tablesOf(sentence, reading).filter((table) => !isReferenced(sentence, table.from))
  const spoken = all.filter((table) => !isScope(sentence, table.from))
  const named = spoken.length > 0 ? spoken : all
  const around = near === undefined ? undefined : named.find((table) => holds(sentence, table.to, near))
  if (around) return around.entity
  const next = near === undefined ? undefined : following(sentence, near, named)
  if (next) return next.entity
  const introduced = near === undefined ? undefined : introducedBefore(sentence, near, named)
  if (introduced) return introduced.entity
  const byCode = named.filter((table) => sentence.words[table.from]?.identifier)
  if (byCode.length === 0 && named.length > 0 && reading.document.kind === 'notes') {
    const before = namesTableBefore(sentence, reading) ? lastEntityBefore(sentence, reading) : undefined
    if (before) return before
  }
  if (named.length === 1) return named[0]?.entity
  if (named.length > 1) {
    const at = near ?? 0
    const context = reading.contextOf(sentence.block, sentence.offset).subject
    const own = context && named.find((each) => each.entity.name === context.entity.name)
    if (own && context.own) return own.entity
    return [...named].sort((a, b) => distance(a, at) - distance(b, at) || a.from - b.from)[0]?.entity
  }
  const subject = reading.contextOf(sentence.block, sentence.offset).subject
  if (subject?.own) return subject.entity
  const before = lastEntityBefore(sentence, reading)
  if (before && reading.document.kind === 'notes') return before
  if (subject && !isNamedLater(subject.entity, sentence, reading)) return subject.entity
  const kept = things(sentence, reading)
  const earlier = near === undefined ? undefined : kept.filter((each) => each.noun.to <= near).at(-1)
  const section = reading.document.kind === 'prd' ? sentence.section && entityOfNoun(sentence.section, reading) : undefined
  return (
    earlier?.entity ??
    section ??
    reading.topicOfRequirement(sentence.requirement) ??
    kept[0]?.entity ??
    entityAbove(sentence.block, reading)
  )
}

/** "`state` is open or shut. Only wardens may delete gates": of what comes later in the block nothing has been said yet. */
function isNamedLater(entity: Mention, sentence: Sentence, reading: Reading): boolean {
  const naming = reading
    .sentencesOf(sentence.block)
    .filter((each) => tablesOf(each, reading).some((table) => table.entity.name === entity.name))
  return naming.length > 0 && naming.every((each) => each.offset > sentence.offset)
}

/** What the items above a block, and then its heading, speak of: "Recipe form" above "- text field for the description". */
export function entityAbove(block: number, reading: Reading): Mention | undefined {
  let at = reading.block(block)
  for (let step = 0; at && step < 4; step += 1) {
    const parent: number | undefined = 'parent' in at ? at.parent : undefined
    if (parent === undefined) return undefined
    for (const sentence of reading.sentencesOf(parent)) {
      const entity = tablesOf(sentence, reading)[0]?.entity ?? things(sentence, reading)[0]?.entity
      if (entity) return entity
    }
    at = reading.block(parent)
  }
  return undefined
}

/** What the sentences before it in the same block spoke of last: "Create the table `logs`. It will store …". */
function lastEntityBefore(sentence: Sentence, reading: Reading): Mention | undefined {
  const earlier = reading.sentencesOf(sentence.block).filter((each) => each.offset < sentence.offset && each.cell === undefined)
  for (const each of [...earlier].reverse()) {
    const named = tablesOf(each, reading).filter((table) => !isReferenced(each, table.from) && !isRefused(each, table.from))
    const called = named.find((table) =>
      each.markers.some((marker) => marker.meaning === 'TABLE' && marker.to <= table.from && table.from - marker.to <= 1),
    )
    const entity = called ?? named[0]
    if (entity) return entity.entity
  }
  return undefined
}

/** Whether a word stands in the list of columns of a table that is named right before it: "`boards` (id, title), `tasks` (id, board_id)". */
export function standsInColumnList(sentence: Sentence, word: number, reading: Reading): boolean {
  let depth = 0
  for (let at = word - 1; at > 0; at -= 1) {
    const text = sentence.words[at]?.text
    if (text === ')') depth += 1
    if (text !== '(') continue
    if (depth > 0) {
      depth -= 1
      continue
    }
    const name = sentence.words[at - 1]
    // "primary key (a, b)" is read with the keys
    if (sentence.markers.some((marker) => marker.meaning === 'PRIMARY_KEY' && marker.to === at)) return true
    const inside = sentence.text.slice(sentence.words[at]?.end ?? 0).split(')')[0] ?? ''
    const items = inside.split(',').map((item) => item.trim())
    const known = name && reading.entities.find(name.text)
    if (known && (name.identifier || known.name === name.text) && looksLikeColumns(items)) return true
  }
  return false
}

/** "one review per user and book": what something is counted or unique within, not what it is said of. */
function isScope(sentence: Sentence, word: number): boolean {
  return sentence.markers.some(
    (marker) =>
      marker.meaning === 'PER' &&
      marker.to <= word &&
      word - marker.to <= 5 &&
      sentence.words
        .slice(marker.to, word)
        .every(
          (each) => each.pos === 'noun' || each.pos === 'determiner' || each.pos === 'conjunction' || each.pos === 'adjective',
        ),
  )
}

/** Whether a word stands in the parenthesis that opens right at `open`: "`reports` (unique per `(driver, day)`)". */
function holds(sentence: Sentence, open: number, word: number): boolean {
  if (sentence.words[open]?.text !== '(' || word <= open) return false
  let depth = 0
  for (let at = open; at < word; at += 1) {
    if (sentence.words[at]?.text === '(') depth += 1
    if (sentence.words[at]?.text === ')') depth -= 1
    if (depth === 0) return false
  }
  return true
}

/** The table that a column is said to be in right after it: "`name` in the table `teams`", "`(user_id, year)` w tabeli `x`". */
function following<T extends { readonly from: number }>(sentence: Sentence, near: number, tables: readonly T[]): T | undefined {
  let at = near + 1
  let depth = 0
  for (let back = near; back >= 0 && near - back < 12; back -= 1) {
    if (sentence.words[back]?.text === ')') break
    if (sentence.words[back]?.text === '(') depth += 1
  }
  if (depth > 0) {
    while (at < sentence.words.length && sentence.words[at]?.text !== ')') at += 1
    at += 1
  }
  for (let step = 0; step < 5; step += 1) {
    const table = tables.find((each) => each.from === at)
    if (table) return step > 0 ? table : undefined
    const word = sentence.words[at]
    const linking =
      word &&
      (word.pos === 'preposition' ||
        word.pos === 'determiner' ||
        word.text === ')' ||
        sentence.markers.some(
          (marker) => ['TABLE', 'ENTITY', 'TYPE'].includes(marker.meaning) && marker.from <= at && at < marker.to,
        ) ||
        isSqlType(word.text))
    if (!linking) return undefined
    at += 1
  }
  return undefined
}

/** Whether a table is only pointed at: "FK to `users`", "references X". */
export function isReferenced(sentence: Sentence, word: number): boolean {
  return sentence.markers.some(
    (marker) =>
      (marker.meaning === 'REFERENCES' || marker.meaning === 'FOREIGN_KEY') &&
      marker.to <= word &&
      word - marker.to <= 3 &&
      !sentence.words.slice(marker.to, word).some((each) => each.identifier || /^[,;.()]$/.test(each.text)),
  )
}

/** The tables joined with this one in the sentence: "on `orders` and `order_items`". */
export function joinedEntities(entity: Mention, sentence: Sentence, reading: Reading): readonly Mention[] {
  const named = tablesOf(sentence, reading).filter((table) => !isReferenced(sentence, table.from))
  const at = named.findIndex((table) => table.entity.name === entity.name)
  if (at < 0) return [entity]
  const joined = (left: number, right: number): boolean => {
    const [a, b] = [named[left], named[right]]
    const gap = a && b ? sentence.words.slice(a.to, b.from) : undefined
    return (
      gap !== undefined &&
      gap.length > 0 &&
      gap.length <= 3 &&
      gap.every((word) => word.pos === 'conjunction' || /^[,/&`]$/.test(word.text))
    )
  }
  let first = at
  while (first > 0 && joined(first - 1, first)) first -= 1
  let last = at
  while (last < named.length - 1 && joined(last, last + 1)) last += 1
  return named.slice(first, last + 1).map((table) => table.entity)
}

function distance(each: { readonly from: number }, at: number): number {
  return each.from > at ? (each.from - at) * 1.5 : at - each.from
}

/** The tables that a sentence names, by identifier or by a noun that the notes know as a table. */
export function tablesOf(
  sentence: Sentence,
  reading: Reading,
): readonly { readonly entity: Mention; readonly from: number; readonly to: number }[] {
  const found = new Map<string, { readonly entity: Mention; readonly from: number; readonly to: number }>()
  for (const [index, word] of sentence.words.entries()) {
    if (!word.identifier) continue
    const named = readQualified(word.text)
    if (!named || named.column !== undefined || named.schema === 'auth') continue
    const known = reading.entities.find(named.table)
    if (known && (known.name === named.table || keyIsPlural(named.table)))
      found.set(known.name, { entity: { ...identifierMention(named.table), text: word.text }, from: index, to: index + 1 })
  }
  const codeBefore = found.size > 0 || namesTableBefore(sentence, reading)
  for (const noun of sentence.nouns) {
    if (noun.identifier || isAccounts(noun)) continue
    const prefix =
      attributeNames.has(noun.head) && noun.name.endsWith(`_${noun.head}`) ? noun.name.slice(0, -noun.head.length - 1) : undefined
    // Where the notes name tables by identifier, only a noun's whole name is taken for one.
    const byHead = codeBefore || attributeNames.has(noun.head) ? undefined : reading.entities.find(noun.head)
    const known =
      (codeBefore ? reading.entities.find(noun.name) : reading.entities.findNamed(noun.name)) ??
      byHead ??
      (prefix === undefined ? undefined : reading.entities.find(prefix))
    if (known && keyOfName(known.name) !== 'user' && !found.has(known.name))
      found.set(known.name, { entity: { ...known, text: noun.text }, from: noun.from, to: noun.to })
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}

/** Whether an earlier sentence of the block names a table by its identifier. */
function namesTableBefore(sentence: Sentence, reading: Reading): boolean {
  return reading
    .sentencesOf(sentence.block)
    .some(
      (each) =>
        each.offset < sentence.offset &&
        each.words.some((word) => word.identifier && reading.entities.find(word.text)?.name === word.text),
    )
}

function keyIsPlural(name: string): boolean {
  return /s$/.test(name) || looksLikeIdentifier(name)
}

export function things(sentence: Sentence, reading: Reading): readonly { readonly entity: Mention; readonly noun: NounPhrase }[] {
  return sentence.nouns.flatMap((noun) => {
    const entity = noun.identifier ? undefined : (reading.things.find(noun.name) ?? reading.things.find(noun.head))
    return entity ? [{ entity: { ...entity, text: noun.text }, noun }] : []
  })
}
