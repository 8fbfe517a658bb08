import type { Reason } from '../../schema/reason.ts'
import type { Routine } from '../../schema/routine.ts'
import { readWhy } from '../form/why.ts'
import { routineTitle } from '../write/sql-blocks.ts'
import { isTable, type Section } from './markdown.ts'
import { isBlank, readTableRows } from './rows.ts'
import { headingName } from './sections.ts'
import type { SqlState } from './sql/state.ts'
import type { PlanText } from './tables.ts'

/** The functions that the SQL blocks make, with their reasons from the table above them. */
export function readRoutines(section: Section | undefined, sql: SqlState, source: PlanText): readonly Routine[] {
  const functions = section?.children.find((child) => headingName(child) === 'functions')
  const reasons = functions === undefined ? new Map<string, readonly Reason[]>() : readReasons(functions, source)
  return sql.routines.map((routine) => ({ ...routine, reasons: reasons.get(routineTitle(routine)) ?? [] }))
}

function readReasons(section: Section, { text, report }: PlanText): ReadonlyMap<string, readonly Reason[]> {
  const columns = { name: ['function', 'name'], callers: ['called by', 'who'], does: ['does'], why: ['why'] } as const
  const rows = section.blocks
    .filter(isTable)
    .flatMap((table) => readTableRows(table, text, report, columns, ['callers', 'does', 'why']))
  return new Map(
    rows.flatMap((row) => {
      const name = isBlank(row.name)
        ? undefined
        : report.attempt(row.name, 'the name of this function', (phrase) => phrase.expectCode('a function in a code span'))
      return name === undefined ? [] : [[name, readWhy(row.why).reasons] as const]
    }),
  )
}
