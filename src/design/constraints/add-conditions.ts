import type { ClaimOf } from '../../claim/claim.ts'
import { type Draft, type DraftCheck, type DraftColumn, type DraftTable, mapTables } from '../draft.ts'
import { derivedName } from '../naming/derived-name.ts'
import { quoteName } from '../naming/quote-name.ts'
import { because, byConvention } from '../why.ts'
import { findColumn } from './find-column.ts'
import { kindsOf } from './kinds-of.ts'

/**
 * Conditions on a row: SQL that the parser accepts as one expression over columns of the table, comparisons of two attributes, and the
 * order of dates that belong together (`start_date`, `end_date`). Anything else is passed over.
 */
export function addConditions(draft: Draft): Draft {
  return mapTables(draft, (table) => {
    let grown = table
    for (const claim of table.facts?.conditions ?? []) {
      const check = conditionOf(claim, grown, draft)
      if (check !== undefined) grown = withCheck(grown, check)
    }
    for (const check of dateOrder(grown)) grown = withCheck(grown, check)
    for (const check of nobodyIsBoth(grown)) grown = withCheck(grown, check)
    return grown
  })
}

type Unnamed = Omit<DraftCheck, 'name'> & { readonly columns: readonly string[] }

function withCheck(table: DraftTable, check: Unnamed): DraftTable {
  const meaning = normal(check.expression)
  if (table.checks.some((known) => normal(known.expression) === meaning)) return table
  // a check that a column has already for the same column is said once: the limit, or the list of values
  if (
    check.columns.length === 1 &&
    table.checks.some((known) => known.name === derivedName(table.name, check.columns, 'check') && known.why.sources.length > 0)
  )
    return table
  const taken = new Set(table.checks.map((known) => known.name))
  const replaced = table.checks.filter(
    (known) => !(check.columns.length === 1 && known.name === derivedName(table.name, check.columns, 'check')),
  )
  let name = derivedName(table.name, check.columns, 'check')
  for (let number = 2; taken.has(name) && replaced.some((known) => known.name === name); number++)
    name = derivedName(table.name, [...check.columns, String(number)], 'check')
  const { columns: _, ...body } = check
  return { ...table, checks: [...replaced, { name, ...body }] }
}

function conditionOf(claim: ClaimOf<'condition'>, table: DraftTable, draft: Draft): Unnamed | undefined {
  if (claim.comparison !== undefined) {
    const left = findColumn(table, claim.comparison.left, draft)
    const right = findColumn(table, claim.comparison.right, draft)
    if (left === undefined || right === undefined || left === right || !comparable(left, right)) return undefined
    return {
      columns: [left.name, right.name],
      expression: `${quoteName(left.name)} ${claim.comparison.operator} ${quoteName(right.name)}`,
      why: because([claim]),
    }
  }
  if (claim.sql === undefined) return undefined
  const expression = draft.fragments.expression(claim.sql)
  if (expression === undefined || expression.constant || !expression.fits(kindsOf(table, draft))) return undefined
  return { columns: expression.columns.slice(0, 3), expression: expression.text, why: because([claim]) }
}

function comparable(left: DraftColumn, right: DraftColumn): boolean {
  const family = (type: string) =>
    /^(smallint|integer|bigint|numeric|float4|float8)/.test(type) ? 'number' : /^(date|timestamptz)$/.test(type) ? 'moment' : type
  return family(left.type) === family(right.type)
}

const pairs: readonly (readonly [RegExp, string])[] = [
  [/^start(s|ed)?_(at|on|date|time)$/, 'end'],
  [/^(.+)_start$/, 'end'],
  [/^(.+)_from$/, 'to'],
  [/^valid_from$/, 'until'],
]

/** What ends does not end before it starts. */
function dateOrder(table: DraftTable): readonly Unnamed[] {
  const moments = new Map(
    table.columns.filter((column) => /^(date|timestamptz|time)$/.test(column.type)).map((column) => [column.name, column]),
  )
  const found: Unnamed[] = []
  for (const start of moments.values()) {
    if (!pairs.some(([name]) => name.test(start.name))) continue
    const candidates = [
      start.name.replace(/^start/, 'end'),
      start.name.replace(/_start$/, '_end'),
      start.name.replace(/_from$/, '_to'),
      start.name.replace(/_from$/, '_until'),
    ]
    const end = candidates
      .filter((name) => name !== start.name)
      .map((name) => moments.get(name))
      .find((column) => column !== undefined)
    if (end === undefined || end.type !== start.type || end.type === 'time') continue
    found.push({
      columns: [end.name, start.name],
      expression: `${quoteName(end.name)} >= ${quoteName(start.name)}`,
      why: byConvention,
      purpose: 'nothing ends before it starts',
    })
  }
  return found
}

const both: readonly (readonly [string, string])[] = [
  ['sender_id', 'recipient_id'],
  ['sender_id', 'receiver_id'],
  ['giver_id', 'recipient_id'],
  ['giver_id', 'receiver_id'],
  ['follower_id', 'followed_id'],
  ['follower_id', 'following_id'],
  ['requester_id', 'addressee_id'],
  ['blocker_id', 'blocked_id'],
]

/** Where two references to one table name two sides of an act, nobody is both. */
function nobodyIsBoth(table: DraftTable): readonly Unnamed[] {
  return both.flatMap(([one, other]) => {
    const a = table.columns.find((column) => column.name === one && column.references !== undefined)
    const b = table.columns.find((column) => column.name === other && column.references !== undefined)
    if (a === undefined || b === undefined || JSON.stringify(a.references?.target) !== JSON.stringify(b.references?.target))
      return []
    return [{ columns: [one, other], expression: `${one} <> ${other}`, why: byConvention, purpose: 'nobody is both sides' }]
  })
}

const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '<>': '<>' }

/** One spelling for what means the same: case, blanks and parentheses aside, and `a <= b` is `b >= a`. */
function normal(expression: string): string {
  const flat = expression
    .toLowerCase()
    .replace(/[\s()]/g, '')
    .replaceAll('!=', '<>')
  const sides = /^([a-z0-9_"]+)(<=|>=|<>|<|>|=)([a-z0-9_"]+)$/.exec(flat)
  if (sides === null || (sides[1] ?? '') <= (sides[3] ?? '')) return flat
  return `${sides[3]}${mirrored[sides[2] ?? ''] ?? ''}${sides[1]}`
}
