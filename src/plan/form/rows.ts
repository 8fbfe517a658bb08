import type { Path, Rows } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import { writeCode, writeCodes } from './code.ts'
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
    const group = phrase.expectCode('a group in a code span')
    phrase.expectWords('at')
    return { kind: 'groupmate', path: toPath(phrase, context), group }
  }
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
  const path = toPath(phrase, context)
  if (phrase.words('is the caller')) return { kind: 'caller', path }
  if (phrase.words("is one of the caller's groups by")) {
    const group = phrase.expectCode('a group in a code span')
    return { kind: 'group', path, group, roles: readRoles(phrase) }
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
