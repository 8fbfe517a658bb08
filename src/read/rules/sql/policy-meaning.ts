import type { AccessClaim, GroupClaim } from '../../../claim/claim.ts'
import { type Mention, wordMention } from '../../../claim/mention.ts'
import { operations } from '../../../schema/access.ts'
import { singularOf } from '../tables/identifiers.ts'
import { child, list, type ParsedStatement, type SqlNode, type SqlParser, strings, text } from './sql-tree.ts'

export type Who = AccessClaim['who']

/** Whom a policy lets through. `single`: the group stands in the caller's own row, so that there is one of it. */
interface Admitted {
  readonly who: Who
  readonly single?: boolean
}

/**
 * Whom the condition of a policy lets through: everyone, the row's owner, people in an application-wide role, or the members of a group, where the caller's own row
 * of a table of members is asked for (`team_id in (select team_id from team_members where user_id = auth.uid())`, or the same with `exists`).
 * Undefined where the condition says more than that: what is not understood is left to the documents' words.
 */
function admittedBy(node: unknown): readonly Admitted[] | undefined {
  const bool = child(node, 'BoolExpr')
  if (bool !== undefined) {
    const args = list(bool.args)
    if (text(bool, 'boolop') === 'OR_EXPR') return all(args.map(admittedBy))
    const telling = args.filter((arg) => !isAboutRow(arg))
    return text(bool, 'boolop') === 'AND_EXPR' && telling.length === 1 ? admittedBy(telling[0]) : undefined
  }
  return whoOfTest(node)
}

/** `deleted_at is null`: which rows there are, and not whose. */
function isAboutRow(node: unknown): boolean {
  const test = child(node, 'NullTest')
  return test !== undefined && !isCaller(child(test, 'arg'))
}

function all(parts: readonly (readonly Admitted[] | undefined)[]): readonly Admitted[] | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? [])
}

function whoOfTest(node: unknown): readonly Admitted[] | undefined {
  if (child(child(node, 'A_Const'), 'boolval')?.boolval === true) return [{ who: { kind: 'signed in' } }]
  const nullTest = child(node, 'NullTest')
  if (nullTest !== undefined)
    return text(nullTest, 'nulltesttype') === 'IS_NOT_NULL' && isCaller(child(nullTest, 'arg'))
      ? [{ who: { kind: 'signed in' } }]
      : undefined
  const equal = equality(node)
  if (equal !== undefined) {
    const [left, right] = equal
    if (isCaller(left) || isCaller(right)) return (columnOf(left) ?? columnOf(right)) ? [{ who: { kind: 'owner' } }] : undefined
    return isCallOf(left, 'role') && stringOf(right) === 'authenticated' ? [{ who: { kind: 'signed in' } }] : undefined
  }
  return membersOf(child(node, 'SubLink'))
}

/** The sides of `a = b`. */
function equality(node: unknown): readonly [unknown, unknown] | undefined {
  const expression = child(node, 'A_Expr')
  if (text(expression, 'kind') !== 'AEXPR_OP' || strings(expression?.name).at(-1) !== '=') return undefined
  return [expression?.lexpr, expression?.rexpr]
}

/** `auth.uid()`, bare or as `(select auth.uid())`. */
function isCaller(node: unknown): boolean {
  const select = child(child(child(node, 'SubLink'), 'subselect'), 'SelectStmt')
  const [target] = list(select?.targetList)
  return isCallOf(select === undefined ? node : child(child(target, 'ResTarget'), 'val'), 'uid')
}

function isCallOf(node: unknown, name: string): boolean {
  const called = strings(child(node, 'FuncCall')?.funcname)
  return called.length === 2 && called[0] === 'auth' && called[1] === name
}

function columnOf(node: unknown): readonly string[] | undefined {
  const fields = strings(child(node, 'ColumnRef')?.fields)
  return fields.length === 0 ? undefined : fields
}

function stringOf(node: unknown): string | undefined {
  return text(child(child(node, 'A_Const'), 'sval'), 'sval')
}

/** The members of the group that a look into their table speaks of; with the roles it asks for, the people in those. */
function membersOf(link: SqlNode | undefined): readonly Admitted[] | undefined {
  const select = child(child(link, 'subselect'), 'SelectStmt')
  const [from] = list(select?.fromClause)
  const table = text(child(from, 'RangeVar'), 'relname')
  if (select === undefined || table === undefined || list(select.fromClause).length !== 1) return undefined
  const conditions = conjuncts(child(select, 'whereClause'))
  const caller = conditions.find((one) => equality(one)?.some(isCaller))
  const asked = conditions.flatMap((one) => rolesAsked(one) ?? [])
  const others = conditions.filter((one) => one !== caller && rolesAsked(one) === undefined)
  const exists = text(link, 'subLinkType') === 'EXISTS_SUBLINK'
  const column = exists ? joinedColumn(others[0]) : selectedColumn(select, link)
  if (caller === undefined || column === undefined || others.length !== (exists ? 1 : 0)) return undefined
  const stem = singularOf(column.replace(/_(?:id|uuid)$/, ''))
  if (stem === column) return undefined
  const group = wordMention(stem)
  const single = equality(caller)?.some((side) => columnOf(side)?.at(-1) === 'id') ? { single: true } : {}
  return asked.length === 0
    ? [{ who: { kind: 'member', group }, ...single }]
    : asked.map((role) => ({ who: { kind: 'member', group, role }, ...single }))
}

