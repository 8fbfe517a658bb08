import type { EnumType } from '../../schema/enum-type.ts'
import type { Grant } from '../../schema/grant.ts'
import type { Extension, Namespace } from '../../schema/namespace.ts'
import type { Inline } from '../form/inline.ts'
import { readName, readTableName } from '../form/name.ts'
import { takeWas } from '../form/was.ts'
import { readWhy } from '../form/why.ts'
import { isTable, type Section } from './markdown.ts'
import type { Report } from './report.ts'
import { isBlank, isOmission, type Row, readTableRows } from './rows.ts'
import type { PlanText } from './tables.ts'

const why = ['why', 'reason', 'reasons', 'comment', 'notes'] as const

/** Reads `### Schemas`; the Usage column counts where the SQL says nothing of that schema. */
export function readNamespaces(
  section: Section,
  source: PlanText,
): { readonly namespaces: readonly Namespace[]; readonly usage: readonly Grant[] } {
  const rows = rowsOf(
    section,
    source,
    { name: ['schema', 'name'], usage: ['usage for', 'usage'], holds: ['holds', 'contains'], why },
    ['usage', 'holds', 'why'],
  )
  const read = rows.flatMap((row) => {
    const name = nameIn(row.name, 'the name of this schema', source.report)
    if (name === undefined) return []
    const remarks = readWhy(row.why)
    const comment = remarks.comment ?? (isBlank(row.holds) ? undefined : readWhy(row.holds).comment)
    const namespace: Namespace = { name, ...(comment === undefined ? {} : { comment }), reasons: remarks.reasons }
    const roles = isBlank(row.usage)
      ? []
      : (source.report.attempt(row.usage, 'who may use this schema', (phrase) => phrase.codes('a role in a code span')) ?? [])
    const usage = roles.map(
      (role): Grant => ({ object: { kind: 'schema', schema: name, name: '' }, role, privileges: [{ privilege: 'usage' }] }),
    )
    return [{ namespace, usage }]
  })
  return { namespaces: read.map((r) => r.namespace), usage: read.flatMap((r) => r.usage) }
}

export function readExtensions(section: Section, source: PlanText): readonly Extension[] {
  return rowsOf(section, source, { name: ['extension', 'name'], schema: ['schema'], why }, ['schema', 'why']).flatMap((row) => {
    const name = nameIn(row.name, 'the name of this extension', source.report)
    const schema = isBlank(row.schema) ? 'public' : nameIn(row.schema, 'the schema of this extension', source.report)
    return name === undefined || schema === undefined ? [] : [{ name, schema, reasons: readWhy(row.why).reasons }]
  })
}

export function readTypes(section: Section, source: PlanText): readonly EnumType[] {
  return rowsOf(section, source, { name: ['type', 'name'], values: ['values'], why }, ['why']).flatMap((row) => {
    const { rest, was } = takeWas(row.name)
    const type = source.report.attempt(rest, 'the name of this type', (phrase) => {
      const code = phrase.code() ?? phrase.word() ?? phrase.fail('a name in a code span')
      return readTableName(code) ?? phrase.fail('one name')
    })
    const values = isBlank(row.values)
      ? []
      : source.report.attempt(row.values, 'the values of this type', (phrase) => phrase.codes('a value in a code span'))
    return type === undefined || values === undefined
      ? []
      : [{ ...type, values, ...readWhy(row.why), ...(was === undefined ? {} : { was }) }]
  })
}

function nameIn(cell: Inline, what: string, report: Report): string | undefined {
  return report.attempt(cell, what, (phrase) => {
    const code = phrase.code() ?? phrase.word() ?? phrase.fail('a name in a code span')
    return readName(code) ?? phrase.fail('one name')
  })
}

function rowsOf<K extends string>(
  section: Section,
  { text, report }: PlanText,
  columns: Readonly<Record<K, readonly string[]>>,
  optional: readonly NoInfer<K>[],
): readonly Row<K>[] {
  return section.blocks.filter(isTable).flatMap((table) =>
    readTableRows(table, text, report, columns, optional).filter((row) => {
      const first = row[Object.keys(columns)[0] as K]
      return !isOmission(first) && !isBlank(first)
    }),
  )
}
