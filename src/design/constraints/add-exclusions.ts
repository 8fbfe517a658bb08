import { softDeletion } from '../conventions/add-soft-deletion.ts'
import { type Draft, type DraftColumn, type DraftTable, mapTables, type Question } from '../draft.ts'
import { derivedName } from '../naming/derived-name.ts'
import { quoteName, quoteText } from '../naming/quote-name.ts'
import { because } from '../why.ts'
import { findColumn } from './find-column.ts'

/**
 * Periods that must not overlap: an exclusion constraint over the range of the two columns that begin and end the row, per what it is the same of
 * (PostgreSQL manual, 8.17.10). A row that was cancelled holds nothing, so it is left out. Without such columns a question says so.
 */
export function addExclusions(draft: Draft): Draft {
  const questions: Question[] = []
  const grown = mapTables(draft, (table) => {
    const [claim] = table.facts?.overlaps ?? []
    if (claim === undefined) return table
    const period = periodOf(table)
    const per = [...new Set((table.facts?.overlaps ?? []).flatMap((each) => perOf(each.per, table, draft)?.name ?? []))]
    const [within] = per
    if (period === undefined || within === undefined) {
      questions.push({
        id: `${table.name}/overlaps`,
        topic: 'uniqueness',
        text: `Rows of \`${table.name}\` must not overlap, but ${period === undefined ? 'no document names the columns that begin and end them' : 'no document says of what'}: nothing in the schema prevents it.`,
        why: because([claim]),
      })
      return table
    }
    const left = leftOut(table)
    const exclusions = per.map((column) => ({
      name: derivedName(table.name, [column, 'period'], 'excl'),
      method: 'gist',
      elements: [
        { expression: quoteName(column), operator: '=' },
        { expression: period, operator: '&&' },
      ],
      ...(left === undefined ? {} : { where: left }),
      why: because(table.facts?.overlaps ?? []),
      purpose: `of one \`${column}\` no two rows overlap`,
    }))
    return { ...table, exclusions: [...table.exclusions, ...exclusions] }
  })
  return { ...grown, questions: [...draft.questions, ...questions] }
}

/** What the document names; else the one table that the row leads to. */
function perOf(per: readonly Parameters<typeof findColumn>[1][], table: DraftTable, draft: Draft): DraftColumn | undefined {
  const named = per.map((mention) => findColumn(table, mention, draft)).find((column) => column?.references !== undefined)
  if (named !== undefined) return named
  const parents = table.columns.filter((column) => column.part !== 'owner' && column.references?.target.kind === 'table')
  return parents.length === 1 ? parents[0] : undefined
}

const ends: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^start/, ['end']],
  [/_start$/, ['_end']],
  [/_from$/, ['_to', '_until']],
  [/^from/, ['to', 'until']],
  [/^begin/, ['end']],
]

/** The range that a row holds: of two days inclusive, of two moments up to the second, of two times on the row's day. */
function periodOf(table: DraftTable): string | undefined {
  const of = (name: string) => table.columns.find((column) => column.name === name)
  for (const start of table.columns) {
    for (const [sign, others] of ends) {
      if (!sign.test(start.name)) continue
      const end = others.map((other) => of(start.name.replace(sign, other))).find((column) => column?.type === start.type)
      if (end === undefined) continue
      const [from, to] = [quoteName(start.name), quoteName(end.name)]
      if (start.type === 'date') return `daterange(${from}, ${to}, '[]')`
      if (start.type === 'timestamptz') return `tstzrange(${from}, ${to})`
      const day = table.columns.find((column) => column.type === 'date')
      if (start.type === 'time' && day !== undefined)
        return `tsrange(${quoteName(day.name)} + ${from}, ${quoteName(day.name)} + ${to})`
    }
  }
  return undefined
}

/** Stems, in the languages that documents are in, of the states in which a row holds its time no longer. */
const freeing = /cancel|reject|declin|withdraw|anulow|odrzuc|odwoł|wycof/i

function leftOut(table: DraftTable): string | undefined {
  const deleted = softDeletion(table)
  const status = table.columns.find((column) => (column.values ?? []).some((value) => freeing.test(value)))
  const free = (status?.values ?? []).filter((value) => freeing.test(value)).map(quoteText)
  const parts = [
    ...(status === undefined
      ? []
      : [`${quoteName(status.name)} ${free.length === 1 ? `<> ${free[0]}` : `not in (${free.join(', ')})`}`]),
    ...(deleted === undefined ? [] : [`${deleted} is null`]),
  ]
  return parts.length === 0 ? undefined : parts.join(' and ')
}
