import type { Column } from '../../schema/column.ts'
import type { Check, ForeignKey, PrimaryKey, Unique } from '../../schema/constraint.ts'
import { checkName, foreignKeyName, primaryKeyName, uniqueName } from '../../schema/names.ts'
import type { Reason } from '../../schema/reason.ts'
import type { Table } from '../../schema/table.ts'
import { readDeferral, readReferences, writeDeferral, writeReferences } from './clause.ts'
import { writeCode } from './code.ts'
import { type Inline, splitCode } from './inline.ts'
import { readName } from './name.ts'
import { Phrase, Unreadable } from './phrase.ts'
import { noReasons, readReasons, writeReasons } from './reasons.ts'

/** What a column's Constraints cell holds: the constraints on this column alone that have their usual name and no purpose of their own. */
export interface ColumnConstraints {
  readonly primaryKey?: PrimaryKey
  readonly uniques: readonly Unique[]
  readonly checks: readonly Check[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly collation?: string
}

/** The constraints of a table that stand in the cell of a column; all others are bullets under the table. */
export function constraintsInCell(table: Table, column: string): ColumnConstraints {
  const alone = (columns: readonly string[]) => columns.length === 1 && columns[0] === column
  const { primaryKey } = table
  const isKey = primaryKey !== undefined && alone(primaryKey.columns) && primaryKey.name === primaryKeyName(table.name)
  return {
    ...(isKey ? { primaryKey } : {}),
    uniques: table.uniques.filter(
      (u) => u.purpose === undefined && alone(u.columns) && u.name === uniqueName(table.name, [column]),
    ),
    checks: table.checks.filter((c) => c.purpose === undefined && columnOfCheck(table, c.name) === column),
    foreignKeys: table.foreignKeys.filter(
      (f) => f.purpose === undefined && alone(f.columns) && f.name === foreignKeyName(table.name, [column]),
    ),
  }
}

/** The column whose check usually has this name; of two long names that PostgreSQL shortens to the same, the first. */
function columnOfCheck(table: Table, check: string): string | undefined {
  return table.columns.find((column) => checkName(table.name, [column.name]) === check)?.name
}

/**
 * Writes the cell: `` primary key; references `users (id)` on delete cascade ``. A constraint's reasons stand behind it where they are not the
 * column's own.
 */
export function writeColumnConstraints(constraints: ColumnConstraints, column: Column): string {
  const reasons = (own: readonly Reason[]): string => {
    const text = writeReasons(own)
    return text === writeReasons(column.reasons) ? '' : ` (${text === '' ? noReasons : text})`
  }
  const parts = [
    ...(column.collation === undefined ? [] : [`collate ${writeCode(column.collation, true)}`]),
    ...(constraints.primaryKey === undefined ? [] : ['primary key']),
    ...constraints.uniques.map(
      (u) =>
        `unique${u.nullsNotDistinct === true ? ' nulls not distinct' : ''}${writeDeferral(u.deferrable)}${reasons(u.reasons)}`,
    ),
    ...constraints.foreignKeys.map((f) => writeReferences(f, true) + reasons(f.reasons)),
    ...constraints.checks.map((c) => `check ${writeCode(c.expression, true)}${reasons(c.reasons)}`),
  ]
  return parts.join('; ')
}

type Found =
  | { readonly kind: 'primaryKey'; readonly value: PrimaryKey }
  | { readonly kind: 'unique'; readonly value: Unique }
  | { readonly kind: 'check'; readonly value: Check }
  | { readonly kind: 'foreignKey'; readonly value: ForeignKey }
  | { readonly kind: 'collation'; readonly value: string }

/** Reads the cell of `column`; parts are separated by `;`, or by commas. Throws Unreadable. */
export function readColumnConstraints(
  cell: Inline,
  table: string,
  column: string,
  columnReasons: readonly Reason[],
): ColumnConstraints {
  const found: Found[] = []
  for (const part of splitParts(cell)) {
    const phrase = new Phrase(part)
    while (!phrase.atEnd()) {
      const constraint = readOne(phrase, table, column)
      if (phrase.mark(',')) found.push(withReasons(constraint, columnReasons))
      else found.push(withReasons(constraint, readOwnReasons(phrase) ?? columnReasons))
    }
  }
  const of = <K extends Found['kind']>(kind: K) =>
    found
      .filter((f): f is Extract<Found, { kind: K }> => f.kind === kind)
      .map((f) => f.value as Extract<Found, { kind: K }>['value'])
  const [primaryKey] = of('primaryKey')
  const [collation] = of('collation')
  return {
    ...(primaryKey === undefined ? {} : { primaryKey }),
    ...(collation === undefined ? {} : { collation }),
    uniques: of('unique'),
    checks: of('check'),
    foreignKeys: of('foreignKey'),
  }
}

function readOne(phrase: Phrase, table: string, column: string): Found {
  if (phrase.words('primary key') || phrase.words('pk'))
    return { kind: 'primaryKey', value: { name: primaryKeyName(table), columns: [column] } }
  if (phrase.words('unique')) {
    const nulls = phrase.words('nulls not distinct') ? { nullsNotDistinct: true } : {}
    return {
      kind: 'unique',
      value: { name: uniqueName(table, [column]), columns: [column], ...nulls, ...readDeferral(phrase), reasons: [] },
    }
  }
  if (phrase.words('references') || phrase.words('foreign key references')) {
    return {
      kind: 'foreignKey',
      value: { name: foreignKeyName(table, [column]), columns: [column], ...readReferences(phrase), reasons: [] },
    }
  }
  if (phrase.words('check')) {
    const code = phrase.expectCode('the condition in a code span, as in check `price >= 0`')
    if (!phrase.mark(':')) return { kind: 'check', value: { name: checkName(table, [column]), expression: code, reasons: [] } }
    return {
      kind: 'check',
      value: { name: readName(code) ?? code, expression: phrase.expectCode('the condition in a code span'), reasons: [] },
    }
  }
  if (phrase.words('collate')) return { kind: 'collation', value: phrase.expectCode('a collation in a code span') }
  return phrase.fail('primary key, unique, references `table (column)` on delete …, or check `condition`')
}

/** `(prd:12)` behind a constraint; undefined if there is none and the column's reasons count. */
function readOwnReasons(phrase: Phrase): readonly Reason[] | undefined {
  if (phrase.atEnd()) return undefined
  const start = phrase.save()
  const rest = phrase.rest().text.trim()
  const own = rest.startsWith('(') && rest.endsWith(')') ? readReasons(rest.slice(1, -1)) : undefined
  if (own !== undefined) return own
  phrase.restore(start)
  return phrase.fail('";" before the next constraint, or references in parentheses')
}

function withReasons(found: Found, reasons: readonly Reason[]): Found {
  if (found.kind === 'primaryKey' || found.kind === 'collation') return found
  return { ...found, value: { ...found.value, reasons } } as Found
}

/** Splits a cell at the semicolons that stand outside code spans. */
function splitParts(cell: Inline): readonly Inline[] {
  const cuts: number[] = []
  for (const part of splitCode(cell)) {
    if (part.kind === 'code') continue
    for (let at = cell.text.indexOf(';', part.start); at >= 0 && at < part.end; at = cell.text.indexOf(';', at + 1)) cuts.push(at)
  }
  const starts = [0, ...cuts.map((cut) => cut + 1)]
  return starts.map((start, i) => ({
    ...cell,
    text: cell.text.slice(start, cuts[i] ?? cell.text.length),
    start: cell.start + start,
  }))
}

/** The names of the constraints in a cell, as far as it can be read. */
export function constraintNames(cell: Inline, table: string, column: string): readonly string[] {
  try {
    const { primaryKey, uniques, checks, foreignKeys } = readColumnConstraints(cell, table, column, [])
    return [...(primaryKey === undefined ? [] : [primaryKey]), ...uniques, ...checks, ...foreignKeys].map(({ name }) => name)
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}
