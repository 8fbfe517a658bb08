import type { Check, ForeignKey } from '../../schema/constraint.ts'
import { displayName, findTable, uniqueKeys } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { type Known, mentionsIn } from '../depends.ts'
import { identifier, qualified } from '../quote.ts'
import type { Statement } from '../statement.ts'
import { columnDefinition } from './column.ts'
import { commentOn } from './comment.ts'
import { checkClause, exclusionClause, foreignKeyClause, primaryKeyClause, uniqueClause } from './constraint.ts'

/** A table's own statements, and those that must wait until every table, function and index is there. */
export interface TableStatements {
  readonly now: readonly Statement[]
  readonly later: readonly Statement[]
}

/** What was created before the table, as keys of `keyOf`. */
export interface Created {
  readonly relations: ReadonlySet<string>
  readonly routines: ReadonlySet<string>
}

export function createTable(table: Table, schema: Schema, known: Known, created: Created): TableStatements {
  const name = qualified(table.schema, table.name)
  const object = displayName(table)
  const isReady = (text: string | undefined): boolean =>
    [...mentionsIn([text], known).routines].every((key) => created.routines.has(key))
  const laterChecks: Check[] = []
  const laterKeys: ForeignKey[] = []

  const lines = table.columns.map((column) => columnDefinition(column, schema, isReady(column.default)))
  if (table.primaryKey !== undefined) lines.push(primaryKeyClause(table.primaryKey))
  for (const unique of table.uniques) lines.push(uniqueClause(unique))
  for (const check of table.checks) {
    if (isReady(check.expression)) lines.push(checkClause(check))
    else laterChecks.push(check)
  }
  for (const key of table.foreignKeys) {
    if (isInline(key, table, schema, created)) lines.push(foreignKeyClause(key))
    else laterKeys.push(key)
  }
  const columnNames = new Set(table.columns.map((column) => column.name))
  for (const exclusion of table.exclusions) lines.push(exclusionClause(exclusion, columnNames))
  const partitions = table.partitionBy === undefined ? '' : ` partition by ${table.partitionBy}`
  const body = lines.length === 0 ? '()' : `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`

  return {
    now: [
      { kind: 'table', object, sql: `create table ${name} ${body}${partitions}` },
      ...commentOn('table', object, `table ${name}`, table.comment),
      ...table.columns.flatMap((column) =>
        commentOn('table', `${object}.${column.name}`, `column ${name}.${identifier(column.name)}`, column.comment),
      ),
    ],
    later: [
      ...table.columns
        .filter((column) => column.default !== undefined && !isReady(column.default))
        .map((column): Statement => {
          const sql = `alter table ${name} alter column ${identifier(column.name)} set default ${column.default}`
          return { kind: 'default', object: `${object}.${column.name}`, sql }
        }),
      ...laterChecks.map((check) => addConstraint(name, check.name, checkClause(check))),
      ...laterKeys.map((key) => addConstraint(name, key.name, foreignKeyClause(key))),
    ],
  }
}

function addConstraint(table: string, name: string, clause: string): Statement {
  return { kind: 'constraint', object: name, sql: `alter table ${table} add ${clause}` }
}

/**
 * A foreign key stands inside `create table` where its target is there already, as the table itself is and the platform's tables are,
 * and has the key as a constraint: a unique index comes after the tables, and so does the key that rests on it.
 */
export function isInline(key: ForeignKey, table: Table, schema: Schema, created: Pick<Created, 'relations'>): boolean {
  const targetKey = keyOf({ schema: key.references.schema, name: key.references.table })
  const target = findTable(schema, key.references.schema, key.references.table)
  if (target === undefined) return true
  const wanted = [...key.references.columns].sort().join('\u0000')
  const isKey = uniqueKeys(target).some((columns) => [...columns].sort().join('\u0000') === wanted)
  return isKey && (target === table || created.relations.has(targetKey))
}
