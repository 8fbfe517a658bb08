import type { PathStep } from '../../schema/access.ts'
import { leadsToAccount } from '../../schema/account-key.ts'
import { findTable } from '../../schema/lookups.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, shortName } from '../../sql/quote.ts'

/** A way from a row to the account it belongs to: along foreign keys to a column that holds the account. */
export interface OwnerPath {
  readonly steps: readonly PathStep[]
  readonly column: string
}

const longest = 3

/** All ways from the rows of a table to an account, the shortest first. */
export function ownerPaths(schema: Schema, table: Table): readonly OwnerPath[] {
  const found: OwnerPath[] = []
  let ends: readonly { readonly table: Table; readonly steps: readonly PathStep[] }[] = [{ table, steps: [] }]
  for (let length = 0; length <= longest; length++) {
    for (const end of ends)
      for (const column of accountColumns(schema, end.table)) {
        // The profile behind `user_id` is the account that `user_id` is.
        const isSame = found.some((path) => path.steps.length === 0 && end.steps[0]?.column === path.column)
        if (!isSame) found.push({ steps: end.steps, column })
      }
    ends = ends.flatMap((end) => next(schema, end.table).map(({ step, to }) => ({ table: to, steps: [...end.steps, step] })))
  }
  // A way that comes back says nothing of whose the row is.
  return found.filter(({ steps }) => {
    const visited = [table.name, ...steps.map((step) => step.table)]
    return new Set(visited).size === visited.length
  })
}

function next(schema: Schema, table: Table): readonly { readonly step: PathStep; readonly to: Table }[] {
  return table.foreignKeys.flatMap(({ columns, references }) => {
    const [column, ...more] = columns
    const [key] = references.columns
    const to = findTable(schema, references.schema, references.table)
    if (column === undefined || key === undefined || more.length > 0 || to === undefined || to === table) return []
    const step: PathStep = { direction: 'forward', column, schema: references.schema, table: references.table, key }
    return [{ step, to }]
  })
}

/** The columns of a table that hold an account: they lead to the platform's accounts, or to the key of a table whose key is the account. */
export function accountColumns(schema: Schema, table: Table): readonly string[] {
  return table.columns.map(({ name }) => name).filter((name) => leadsToAccount(schema, table, name))
}

/** The caller, asked once for a statement. */
export const callerSql = (schema: Schema): string => `(select ${traitsOf(schema.platform).callerId})`

/** The condition that the way from a row ends at the caller. */
export function ownerSql(schema: Schema, table: Table, { steps, column }: OwnerPath): string {
  const caller = callerSql(schema)
  const [first, ...rest] = steps
  if (first === undefined) return `${identifier(column)} = ${caller}`
  const nameOf = (step: PathStep) => shortName({ schema: step.schema, name: step.table })
  const joins = rest.map(
    (step, at) =>
      ` join ${nameOf(step)} on ${identifier(step.table)}.${identifier(step.key)} = ${identifier((steps[at] as PathStep).table)}.${identifier(step.column)}`,
  )
  const last = steps.at(-1) ?? first
  const here = `${identifier(first.table)}.${identifier(first.key)} = ${identifier(table.name)}.${identifier(first.column)}`
  return `exists (select 1 from ${nameOf(first)}${joins.join('')} where ${here} and ${identifier(last.table)}.${identifier(column)} = ${caller})`
}
