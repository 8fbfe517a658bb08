import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** `updated_at` has a trigger. */
export const staleUpdatedAt: Rule = {
  code: 'trigger/stale-updated-at',
  severity: 'note',
  what: 'A table has updated_at, and no trigger sets it.',
  why: 'It then says when the row was made, unless every client remembers to write it.',
  advice: 'Add a trigger before update that sets it.',
  fails:
    'create table boats (id uuid primary key, updated_at timestamptz not null default now()); alter table boats enable row level security;',
  passes: `create table boats (id uuid primary key, updated_at timestamptz not null default now()); alter table boats enable row level security;
create function touch() returns trigger language plpgsql set search_path = '' as $$ begin new.updated_at := now(); return new; end $$;
create trigger t before update on boats for each row execute function touch();`,
  check: ({ schema }) =>
    schema.tables.flatMap((table) => {
      const column = table.columns.find(({ name }) => /^(updated|modified|last_modified|changed)_at$/.test(name))
      const isSet = table.triggers.some(
        (trigger) => trigger.timing === 'before' && trigger.events.some(({ kind }) => kind === 'update'),
      )
      if (column === undefined || isSet) return []
      return [{ part: partIn(table, 'column', column.name), message: `No trigger sets ${displayName(table)}.${column.name}.` }]
    }),
}
