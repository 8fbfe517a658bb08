import { displayName } from '../../schema/lookups.ts'
import type { Rule } from '../rule.ts'

/** Accounts are not shown through a view. Supabase's advisors: `auth_users_exposed`, `materialized_view_in_api`. */
export const exposedAccounts: Rule = {
  code: 'access/exposed-accounts',
  severity: 'error',
  what: 'A view in public reads auth.users, or a materialized view stands where the API reaches it.',
  why: 'The first shows e-mail addresses and more of everybody; the second holds a copy of rows, past every policy.',
  advice: 'Copy the columns that others may see into a profile table; keep materialized views in a schema that no API exposes.',
  fails: 'create view people as select id, email from auth.users;',
  passes:
    'create table people (id uuid primary key); alter table people enable row level security; create view named with (security_invoker = true) as select id from people;',
  check: ({ schema }) =>
    schema.views.flatMap((view) => {
      if (view.schema !== 'public' || schema.platform.kind !== 'supabase') return []
      const part = { kind: 'view' as const, name: displayName(view) }
      if (view.materialized === true)
        return [{ part, message: `The materialized view ${part.name} holds rows past every policy, where the API reaches it.` }]
      return /\bauth\.users\b/i.test(view.query) ? [{ part, message: `The view ${part.name} shows rows of auth.users.` }] : []
    }),
}
