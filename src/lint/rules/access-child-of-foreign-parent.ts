import type { ForeignKey } from '../../schema/constraint.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import { at } from '../../sql/parser/walk.ts'
import { nameOf, tokenise } from '../../sql/tokenise.ts'
import { isForCallers, type LintFacts, partIn, policiesFor, policyTrees } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { callerColumns, columnOf, isTrue, nodesOf } from '../tree.ts'

/** A child's policy checks its parent, or a composite foreign key carries the owner. */
export const childOfForeignParent: Rule = {
  code: 'access/child-of-foreign-parent',
  severity: 'error',
  what: 'A row can be put under the row of another person.',
  why: "The policy compares the row's own owner with the caller, and nothing says that the parent has the same one. The foreign key is checked without policies, so any id will do.",
  advice:
    'Check the parent in WITH CHECK, or let a composite foreign key carry the owner: (parent_id, owner_id) references parents (id, owner_id).',
  fails: `create table trips (id uuid primary key, owner_id uuid not null); alter table trips enable row level security;
create policy "own" on trips for select to authenticated using (owner_id = (select auth.uid()));
create table stops (id uuid primary key, owner_id uuid not null, trip_id uuid not null references trips (id) on delete cascade); alter table stops enable row level security;
create policy "own" on stops for insert to authenticated with check (owner_id = (select auth.uid()));`,
  passes: `create table trips (id uuid primary key, owner_id uuid not null, unique (id, owner_id)); alter table trips enable row level security;
create policy "own" on trips for select to authenticated using (owner_id = (select auth.uid()));
create table stops (id uuid primary key, owner_id uuid not null, trip_id uuid not null, foreign key (trip_id, owner_id) references trips (id, owner_id) on delete cascade); alter table stops enable row level security;
create policy "own" on stops for insert to authenticated with check (owner_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) =>
      table.policies.flatMap((policy) => {
        if (!['insert', 'update', 'all'].includes(policy.command) || !policy.permissive || !isForCallers(policy, facts.traits))
          return []
        const { check, using } = policyTrees(facts, policy)
        const row = check ?? using
        const named = new Set(columnsNamed(row))
        const compared = callerColumns(row)
        // Where one parent tells whose row it is, the others are as open as where a column does.
        const own = compared.length > 0 ? compared : checkedParents(table, row)
        if (own.length === 0) return []
        const open = table.foreignKeys.filter(
          (key) =>
            isOwned(facts, key, compared.length === 0) &&
            !key.columns.some((column) => named.has(column)) &&
            !isCarried(table, key, own) &&
            !isGuarded(facts, table, key, policy.command),
        )
        return open.map((key) => ({
          part: partIn(table, 'policy', policy.name),
          message: `The policy "${policy.name}" checks ${own[0]} and not ${key.columns.join(', ')}: a row of ${displayName(table)} can be put under another person's row of ${key.references.table}.`,
        }))
      }),
    ),
}

/**
 * Whether the rows of the table that a key references belong to single people: its own policies compare them with the caller. What everybody may read,
 * everybody may refer to.
 *
 * @param isThroughParents whether rows that are a person's only through their own parents count.
 */
function isOwned(facts: LintFacts, key: ForeignKey, isThroughParents: boolean): boolean {
  const parent = facts.table(key.references.schema, key.references.table)
  // Of whom it is said in words that nobody understood who may read it, everybody may.
  if (parent === undefined || facts.accessWords(parent) === 'unclear') return false
  const isOpen = policiesFor(parent, 'select').some(
    (policy) => isForCallers(policy, facts.traits) && isTrue(facts.tree(policy.using)),
  )
  if (isOpen) return false
  const conditions = parent.policies.flatMap((policy) => [facts.tree(policy.using), facts.tree(policy.check)])
  const columns = callerColumns(conditions)
  if (columns.length === 0)
    return isThroughParents && conditions.some((condition) => checkedParents(parent, condition).length > 0)
  // A key to the person's own row is the owner itself.
  return !columns.some((column) => key.references.columns.includes(column))
}

const columnsNamed = (condition: unknown): readonly string[] =>
  nodesOf(condition, 'ColumnRef').flatMap((node) => columnOf({ ColumnRef: node }) ?? [])

/** The references of a table by which a condition finds, in a subquery, that the row behind them is the caller's. */
function checkedParents(table: Table, condition: unknown): readonly string[] {
  const isAsked = nodesOf(condition, 'SelectStmt').some(
    (query) => nodesOf(query, 'RangeVar').length > 0 && callerColumns(at(query, 'whereClause')).length > 0,
  )
  const named = isAsked ? columnsNamed(condition) : []
  return table.foreignKeys.flatMap(({ columns }) => columns.filter((column) => named.includes(column)))
}

/** Another key over the same column carries the owner along. */
function isCarried(table: Table, key: ForeignKey, own: readonly string[]): boolean {
  return table.foreignKeys.some(
    (other) =>
      other.columns.length > 1 &&
      key.columns.every((column) => other.columns.includes(column)) &&
      other.columns.some((column) => own.includes(column)),
  )
}

/** A trigger that looks at the reference before the row is written, and refuses some, decides about the parent. */
function isGuarded({ schema }: LintFacts, table: Table, key: ForeignKey, command: string): boolean {
  return table.triggers.some((trigger) => {
    if (trigger.timing !== 'before') return false
    const events = trigger.events.filter(
      ({ columns }) => columns === undefined || key.columns.some((column) => columns.includes(column)),
    )
    const kinds: readonly string[] = events.map(({ kind }) => kind)
    if (!(command === 'all' ? ['insert', 'update'] : [command]).every((kind) => kinds.includes(kind))) return false
    const routine = schema.routines.find((one) => `${one.schema}.${one.name}` === trigger.function)
    const words = tokenise(routine?.body ?? '').flatMap((token) => (token.kind === 'word' ? [nameOf(token)] : []))
    return words.includes('raise') && key.columns.every((column) => words.includes(column))
  })
}
