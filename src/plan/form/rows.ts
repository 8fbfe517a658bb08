import { type Operation, operations, type Path, type Rows } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import { readCallerRow, writeCallerRow } from './caller-row.ts'
import { writeCode, writeCodes } from './code.ts'
import { accountColumnOf, groupNamed } from './groups.ts'
import { type QualifiedName, readName, writeColumn } from './name.ts'
import { formatPath, parsePath } from './path.ts'
import type { Phrase } from './phrase.ts'

/** What the words of a row condition refer to: the rule's table, the foreign keys, and the groups' role columns. */
export interface RowsContext {
  readonly table: QualifiedName
  readonly schema: Schema
}

type RowsOf<K extends Rows['kind']> = Extract<Rows, { kind: K }>
type Writers = { readonly [K in Rows['kind']]: (rows: RowsOf<K>, context: RowsContext) => string }

const writers: Writers = {
  all: () => 'all',
  none: () => 'none',
  caller: (rows, context) => `${writePath(rows.path, context)} is the caller`,
  group: (rows, context) => {
    const roles =
      rows.roles.length === 0 ? '' : ` (${writeColumn(roleColumn(rows.group, context), true)} in ${writeCodes(rows.roles, true)})`
    return `${writePath(rows.path, context)} is one of the caller's groups by ${writeCode(rows.group, true)}${roles}`
  },
  groupmate: (rows, context) => `${writePath(rows.path, context)} shares a ${writeCode(rows.group, true)} with the caller`,
  'is null': (rows) => `${writeColumn(rows.column, true)} is null`,
  'is not null': (rows) => `${writeColumn(rows.column, true)} is not null`,
  equals: (rows, context) =>
    `${writePath(rows.path, context)} = ${rows.values.length === 0 ? 'nothing' : writeCodes(rows.values, true)}`,
  'caller row': (rows, { schema }) => writeCallerRow(rows, schema),
  'all of': (rows, context) => writeParts(rows.parts, 'all of', 'and', context),
  'any of': (rows, context) => writeParts(rows.parts, 'any of', 'or', context),
}

/**
 * Which rows a rule is about, one written form for each kind; conditions are joined by `and` and `or`, nested ones stand in
 * parentheses.
 */
export function writeRows(rows: Rows, context: RowsContext): string {
  return (writers[rows.kind] as (rows: Rows, context: RowsContext) => string)(rows, context)
}

/** Fewer than two parts have no word between them, so they name their kind. */
function writeParts(parts: readonly Rows[], kind: 'all of' | 'any of', word: 'and' | 'or', context: RowsContext): string {
  if (parts.length < 2) return `${kind} (${parts.map((part) => writeRows(part, context)).join('')})`
  return parts.map((part) => writeNested(part, context)).join(` ${word} `)
}

function writeNested(part: Rows, context: RowsContext): string {
  const text = writeRows(part, context)
  const joined = (part.kind === 'all of' || part.kind === 'any of') && part.parts.length > 1
  return joined ? `(${text})` : text
}

function writePath(path: Path, { table, schema }: RowsContext): string {
  return writeCode(formatPath(path, table, schema), true)
}

function roleColumn(group: string, { schema }: RowsContext): string {
  return schema.access.groups.find(({ name }) => name === group)?.membership.roleColumn ?? 'role'
}

/** What holds of every operation of a rule, and what holds of some alone: ``; on insert `created_by` is the caller``. */
export interface ReadRows {
  readonly rows: Rows
  readonly also: readonly { readonly operation: Operation; readonly rows: Rows }[]
}

/** Reads a Rows cell, with what holds of single operations behind semicolons. */
export function readRowsByOperation(phrase: Phrase, context: RowsContext): ReadRows {
  const rows = readRows(phrase, context)
  const also: ReadRows['also'][number][] = []
  while (phrase.mark(';')) {
    const named: Operation[] = []
    do {
      phrase.words('on')
      named.push(phrase.oneOf(operations) ?? phrase.fail('on insert, on update, on delete or on select'))
    } while (phrase.words('and') || phrase.mark(','))
    const more = readRows(phrase, context)
    also.push(...named.map((operation) => ({ operation, rows: more })))
  }
  return { rows, also }
}

/** Reads a Rows cell. */
export function readRows(phrase: Phrase, context: RowsContext): Rows {
  const first = readCondition(phrase, context)
  const word = readJoint(phrase)
  if (word === undefined) return first
  const parts = [first]
  do parts.push(readCondition(phrase, context))
  while (phrase.words(word) || (word === 'and' && isComma(phrase)))
  if (phrase.ahead(word === 'and' ? 'or' : 'and')) phrase.fail('parentheses where "and" and "or" meet, as in (… and …) or …')
  return { kind: word === 'and' ? 'all of' : 'any of', parts }
}

/** A comma before another condition means `and`. */
function readJoint(phrase: Phrase): 'and' | 'or' | undefined {
  return phrase.oneOf(['and', 'or'] as const) ?? (isComma(phrase) ? 'and' : undefined)
}

function isComma(phrase: Phrase): boolean {
  return phrase.codeFollows(',') && phrase.mark(',')
}

