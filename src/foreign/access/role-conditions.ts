import { singularise } from '../../schema/inflect.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, literal, shortName } from '../../sql/quote.ts'
import { tokenise } from '../../sql/tokenise.ts'
import { isLike } from './lexicon.ts'
import { accountColumns, callerSql } from './owner-paths.ts'

/** Where the schema says who is an admin, a trainer: as SQL, and the table that is read for it. */
export interface RoleCondition {
  readonly sql: string
  readonly table: Table
}

/** The condition that the caller is what a word calls them, if exactly one part of the schema says so: a flag, a value of a role column, a table of such people. */
export function roleCondition(schema: Schema, word: string): RoleCondition | undefined {
  const role = singularise(word)
  const found = schema.tables.flatMap((table): readonly RoleCondition[] => {
    const key = table.primaryKey?.columns.length === 1 ? table.primaryKey.columns[0] : undefined
    const [account] = accountColumns(schema, table).filter((column) => column === key || isSingle(table, column))
    if (account === undefined) return []
    const where = `${identifier(table.name)}.${identifier(account)} = ${callerSql(schema)}`
    const asking = (more: string): RoleCondition => ({
      sql: `exists (select 1 from ${shortName(table)} where ${where}${more})`,
      table,
    })
    const flags = table.columns.filter(
      ({ name: column, type }) => type === 'boolean' && isCalled(column.replace(/^(is|jest)_/, ''), role),
    )
    if (flags[0] !== undefined) return [asking(` and ${identifier(table.name)}.${identifier(flags[0].name)}`)]
    for (const column of table.columns) {
      if (!/^(\w+_)?(role|rola)$/.test(column.name)) continue
      const value = valuesOf(schema, table, column).find((one) => isCalled(one, role))
      if (value !== undefined) return [asking(` and ${identifier(table.name)}.${identifier(column.name)} = ${literal(value)}`)]
    }
    return isCalled(singularise(table.name), role) ? [asking('')] : []
  })
  return found.length === 1 ? found[0] : undefined
}

const isSingle = (table: Table, column: string): boolean =>
  table.uniques.some((unique) => unique.columns.length === 1 && unique.columns[0] === column)

/** Whether a role goes by a word: `admin` by `administrator`. */
export const isCalled = (value: string, role: string): boolean => {
  const plain = value.toLowerCase()
  return plain === role || isLike(plain, role) || (plain.startsWith('admin') && role.startsWith('admin'))
}

/** The values that a column can have: those of its enum, or those that a CHECK lists. */
export function valuesOf(schema: Schema, table: Table, column: Table['columns'][number]): readonly string[] {
  const type = schema.enums.find(({ name }) => name === column.type.replace(/^public\./, ''))
  if (type !== undefined) return type.values
  return table.checks.flatMap(({ expression }) => {
    const tokens = tokenise(expression)
    return tokens.some(({ text }) => text === column.name)
      ? tokens.flatMap(({ kind, text }) => (kind === 'string' ? [text.slice(1, -1)] : []))
      : []
  })
}
