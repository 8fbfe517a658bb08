import { displayName } from '../../schema/lookups.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Table } from '../../schema/table.ts'
import { at } from '../../sql/parser/walk.ts'
import { nameOf, tokenise } from '../../sql/tokenise.ts'
import { type LintFacts, partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { callName, isTree, nodesOf } from '../tree.ts'
import { wrongClause } from './access-policy-clause.ts'

/** A policy asks who calls once per query, not once per row. Supabase's advisor: `auth_rls_initplan`. */
export const perRowCall: Rule = {
  code: 'access/per-row-call',
  severity: 'warning',
  what: 'A policy calls auth.uid(), auth.jwt(), current_setting(), or a function that reads tables, for every row.',
  why: 'PostgreSQL runs the call again for each row it looks at: 179 ms instead of 9 on 100,000 rows.',
  advice:
    'Wrap the call: (select auth.uid()). It then runs once per query. A function that is given a column cannot be wrapped; let it return what the caller may see: team_id = any (array(select my_team_ids())).',
  fails: `create table tents (id uuid primary key, owner_id uuid); alter table tents enable row level security;
create policy "own" on tents for select to authenticated using (owner_id = auth.uid());`,
  passes: `create table tents (id uuid primary key, owner_id uuid); alter table tents enable row level security;
create policy "own" on tents for select to authenticated using (owner_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) =>
      table.policies.flatMap((policy) => {
        // It cannot be created; once that is mended, this can be said of what it has become.
        if (wrongClause(policy) !== undefined) return []
        const known = [policy.using, policy.check].flatMap((one) => perRow(facts.tree(one)))
        const calls = [...new Set([...known, ...lookupsPerRow(facts, policy)])]
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

/**
 * Functions of the schema that read tables and are called for each row that is looked at: given a column, wrapped or not, or not wrapped. For a row that is written
 * one call is as good as any.
 */
function lookupsPerRow({ schema, tree }: LintFacts, { using }: Policy): readonly string[] {
  const lookups = new Set(
    schema.routines
      .filter(({ body }) => tokenise(body).some((token) => token.kind === 'word' && nameOf(token) === 'from'))
      .flatMap((one) => [`${one.schema}.${one.name}`, ...(one.schema === 'public' ? [one.name] : [])]),
  )
  if (lookups.size === 0) return []
  const condition = tree(using)
  const wrapped = new Set(
    nodesOf(condition, 'SelectStmt')
      .filter((query) => at(query, 'fromClause') === undefined)
      .flatMap((query) => nodesOf(query, 'FuncCall')),
  )
  return nodesOf(condition, 'FuncCall')
    .filter((call) => lookups.has(callName(call)) && (!wrapped.has(call) || nodesOf(at(call, 'args'), 'ColumnRef').length > 0))
    .map(callName)
}

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
