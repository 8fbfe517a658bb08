import type { Column } from '../schema/column.ts'
import { displayName } from '../schema/lookups.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { createStatements } from '../sql/create-statements.ts'
import { columnDefinition } from '../sql/objects/column.ts'
import { checkClause, exclusionClause, foreignKeyClause, primaryKeyClause, uniqueClause } from '../sql/objects/constraint.ts'
import { type Accepted, type Refused, refusal } from './refusal.ts'
import type { Session } from './session.ts'

/** A part that is put to a table, and what it is called and written as where PostgreSQL refuses it. */
interface TablePart {
  readonly object: string
  readonly sql: string
  readonly put: (table: Table) => Table
}

/**
 * As much of a table as PostgreSQL makes, put together part by part: columns, then their defaults, keys, checks. A column of a type that is not there is
 * text, so that what names it can be tried.
 *
 * @returns undefined if not even its columns can be made.
 */
export async function mostOfTable(session: Session, schema: Schema, table: Table): Promise<Accepted | undefined> {
  const withTable = (one: Table): Schema => ({ ...schema, tables: schema.tables.map((each) => (each === table ? one : each)) })
  const why = (one: Table): Promise<string | undefined> => {
    const object = displayName(table)
    const sql = createStatements(withTable(one)).find((each) => each.kind === 'table' && each.object === object)?.sql ?? ''
    return session.undone(() => refusal(session, sql))
  }
  const { primaryKey: _key, partitionBy: _partition, ...bare } = table
  const empty: Table = { ...bare, columns: [], uniques: [], checks: [], foreignKeys: [], exclusions: [] }
  const refused: Refused[] = []
  let made = empty
  for (const column of table.columns) {
    const plain = plainColumn(column)
    const refusedColumn = await why(withColumn(made, plain))
    if (refusedColumn !== undefined) {
      const { object, sql } = partOf(table, column.name, columnDefinition(plain, schema, false))
      refused.push({ object, sql, why: refusedColumn })
      if ((await why(withColumn(made, { ...plain, type: 'text' }))) !== undefined) return undefined
    }
    made = withColumn(made, refusedColumn === undefined ? plain : { ...plain, type: 'text' })
  }
  for (const { object, sql, put } of partsOf(table, schema)) {
    const more = put(made)
    const reason = await why(more)
    if (reason === undefined) made = more
    else refused.push({ object, sql, why: reason })
  }
  return { schema: withTable(made), refused }
}

const withColumn = (table: Table, column: Column): Table => ({ ...table, columns: [...table.columns, column] })

function plainColumn({ default: _default, identity: _identity, generated: _generated, ...column }: Column): Column {
  return column
}

const partOf = (table: Table, name: string, sql: string): Omit<TablePart, 'put'> => ({
  object: `${displayName(table)}.${name}`,
  sql,
})

/** Everything of a table beyond its plain columns, what others rest on first. */
function partsOf(table: Table, schema: Schema): readonly TablePart[] {
  const names = new Set(table.columns.map(({ name }) => name))
  const { primaryKey, partitionBy } = table
  const part = (name: string, sql: string, put: TablePart['put']): TablePart => ({ object: name, sql, put })
  return [
    ...(partitionBy === undefined
      ? []
      : [part(displayName(table), `partition by ${partitionBy}`, (made) => ({ ...made, partitionBy }))]),
    ...table.columns.flatMap((column): readonly TablePart[] => {
      const { default: value, identity, generated } = column
      if (value === undefined && identity === undefined && generated === undefined) return []
      const put: TablePart['put'] = (made) => ({
        ...made,
        columns: made.columns.map((one) =>
          one.name === column.name
            ? {
                ...one,
                ...(value === undefined ? {} : { default: value }),
                ...(identity === undefined ? {} : { identity }),
                ...(generated === undefined ? {} : { generated }),
              }
            : one,
        ),
      })
      return [{ ...partOf(table, column.name, columnDefinition(column, schema, true)), put }]
    }),
    ...(primaryKey === undefined
      ? []
      : [part(primaryKey.name, primaryKeyClause(primaryKey), (made) => ({ ...made, primaryKey }))]),
    ...table.uniques.map((one) => part(one.name, uniqueClause(one), (made) => ({ ...made, uniques: [...made.uniques, one] }))),
    ...table.exclusions.map((one) =>
      part(one.name, exclusionClause(one, names), (made) => ({ ...made, exclusions: [...made.exclusions, one] })),
    ),
    ...table.checks.map((one) => part(one.name, checkClause(one), (made) => ({ ...made, checks: [...made.checks, one] }))),
    ...table.foreignKeys.map((one) =>
      part(one.name, foreignKeyClause(one), (made) => ({ ...made, foreignKeys: [...made.foreignKeys, one] })),
    ),
  ]
}
