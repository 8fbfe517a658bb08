import { type Operation, operations } from '../../schema/access.ts'
import { accessWordsOf, type Meaning, meaningOf } from './lexicon.ts'

/** Whom a saying speaks of; a `noun` is for the schema to explain. `isPossessive`: `their own` rather than `the owner`. */
export type Spoken =
  | { readonly kind: 'owner'; readonly isPossessive: boolean }
  | { readonly kind: 'anyone' | 'signed in' | 'anonymous' | 'nobody' | 'noun' }

/** What a text says of who may do what, and the words that only the schema can explain: names of tables, of states, of people. */
export interface Saying {
  readonly operations: readonly Operation[]
  readonly who: Spoken
  readonly others: readonly string[]
  /** Those of them that stand before the operations. */
  readonly subject: readonly string[]
  /** Whether its possessive is Polish: what is owned is then called as no table may be called. */
  readonly isPolish: boolean
  /** Whether the row of the caller is meant: `or the member themselves`. */
  readonly isSelf: boolean
}

interface Part {
  readonly subject: readonly string[]
  readonly operations: readonly Operation[]
  readonly isAccess: boolean
  readonly scope: readonly string[]
}

/**
 * Reads a sentence, an item or a cell on access: `Owners can create and edit their own kilns`, `SELECT: any signed-in user`, `UPDATE: tylko właściciel`. Of what is said
 * to be impossible nothing follows: without a policy it is. Reading all rows and changing one's own, in one sentence, are two sayings.
 *
 * @param around operations that a heading or the item above names.
 * @param tables names of the tables it is said of.
 * @param isLed whether the name of a table leads it, so that it can be about nothing else.
 * @returns nothing where the text does not say who may do what.
 */
export function readSayings(
  text: string,
  around: readonly Operation[] = [],
  tables: readonly string[] = [],
  isLed = false,
): readonly Saying[] {
  // The rows of a table `authors` are no owners.
  const words = accessWordsOf(text).filter((word) => !tables.includes(word) || !people.has(meaningOf(word)?.kind ?? ''))
  const kinds = words.map((word) => meaningOf(word)?.kind)
  if (kinds.includes('not')) return []
  const isRule = isLed || around.length > 0 || kinds[0] === 'operations' || kinds.includes('may') || kinds.includes('only')
  return partsOf(words, around)
    .flatMap(sayingOf)
    .filter(({ who }) => isRule || who.kind !== 'noun')
}

/** What people are called, and tables too. */
const people: ReadonlySet<string> = new Set(['owner', 'anonymous'])

/** The operations a text names. */
export function operationsIn(text: string): readonly Operation[] {
  return unique(
    accessWordsOf(text).flatMap((word) => {
      const meaning = meaningOf(word)
      return meaning?.kind === 'operations' ? meaning.operations : []
    }),
  )
}

/** Whether a text is nothing but operations: the head of a column, the lead of an item. */
export function isOperations(text: string): boolean {
  const words = accessWordsOf(text)
  return (
    operationsIn(text).length > 0 && words.every((word) => ['operations', 'or', 'filler'].includes(meaningOf(word)?.kind ?? ''))
  )
}

/** Cuts words at the operations: what stands before the first is the subject of all, what follows one goes with it. */
function partsOf(words: readonly string[], around: readonly Operation[]): readonly Part[] {
  const subject: string[] = []
  const parts: { operations: Operation[]; isAccess: boolean; scope: string[] }[] = []
  let isOpen = false
  for (const word of words) {
    const meaning = meaningOf(word)
    const last = parts.at(-1)
    if (meaning?.kind === 'operations') {
      if (last !== undefined && isOpen) last.operations.push(...meaning.operations)
      else parts.push({ operations: [...meaning.operations], isAccess: false, scope: [] })
      const now = parts.at(-1)
      if (now !== undefined) now.isAccess ||= meaning.isAccess === true
      isOpen = true
      continue
    }
    if (last === undefined) subject.push(word)
    else last.scope.push(word)
    // Between the operations of one list stand only joining words.
    if (meaning?.kind !== 'or' && meaning?.kind !== 'filler') isOpen = false
  }
  if (parts.length === 0) return around.length === 0 ? [] : [{ subject: [], operations: around, isAccess: false, scope: subject }]
  return merged(subject.length > 0, parts).map((part) => ({ ...part, operations: unique(part.operations), subject }))
}

/** What says whose rows are meant, or, where no subject leads the sentence, who. */
const scopes: ReadonlySet<string> = new Set([
  'each',
  'possessive',
  'owner',
  'anyone',
  'public',
  'signed in',
  'anonymous',
  'account',
  'nobody',
  'noun',
])

/** `see all notes and edit their own` stays two; `create notes and edit notes of their own` is one, since only the last says whose. */
function merged(
  isLed: boolean,
  parts: readonly { readonly operations: Operation[]; readonly isAccess: boolean; readonly scope: readonly string[] }[],
) {
  const result: { operations: Operation[]; isAccess: boolean; scope: readonly string[] }[] = []
  for (const part of [...parts].reverse()) {
    const next = result[0]
    const says = part.scope.some((word) => scopes.has(meaningOf(word)?.kind ?? (isLed ? '' : 'noun')))
    if (next === undefined || says) result.unshift({ ...part })
    else
      result[0] = {
        operations: [...part.operations, ...next.operations],
        isAccess: part.isAccess || next.isAccess,
        scope: [...part.scope, ...next.scope],
      }
  }
  return result
}

function sayingOf(part: Part): readonly Saying[] {
  const words = [...part.subject, ...part.scope]
  const has = (...kinds: readonly Meaning['kind'][]): boolean =>
    words.some((word) => kinds.includes(meaningOf(word)?.kind ?? 'filler'))
  const isPeople = has('anyone', 'signed in', 'anonymous', 'account', 'owner', 'possessive')
  // `public recipes`, where somebody is said to see them, are a kind of recipe.
  const others = words.filter((word) => meaningOf(word) === undefined || (isPeople && meaningOf(word)?.kind === 'public'))
  const say = (who: Spoken): readonly Saying[] => {
    const isReading = part.isAccess && ['anyone', 'signed in', 'anonymous'].includes(who.kind)
    const subject = others.slice(0, part.subject.filter((word) => others.includes(word)).length)
    const isPolish = words.some((word) => /^(sw[oó]|własn)/.test(word))
    const isSelf = words.some((word) => /^(themselves|themself|himself|herself|self|siebie)$/.test(word))
    return [{ operations: isReading ? ['select'] : part.operations, who, others, subject, isPolish, isSelf }]
  }
  if (has('nobody')) return say({ kind: 'nobody' })
  if (has('backend')) return say({ kind: isPeople ? 'noun' : 'nobody' })
  if (has('owner')) return say({ kind: 'owner', isPossessive: false })
  if (has('possessive')) return say({ kind: 'owner', isPossessive: true })
  if (has('signed in')) return say({ kind: has('anonymous') ? 'anyone' : 'signed in' })
  if (has('anyone', 'public')) return say({ kind: 'anyone' })
  if (has('anonymous')) return say({ kind: 'anonymous' })
  if (has('account')) return say({ kind: 'signed in' })
  // "bookings: all through room": whose the room is, theirs are the bookings.
  const isThrough = others.length === 1 && words.some((word) => ['through', 'via', 'poprzez'].includes(word))
  if (isThrough) return say({ kind: 'owner', isPossessive: true })
  return others.length === 0 ? [] : say({ kind: 'noun' })
}

const unique = (all: readonly Operation[]): readonly Operation[] => operations.filter((one) => all.includes(one))
