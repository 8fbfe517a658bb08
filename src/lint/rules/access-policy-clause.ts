import { displayName } from '../../schema/lookups.ts'
import type { Policy } from '../../schema/policy.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** A policy for INSERT has WITH CHECK, one for SELECT or DELETE has USING. */
export const policyClause: Rule = {
  code: 'access/policy-clause',
  severity: 'error',
  what: 'A policy for INSERT has USING, or one for SELECT or DELETE has WITH CHECK.',
  why: 'PostgreSQL refuses to create it (42601): USING asks of rows that are there, WITH CHECK of rows that are written.',
  advice: 'Write WITH CHECK for INSERT, USING for SELECT and DELETE, both for UPDATE.',
  fails: `create table masks (id uuid primary key, owner_id uuid not null references auth.users (id) on delete cascade); create index on masks (owner_id); alter table masks enable row level security;
create policy "add own masks" on masks for insert to authenticated using ((select auth.uid()) = owner_id);`,
  passes: `create table masks (id uuid primary key, owner_id uuid not null references auth.users (id) on delete cascade); create index on masks (owner_id); alter table masks enable row level security;
create policy "add own masks" on masks for insert to authenticated with check ((select auth.uid()) = owner_id);`,
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.policies.flatMap((policy) => {
        const wrong = wrongClause(policy)
        if (wrong === undefined) return []
        const { name, command, using, check } = policy
        const isSwap = command === 'insert' ? check === undefined : using === undefined
        return [
          {
            part: partIn(table, 'policy', name),
            message: `The policy "${name}" on ${displayName(table)} is for ${command.toUpperCase()}, which has no ${wrong}.`,
            help: isSwap
              ? `Write ${command === 'insert' ? 'WITH CHECK instead of USING' : 'USING instead of WITH CHECK'}.`
              : `Leave ${wrong} out.`,
            ...(isSwap
              ? {
                  replace:
                    command === 'insert'
                      ? { from: /\busing\b(?=\s*\()/i, by: 'with check' }
                      : { from: /\bwith\s+check\b/i, by: 'using' },
                }
              : {}),
          },
        ]
      }),
    ),
}

/** The clause that the command of a policy does not have. */
export function wrongClause({ command, using, check }: Policy): 'USING' | 'WITH CHECK' | undefined {
  if (command === 'insert') return using === undefined ? undefined : 'USING'
  return (command === 'select' || command === 'delete') && check !== undefined ? 'WITH CHECK' : undefined
}
