import { displayName } from '../../schema/lookups.ts'
import { isDeletion } from '../deletion-time.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** With soft deletion, what is unique is unique among the living: a partial unique index. */
export const softDeletedUnique: Rule = {
  code: 'constraint/soft-deleted-unique',
  severity: 'warning',
  what: 'A unique constraint counts rows that are deleted softly.',
  why: 'Who deletes a row and makes it again meets the deleted one: 23505.',
  advice: 'Use a unique index with "where deleted_at is null".',
  fails:
    'create table boats (id uuid primary key, name text not null unique, deleted_at timestamptz); alter table boats enable row level security;',
  passes:
    'create table boats (id uuid primary key, name text not null, deleted_at timestamptz); create unique index boats_name_key on boats (name) where deleted_at is null; alter table boats enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) => {
      const deletion = table.columns.find(({ name }) => isDeletion(name))
      if (deletion === undefined) return []
      const keys = new Set(table.foreignKeys.flatMap((key) => key.columns))
      const referenced = (columns: readonly string[]) =>
        schema.tables.some((other) =>
          other.foreignKeys.some(
            (key) => key.references.table === table.name && columns.every((name) => key.references.columns.includes(name)),
          ),
        )
      const said = [
        ...table.uniques.map(({ name, columns }) => ({ name, columns, kind: 'constraint' as const })),
        ...table.indexes
          .filter((index) => index.unique && index.where === undefined)
          .map((index) => ({
            name: index.name,
            columns: index.keys.map((key) => key.column ?? key.expression ?? ''),
            kind: 'index' as const,
          })),
      ]
      return said
        .filter(({ columns }) => !columns.every((column) => keys.has(column)) && !referenced(columns))
        .map(({ name, columns, kind }) => ({
          part: partIn(table, kind, name),
          message: `(${columns.join(', ')}) of ${displayName(table)} stays taken after a row is deleted softly.`,
        }))
    }),
}