function conjuncts(node: unknown): readonly unknown[] {
  const bool = child(node, 'BoolExpr')
  return bool !== undefined && text(bool, 'boolop') === 'AND_EXPR' ? list(bool.args).flatMap(conjuncts) : [node]
}

/** `role = 'admin'`, `m.role in ('owner', 'admin')`. */
function rolesAsked(node: unknown): readonly string[] | undefined {
  const expression = child(node, 'A_Expr')
  if (!/(?:^|_)role$/.test(columnOf(expression?.lexpr)?.at(-1) ?? '')) return undefined
  const items = text(expression, 'kind') === 'AEXPR_IN' ? list(child(expression?.rexpr, 'List')?.items) : [expression?.rexpr]
  const roles = items.flatMap((item) => stringOf(typeCastOff(item)) ?? [])
  return roles.length === items.length && roles.length > 0 ? roles : undefined
}

function typeCastOff(node: unknown): unknown {
  return child(node, 'TypeCast')?.arg ?? node
}

/** The column of the row that is looked up: `team_id`, of `team_id in (select team_id …)`. */
function selectedColumn(select: SqlNode, link: SqlNode | undefined): string | undefined {
  const [target] = list(select.targetList)
  const selected = columnOf(child(child(target, 'ResTarget'), 'val'))?.at(-1)
  return columnOf(link?.testexpr) === undefined ? undefined : selected
}

/** `m.team_id = teams.id`, `m.team_id = projects.team_id`: the column of the two that leads to the group. */
function joinedColumn(node: unknown): string | undefined {
  const names = equality(node)?.map((side) => columnOf(side)?.at(-1))
  return names?.find((name) => name !== undefined && /_(?:id|uuid)$/.test(name))
}

const commands: Readonly<Record<string, AccessClaim['may']>> = {
  select: ['select'],
  insert: ['insert'],
  update: ['update'],
  delete: ['delete'],
  all: operations,
}

/** What a `create policy` lets whom do; undefined where its condition is not understood. */
export function readPolicy({
  node,
  text: source,
}: ParsedStatement): { readonly admitted: readonly Admitted[]; readonly may: AccessClaim['may'] } | undefined {
  const may = commands[text(node, 'cmd_name') ?? 'all']
  const condition = child(node, 'qual') ?? child(node, 'with_check')
  const admitted = admittedBy(condition) ?? rolesOfApplication(source)
  if (may === undefined || admitted === undefined) return undefined
  const anonymous = /\bto\s+(?:anon|public)\b/i.test(source) && child(child(condition, 'A_Const'), 'boolval') !== undefined
  return { admitted: anonymous ? [{ who: { kind: 'anonymous' } }] : admitted, may }
}

/** A condition of the caller's role, wherever that is kept: plain unless there is another way in. */
function rolesOfApplication(source: string): readonly Admitted[] | undefined {
  const role = /\brole\s*=\s*'([^']+)'/i.exec(source)?.[1]
  return role === undefined || /\bor\b/i.test(source) ? undefined : [{ who: { kind: 'role', role } }]
}

/**
 * The policy that a piece of text is, or is the condition of: `FOR SELECT USING (…)`, `user_id = auth.uid()`. A bare condition asks for the caller: `true` by itself is
 * a value, and names no policy.
 */
export function policyIn(piece: string, parse: SqlParser): ReturnType<typeof readPolicy> {
  const clauses = /^\s*(?:as|for|to|using|with)\b/i.test(piece) ? piece : asksForCaller(piece) ? `using (${piece})` : undefined
  const [policy] = clauses === undefined ? [] : parse(`create policy p on t ${clauses}`)
  return policy?.kind === 'CreatePolicyStmt' ? readPolicy(policy) : undefined
}

/** Whether a text speaks of the caller in SQL. */
export function asksForCaller(text: string): boolean {
  return /\bauth\.\w+\(/i.test(text)
}

/** What a policy says of a table: who may do what, and that who is looked up there share a group. */
export function claimsOfPolicy(
  entity: Mention,
  { admitted, may }: NonNullable<ReturnType<typeof readPolicy>>,
  only = false,
): readonly (AccessClaim | GroupClaim)[] {
  return admitted.flatMap(({ who, single }): readonly (AccessClaim | GroupClaim)[] => [
    { kind: 'access', entity, who, may, ...(only ? { only } : {}) },
    ...(who.kind === 'member' && who.group !== undefined
      ? [{ kind: 'group', entity: who.group, ...(single ? { single } : {}) } as const]
      : []),
  ])
}
