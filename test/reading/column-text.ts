import type { Column } from '../../src/schema/column.ts'
import type { ForeignKey } from '../../src/schema/constraint.ts'
import type { Plan } from '../../src/schema/plan.ts'
import type { Table } from '../../src/schema/table.ts'

/** Where a key leads: a table, or the accounts. */
export function targetOf({ references }: ForeignKey): string {
  return references.schema === 'auth' ? 'accounts' : references.table
}

/** A column with where it leads, or the values it may have, or its type where that is not text. */
export function columnText(column: Column, table: Table, plan: Plan, reference: string | undefined): string {
  const values = plan.schema.enums.find((each) => each.name === column.type)?.values ?? checkedValues(table, column.name)
  const type = column.type === 'text' ? '' : ` ${column.type}`
  return `${column.name}${column.nullable ? '?' : ''}${reference ?? (values ? ` (${values.join('|')})` : type)}`
}

/** The values that a check lists for a column, if one does. */
function checkedValues(table: Table, name: string): readonly string[] | undefined {
  const check = table.checks.find((each) => new RegExp(`^"?${name}"? in \\(`).test(each.expression))
  return check && [...check.expression.matchAll(/'([^']*)'/g)].map((match) => match[1] as string)
}
