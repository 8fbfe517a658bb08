import { displayName, findColumn } from '../../schema/lookups.ts'
import type { PartKind } from '../../schema/part-key.ts'
import type { Table } from '../../schema/table.ts'
import { listAt } from '../../sql/parser/walk.ts'
import { partIn } from '../facts.ts'
import type { Found, Rule } from '../rule.ts'
import { nodesOf, strings } from '../tree.ts'

/** Constraints, indexes and policies speak of columns that are there. */
export const unknownColumn: Rule = {
  code: 'constraint/unknown-column',
  severity: 'error',
  what: 'A constraint, an index or a policy names a column that its table does not have.',
  why: 'PostgreSQL refuses it (42703). Mostly one section was changed and another was not.',
  advice: 'Correct the name, or add the column.',
  fails:
    'create table gauges (id uuid primary key, height integer, check (heigth > 0)); alter table gauges enable row level security;',
  passes:
    'create table gauges (id uuid primary key, height integer, check (height > 0)); alter table gauges enable row level security;',
  check: (facts) =>
    facts.schema.tables.flatMap((table) => {
      const inTree = (kind: PartKind, name: string, what: string, expression: string | undefined) =>
        missing(table, kind, name, what, ownColumns(table, facts.tree(expression)))
      const key = table.primaryKey
      return [
        ...(key === undefined
          ? []
          : missing(table, 'constraint', key.name, `The primary key of ${displayName(table)}`, key.columns)),
        ...table.uniques.flatMap((one) =>
          missing(table, 'constraint', one.name, `A unique constraint of ${displayName(table)}`, one.columns),
        ),
        ...table.checks.flatMap((one) => inTree('constraint', one.name, `A check of ${displayName(table)}`, one.expression)),
        ...table.indexes.flatMap((one) => {
          const what = `The index ${one.name} on ${displayName(table)}`
          const plain = one.keys.flatMap((part) => (part.column === undefined ? [] : [part.column]))
          return [
            ...missing(table, 'index', one.name, what, [...plain, ...(one.include ?? [])]),
            ...one.keys.flatMap((part) => inTree('index', one.name, what, part.expression)),
            ...inTree('index', one.name, what, one.where),
          ]
        }),
        ...table.policies.flatMap((one) => {
          const what = `The policy "${one.name}" on ${displayName(table)}`
          return [...inTree('policy', one.name, what, one.using), ...inTree('policy', one.name, what, one.check)].slice(0, 1)
        }),
      ]
    }),
}

/** Columns that a tree names outside its subqueries, or with the table's own name before them. */
function ownColumns(table: Table, tree: unknown): readonly string[] {
  const inner = new Set(nodesOf(tree, 'SubLink').flatMap((link) => nodesOf(link, 'ColumnRef')))
  return nodesOf(tree, 'ColumnRef').flatMap((node) => {
    const path = strings(listAt(node, 'fields'))
    const last = path.at(-1) ?? ''
    if (last === '') return []
    if (path.length === 1) return inner.has(node) ? [] : [last]
    return path.at(-2) === table.name &&
      !nodesOf(tree, 'RangeVar').some((range) => (range as { relname?: string }).relname === table.name)
      ? [last]
      : []
  })
}

function missing(table: Table, kind: PartKind, name: string, what: string, columns: readonly string[]): readonly Found[] {
  const absent = [...new Set(columns.filter((column) => findColumn(table, column) === undefined))]
  return absent.map((column) => ({
    part: partIn(table, kind, name),
    message: `${what} names ${column}, which is no column of it.`,
  }))
}
