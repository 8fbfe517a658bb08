import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Every table has a primary key. Supabase's advisor: `no_primary_key`; Azimutt: `missing primary key`. */
export const noPrimaryKey: Rule = {
  code: 'key/no-primary-key',
  severity: 'error',
  what: 'A table has no primary key.',
  why: 'Its rows cannot be told apart, changed one by one, referenced, or replicated.',
  advice: 'Add one: a key of its own, or the columns that together name a row.',
  fails: 'create table gauges (label text not null, value integer not null); alter table gauges enable row level security;',
  passes: 'create table gauges (label text primary key, value integer not null); alter table gauges enable row level security;',
  check: ({ schema }) =>
    schema.tables
      .filter((table) => table.primaryKey === undefined)
      .map((table) => ({ part: partIn(table, 'table', table.name), message: `${displayName(table)} has no primary key.` })),
}
