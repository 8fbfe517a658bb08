import type { Column } from '../../schema/column.ts'
import type { Reason } from '../../schema/reason.ts'
import type { PlatformTable, Table } from '../../schema/table.ts'
import { type Bullet, readBullet } from '../form/bullet.ts'
import { type ColumnConstraints, readColumnConstraints } from '../form/column-constraints.ts'
import { type Inline, joinLines } from '../form/inline.ts'
import { type QualifiedName, readName, readTableName } from '../form/name.ts'
import type { Phrase } from '../form/phrase.ts'
import { takeWas } from '../form/was.ts'
import { type Remarks, readRemarks, readWhy } from '../form/why.ts'
import { isList, isParagraph, isTable, itemInlines, paragraphInline, type Section } from './markdown.ts'
import type { Report } from './report.ts'
import { isBlank, isOmission, readTableRows } from './rows.ts'

export interface PlanText {
  readonly text: string
  readonly report: Report
}

/** Reads the section of one table; of a table without columns outside `public`, only triggers on it are ours. */
export function readTableSection(section: Section, name: QualifiedName, source: PlanText): Table | PlatformTable {
  const bullets = readBullets(section, name.name, source)
  const columnTable = section.blocks.find(isTable)
  if (columnTable === undefined && name.schema !== 'public') {
    return { ...name, triggers: bullets.filter((b) => b.kind === 'trigger').map((b) => b.value) }
  }
  if (columnTable === undefined) {
    source.report.add(
      'plan/missing-column',
      'error',
      section.heading.start,
      `the table \`${name.name}\` has no columns`,
      'add a table with | Column | Type | Null | Default | Constraints | Why |',
    )
  }
  const rows = columnTable === undefined ? [] : readColumnRows(columnTable, name.name, source)
  const { was } = takeWas(section.heading)
  return { ...assemble(name, rows, bullets, readComment(section, source)), ...(was === undefined ? {} : { was }) }
}

export function isPlatformTable(table: Table | PlatformTable): table is PlatformTable {
  return !('columns' in table)
}

interface ColumnRow {
  readonly column: Column
  readonly constraints: ColumnConstraints
}

const columnHeadings = {
  name: ['column', 'name', 'field'],
  type: ['type', 'data type'],
  nullable: ['null', 'nullable'],
  value: ['default', 'default value'],
  constraints: ['constraints', 'constraint'],
  why: ['why', 'reason', 'reasons', 'comment', 'notes', 'description'],
} as const

function readColumnRows(
  table: Parameters<typeof readTableRows>[0],
  tableName: string,
  { text, report }: PlanText,
): readonly ColumnRow[] {
  return readTableRows(table, text, report, columnHeadings, ['nullable', 'value', 'constraints', 'why']).flatMap((row) => {
    if (isOmission(row.name) || isBlank(row.name)) return []
    const { rest, was } = takeWas(row.name)
    const name = report.attempt(rest, 'the name of this column', (phrase) => {
      const code = phrase.code() ?? phrase.word() ?? phrase.fail('a name in a code span')
      return readName(code) ?? phrase.fail('one name')
    })
    const type = report.attempt(
      row.type,
      'the type of this column',
      (phrase) => phrase.code() ?? joinLines(phrase.rest().text).trim(),
    )
    if (name === undefined || type === undefined) return []
    const why = readWhy(row.why)
    const nullable = report.attempt(row.nullable, 'whether this column may be null', readNullable) ?? true
    const value = report.attempt(row.value, 'the default of this column', readDefault) ?? {}
    const found = attemptConstraints(row.constraints, tableName, name, why.reasons, report)
    const { collation, ...constraints } = found ?? { uniques: [], checks: [], foreignKeys: [] }
    const column: Column = {
      name,
      type,
      nullable,
      ...value,
      ...(collation === undefined ? {} : { collation }),
      ...(was === undefined ? {} : { was }),
      ...why,
    }
    return [{ column, constraints }]
  })
}

function attemptConstraints(
  cell: Inline,
  table: string,
  column: string,
  reasons: readonly Reason[],
  report: Report,
): ColumnConstraints | undefined {
  if (isBlank(cell)) return undefined
  return report.attempt(cell, `the constraints of \`${column}\``, (phrase) => {
    phrase.rest()
    return readColumnConstraints(cell, table, column, reasons)
  })
}

