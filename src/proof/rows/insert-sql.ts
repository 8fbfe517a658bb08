import type { Table } from '../../schema/table.ts'
import { identifier, identifiers, literal, qualified } from '../../sql/quote.ts'
import type { Value } from './candidates.ts'

/** An INSERT of the named values; PostgreSQL turns their JSON into the types of the columns. */
export function insertSql(table: Table, values: Readonly<Record<string, Value>>, returning = ''): string {
  const names = Object.keys(values)
  const target = qualified(table.schema, table.name)
  if (names.length === 0) return `insert into ${target} default values${returning}`
  const always = table.columns.some((column) => column.identity === 'always' && names.includes(column.name))
  const columns = names.map((name) => `given.${identifier(name)}`).join(', ')
  return (
    `insert into ${target} (${identifiers(names)})${always ? ' overriding system value' : ''} ` +
    `select ${columns} from jsonb_populate_record(null::${target}, ${literal(JSON.stringify(values))}::jsonb) as given${returning}`
  )
}
