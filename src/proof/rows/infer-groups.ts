import type { Group } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'

/**
 * The groups that a schema seems to have where nothing says so: a table whose key is made of a reference to an account and one to a table that belongs
 * to no account itself. Only who shares rows in the fixture hangs on it, so that members of two groups can be told apart; no rule comes of it.
 */
export function inferGroups(schema: Schema, accountColumns: ReadonlySet<string>): readonly Group[] {
  return schema.tables.flatMap((table): readonly Group[] => {
    const place = (column: string) => `${table.schema}.${table.name}.${column}`
    const single = table.foreignKeys.filter((key) => key.columns.length === 1)
    const users = single.filter((key) => accountColumns.has(place(key.columns[0] ?? '')))
    const groups = single.filter((key) => !accountColumns.has(place(key.columns[0] ?? '')))
    const [user] = users
    const [group] = groups
    if (user === undefined || group === undefined || users.length > 1 || groups.length > 1) return []
    const columns = [user.columns[0] ?? '', group.columns[0] ?? '']
    const isKeyed = keysOf(table).some((key) => key.every((column) => columns.includes(column)))
    const target = schema.tables.find((one) => one.schema === group.references.schema && one.name === group.references.table)
    const isOwned = target?.columns.some((column) => accountColumns.has(`${target.schema}.${target.name}.${column.name}`))
    if (!isKeyed || target === undefined || isOwned) return []
    return [
      {
        name: target.name,
        schema: target.schema,
        table: target.name,
        membership: { schema: table.schema, table: table.name, groupColumn: columns[1] ?? '', userColumn: columns[0] ?? '' },
        roles: [],
      },
    ]
  })
}

const keysOf = (table: Table): readonly (readonly string[])[] => [
  ...(table.primaryKey === undefined ? [] : [table.primaryKey.columns]),
  ...table.uniques.map((unique) => unique.columns),
]
