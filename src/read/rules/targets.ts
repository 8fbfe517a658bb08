import type { Mention } from '../../claim/mention.ts'
import { entityOfNoun, isAccounts, markersOf, mentionOf } from './grammar.ts'
import { isName, looksLikeIdentifier, readQualified } from './identifiers.ts'
import type { NounPhrase, Sentence } from './language/sentence.ts'
import { marked } from './passage.ts'
import { identifierMention, type Reading } from './reading.ts'
import { isSqlType } from './sql-words.ts'

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
    if (isTypeName(sentence, index)) return []
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

/** Plain nouns beside the word field or column: "the front and back fields", "pole opis". */
export function fieldNouns(sentence: Sentence, reading: Reading): readonly Target[] {
  const targets: Target[] = []
  for (const marker of markersOf(sentence, 'COLUMN', 'FIELD_LIST')) {
    const near = sentence.nouns.filter((noun) => !noun.identifier && !noun.person && entityOfNoun(noun, reading) === undefined)
    const before = joinedBefore(sentence, near, marker.from)
    const after = near.filter((noun) => noun.from === marker.to)
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
  const named = tablesOf(sentence, reading)
  if (named.length === 1) return named[0]?.entity
  if (named.length > 1) {
    const at = near ?? 0
    const context = reading.contextOf(sentence.block).subject
    const own = context && named.find((each) => each.entity.name === context.entity.name)
    if (own && context.own) return own.entity
    return [...named].sort((a, b) => distance(a, at) - distance(b, at) || a.from - b.from)[0]?.entity
  }
  const subject = reading.contextOf(sentence.block).subject
  if (subject) return subject.entity
  return things(sentence, reading)[0]?.entity ?? reading.topicOfRequirement(sentence.requirement)
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
  for (const noun of sentence.nouns) {
    if (noun.identifier || isAccounts(noun)) continue
    const known = reading.entities.find(noun.name) ?? reading.entities.find(noun.head)
    if (known && !found.has(known.name))
      found.set(known.name, { entity: { ...known, text: noun.text }, from: noun.from, to: noun.to })
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
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

/** Whether a word of the sentence stands in a code span. */
export function inCode(reading: Reading, sentence: Sentence, word: number): boolean {
  const block = reading.block(sentence.block)
  const at = sentence.words[word]
  if (!block || !at || block.kind === 'code' || block.kind === 'table') return at?.identifier === true
  return marked({ inline: block.inline, start: sentence.offset, end: sentence.offset + sentence.text.length }, at.start, 'code')
}
