import type { Table } from '../../schema/table.ts'
import { identifier, identifiers, literal, qualified } from '../../sql/quote.ts'
import type { Value } from './candidates.ts'

/** An INSERT of the named values. */
export function insertSql(table: Table, values: Readonly<Record<string, Value>>, returning = ''): string {
  const names = Object.keys(values)
  const target = qualified(table.schema, table.name)
  if (names.length === 0) return `insert into ${target} default values${returning}`
  const always = table.columns.some((column) => column.identity === 'always' && names.includes(column.name))
  const given = names.map((name) => valueSql(table, name, values[name] ?? null)).join(', ')
  return `insert into ${target} (${identifiers(names)})${always ? ' overriding system value' : ''} values (${given})${returning}`
}

/**
 * A value as the column takes it. Where its text in SQL is not its text in JSON, it goes as JSON, which PostgreSQL turns into the column's type; that
 * takes longer.
 */
export function valueSql(table: Table, name: string, value: Value): string {
  if (value === null) return 'null'
  const type = table.columns.find((one) => one.name === name)?.type ?? ''
  if (typeof value !== 'object' && !/^jsonb?$/.test(type)) return literal(String(value))
  const json = literal(JSON.stringify({ [name]: value }))
  return `(jsonb_populate_record(null::${qualified(table.schema, table.name)}, ${json}::jsonb)).${identifier(name)}`
}
