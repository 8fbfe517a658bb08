import type { Table } from '../../schema/table.ts'
import type { Person } from '../people/people.ts'
import { closedValues, type Value } from './candidates.ts'
import { callerRowsOf, type Facts, nameOf } from './facts.ts'
import { filledValue } from './filled-value.ts'
import { hintsOf } from './hints.ts'

/**
 * The values that a person's own row of a table should have, so that what is asked of it holds of the owner and of those around, and not of the
 * other owner: each of the two must be seen to matter.
 */
export function ownRowValues(facts: Facts, table: Table, person: Person): Readonly<Record<string, Value>> {
  const values: Record<string, Value> = {}
  for (const { schema, table: name, column: columnName, test } of callerRowsOf(facts.schema.access.rules)) {
    const column = table.columns.find((one) => one.name === columnName)
    if (`${schema}.${name}` !== nameOf(table) || column === undefined || columnName in values) continue
    const hints = table.checks.map((check) => hintsOf(check.expression, table)).filter((one) => one.columns.includes(columnName))
    const listed = test.kind === 'equals' ? test.values : []
    const others = closedValues(column, hints, facts.schema.enums).filter((value) => !listed.includes(String(value)))
    const met = test.kind === 'equals' ? (listed[0] ?? null) : test.kind === 'is null' ? null : filledValue(column.type)
    const unmet = test.kind === 'equals' ? (others[0] ?? null) : test.kind === 'is null' ? filledValue(column.type) : null
    const value = person.main && person.side === 'theirs' ? unmet : met
    if (value !== null || column.nullable) values[columnName] = value
  }
  return values
}
