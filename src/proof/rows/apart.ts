import type { Table } from '../../schema/table.ts'
import type { Value } from './candidates.ts'

const range = /^(?:date|ts|tstz)range\(\s*"?(\w+)"?\s*,\s*"?(\w+)"?\s*(?:,|\))/i

/**
 * Days of its own for the periods of a row that must not overlap those of others: the columns that an exclusion constraint makes a range of. Even a row
 * that leaves out what it can has an end, for without one it would overlap all that follow.
 */
export function periodsApart(table: Table, number: number): Readonly<Record<string, Value>> {
  const pairs = table.exclusions.flatMap(({ elements }) =>
    elements.flatMap(({ expression, operator }) => {
      const pair = operator === '&&' ? range.exec(expression.trim()) : null
      return pair?.[1] === undefined || pair[2] === undefined ? [] : [[pair[1], pair[2]] as const]
    }),
  )
  return Object.fromEntries(pairs.flatMap(([from, to]) => [day(table, from, number * 3), day(table, to, number * 3 + 1)]))
}

function day(table: Table, name: string, offset: number): readonly [string, Value] {
  const iso = new Date(Date.UTC(2031, 0, 1 + offset)).toISOString()
  return [name, table.columns.find((column) => column.name === name)?.type === 'date' ? iso.slice(0, 10) : iso]
}