function readCondition(phrase: Phrase, context: RowsContext): Rows {
  const kind = phrase.oneOf(['all of', 'any of'] as const)
  if (kind !== undefined) {
    phrase.expectMark('(')
    if (phrase.mark(')')) return { kind, parts: [] }
    const part = readRows(phrase, context)
    phrase.expectMark(')')
    return { kind, parts: [part] }
  }
  if (phrase.mark('(')) {
    const rows = readRows(phrase, context)
    phrase.expectMark(')')
    return rows
  }
  if (phrase.words('all')) return { kind: 'all' }
  if (phrase.words('none')) return { kind: 'none' }
  if (phrase.words("members of the caller's")) {
    const group = readGroup(phrase, context)
    return { kind: 'groupmate', path: phrase.words('at') ? toPath(phrase, context) : accountPath(phrase, context), group }
  }
  if (phrase.words("the caller's")) return readCallerRow(phrase, context.schema)
  return readPredicate(phrase, context)
}

/** A condition on a column or on the end of a path. `` `deleted_at is null` `` as one code span is understood too. */
function readPredicate(phrase: Phrase, context: RowsContext): Rows {
  const saved = phrase.save()
  const code = phrase.expectCode('all, none, or a condition such as `owner_id` is the caller')
  const whole = /^(.*\S)\s+is\s+(not\s+)?null$/is.exec(code)
  if (whole !== null && readName(whole[1] ?? '') !== undefined) {
    return { kind: whole[2] === undefined ? 'is null' : 'is not null', column: readName(whole[1] ?? '') ?? '' }
  }
  if (phrase.words('is null')) return { kind: 'is null', column: readName(code) ?? code }
  if (phrase.words('is not null') || phrase.words('is set')) return { kind: 'is not null', column: readName(code) ?? code }
  phrase.restore(saved)
  const path = readOn(phrase, toPath(phrase, context), context)
  if (phrase.words('is the caller')) return withWhose(phrase, { kind: 'caller', path }, context)
  if (phrase.words("is one of the caller's groups by")) {
    const group = phrase.expectCode('a group in a code span')
    return { kind: 'group', path, group, roles: readRoles(phrase) }
  }
  if (phrase.words("is one of the caller's") || phrase.words("is the caller's")) {
    return { kind: 'group', path, group: readGroup(phrase, context), roles: readRoles(phrase) }
  }
  if (phrase.words('shares a')) {
    const group = phrase.expectCode('a group in a code span')
    phrase.expectWords('with the caller')
    return { kind: 'groupmate', path, group }
  }
  if (phrase.mark('='))
    return { kind: 'equals', path, values: phrase.words('nothing') ? [] : phrase.codes('a value in a code span') }
  return phrase.fail(
    '"is the caller", "is one of the caller\'s groups by", "shares a … with the caller", "is null", "is not null" or "="',
  )
}

/** ``, whose `accounts.verified_at` is set``: of the caller. */
function withWhose(phrase: Phrase, caller: Rows, { schema }: RowsContext): Rows {
  const parts = [caller]
  for (;;) {
    const saved = phrase.save()
    phrase.mark(',')
    if (!phrase.words('whose')) {
      phrase.restore(saved)
      return parts.length === 1 ? caller : { kind: 'all of', parts }
    }
    do parts.push(readCallerRow(phrase, schema))
    while (phrase.words('and whose'))
  }
}

/**
 * A path told in two: `` `id ← loans.book_id`, and of that loan `reader_id` is the caller``. What follows is a path from the row that the
 * first one leads to, along the column at its end.
 */
function readOn(phrase: Phrase, path: Path, { schema }: RowsContext): Path {
  const last = path.steps.at(-1)
  const saved = phrase.save()
  phrase.mark(',')
  if (last === undefined || !phrase.words('and of that') || phrase.word() === undefined) {
    phrase.restore(saved)
    return path
  }
  const rest = toPath(phrase, { table: { schema: last.schema, name: last.table }, schema })
  const step = last.direction === 'backward' ? { ...last, key: path.column } : last
  return { steps: [...path.steps.slice(0, -1), step, ...rest.steps], column: rest.column }
}

/** A group by its name in a code span, or as a word: "household", "households". */
function readGroup(phrase: Phrase, { schema }: RowsContext): string {
  const code = phrase.code()
  if (code !== undefined) return code
  const saved = phrase.save()
  const words: string[] = []
  for (let word = phrase.word(); word !== undefined; word = phrase.word()) {
    words.push(word)
    const found = groupNamed(words.join(' '), schema.access)
    if (found !== undefined) return found.name
  }
  phrase.restore(saved)
  return phrase.fail('the name of a group that stands under Actors')
}

/** The column of the rule's own table that holds an account. */
function accountPath(phrase: Phrase, { table, schema }: RowsContext): Path {
  const column = accountColumnOf(schema, table)
  return column === undefined ? phrase.fail('at, and the column that holds the account') : { steps: [], column }
}

function readRoles(phrase: Phrase): readonly string[] {
  if (!phrase.mark('(')) return []
  phrase.code()
  phrase.expectWords('in')
  const roles = phrase.codes('a role in a code span')
  phrase.expectMark(')')
  return roles
}

function toPath(phrase: Phrase, { table, schema }: RowsContext): Path {
  const saved = phrase.save()
  const code = phrase.expectCode('a column or a path in a code span, as in `race_id → races.host_id`')
  const path = parsePath(code, table, schema)
  if (path !== undefined) return path
  phrase.restore(saved)
  return phrase.fail('a column or a path of foreign keys, as in `race_id → races.host_id`')
}
