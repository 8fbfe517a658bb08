import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { isTrue } from '../tree.ts'

/** `to` names the role. */
export const noRole: Rule = {
  code: 'access/no-role',
  severity: 'note',
  what: 'A policy does not say for which role it is.',
  why: 'It is then evaluated for anonymous callers too: needless work, 170 ms against under 0.1, and a risk once the condition changes.',
  advice: 'Add "to authenticated", or the role that is meant.',
  fails: `create table tents (id uuid primary key, owner_id uuid); alter table tents enable row level security;
create policy "own" on tents for select using (owner_id = (select auth.uid()));`,
  passes: `create table tents (id uuid primary key, owner_id uuid); alter table tents enable row level security;
create policy "own" on tents for select to authenticated using (owner_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) => {
      const open = table.policies.filter(
        (policy) => (policy.roles.length === 0 || policy.roles.includes('public')) && !isTrue(facts.tree(policy.using)),
      )
      const [first] = open
      if (first === undefined) return []
      const names = open.map((policy) => `"${policy.name}"`).join(', ')
      const few = open.length === 1 ? `The policy ${names} names` : `The policies ${names} name`
      return [{ part: partIn(table, 'policy', first.name), message: `${few} no role on ${displayName(table)}.` }]
    }),
}
