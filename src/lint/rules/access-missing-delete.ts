import { displayName } from '../../schema/lookups.ts'
import { isForCallers, partIn, policiesFor } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { callerColumns } from '../tree.ts'

/** Owners who make and change rows can delete them too, or it is said that they cannot. */
export const missingDelete: Rule = {
  code: 'access/missing-delete',
  severity: 'warning',
  what: 'Owners can insert and update their rows, and no policy lets them delete one.',
  why: 'A DELETE without a policy removes nothing and raises no error: the button does nothing.',
  advice: 'Add a policy for DELETE, or say in the plan that rows stay.',
  fails: `create table trips (id uuid primary key, owner_id uuid not null); alter table trips enable row level security;
create policy "see" on trips for select to authenticated using (owner_id = (select auth.uid()));
create policy "make" on trips for insert to authenticated with check (owner_id = (select auth.uid()));
create policy "change" on trips for update to authenticated using (owner_id = (select auth.uid()));`,
  passes: `create table trips (id uuid primary key, owner_id uuid not null); alter table trips enable row level security;
create policy "own" on trips for all to authenticated using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()));`,
  check: (facts) => {
    // A plan of dbplan's own says as meaning what everyone may.
    if (facts.schema.access.rules.length > 0) return []
    return facts.schema.tables.flatMap((table) => {
      const has = (command: 'insert' | 'update' | 'delete') =>
        policiesFor(table, command).filter((policy) => isForCallers(policy, facts.traits))
      const [change] = has('update')
      const isOwners =
        change !== undefined &&
        callerColumns([facts.tree(change.using)]).some((column) => !table.primaryKey?.columns.includes(column))
      const isSoft = table.columns.some((column) => /^(deleted|archived)(_at|_on)?$|^is_(deleted|archived)$/.test(column.name))
      if (!isOwners || has('insert').length === 0 || has('delete').length > 0 || isSoft || facts.accessWords(table) === 'unclear')
        return []
      return [
        {
          part: partIn(table, 'policy', change.name),
          message: `Owners can insert and update rows of ${displayName(table)}, and no policy lets them delete one.`,
        },
      ]
    })
  },
}
