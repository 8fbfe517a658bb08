import type { AccessRule, Operation } from '../../schema/access.ts'
import type { Grant } from '../../schema/grant.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier } from '../../sql/quote.ts'
import { writeCode } from '../form/code.ts'
import { tableName } from '../form/name.ts'
import { writeWho } from '../form/who.ts'
import { type Block, table as markdownTable, section } from './layout.ts'

/**
 * `### Protected columns`: of the tables that callers may write, the columns that not all of them may. Made each time from the access rules and,
 * where they have been compiled, the grants; nothing in it is read back.
 */
export function writeProtectedColumns(schema: Schema): readonly Block[] {
  const rulesOf = groupedBy(schema.access.rules, (rule) => `${rule.schema}.${rule.table}`)
  const grantsOf = groupedBy(
    schema.grants.filter(({ object }) => object.kind === 'table'),
    ({ object }) => `${object.schema}.${object.name}`,
  )
  const rows = schema.tables.flatMap((table) => {
    const key = `${table.schema}.${table.name}`
    return tableRows(table, schema, rulesOf.get(key) ?? [], grantsOf.get(key) ?? [])
  })
  return section('### Protected columns', markdownTable(['Columns', 'Set on insert by', 'Changed by'], rows))
}

function tableRows(
  table: Table,
  schema: Schema,
  ruled: readonly AccessRule[],
  grants: readonly Grant[],
): readonly (readonly string[])[] {
  const rules = ruled.filter((rule) => rule.through === undefined)
  const writers = (operation: Operation, column?: string): string => {
    const names = rules
      .filter((rule) => may(rule, operation, column, schema, grants))
      .map((rule) => writeWho(rule.who, schema.access))
    return names.length === 0 ? 'nobody' : [...new Set(names)].join(', ')
  }
  const all = { insert: writers('insert'), update: writers('update') }
  const groups = new Map<string, { readonly names: string[]; readonly insert: string; readonly update: string }>()
  for (const { name } of table.columns) {
    const insert = writers('insert', name)
    const update = writers('update', name)
    if (insert === all.insert && update === all.update) continue
    const key = `${insert}\n${update}`
    const group = groups.get(key) ?? { names: [], insert, update }
    group.names.push(writeCode(`${tableName(table.schema, table.name)}.${identifier(name)}`, true))
    groups.set(key, group)
  }
  return [...groups.values()].map(({ names, insert, update }) => [names.join(', '), insert, update])
}

/** Does the rule allow the operation on this column, and do the grants of its role? Without a column: on any. */
function may(
  rule: AccessRule,
  operation: Operation,
  column: string | undefined,
  schema: Schema,
  grants: readonly Grant[],
): boolean {
  const granted = grantedColumns(rule, operation, schema, grants)
  return rule.may.some((permission) => {
    if (permission.operation !== operation) return false
    const columns = [permission.columns, granted].filter((list) => list !== undefined)
    return column === undefined ? columns.every((list) => list.length > 0) : columns.every((list) => list.includes(column))
  })
}

/** The columns that the rule's role was granted; undefined for all of them, and where nothing has been compiled yet. */
function grantedColumns(
  { who }: AccessRule,
  operation: Operation,
  schema: Schema,
  own: readonly Grant[],
): readonly string[] | undefined {
  if (own.length === 0) return undefined
  const traits = traitsOf(schema.platform)
  const role = who.kind === 'backend' ? traits.backend : who.kind === 'anonymous' ? traits.anonymous : traits.signedIn
  const privilege = own.find((grant) => grant.role === role)?.privileges.find((candidate) => candidate.privilege === operation)
  return privilege === undefined ? [] : privilege.columns
}
