import { displayName } from '../../schema/lookups.ts'
import { indexName } from '../../schema/names.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, identifiers, shortName } from '../../sql/quote.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Every foreign key is led by an index. Supabase's advisor: `unindexed_foreign_keys`; Azimutt: `missing index on relation`. */
export const unindexedKey: Rule = {
  code: 'key/unindexed',
  severity: 'warning',
  what: 'No index begins with the columns of a foreign key.',
  why: 'Every deletion or change of a referenced row reads the whole table, and so does every join.',
  advice: 'Create the index. One that begins with the same columns serves too.',
  fails: `create table pilots (id uuid primary key); alter table pilots enable row level security;
create table flights (id uuid primary key, pilot_id uuid references pilots (id) on delete cascade); alter table flights enable row level security;`,
  passes: `create table pilots (id uuid primary key); alter table pilots enable row level security;
create table flights (id uuid primary key, pilot_id uuid references pilots (id) on delete cascade); alter table flights enable row level security;
create index flights_pilot_id_idx on flights (pilot_id);
create table hangar_bookings (id uuid primary key, pilot_id uuid references pilots (id) on delete cascade, during tstzrange not null, exclude using gist (pilot_id with =, during with &&)); alter table hangar_bookings enable row level security;`,
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => {
        if (key.columns.length === 0 || isLed(table, key.columns)) return []
        const sql = `create index ${identifier(indexName(table.name, key.columns))} on ${shortName(table)} (${identifiers(key.columns)})`
        const [column = ''] = key.columns
        return [
          {
            part: partIn(table, 'column', column),
            message: `No index leads with ${key.columns.map((name) => `${displayName(table)}.${name}`).join(', ')}, a foreign key.`,
            sql,
          },
        ]
      }),
    ),
}

/** Whether an index of the table, a constraint's included, begins with these columns in any order. */
export function isLed(table: Table, columns: readonly string[]): boolean {
  const lists = [
    ...(table.primaryKey === undefined ? [] : [table.primaryKey.columns]),
    ...table.uniques.map((unique) => unique.columns),
    // An exclusion's index finds rows by what it compares for equality.
    ...table.exclusions.map(({ elements, where }) =>
      isWhole(where) ? elements.map(({ expression, operator }) => (operator === '=' ? expression.replaceAll('"', '') : '')) : [],
    ),
    ...table.indexes.flatMap((index) =>
      index.method === 'btree' && isWhole(index.where) ? [index.keys.map((key) => key.column ?? '')] : [],
    ),
  ]
  return lists.some((list) => columns.every((column) => list.slice(0, columns.length).includes(column)))
}

/** A partial index serves a key if it leaves out nothing but rows without one. */
const isWhole = (where: string | undefined): boolean =>
  where === undefined || /^\(?\s*"?\w+"?\s+is\s+not\s+null\s*\)?$/i.test(where)
