import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Row level security without a policy closes a table to callers. Supabase's advisor: `rls_enabled_no_policy`. */
export const noPolicy: Rule = {
  code: 'access/no-policy',
  severity: 'note',
  what: 'Row level security is on, and there is no policy.',
  why: 'Callers see no row and can write none. That is right for a table of the backend, and a gap everywhere else.',
  advice: 'Write the policies, or say in the plan that the table is for the backend alone.',
  fails: 'create table tents (id uuid primary key); alter table tents enable row level security;',
  passes: `create table tents (id uuid primary key, owner_id uuid); alter table tents enable row level security;
create policy "own" on tents for select to authenticated using (owner_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) => {
      const isSaid = facts.schema.access.rules.some((rule) => rule.schema === table.schema && rule.table === table.name)
      if (table.rowSecurity === 'off' || table.policies.length > 0 || isSaid || table.schema !== 'public') return []
      const words = facts.accessWords(table)
      // What is not clear is said where it stands.
      if (words === 'backend' || words === 'unclear') return []
      const part = partIn(table, 'table', table.name)
      if (words === 'said')
        return [
          {
            part,
            message: `${table.name} has row level security and no policy; what the plan says in words of who may reach it is not checked.`,
            help: 'Write the policies as SQL.',
          },
        ]
      return [
        {
          part,
          message: `${table.name} has row level security and no policy: no caller can reach it.`,
        },
      ]
    }),
}
