import type { Table } from '../../schema/table.ts'
import type { Person } from '../people/people.ts'
import { type Facts, nameOf, targetOf } from './facts.ts'
import type { MadeRow, Row } from './world.ts'

/** How much of a row is a person's own: the accounts that it names, and the rows that it leads to, which are theirs. */
export function ownness(
  facts: Facts,
  table: Table,
  person: Person,
  row: Row,
  made: (table: string) => readonly MadeRow[],
): number {
  const own = namesOf(facts, table, person, row)
  const parents = table.foreignKeys.filter((key) => {
    const parent = facts.tables.get(targetOf(key))
    const found = made(targetOf(key)).find((one) =>
      key.columns.every((column, at) => row[column] != null && row[column] === one.row[key.references.columns[at] ?? '']),
    )
    return parent !== undefined && found !== undefined && namesOf(facts, parent, person, found.row) > 0
  })
  return own + parents.length
}

function namesOf(facts: Facts, table: Table, person: Person, row: Row): number {
  const names = ({ name }: { readonly name: string }) =>
    facts.accountColumns.has(`${nameOf(table)}.${name}`) && String(row[name]) === person.id
  return table.columns.filter(names).length
}
