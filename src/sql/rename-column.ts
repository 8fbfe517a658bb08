import type { Rows } from '../schema/access.ts'
import { keyOf } from '../schema/order.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { Index } from '../schema/table-index.ts'
import { identifier } from './quote.ts'
import { nameOf, tokenise } from './tokenise.ts'

/** A column under another name. */
export interface RenamedColumn {
  readonly schema: string
  readonly table: string
  readonly from: string
  readonly to: string
}

/**
 * Says a column's new name wherever a schema says its old one: in keys, constraints, indexes, triggers, grants, access rules, and in expressions, where the name can mean
 * nothing else. Names of constraints and indexes stay, and so do views and functions, whose text PostgreSQL does not follow either.
 */
export function renameColumn(schema: Schema, column: RenamedColumn): Schema {
  return {
    ...schema,
    tables: schema.tables.map((table) => (isOf(table, column) ? renameInOwn(table, column) : renameInOther(table, column))),
    grants: schema.grants.map((grant) =>
      grant.object.kind === 'table' && isOf(grant.object, column)
        ? {
            ...grant,
            privileges: grant.privileges.map((one) =>
              one.columns === undefined ? one : { ...one, columns: renamed(one.columns, column) },
            ),
          }
        : grant,
    ),
    access: {
      ...schema.access,
      rules: schema.access.rules.map((rule) => ({
        ...rule,
        rows: renameInRows(rule.rows, { schema: rule.schema, name: rule.table }, column),
        may: isOf({ schema: rule.schema, name: rule.table }, column)
          ? rule.may.map((one) => (one.columns === undefined ? one : { ...one, columns: renamed(one.columns, column) }))
          : rule.may,
      })),
    },
  }
}

interface Named {
  readonly schema: string
  readonly name: string
}

const isOf = (table: Named, column: RenamedColumn): boolean =>
  keyOf(table) === keyOf({ schema: column.schema, name: column.table })

const other = (name: string, { from, to }: RenamedColumn): string => (name === from ? to : name)
const renamed = (names: readonly string[], column: RenamedColumn): readonly string[] => names.map((name) => other(name, column))

function renameInOwn(table: Table, column: RenamedColumn): Table {
  const said = (text: string) => renameInExpression(text, column, true)
  return {
    ...table,
    columns: table.columns.map((one) => ({
      ...one,
      name: other(one.name, column),
      ...(one.generated === undefined ? {} : { generated: { ...one.generated, expression: said(one.generated.expression) } }),
    })),
    ...(table.primaryKey === undefined
      ? {}
      : { primaryKey: { ...table.primaryKey, columns: renamed(table.primaryKey.columns, column) } }),
    uniques: table.uniques.map((one) => ({ ...one, columns: renamed(one.columns, column) })),
    checks: table.checks.map((one) => ({ ...one, expression: said(one.expression) })),
    exclusions: table.exclusions.map((one) => ({
      ...one,
      elements: one.elements.map((element) => ({ ...element, expression: said(element.expression) })),
      ...(one.where === undefined ? {} : { where: said(one.where) }),
    })),
    indexes: table.indexes.map((one) => renameInIndex(one, column)),
    triggers: table.triggers.map((one) => ({
      ...one,
      events: one.events.map((event) =>
        event.columns === undefined ? event : { ...event, columns: renamed(event.columns, column) },
      ),
    })),
    foreignKeys: table.foreignKeys.map((one) => ({
      ...one,
      columns: renamed(one.columns, column),
      references: referencesOf(one.references, column),
      ...(one.onDeleteColumns === undefined ? {} : { onDeleteColumns: renamed(one.onDeleteColumns, column) }),
    })),
    ...(table.partitionBy === undefined ? {} : { partitionBy: said(table.partitionBy) }),
    policies: table.policies.map((one) => renameInPolicy(one, column, true)),
  }
}

