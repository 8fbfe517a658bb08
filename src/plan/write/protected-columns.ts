import type { AccessRule, Operation } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier } from '../../sql/quote.ts'
import { writeCode } from '../form/code.ts'
import { tableName } from '../form/name.ts'
import { writeWho } from '../form/who.ts'
import { type Block, table as markdownTable, section } from './layout.ts'

/**
 * `### Protected columns`: of the tables that callers may write, the columns that some of them may not. Made from the access rules
 * each time; nothing in it is read back.
 */
export function writeProtectedColumns(schema: Schema): readonly Block[] {
  const rows = schema.tables.flatMap((table) => tableRows(table, schema))
  return section('### Protected columns', markdownTable(['Columns', 'Set on insert by', 'Changed by'], rows))
}

function tableRows(table: Table, schema: Schema): readonly (readonly string[])[] {
  const rules = schema.access.rules.filter(
    (rule) => rule.schema === table.schema && rule.table === table.name && rule.through === undefined,
  )
  const clients = rules.filter((rule) => rule.who.kind !== 'backend')
  const isLimited = clients.some(({ may }) => may.some(({ columns }) => columns !== undefined))
  const isWritten = clients.some(({ may }) => may.some(({ operation }) => operation === 'insert' || operation === 'update'))
  if (!isLimited || !isWritten) return []
  const groups = new Map<string, { readonly names: string[]; readonly insert: string; readonly update: string }>()
  for (const { name } of table.columns) {
    const insert = whoMay(rules, 'insert', name, schema)
    const update = whoMay(rules, 'update', name, schema)
    const open = (operation: Operation): string => whoMay(rules, operation, undefined, schema)
    if (insert === open('insert') && update === open('update')) continue
    const key = `${insert}\n${update}`
    const group = groups.get(key) ?? { names: [], insert, update }
    group.names.push(writeCode(`${tableName(table.schema, table.name)}.${identifier(name)}`, true))
    groups.set(key, group)
  }
  return [...groups.values()].map(({ names, insert, update }) => [names.join(', '), insert, update])
}

/** Those who may write this column; without a column, those who may write any. */
function whoMay(rules: readonly AccessRule[], operation: Operation, column: string | undefined, schema: Schema): string {
  const allowed = rules.filter(({ may }) =>
    may.some((permission) => {
      if (permission.operation !== operation) return false
      return column === undefined || permission.columns === undefined || permission.columns.includes(column)
    }),
  )
  const names = [...new Set(allowed.map((rule) => writeWho(rule.who, schema.access)))]
  return names.length === 0 ? 'nobody' : names.join(', ')
}
