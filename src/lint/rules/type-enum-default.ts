import { displayName } from '../../schema/lookups.ts'
import { at, listAt, textAt } from '../../sql/parser/walk.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { columnOf } from '../tree.ts'

/** A default is one of the values of its type. */
export const enumDefault: Rule = {
  code: 'type/enum-default',
  severity: 'error',
  what: 'The default of a column is none of the values of its enum, or of the list that its check allows.',
  why: 'With an enum the table cannot be created (22P02); with a check every row that leaves the column out is refused (23514).',
  advice: 'Correct the value, or add it to the type.',
  fails:
    "create type gauge_kind as enum ('wind', 'rain'); create table gauges (id uuid primary key, kind gauge_kind not null default 'sun'); alter table gauges enable row level security;",
  passes:
    "create type gauge_kind as enum ('wind', 'rain'); create table gauges (id uuid primary key, kind gauge_kind not null default 'rain'); alter table gauges enable row level security;",
  check: ({ schema, tree }) =>
    schema.tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const type = schema.enums.find((one) => one.name === column.type.replace(/^public\./, ''))
        const value = /^'((?:[^']|'')*)'(?:::[\w."]+)?$/.exec(column.default ?? '')?.[1]
        if (value === undefined) return []
        const listed = table.checks.map(({ name, expression }) => ({ name, values: listOf(tree(expression), column.name) }))
        const lists = type === undefined ? listed : [type, ...listed]
        const [broken] = lists.filter(({ values }) => values !== undefined && !values.includes(value))
        if (broken === undefined) return []
        return [
          {
            part: partIn(table, 'column', column.name),
            message: `${displayName(table)}.${column.name} defaults to '${value}'; ${broken.name} has ${broken.values?.map((one) => `'${one}'`).join(', ')}.`,
          },
        ]
      }),
    ),
}

/** The values of `column in ('a', 'b')`, where that is all that a check says. */
function listOf(check: unknown, column: string): readonly string[] | undefined {
  const isList = textAt(check, 'A_Expr', 'kind') === 'AEXPR_IN' && columnOf(at(check, 'A_Expr', 'lexpr')) === column
  const items = isList ? listAt(check, 'A_Expr', 'rexpr', 'List', 'items') : []
  const values = items.flatMap((item) => textAt(item, 'A_Const', 'sval', 'sval') ?? [])
  return items.length > 0 && values.length === items.length ? values : undefined
}
