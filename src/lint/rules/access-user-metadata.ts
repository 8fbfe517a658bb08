import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Rights never rest on what people can write themselves. Supabase's advisor: `rls_references_user_metadata`. */
export const userMetadata: Rule = {
  code: 'access/user-metadata',
  severity: 'error',
  what: 'A policy, or the function that makes a profile, believes user_metadata.',
  why: 'People set their own user_metadata, at sign-up and later: whoever signs up as admin is one.',
  advice: 'Keep roles in a table that only the backend writes, or in app_metadata.',
  fails: `create table trips (id uuid primary key); alter table trips enable row level security;
create policy "admins" on trips for select to authenticated using (((select auth.jwt()) -> 'user_metadata' ->> 'role') = 'admin');`,
  passes: `create table trips (id uuid primary key); alter table trips enable row level security;
create policy "admins" on trips for select to authenticated using (((select auth.jwt()) -> 'app_metadata' ->> 'role') = 'admin');`,
  check: ({ schema }) => [
    ...schema.tables.flatMap((table) =>
      table.policies.flatMap((policy) =>
        /\b(raw_)?user_meta_?data\b/i.test(`${policy.using ?? ''} ${policy.check ?? ''}`)
          ? [
              {
                part: partIn(table, 'policy', policy.name),
                message: `The policy "${policy.name}" on ${displayName(table)} believes user_metadata, which people write themselves.`,
              },
            ]
          : [],
      ),
    ),
    ...schema.routines.flatMap((routine) =>
      /raw_user_meta_data\s*->>\s*'(role|is_admin|admin|plan|permissions?|account_type)'/i.test(routine.body)
        ? [
            {
              part: { kind: 'function' as const, name: displayName(routine) },
              message: `The function ${displayName(routine)} takes a person's role from raw_user_meta_data, which they write themselves at sign-up.`,
            },
          ]
        : [],
    ),
  ],
}
