import { displayName } from '../../schema/lookups.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Table } from '../../schema/table.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { callName, isTree } from '../tree.ts'

/** A policy asks who calls once per query, not once per row. Supabase's advisor: `auth_rls_initplan`. */
export const perRowCall: Rule = {
  code: 'access/per-row-call',
  severity: 'warning',
  what: 'A policy calls auth.uid(), auth.jwt() or current_setting() for every row.',
  why: 'PostgreSQL runs the call again for each row it looks at: 179 ms instead of 9 on 100,000 rows.',
  advice: 'Wrap the call: (select auth.uid()). It then runs once per query.',
  fails: `create table tents (id uuid primary key, owner_id uuid); alter table tents enable row level security;
create policy "own" on tents for select to authenticated using (owner_id = auth.uid());`,
  passes: `create table tents (id uuid primary key, owner_id uuid); alter table tents enable row level security;
create policy "own" on tents for select to authenticated using (owner_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) =>
      table.policies.flatMap((policy) => {
        const calls = [...new Set([policy.using, policy.check].flatMap((one) => perRow(facts.tree(one))))]
        const [call] = calls
        if (call === undefined) return []
        return [
          {
            part: partIn(table, 'policy', policy.name),
            message: `The policy "${policy.name}" on ${displayName(table)} calls ${calls.map((name) => `${name}()`).join(' and ')} for every row.`,
            ...(call.startsWith('auth.')
              ? { sql: wrapped(table, policy), replace: { from: unwrappedCall, by: '(select $&)' } }
              : {}),
          },
        ]
      }),
    ),
}

/** A call that no `select` stands before. */
const unwrappedCall = /(?<!select\s+)\bauth\.(?:uid|jwt|role|email)\(\)/gi

function wrapped(table: Table, policy: Policy): string {
  const wrap = (text: string) => text.replaceAll(unwrappedCall, '(select $&)')
  const using = policy.using === undefined ? '' : ` using (${wrap(policy.using)})`
  const check = policy.check === undefined ? '' : ` with check (${wrap(policy.check)})`
  return `alter policy "${policy.name.replaceAll('"', '""')}" on ${displayName(table)}${using}${check}`
}

const asked: ReadonlySet<string> = new Set([
  'auth.uid',
  'auth.jwt',
  'auth.role',
  'auth.email',
  'current_setting',
  'private.current_user_id',
])

/** Calls that stand outside a subselect which is nothing but them. Inside a query over other tables they run per row of those. */
function perRow(tree: unknown): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap(perRow)
  if (!isTree(tree)) return []
  if (isTree(tree.SelectStmt) && tree.SelectStmt.fromClause === undefined) return []
  if (isTree(tree.FuncCall)) {
    const name = callName(tree.FuncCall)
    return [...(asked.has(name) ? [name] : []), ...perRow(tree.FuncCall.args)]
  }
  return Object.values(tree).flatMap(perRow)
}