/** `no`, `not null` or nothing: required. */
function readNullable(phrase: Phrase): boolean {
  if (phrase.words('yes') || phrase.words('null') || phrase.words('true')) return true
  if (phrase.atEnd() || phrase.words('no') || phrase.words('not null') || phrase.words('false')) return false
  return phrase.fail('yes or no')
}

function readDefault(phrase: Phrase): Pick<Column, 'default' | 'identity' | 'generated'> {
  if (phrase.atEnd() || phrase.mark('–') || phrase.mark('—') || phrase.mark('-')) return {}
  const value = phrase.code()
  if (value !== undefined) return { default: value }
  if (!phrase.words('generated'))
    return phrase.fail('an expression in a code span, "generated always as identity", or "generated as `expression` stored"')
  const identity = phrase.oneOf(['always as identity', 'by default as identity'] as const)
  if (identity !== undefined) return { identity: identity === 'always as identity' ? 'always' : 'by default' }
  phrase.words('always')
  phrase.expectWords('as')
  const expression = phrase.expectCode('an expression in a code span')
  const stored = !phrase.words('virtual')
  phrase.words('stored')
  return { generated: { expression, stored } }
}

function readBullets(section: Section, table: string, { text, report }: PlanText): readonly Bullet[] {
  return section.blocks.filter(isList).flatMap((list) =>
    itemInlines(list, text).flatMap((inline) => {
      if (isOmission(inline)) return []
      const bullet = report.attempt(inline, 'this bullet', (phrase) => {
        phrase.rest()
        return readBullet(inline, table)
      })
      return bullet === undefined ? [] : [bullet]
    }),
  )
}

/** The paragraphs under a heading, joined: the comment and, in parentheses at its end, the reasons. */
export function readComment(section: Section, { text }: PlanText): Remarks {
  const paragraphs = section.blocks.filter(isParagraph).map((node) => paragraphInline(node, text))
  const [first] = paragraphs
  if (first === undefined) return { reasons: [] }
  return readRemarks({ ...first, text: paragraphs.map((inline) => joinLines(inline.text)).join(' ') })
}

function assemble(name: QualifiedName, rows: readonly ColumnRow[], bullets: readonly Bullet[], remarks: Remarks): Table {
  const of = <K extends Bullet['kind']>(kind: K) =>
    bullets
      .filter((b): b is Extract<Bullet, { kind: K }> => b.kind === kind)
      .map((b) => b.value as Extract<Bullet, { kind: K }>['value'])
  const inCells = rows.map((row) => row.constraints)
  const keys = inCells.flatMap((constraints) => (constraints.primaryKey === undefined ? [] : [constraints.primaryKey]))
  const [cellKey] = keys
  // Several cells that say "primary key" together are one key.
  const primaryKey =
    of('primaryKey')[0] ?? (cellKey === undefined ? undefined : { ...cellKey, columns: keys.flatMap((key) => key.columns) })
  const [partitionBy] = of('partitionBy')
  return {
    ...name,
    ...(remarks.comment === undefined ? {} : { comment: remarks.comment }),
    columns: rows.map((row) => row.column),
    ...(primaryKey === undefined ? {} : { primaryKey }),
    uniques: [...inCells.flatMap((c) => c.uniques), ...of('unique')],
    checks: [...inCells.flatMap((c) => c.checks), ...of('check')],
    foreignKeys: [...inCells.flatMap((c) => c.foreignKeys), ...of('foreignKey')],
    exclusions: of('exclusion'),
    indexes: of('index'),
    triggers: of('trigger'),
    rowSecurity: 'off',
    policies: [],
    ...(partitionBy === undefined ? {} : { partitionBy }),
    reasons: remarks.reasons,
  }
}

/** Reads the name in a heading: a code span, or bare words where a person left the backticks out. */
export function readHeadingName(section: Section, report: Report): QualifiedName | undefined {
  return report.attempt(takeWas(section.heading).rest, 'this heading', (phrase) => {
    if (phrase.words('table')) phrase.mark(':')
    const code = phrase.code() ?? phrase.rest().text.trim()
    return readTableName(code) ?? phrase.fail('the name of a table in a code span')
  })
}
