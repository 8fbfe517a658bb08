import type { Table } from '../../src/schema/table.ts'

/** The values that a check lists for a column, if one does. */
export function checkedValues(table: Table, name: string): readonly string[] | undefined {
  const check = table.checks.find((each) => new RegExp(`^"?${name}"? in \\(`).test(each.expression))
  return check && [...check.expression.matchAll(/'([^']*)'/g)].map((match) => match[1] as string)
}
