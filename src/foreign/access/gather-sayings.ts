import type { Spot } from '../../diagnostic/spot.ts'
import type { Inline } from '../../plan/form/inline.ts'
import type { Operation } from '../../schema/access.ts'
import { displayName } from '../../schema/lookups.ts'
import type { DraftTable } from '../draft.ts'
import { withoutTicks } from '../spec/spec-words.ts'
import { accessWordsOf, meaningOf } from './lexicon.ts'
import { isOperations, operationsIn, readSayings, type Saying } from './read-saying.ts'
import { isNounOf } from './resolve-saying.ts'

/** A saying at its place, of the tables it is said of, by name. */
export interface PlacedSaying {
  readonly saying: Saying
  readonly tables: readonly string[]
  readonly spot: Spot
}

/** What the headings and items above a text say already. */
export interface SayingContext {
  readonly tables: readonly DraftTable[]
  readonly operations: readonly Operation[]
}

/**
 * The sayings of a text, clause by clause: `rooms: SELECT for everyone; UPDATE for the owner`. The tables are those that the lead names, or the headings above, or the
 * first that the clause itself speaks of.
 */
export function sayingsIn(
  said: string,
  start: number,
  file: string,
  known: readonly DraftTable[],
  around: SayingContext,
): readonly PlacedSaying[] {
  let tables = around.tables
  return clausesOf(said).flatMap(({ text, at }) => {
    const { lead, rest } = ledBy(text)
    const led = lead === undefined ? [] : namedIn(lead, known)
    if (led.length > 0) tables = led
    // "rooms: all own" is all operations on one's own.
    const own = led.length === 0 ? text : operationsIn(rest).length > 0 ? rest : rest.replace(/^all\b/i, 'ALL')
    const meant = tables.length > 0 ? tables : spokenOf(own, known)
    const spot: Spot = { file, start: start + at, end: start + at + text.trimEnd().length }
    return readSayings(
      own,
      around.operations,
      meant.map(({ name }) => name),
      led.length > 0,
    ).map((saying) => ({
      saying,
      tables: meant.map((table) => displayName(table)),
      spot,
    }))
  })
}

/**
 * The sayings of a row of a markdown table: operations in its head or in a cell of their own, and who in the others; or the people in its head, and what each may in the
 * cells.
 *
 * @param heads the texts of the table's header.
 */
export function sayingsOfRow(
  heads: readonly string[],
  row: readonly Inline[],
  file: string,
  known: readonly DraftTable[],
  around: SayingContext,
): readonly PlacedSaying[] {
  const cells = row
    .map(({ text, start }, at) => ({ cell: plain(text), start, end: start + text.length, head: plain(heads[at] ?? '') }))
    .filter(({ head }) => !isTableHead(head))
  const operations = cells.filter(({ cell }) => isOperations(cell))
  const isMatrix =
    operations.length > 1 || (operations.length > 0 && cells.every(({ head, cell }) => isPeople(head) || cell === ''))
  return cells.flatMap(({ cell, start, end, head }): readonly PlacedSaying[] => {
    const isDone = isOperations(cell)
    if (isDone !== isMatrix) return []
    const done = isMatrix ? [cell] : isOperations(head) ? [head] : operations.map((one) => one.cell)
    const context = { tables: around.tables, operations: done.flatMap(operationsIn) }
    if (context.operations.length === 0) return []
    return sayingsIn(isMatrix ? head : cell, start, file, known, context).map((one) => ({ ...one, spot: { file, start, end } }))
  })
}

/** Whether a column of a markdown table names tables. */
export const isTableHead = (head: string): boolean => /^\W*(tables?|tabel\p{L}*|entity|encja|resource|zasób)\W*$/iu.test(head)

const plain = (text: string): string => withoutTicks(text).replaceAll('*', '').trim()

/** A head such as `Guest` or `Admin` of a table of rights. */
const isPeople = (head: string): boolean => {
  const [word, ...more] = accessWordsOf(head)
  return (
    word !== undefined &&
    more.length < 3 &&
    !isOperations(head) &&
    !/^(notes?|description|opis|uwagi|condition|warunek|policy|polityka)$/i.test(word)
  )
}

interface Clause {
  readonly text: string
  readonly at: number
}

function clausesOf(text: string): readonly Clause[] {
  const found: Clause[] = []
  let at = 0
  for (const match of text.matchAll(/[.;](?=\s|$)|\n+/g)) {
    found.push({ text: text.slice(at, match.index), at })
    at = match.index + match[0].length
  }
  found.push({ text: text.slice(at), at })
  return found.flatMap((clause) => {
    const blank = /^[\s*_>-]*/.exec(clause.text)?.[0].length ?? 0
    return clause.text.trim() === '' ? [] : [{ text: clause.text.slice(blank), at: clause.at + blank }]
  })
}

/** What stands before a colon or a dash, where it is short enough to be a name. */
function ledBy(text: string): { readonly lead?: string; readonly rest: string } {
  const match = /^([^:–—]{1,60}?)\s*(?::|[–—]|\s-\s)(?!:)\s*/.exec(text)
  return match === null ? { rest: text } : { lead: match[1] ?? '', rest: text.slice(match[0].length) }
}

/** The tables that a text names as they are called, and nothing else but operations. */
function namedIn(text: string, known: readonly DraftTable[]): readonly DraftTable[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\d_.]+/u)
    .filter((word) => word !== '')
  return known.filter((table) => words.includes(table.name) || words.includes(`${table.schema}.${table.name}`))
}

/** The table that a clause speaks of first, with those that are joined to it; all, where it speaks of all. */
function spokenOf(text: string, known: readonly DraftTable[]): readonly DraftTable[] {
  if (/\b(all|every|each)\s+(other\s+)?tables?\b|(?<!\p{L})wszystki\p{L}*\s+tabel/iu.test(text)) return known
  const words = accessWordsOf(text)
  const acted = words.findIndex((word) => meaningOf(word)?.kind === 'operations')
  const found: DraftTable[] = []
  for (const word of words.slice(Math.max(acted, 0))) {
    const meaning = meaningOf(word)?.kind
    const table =
      known.find(({ name }) => name === word) ?? (meaning === undefined ? known.find((one) => isNounOf(one, word)) : undefined)
    if (table !== undefined && !found.includes(table)) found.push(table)
    else if (found.length > 0 && meaning !== 'or') break
  }
  if (found.length === 0 && words.some((word) => meaningOf(word)?.kind === 'everything')) return known
  return found
}
