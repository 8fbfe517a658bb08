import { displayName } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import { at, listAt, textAt } from '../../sql/parser/walk.ts'
import { isDeletionTime } from '../deletion-time.ts'
import { isForCallers, partIn, policiesFor } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { callerColumns, columnOf, conjuncts, nodesOf } from '../tree.ts'

/** The owner still sees what they have just deleted softly; else PostgreSQL refuses the update. */
export const softDeletionBlocked: Rule = {
  code: 'access/soft-deletion-blocked',
  severity: 'error',
  what: 'A SELECT policy hides rows that are deleted softly, or hidden, from their own owner.',
  why: 'An UPDATE whose new row the SELECT policies do not show fails with 42501 (new row violates row-level security policy): the row cannot be deleted at all.',
  advice:
    'Let the owner see such rows, and hide them in a "security_invoker" view or in the query; or delete through a function.',
  fails: `create table trips (id uuid primary key, owner_id uuid not null, deleted_at timestamptz); alter table trips enable row level security;
create policy "see" on trips for select to authenticated using (owner_id = (select auth.uid()) and deleted_at is null);
create policy "change" on trips for update to authenticated using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()));
create table stops (id uuid primary key, trip_id uuid not null, usunieto_at timestamptz); alter table stops enable row level security;
create policy "see" on stops for select to authenticated using (usunieto_at is null and trip_id in (select id from trips where owner_id = (select auth.uid())));
create policy "change" on stops for update to authenticated using (trip_id in (select id from trips where owner_id = (select auth.uid())));`,
  passes: `create table trips (id uuid primary key, owner_id uuid not null, deleted_at timestamptz); alter table trips enable row level security;
create policy "see" on trips for select to authenticated using (owner_id = (select auth.uid()));
create policy "change" on trips for update to authenticated using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) => {
      const reading = policiesFor(table, 'select').filter((policy) => isForCallers(policy, facts.traits))
      const updating = policiesFor(table, 'update').filter((policy) => isForCallers(policy, facts.traits))
      const [change] = updating
      if (reading.length === 0 || change === undefined) return []
      const hiding = reading.map((policy) => ({ policy, column: hidingColumn(table, facts.tree(policy.using)) }))
      const [first] = hiding
      if (first?.column === undefined || hiding.some(({ column }) => column === undefined)) return []
      // An update that may not set the column cannot meet the trouble.
      if (conjuncts(facts.tree(change.check ?? change.using)).some((part) => hides(table, part) === first.column)) return []
      return [
        {
          part: partIn(table, 'policy', first.policy.name),
          message: `The policy "${first.policy.name}" hides rows of ${displayName(table)} by ${first.column} from their own owner, so the update that sets ${first.column} is refused (42501).`,
        },
      ]
    }),
}

/** Whether a policy asks who calls, at whatever depth: also an owner that is found through another table meets the trouble. */
function asksForCaller(tree: unknown): boolean {
  return nodesOf(tree, 'FuncCall').some((call) =>
    listAt(call, 'funcname').some((part) => callers.has(textAt(part, 'String', 'sval') ?? '')),
  )
}

const callers: ReadonlySet<string> = new Set(['uid', 'current_user_id'])

/** The column by which a policy for the owner hides rows. */
function hidingColumn(table: Table, tree: unknown): string | undefined {
  const parts = conjuncts(tree)
  if (callerColumns(parts).length === 0 && !asksForCaller(tree)) return undefined
  return parts.map((part) => hides(table, part)).find((column) => column !== undefined)
}

/** `deleted_at is null`, `is_visible = true`, `is_active`, `not is_archived`, `status = 'active'`. */
function hides(table: Table, part: unknown): string | undefined {
  const isNull = textAt(part, 'NullTest', 'nulltesttype') === 'IS_NULL' ? columnOf(at(part, 'NullTest', 'arg')) : undefined
  if (isNull !== undefined && isDeletionTime(isNull)) return isNull
  const negated = textAt(part, 'BoolExpr', 'boolop') === 'NOT_EXPR' ? at(part, 'BoolExpr', 'args', 0) : undefined
  const flag = columnOf(negated ?? part) ?? comparedWithConstant(part)
  const type = table.columns.find((column) => column.name === flag)?.type
  if (flag === undefined) return undefined
  const isFlag = type === 'boolean' && /^(is_)?(active|visible|deleted|archived|removed|hidden|enabled|deactivated)$/.test(flag)
  return isFlag || flag === 'status' ? flag : undefined
}

function comparedWithConstant(part: unknown): string | undefined {
  const isEqual = textAt(part, 'A_Expr', 'name', 0, 'String', 'sval') === '='
  if (!isEqual || at(part, 'A_Expr', 'rexpr', 'A_Const') === undefined) return undefined
  return columnOf(at(part, 'A_Expr', 'lexpr'))
}
