import { keyOf } from '../../schema/order.ts'
import type { Plan } from '../../schema/plan.ts'
import type { Table } from '../../schema/table.ts'
import { renameColumn, renamedColumns } from '../../sql/rename-column.ts'
import { contentOf } from './units.ts'

/** The design under the names that a person gave to columns of it: `` `label` <!-- was: name --> ``. */
export function underNamesOf(mine: Plan, theirs: Plan): Plan {
  const renames = renamedColumns(mine.schema).filter(({ schema, table, from }) =>
    theirs.schema.tables.some(
      (one) => keyOf(one) === keyOf({ schema, name: table }) && one.columns.some(({ name }) => name === from),
    ),
  )
  if (renames.length === 0) return theirs
  const schema = renames.reduce(renameColumn, theirs.schema)
  return {
    ...theirs,
    schema: {
      ...schema,
      tables: schema.tables.map((table) => {
        const own = mine.schema.tables.find((one) => keyOf(one) === keyOf(table))
        const here = renames.filter((one) => one.schema === table.schema && one.table === table.name)
        if (own === undefined || here.length === 0) return table
        const columns = table.columns.map((column) => {
          const from = here.find(({ to }) => to === column.name)?.from
          return from === undefined ? column : { ...column, was: from }
        })
        return { ...underNamesOfTable(own, table), columns }
      }),
    },
  }
}

/** Constraints and indexes that say the same under another name take the name that the person's has. */
function underNamesOfTable(own: Table, designed: Table): Table {
  const named = <T extends { readonly name: string }>(mine: readonly T[], theirs: readonly T[]): readonly T[] => {
    const content = (one: T) => contentOf({ ...one, name: '' })
    return theirs.map((one) => {
      const same = mine.find((other) => content(other) === content(one))
      return same === undefined || theirs.some(({ name }) => name === same.name) ? one : { ...one, name: same.name }
    })
  }
  return {
    ...designed,
    uniques: named(own.uniques, designed.uniques),
    checks: named(own.checks, designed.checks),
    foreignKeys: named(own.foreignKeys, designed.foreignKeys),
    exclusions: named(own.exclusions, designed.exclusions),
    indexes: named(own.indexes, designed.indexes),
  }
}
