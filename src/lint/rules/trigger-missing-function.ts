import { displayName } from '../../schema/lookups.ts'
import { splitName } from '../../sql/split-name.ts'
import type { Rule } from '../rule.ts'

/** Functions that PostgreSQL or an extension brings for triggers. */
const brought: ReadonlySet<string> = new Set([
  'moddatetime',
  'set_updated_at',
  'tsvector_update_trigger',
  'suppress_redundant_updates_trigger',
])

/** A trigger runs a function that is there. */
export const missingFunction: Rule = {
  code: 'trigger/missing-function',
  severity: 'error',
  what: 'A trigger runs a function that the schema does not have.',
  why: 'The trigger cannot be created (42883).',
  advice: 'Add the function, or correct its name.',
  fails:
    'create table boats (id uuid primary key); alter table boats enable row level security; create trigger t before update on boats for each row execute function touch();',
  passes: `create table boats (id uuid primary key); alter table boats enable row level security;
create function touch() returns trigger language plpgsql set search_path = '' as $$ begin return new; end $$;
create trigger t before update on boats for each row execute function touch();`,
  check: ({ schema }) =>
    [...schema.tables, ...schema.platformTables].flatMap((table) =>
      table.triggers.flatMap((trigger) => {
        const { name } = splitName(trigger.function)
        if (brought.has(name) || schema.routines.some((routine) => routine.name === name)) return []
        const owner = displayName(table)
        const part = { kind: 'trigger' as const, owner, name: trigger.name }
        return [{ part, message: `The trigger ${trigger.name} on ${owner} runs ${name}(), which is not there.` }]
      }),
    ),
}
