import { parseStatements } from '../../../sql/parser/parse-statements.ts'
import { codeStart, isSql, type Section } from '../markdown.ts'
import type { PlanText } from '../tables.ts'
import { applyStatement, emptyState, type IsView } from './apply.ts'
import type { SqlState } from './state.ts'

/** Applies the SQL blocks of these sections, one statement after the other, as PostgreSQL would. */
export async function readSqlBlocks(
  sections: readonly (Section | undefined)[],
  { text, report }: PlanText,
  isView: IsView,
): Promise<SqlState> {
  const state = emptyState()
  for (const block of sections.flatMap((section) => (section === undefined ? [] : blocksIn(section)))) {
    const start = codeStart(block, text)
    const parsed = await parseStatements(block.value)
    if (!parsed.ok) {
      report.add('plan/sql', 'error', start + parsed.offset, `PostgreSQL cannot read this block: ${parsed.message}`)
      continue
    }
    for (const statement of parsed.statements) {
      const placed = { ...statement, start: start + statement.start }
      const problem = applyStatement(placed, state, isView)
      if (problem !== undefined) report.add('plan/sql', 'warning', placed.start, `this statement is not read: ${problem}`)
    }
  }
  return state
}

function blocksIn(section: Section): ReturnType<typeof sqlOf> {
  return [...sqlOf(section), ...section.children.flatMap(blocksIn)]
}

function sqlOf(section: Section) {
  return section.blocks.filter(isSql)
}
