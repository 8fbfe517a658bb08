import { keyOf } from '../../schema/order.ts'
import type { View, ViewColumn } from '../../schema/view.ts'
import { joinLines } from '../form/inline.ts'
import { readName } from '../form/name.ts'
import { readWhy } from '../form/why.ts'
import { isTable, type Section } from './markdown.ts'
import { isBlank, isOmission, readTableRows } from './rows.ts'
import type { SqlState } from './sql/state.ts'
import { type PlanText, readComment, readHeadingName } from './tables.ts'

/** Reads `### Views`: a heading for each, its columns, and the statement in the SQL block, which has been applied to `sql`. */
export function readViews(section: Section, sql: SqlState, source: PlanText): readonly View[] {
  return section.children.flatMap((child) => {
    const name = readHeadingName(child, source.report)
    if (name === undefined) return []
    const found = sql.views.get(keyOf(name))
    if (found === undefined) {
      source.report.add(
        'plan/sql',
        'error',
        child.heading.start,
        `no SQL block makes the view \`${name.name}\``,
        'add a block with its "create view" statement',
      )
      return []
    }
    const { query, ...options } = found
    return [{ ...name, columns: readViewColumns(child, source), query, ...options, ...readComment(child, source) }]
  })
}

function readViewColumns(section: Section, { text, report }: PlanText): readonly ViewColumn[] {
  const columns = { name: ['column', 'name'], type: ['type'], why: ['why', 'comment'] } as const
  return section.blocks.filter(isTable).flatMap((table) =>
    readTableRows(table, text, report, columns, ['why']).flatMap((row) => {
      if (isBlank(row.name) || isOmission(row.name)) return []
      const name = report.attempt(row.name, 'the name of this column', (phrase) => {
        const code = phrase.code() ?? phrase.word() ?? phrase.fail('a name in a code span')
        return readName(code) ?? phrase.fail('one name')
      })
      const type = report.attempt(
        row.type,
        'the type of this column',
        (phrase) => phrase.code() ?? joinLines(phrase.rest().text).trim(),
      )
      return name === undefined || type === undefined ? [] : [{ name, type, ...readWhy(row.why) }]
    }),
  )
}
