import { keyOf } from '../../schema/order.ts'
import type { Plan } from '../../schema/plan.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { renameColumn, renamedColumns } from '../../sql/rename-column.ts'
import { renamedTables, renameTable } from '../../sql/rename-table.ts'
import { renamedTypes, renameType } from '../../sql/rename-type.ts'
import { contentOf } from './units.ts'

/** The design under the names that a person gave to types, tables and columns of it: `` `label` <!-- was: name --> ``. */
export function underNamesOf(mine: Plan, theirs: Plan): Plan {
  return underColumnNamesOf(mine, underTableNamesOf(mine, underTypeNamesOf(mine, theirs)))
}

function underTypeNamesOf(mine: Plan, theirs: Plan): Plan {
  const has = (schema: string, name: string) => theirs.schema.enums.some((one) => keyOf(one) === keyOf({ schema, name }))
  const renames = renamedTypes(mine.schema).filter(({ schema, from, to }) => has(schema, from) && !has(schema, to))
  const schema = renames.reduce(renameType, theirs.schema)
  const enums = schema.enums.map((one) => {
    const from = renames.find(({ schema: home, to }) => keyOf({ schema: home, name: to }) === keyOf(one))?.from
    return from === undefined ? one : { ...one, was: from }
  })
  return { ...theirs, schema: { ...schema, enums } }
}

function underTableNamesOf(mine: Plan, theirs: Plan): Plan {
  const has = ({ tables }: Plan['schema'], schema: string, name: string) =>
    tables.some((table) => keyOf(table) === keyOf({ schema, name }))
  const renames = renamedTables(mine.schema).filter(
    ({ schema, from, to }) => has(theirs.schema, schema, from) && !has(theirs.schema, schema, to),
  )
  if (renames.length === 0) return theirs
  const schema = renames.reduce(renameTable, theirs.schema)
  const tables = schema.tables.map((table) => {
    const own = mine.schema.tables.find((one) => keyOf(one) === keyOf(table))
    const rename = renames.find(({ schema: home, to }) => keyOf({ schema: home, name: to }) === keyOf(table))
    if (own === undefined || rename === undefined) return table
    const named = underNamesOfTable(own, table)
    const primaryKey =
      own.primaryKey === undefined ? {} : { primaryKey: { ...(named.primaryKey ?? own.primaryKey), name: own.primaryKey.name } }
    return { ...named, ...primaryKey, was: rename.from }
  })
  return { ...theirs, schema: { ...schema, tables } }
}

/** Policies of a table that a person renamed, compiled anew: those that say what one of the plan's says keep its name. */
export function underPolicyNamesOf(mine: Plan, compiled: Schema): Schema {
  const renames = renamedTables(mine.schema)
  if (renames.length === 0) return compiled
  const tables = compiled.tables.map((table) => {
    const own = mine.schema.tables.find((one) => keyOf(one) === keyOf(table))
    const isRenamed = renames.some(({ schema, to }) => keyOf({ schema, name: to }) === keyOf(table))
    return own === undefined || !isRenamed ? table : { ...table, policies: namedAs(own.policies, table.policies) }
  })
  return { ...compiled, tables }
}

function underColumnNamesOf(mine: Plan, theirs: Plan): Plan {
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
  return {
    ...designed,
    uniques: namedAs(own.uniques, designed.uniques),
    checks: namedAs(own.checks, designed.checks),
    foreignKeys: namedAs(own.foreignKeys, designed.foreignKeys),
    exclusions: namedAs(own.exclusions, designed.exclusions),
    indexes: namedAs(own.indexes, designed.indexes),
  }
}

function namedAs<T extends { readonly name: string }>(mine: readonly T[], theirs: readonly T[]): readonly T[] {
  const content = (one: T) => contentOf({ ...one, name: '' })
  return theirs.map((one) => {
    const same = mine.find((other) => content(other) === content(one))
    return same === undefined || theirs.some(({ name }) => name === same.name) ? one : { ...one, name: same.name }
  })
}