function renameInIndex(index: Index, column: RenamedColumn): Index {
  return {
    ...index,
    keys: index.keys.map((key) => ({
      ...key,
      ...(key.column === undefined ? {} : { column: other(key.column, column) }),
      ...(key.expression === undefined ? {} : { expression: renameInExpression(key.expression, column, true) }),
    })),
    ...(index.include === undefined ? {} : { include: renamed(index.include, column) }),
    ...(index.where === undefined ? {} : { where: renameInExpression(index.where, column, true) }),
  }
}

function renameInOther(table: Table, column: RenamedColumn): Table {
  return {
    ...table,
    foreignKeys: table.foreignKeys.map((one) => ({ ...one, references: referencesOf(one.references, column) })),
    policies: table.policies.map((one) => renameInPolicy(one, column, false)),
  }
}

function referencesOf<T extends Table['foreignKeys'][number]['references']>(references: T, column: RenamedColumn): T {
  const isIt = isOf({ schema: references.schema, name: references.table }, column)
  return isIt ? { ...references, columns: renamed(references.columns, column) } : references
}

function renameInPolicy<T extends Table['policies'][number]>(policy: T, column: RenamedColumn, isOwn: boolean): T {
  return {
    ...policy,
    ...(policy.using === undefined ? {} : { using: renameInExpression(policy.using, column, isOwn) }),
    ...(policy.check === undefined ? {} : { check: renameInExpression(policy.check, column, isOwn) }),
  }
}

/** A bare name is the column's in an expression of its own table, outside of subqueries; behind the table's name it is everywhere. */
function renameInExpression(text: string, column: RenamedColumn, isOwn: boolean): string {
  const tokens = tokenise(text)
  let result = ''
  let end = 0
  let depth = 0
  const subqueries: number[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.text === '(') depth++
    if (token.text === ')') {
      if (subqueries.at(-1) === depth) subqueries.pop()
      depth--
    }
    if (token.kind !== 'word') continue
    if (token.text.toLowerCase() === 'select' && tokens[at - 1]?.text === '(') subqueries.push(depth)
    const qualifier = tokens[at - 1]?.text === '.' ? tokens[at - 2] : undefined
    const isBare = tokens[at - 1]?.text !== '.' && tokens[at + 1]?.text !== '(' && tokens[at + 1]?.text !== '.'
    const isIts = qualifier === undefined ? isOwn && isBare && subqueries.length === 0 : nameOf(qualifier) === column.table
    if (nameOf(token) !== column.from || !isIts) continue
    result += text.slice(end, token.start) + identifier(column.to)
    end = token.end
  }
  return result + text.slice(end)
}

function renameInRows(rows: Rows, table: Named, column: RenamedColumn): Rows {
  const at = (place: Named, name: string) => (isOf(place, column) ? other(name, column) : name)
  switch (rows.kind) {
    case 'all':
    case 'none':
      return rows
    case 'is null':
    case 'is not null':
      return { ...rows, column: at(table, rows.column) }
    case 'caller row': {
      const place = { schema: rows.schema, name: rows.table }
      return { ...rows, key: at(place, rows.key), column: at(place, rows.column) }
    }
    case 'all of':
    case 'any of':
      return { ...rows, parts: rows.parts.map((part) => renameInRows(part, table, column)) }
    case 'caller':
    case 'group':
    case 'groupmate':
    case 'equals': {
      let here = table
      const steps = rows.path.steps.map((step) => {
        const next = { schema: step.schema, name: step.table }
        const moved = { ...step, column: at(here, step.column), key: at(next, step.key) }
        here = next
        return moved
      })
      return { ...rows, path: { steps, column: at(here, rows.path.column) } }
    }
  }
}

/** The columns that a schema says were called otherwise, and of whose old names it has no column any more. */
export function renamedColumns(schema: Schema): readonly RenamedColumn[] {
  return schema.tables.flatMap((table) =>
    table.columns.flatMap(({ name, was }) =>
      was === undefined || table.columns.some((one) => one.name === was)
        ? []
        : [{ schema: table.schema, table: table.name, from: was, to: name }],
    ),
  )
}
