import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** The backend's role passes every policy, so none is written for it. */
export const backendPolicy: Rule = {
  code: 'access/backend-policy',
  severity: 'note',
  what: "A policy is for the backend's role, or asks whether the caller is the backend.",
  why: 'That role bypasses row level security. The policy does nothing for it, and without "to" it is evaluated for everyone else.',
  advice: 'Leave the policy out.',
  fails: `create table trips (id uuid primary key); alter table trips enable row level security;
create policy "backend" on trips for all to service_role using (true) with check (true);`,
  passes: `create table trips (id uuid primary key, owner_id uuid); alter table trips enable row level security;
create policy "own" on trips for select to authenticated using (owner_id = (select auth.uid()));`,
  check: ({ schema }) =>
    schema.platform.kind !== 'supabase'
      ? []
      : schema.tables.flatMap((table) =>
          table.policies.flatMap((policy) => {
            const isFor = policy.roles.length > 0 && policy.roles.every((role) => role === 'service_role')
            const asks = /auth\.role\(\)\s*=\s*'service_role'|'role'\s*=\s*'service_role'/.test(
              `${policy.using ?? ''} ${policy.check ?? ''}`,
            )
            return isFor || asks
              ? [
                  {
                    part: partIn(table, 'policy', policy.name),
                    message: `The policy "${policy.name}" on ${displayName(table)} is for service_role, which no policy holds back.`,
                  },
                ]
              : []
          }),
        ),
}
