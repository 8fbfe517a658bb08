import { displayName } from '../../schema/lookups.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Table } from '../../schema/table.ts'
import { isForCallers, type LintFacts, partIn, policyTrees } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { isTrue } from '../tree.ts'

/** Writing is never open to everyone. Supabase's advisor: `rls_policy_always_true`. */
export const openWriting: Rule = {
  code: 'access/open-writing',
  severity: 'error',
  what: 'A policy lets callers write any row: its condition is true.',
  why: 'Whoever is let in by the role may insert, change or delete the rows of everybody.',
  advice:
    'Compare the row with the caller. A form that people fill in without an account is for the anonymous role by its name. For the backend no policy is needed: its role passes them all.',
  fails: `create table tents (id uuid primary key); alter table tents enable row level security;
create policy "anyone" on tents for delete to authenticated using (true);`,
  passes: `create table tents (id uuid primary key, owner_id uuid); alter table tents enable row level security;
create policy "own" on tents for delete to authenticated using (owner_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) =>
      table.policies.flatMap((policy) => {
        if (!policy.permissive || policy.command === 'select' || !isForCallers(policy, facts.traits)) return []
        const { using, check } = policyTrees(facts, policy)
        if (!isTrue(using) && !isTrue(check)) return []
        if (isForm(facts, table, policy)) return []
        return [
          {
            part: partIn(table, 'policy', policy.name),
            message: `The policy "${policy.name}" lets any caller ${policy.command === 'all' ? 'write' : policy.command} any row of ${displayName(table)}.`,
          },
        ]
      }),
    ),
}

/** A form that people fill in without an account: the anonymous role, by its name, inserts rows that belong to no account. */
function isForm({ traits }: LintFacts, table: Table, { command, roles }: Policy): boolean {
  if (command !== 'insert' || !roles.includes(traits.anonymous ?? '')) return false
  return !table.foreignKeys.some(({ references }) => references.schema === traits.accounts?.schema)
}
