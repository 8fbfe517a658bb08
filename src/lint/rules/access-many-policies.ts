import type { Operation } from '../../schema/access.ts'
import { operations } from '../../schema/access.ts'
import { displayName } from '../../schema/lookups.ts'
import { partIn, policiesFor } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** One permissive policy per table, role and operation. Supabase's advisor: `multiple_permissive_policies`. */
export const manyPolicies: Rule = {
  code: 'access/many-policies',
  severity: 'warning',
  what: 'Several permissive policies apply to one operation of one role.',
  why: 'PostgreSQL evaluates each of them for each row, and the weakest decides: one that is forgotten opens the table.',
  advice: 'Join their conditions with "or" in one policy.',
  fails: `create table tents (id uuid primary key, owner_id uuid, is_free boolean not null default true); alter table tents enable row level security;
create policy "own" on tents for select to authenticated using (owner_id = (select auth.uid()));
create policy "free" on tents for select to authenticated using (is_free);`,
  passes: `create table tents (id uuid primary key, owner_id uuid, is_free boolean not null default true); alter table tents enable row level security;
create policy "own or free" on tents for select to authenticated using (is_free or owner_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) => {
      const found = operations.flatMap((operation: Operation) => {
        const policies = policiesFor(table, operation)
        const last = policies.find((policy, at) => policies.slice(0, at).some((other) => shareRole(policy.roles, other.roles)))
        return last === undefined ? [] : [{ operation, last }]
      })
      const [first] = found
      if (first === undefined) return []
      const what = found.map(({ operation }) => operation.toUpperCase()).join(', ')
      return [
        {
          part: partIn(table, 'policy', first.last.name),
          message: `${displayName(table)} has more than one permissive policy for ${what} of one role.`,
        },
      ]
    }),
}

function shareRole(left: readonly string[], right: readonly string[]): boolean {
  const isAll = (roles: readonly string[]) => roles.length === 0 || roles.includes('public')
  return isAll(left) || isAll(right) || left.some((role) => right.includes(role))
}
