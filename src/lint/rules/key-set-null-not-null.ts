import { displayName, findColumn } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** `on delete set null` needs columns that may be null. */
export const setNullNotNull: Rule = {
  code: 'key/set-null-not-null',
  severity: 'error',
  what: 'A foreign key sets a column to null that may not be null.',
  why: 'Deleting the referenced row, an account for one, then fails with 23502.',
  advice: 'Allow null in the column, or choose cascade or restrict.',
  fails: `create table pilots (id uuid primary key); alter table pilots enable row level security;
create table flights (id uuid primary key, pilot_id uuid not null references pilots (id) on delete set null); alter table flights enable row level security;`,
  passes: `create table pilots (id uuid primary key); alter table pilots enable row level security;
create table flights (id uuid primary key, pilot_id uuid references pilots (id) on delete set null); alter table flights enable row level security;`,
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => {
        if (key.onDelete !== 'set null') return []
        const set = key.onDeleteColumns ?? key.columns
        const strict = set.filter((name) => findColumn(table, name)?.nullable === false)
        const [column] = strict
        if (column === undefined) return []
        return [
          {
            part: partIn(table, 'column', column),
            message: `${displayName(table)}.${column} is not null, and its foreign key sets it to null when the row of ${displayName({ schema: key.references.schema, name: key.references.table })} is deleted.`,
          },
        ]
      }),
    ),
}
