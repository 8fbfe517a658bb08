import { compareText } from '../../schema/order.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import { keyColumns } from '../checks/row-keys.ts'
import type { Stage } from '../checks/stage.ts'
import type { Row } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf } from '../rows/facts.ts'
import { insertSql } from '../rows/insert-sql.ts'
import { fillingOrder } from '../rows/order.ts'

/**
 * Inserts the rows of the proof as they were in the end, whatever triggers and defaults had made of them; so triggers and foreign keys are
 * off meanwhile.
 */
export function fixtureStatements({ facts, world, rowsOf }: Stage): readonly string[] {
  const { accounts } = facts
  const people =
    accounts === undefined || accounts.own
      ? []
      : world.people.map(
          (person) =>
            `insert into ${accounts.table} (${identifier(accounts.key)}, email) values (${literal(person.id)}, ${email(person)});`,
        )
  return [
    ...people,
    ...fillingOrder(facts.schema.tables).flatMap(({ table }) =>
      rowsOf(nameOf(table)).map((row) => `${insertSql(table, stored(table, row))};`),
    ),
  ]
}

const email = (person: { readonly id: string }): string => literal(`${person.id}@example.com`)

const isClock = /\b(now|current_timestamp|localtimestamp|current_date|(clock|statement|transaction)_timestamp|timeofday)\b/i

function stored(table: Table, row: Row): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    table.columns
      // A time that is the time of the proof would make every file another; its default gives the time of the test.
      .filter((column) => column.generated === undefined && !isClock.test(column.default ?? ''))
      .map((column) => [column.name, (row[column.name] ?? null) as Value]),
  )
}

/** The key of a row as one text, in SQL and as it comes out. */
export function keyText(table: Table): string {
  const columns = keyColumns(table).map((column) => `${identifier(column)}::text`)
  return columns.length === 1 ? (columns[0] ?? '') : `concat_ws(' ', ${columns.join(', ')})`
}

export function keyTexts(table: Table, rows: readonly Row[]): readonly string[] {
  const key = (row: Row) =>
    keyColumns(table)
      .map((column) => row[column])
      .filter((value) => value !== null && value !== undefined)
      .map(String)
      .join(' ')
  return rows.map(key).sort(compareText)
}

/** `where …`: the rows of the proof alone, whatever else the database holds. */
export function whereFixture(table: Table, rows: readonly Row[]): string {
  return `where ${keyText(table)} in (${keyTexts(table, rows).map(literal).join(', ')})`
}

export const tableSql = (table: Table): string => qualified(table.schema, table.name)
