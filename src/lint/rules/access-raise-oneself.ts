import { displayName, findColumn } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import { nameOf, tokenise } from '../../sql/tokenise.ts'
import { grantedColumns, isForCallers, type LintFacts, partIn, policyTrees } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { callerColumns, columnOf, nodesOf } from '../tree.ts'

/** Nobody changes their own role, credits or plan. */
export const raiseOneself: Rule = {
  code: 'access/raise-oneself',
  severity: 'error',
  what: 'A person may write a row of their own that holds their role, credits, plan or another right.',
  why: 'A policy sees rows, not columns: who may update the row may set themselves admin, or credits to a million.',
  advice:
    'Revoke the update and grant it on the harmless columns alone, or move the right into a table that only the backend writes.',
  fails: `create table guides (id uuid primary key references auth.users (id) on delete cascade, nickname text, role text not null default 'guest'); alter table guides enable row level security;
create policy "own" on guides for update to authenticated using (id = (select auth.uid()));
create table coaches (id uuid primary key references auth.users (id) on delete cascade, nickname text, is_coach boolean not null default false); alter table coaches enable row level security;
create policy "own" on coaches for update to authenticated using (id = (select auth.uid()));
create table drills (id uuid primary key, name text); alter table drills enable row level security;
create policy "coaches add" on drills for insert to authenticated with check (exists (select from coaches where coaches.id = (select auth.uid()) and coaches.is_coach));`,
  passes: `create table guides (id uuid primary key references auth.users (id) on delete cascade, nickname text, role text not null default 'guest'); alter table guides enable row level security;
create policy "own" on guides for update to authenticated using (id = (select auth.uid())) with check (id = (select auth.uid()));
revoke all on table guides from authenticated; grant select, update (nickname) on table guides to authenticated;`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) => {
      const rights = table.columns
        .filter((column) => isRight(column.name) || isAsked(facts, table, column))
        .map(({ name }) => name)
      const paid = rights.filter((column) => isPaidFor(facts, table, column))
      if (rights.length === 0 || isGuarded(facts, table, rights)) return []
      return table.policies.flatMap((policy) => {
        const command = policy.command
        if (command === 'select' || command === 'delete' || !policy.permissive || !isForCallers(policy, facts.traits)) return []
        const { using, check } = policyTrees(facts, policy)
        const own = callerColumns([using, check])
        const meant = own.some((column) => isPerson(table, column)) ? rights : own.length > 0 ? paid : []
        const privilege = command === 'insert' ? 'insert' : 'update'
        const granted = grantedColumns(facts, table, privilege)
        const open = meant.filter((column) => (granted === undefined || granted.includes(column)) && !isFixed(check, column))
        if (open.length === 0 || (command === 'insert' && facts.schema.access.rules.length > 0)) return []
        const verb = command === 'insert' ? 'insert their own row with any' : 'set their own'
        return [
          {
            part: partIn(table, 'policy', policy.name),
            message: `The policy "${policy.name}" lets people ${verb} ${open.join(', ')} in ${displayName(table)}.`,
          },
        ]
      })
    }),
}

/** What is bought, whosever row it is: an allowance of credits that people start with, a plan that may be free. */
function isPaidFor({ schema }: LintFacts, table: Table, name: string): boolean {
  const column = findColumn(table, name)
  if (/(^|_)(credits?|kredyty|quota)(_|$)/.test(name)) return column?.default !== undefined
  if (!/^(plan|plan_tier|tier|subscription_\w+)$/.test(name)) return false
  const type = schema.enums.find((one) => one.name === column?.type)
  const checks = table.checks.flatMap(({ expression }) => (expression.includes(name) ? [expression] : []))
  const values = [column?.default ?? '', ...checks].flatMap((text) => tokenise(text).map((token) => token.text))
  return type?.values.includes('free') === true || values.includes("'free'")
}

/** Words for rights in the names of columns. */
const rightWords =
  /^(role|roles|user_role|account_role|app_role|is_admin|admin|is_superuser|is_staff|is_moderator|is_verified|is_premium|permissions?|access_level|plan|plan_tier|tier|subscription(_\w+)?|credits?|credits_\w+|\w+_credits(_\w+)?|credit_balance|balance|quota|reputation|karma|trust_(level|score)|is_banned|is_blocked|is_suspended|banned_(at|until)|suspended_(at|until)|\w+_quota|usage_limit|rola|uprawnienia|(is|czy|jest)_admin\w*|kredyty(_\w+)?|reputacja)$/

function isRight(name: string): boolean {
  return rightWords.test(name)
}

/** A flag of a person that policies of other tables, or functions, ask for: whatever it is called, something hangs on it. */
function isAsked({ schema }: LintFacts, table: Table, { name, type }: Table['columns'][number]): boolean {
  if (type !== 'boolean' || !/^(is|can|has)_/.test(name)) return false
  const others = schema.tables.filter((other) => other !== table).flatMap(({ policies }) => policies)
  const texts = [...others.flatMap(({ using, check }) => [using ?? '', check ?? '']), ...schema.routines.map(({ body }) => body)]
  return texts.some((text) => {
    const words = new Set(tokenise(text).flatMap((token) => (token.kind === 'word' ? [nameOf(token)] : [])))
    return words.has(name) && words.has(table.name)
  })
}

/** A table of people: its key is the account, or it holds one row for each. */
function isPerson(table: Table, column: string): boolean {
  const isKey = table.primaryKey?.columns.length === 1 && table.primaryKey.columns[0] === column
  return isKey || table.uniques.some((unique) => unique.columns.length === 1 && unique.columns[0] === column)
}

/** Whether the new row is compared with something in this column: `role = 'guest'`. */
function isFixed(check: unknown, column: string): boolean {
  return nodesOf(check, 'A_Expr').some((expression) => {
    const sides = Object.entries(expression as Readonly<Record<string, unknown>>).filter(
      ([key]) => key === 'lexpr' || key === 'rexpr',
    )
    return sides.some(([, side]) => columnOf(side) === column)
  })
}

/** A trigger before the update can keep the columns as they were. */
function isGuarded(facts: LintFacts, table: Table, rights: readonly string[]): boolean {
  return table.triggers.some((trigger) => {
    if (trigger.timing !== 'before' || !trigger.events.some(({ kind }) => kind === 'update')) return false
    const local = trigger.function.split('.').at(-1)
    const body = facts.schema.routines.find((routine) => routine.name === local)?.body.toLowerCase() ?? ''
    return rights.every((column) => body.includes(`new.${column}`) && body.includes(`old.${column}`))
  })
}
