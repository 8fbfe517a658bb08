import type { AccessRule, Operation, Permission, Rows, Who } from '../../schema/access.ts'
import { operations } from '../../schema/access.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import { singularise } from '../../schema/inflect.ts'
import { isLog } from '../conventions/add-stamps.ts'
import type { Draft, DraftTable, Question } from '../draft.ts'
import { leadsToPerson } from '../relations/attribute-columns.ts'
import { type OwnerPath, ownerColumn, ownerPaths } from '../relations/ownership.ts'
import { looksShared, referencedKeys } from '../relations/shared-tables.ts'
import { isSessionColumn } from '../relations/wanted-attributes.ts'
import { assuming, because, byConvention, supposed, type Why } from '../why.ts'
import { withAuthors } from './author-rules.ts'
import { claimedGroupRules, sessionGivesRights } from './claimed-group-rules.ts'
import { claimedRules, untoldStates } from './claimed-rules.ts'
import { founderColumn } from './founders.ts'
import { type FoundGroup, findGroups } from './groups.ts'
import { openGroupQuestion } from './open-groups.ts'
import { allowedOperations, isBackendOnly } from './operations.ts'
import { type GroupPath, groupPaths, pathOf } from './paths.ts'
import { privateRule } from './private-rows.ts'
import { protectedColumns } from './protected-columns.ts'
import { reactedRules, unsureReaders } from './reacted-rules.ts'
import { findRoleSource } from './role-source.ts'
import { highest, rolesOfOperation } from './roles-of-operations.ts'
import { publicFlag } from './visibility.ts'

/** A rule of the draft: reasons are still a {@link Why}. */
export type DraftRule = Omit<AccessRule, 'reasons'> & { readonly why: Why }

export interface RulesDraft extends Draft {
  readonly rules: readonly DraftRule[]
}

/**
 * Who may do what with which rows, as the documents mean it. The backend may do everything. People do what they like with rows that are theirs, by the owner
 * column or by the parent's; members with rows of their group; a shared dictionary is read by everyone signed in. What documents
 * allow or refuse beyond that is added or taken away. Nobody else may do anything.
 */
export function addAccessRules(draft: Draft): RulesDraft {
  const owners = ownerPaths(draft)
  const groups = findGroups(draft)
  const roles = findRoleSource(draft)
  const paths = groups.map((found) => ({ found, paths: groupPaths(draft, found.key) }))
  const questions: Question[] = []
  const referenced = referencedKeys(draft)
  const rules: DraftRule[] = []
  for (const table of draft.tables) {
    const rule = (who: Who, may: readonly Permission[], rows: Rows, why: Why, comment?: string): DraftRule => ({
      schema: 'public',
      table: table.name,
      who,
      may,
      rows,
      why,
      ...(comment === undefined ? {} : { comment }),
    })
    const own: DraftRule[] = []
    let open = byConvention
    if (!isBackendOnly(table)) {
      const group = paths.find((candidate) => candidate.paths.has(table.key) || candidate.found.key === table.key)
      if (group !== undefined && table.part !== 'profile' && table.part !== 'accounts')
        own.push(...groupRules(table, group.found, group.paths, draft, rule))
      else own.push(...ownerRules(table, owners.get(table.key), { keepsRoles: roles?.table === table.name, groups }, draft, rule))
      const flag = publicFlag(table)
      if (flag !== undefined && own.length > 0)
        own.push(
          rule(
            { kind: 'signed in' },
            [{ operation: 'select' }],
            { kind: 'equals', path: pathOf([], flag), values: ['true'] },
            because(table.columns.find((column) => column.name === flag)?.facts?.attributes ?? []),
          ),
        )
      const owned = own.length > 0
      const claimed = claimedRules(table, owned, roles, hangsOnPersonal(table, draft), rule)
      own.push(...claimed)
      if (group === undefined && !claimed.some(({ who }) => who.kind === 'signed in')) {
        const reacted = reactedRules(table, rule)
        const unsure = reacted.length === 0 ? undefined : unsureReaders(table, groups)
        if (unsure === undefined) own.push(...reacted)
        else questions.push(unsure)
      }
      for (const claim of owned ? untoldStates(table) : [])
        questions.push({
          id: `${table.name}/${claim.which}`,
          topic: 'access',
          text: `Others than their owner do not read \`${table.name}\`: the documents open those that are ${claim.which}, and no column says which these are.`,
          why: because([claim]),
        })
      const unsaid = openGroupQuestion(table, own, groups)
      if (unsaid !== undefined) {
        questions.push(unsaid)
        const [first] = own
        if (first !== undefined) own[0] = { ...first, why: assuming(first.why, unsaid.id) }
      }
      if (own.length === 0) {
        const shared = isShared(table, referenced, draft)
        const id = `${table.name}/readers`
        const text = shared
          ? `\`${table.name}\` is read by everyone who is signed in and written by the backend alone: its rows are shared, and no document says more.`
          : `\`${table.name}\` is the backend's alone: no document says whose its rows are or who may read them.`
        questions.push({ id, topic: 'access', text, why: supposed })
        if (shared) own.push(rule({ kind: 'signed in' }, [{ operation: 'select' }], { kind: 'all' }, assuming(supposed, id)))
        else open = assuming(byConvention, id)
      }
    }
    rules.push(
      ...own,
      rule(
        { kind: 'backend' },
        operations.map((operation) => ({ operation })),
        { kind: 'all' },
        open,
        own.length === 0 ? 'The backend alone.' : undefined,
      ),
    )
  }
  return {
    ...draft,
    rules,
    access: { groups: groups.map((found) => found.group), ...(roles === undefined ? {} : { roles }), rules: [] },
    questions: [...draft.questions, ...questions],
  }
}

/** Rows that nobody in particular owns and everybody uses: others point at them or people list them, and they name no account. */
function isShared(table: DraftTable, referenced: ReadonlySet<string>, draft: Draft): boolean {
  if (table.columns.some(({ references }) => references && leadsToPerson(references.target, draft)) || isPersonal(table))
    return false
  if (hangsOnPersonal(table, draft)) return false
  return referenced.has(table.key) || (table.facts?.queries.length ?? 0) > 0 || looksShared(table)
}

/** A finding of an appointment is no more for everybody than the appointment. */
function hangsOnPersonal(table: DraftTable, draft: Draft, seen: readonly DraftTable[] = []): boolean {
  return table.columns.some((column) => {
    const target = column.references?.target
    const parent = target?.kind === 'table' && !column.nullable ? draft.tables.find(({ key }) => key === target.key) : undefined
    if (parent === undefined || parent === table || seen.includes(parent)) return false
    return isPersonal(parent) || isBackendOnly(parent) || hangsOnPersonal(parent, draft, [...seen, table])
  })
}

/** What is somebody's business by its kind: where no document says whose it is, it is not for everybody to read. */
function isPersonal(table: DraftTable): boolean {
  return /(^|_)(order|payment|invoice|reservation|booking|appointment|message|address|subscription|transaction|cart|prescription|notification|invitation|salary|contract)$/.test(
    table.key,
  )
}

type MakeRule = (who: Who, may: readonly Permission[], rows: Rows, why: Why) => DraftRule

/**
 * Whether the session's list of a table's columns leaves `updated_at` out on purpose: it names `created_at` here, and `updated_at` elsewhere. Rows of
 * such a table are entered and taken back, not changed.
 */
function isWrittenOnce(table: DraftTable, draft: Draft): boolean {
  const states = (one: DraftTable, key: string): boolean => {
    const facts = one.facts?.attributes.get(key)
    return facts !== undefined && isSessionColumn(facts)
  }
  return (
    table.part === 'entity' &&
    states(table, 'created_at') &&
    !states(table, 'updated_at') &&
    !table.columns.some((column) => column.part === 'updated') &&
    draft.tables.some((other) => other.part === 'entity' && states(other, 'updated_at'))
  )
}

function ownerRules(
  table: DraftTable,
  path: OwnerPath | undefined,
  { keepsRoles, groups }: { readonly keepsRoles: boolean; readonly groups: readonly FoundGroup[] },
  draft: Draft,
  rule: MakeRule,
): readonly DraftRule[] {
  const claims = (table.facts?.access ?? []).filter((claim) => claim.who.kind === 'owner' && claim.denied !== true)
  const given = new Set(
    groups.filter((found) => found.membership.key === table.key).map((found) => found.group.membership.groupColumn),
  )
  if (table.part === 'accounts') {
    const key = table.primaryKey[0] ?? 'id'
    return [
      rule(
        { kind: 'owner', label: 'self' },
        permissions(table, ['select', 'update'], given),
        { kind: 'caller', path: pathOf([], key) },
        because(claims, 'convention'),
      ),
    ]
  }
  if (path === undefined) return []
  const why: Why = because([...claims, ...(path.owner.references?.why.sources ?? []).map((source) => ({ source }))], 'convention')
  if (table.part === 'profile')
    return [
      rule(
        { kind: 'owner', label: 'self' },
        permissions(table, allowedOperations(table, ['select', 'insert', 'update']), given).filter((each) =>
          isPossible(table, each),
        ),
        { kind: 'caller', path: pathOf([], path.owner.name) },
        why,
      ),
    ]
  // people may know their role and not give themselves one
  if (keepsRoles)
    return [
      rule(
        { kind: 'owner', label: 'self' },
        [{ operation: 'select' }],
        { kind: 'caller', path: pathOf([], path.owner.name) },
        why,
      ),
    ]
  const usual: readonly Operation[] =
    table.part === 'join' || isWrittenOnce(table, draft)
      ? ['select', 'insert', 'delete']
      : isAudit(table)
        ? ['select']
        : isLog(table)
          ? ['select', 'insert']
          : operations
  const may = permissions(table, allowedOperations(table, usual))
  if (may.length === 0) return []
  return [
    rule(
      { kind: 'owner', label: labelOf(path.owner.name) },
      may,
      { kind: 'caller', path: pathOf(path.steps, path.owner.name) },
      why,
    ),
  ]
}

/** What is kept as evidence is not written by those it is evidence of. */
function isAudit(table: DraftTable): boolean {
  return /(^|_)audit(_|$)/.test(table.key)
}

/** Every permission on all columns, but for columns that the row's owner must not set. */
function permissions(
  table: DraftTable,
  may: readonly Operation[],
  given: ReadonlySet<string> = new Set(),
): readonly Permission[] {
  const kept = protectedColumns(table, given)
  return may.map((operation) => {
    if (kept === undefined || operation === 'select' || operation === 'delete') return { operation }
    return { operation, columns: operation === 'insert' ? kept.insertable : kept.updatable }
  })
}

/** A row that needs a value which its owner must not give is made by the backend; where no column may be changed, no row is. */
function isPossible(table: DraftTable, { operation, columns }: Permission): boolean {
  if (operation !== 'insert' || columns === undefined) return columns === undefined || columns.length > 0
  return table.columns.every(
    (column) =>
      columns.includes(column.name) ||
      column.nullable ||
      column.default !== undefined ||
      column.identity !== undefined ||
      column.generated !== undefined,
  )
}

function labelOf(column: string): string {
  const stem = column.replace(/_(id|uuid)$/, '').replace(/^created_by.*$/, 'creator')
  return stem === 'user' || stem === 'id' || stem === 'account' || stem === 'profile'
    ? 'owner'
    : singularise(stem).replaceAll('_', ' ')
}

function groupRules(
  table: DraftTable,
  found: FoundGroup,
  paths: ReturnType<typeof groupPaths>,
  draft: Draft,
  rule: MakeRule,
): readonly DraftRule[] {
  const { group } = found
  const why: Why = because(draft.tables.find((candidate) => candidate.key === found.key)?.facts?.groups ?? [])
  const member: Who = { kind: 'member', group: group.name, roles: [] }
  const leaders = highest(group.roles)
  const said = sessionGivesRights(draft, found)
  const chief: Who = { kind: 'member', group: group.name, roles: leaders }
  if (table.key === found.key) {
    const rows: Rows = { kind: 'group', path: pathOf([], table.primaryKey[0] ?? 'id'), group: group.name, roles: [] }
    const owner = ownerColumn(table)
    return [
      rule(member, [{ operation: 'select' }], rows, why),
      ...(owner === undefined
        ? []
        : [
            rule(
              { kind: 'owner', label: labelOf(owner.name) },
              // who founded a group that others lead may leave it to them
              permissions(table, owner.nullable && leaders.length > 0 ? ['select', 'insert'] : operations),
              { kind: 'caller', path: pathOf([], owner.name) },
              owner.why,
            ),
          ]),
      ...(leaders.length === 0 || said
        ? []
        : [rule(chief, [{ operation: 'update' }, { operation: 'delete' }], { ...rows, roles: leaders }, why)]),
    ]
  }
  const path = paths.get(table.key)
  if (path === undefined) return []
  const rows: Rows = { kind: 'group', path: pathOf(path.steps, path.column.name), group: group.name, roles: [] }
  const founder = founderOf(found, path, draft)
  const joins: Permission =
    founder === undefined ? { operation: 'insert' } : { operation: 'insert', columns: givenColumns(table) }
  if (table.key === found.membership.key)
    return [
      rule(member, [{ operation: 'select' }], rows, why),
      ...(founder === undefined ? [] : [rule(founder.who, [joins], founder.rows, founder.why)]),
      rule(
        { kind: 'owner', label: 'self' },
        [{ operation: 'delete' }],
        { kind: 'caller', path: pathOf([], group.membership.userColumn) },
        why,
      ),
      ...(leaders.length === 0
        ? []
        : [rule(chief, [joins, { operation: 'update' }, { operation: 'delete' }], { ...rows, roles: leaders }, why)]),
    ]
  const hidden = privateRule(table, rows, rule)
  if (hidden !== undefined) return [hidden]
  const claimed = claimedGroupRules(table, found, rows, why, rule)
  if (claimed !== undefined) return withAuthors(claimed, table, rows, rule)
  const usual: readonly Operation[] = isLog(table)
    ? ['select', 'insert']
    : table.part === 'join'
      ? ['select', 'insert', 'delete']
      : operations
  const who = isInvitation(table) && leaders.length > 0 ? chief : member
  return withAuthors(memberRules(table, found, allowedOperations(table, usual), { who, rows, why }, rule), table, rows, rule)
}

/**
 * Who founded a group puts the first people in it, and says what they are there: nobody leads it before. Where somebody then leads it, founders put in nobody but
 * themselves, and that as long as the group knows them (`founders.ts`).
 */
function founderOf(
  found: FoundGroup,
  path: GroupPath,
  draft: Draft,
): { readonly who: Who; readonly rows: Rows; readonly why: Why } | undefined {
  const group = draft.tables.find((candidate) => candidate.key === found.key)
  const owner = founderColumn(group)
  if (group === undefined || owner === undefined || path.steps.length > 0) return undefined
  const founded: Rows = { kind: 'caller', path: pathOf([{ column: path.column, parent: group }], owner.name) }
  const self: Rows = { kind: 'caller', path: pathOf([], found.group.membership.userColumn) }
  const rows: Rows = highest(found.group.roles).length === 0 ? founded : { kind: 'all of', parts: [founded, self] }
  return { who: { kind: 'owner', label: labelOf(owner.name) }, rows, why: owner.why }
}

/** What people give: neither the key nor the stamps, which the database fills. */
function givenColumns(table: DraftTable): readonly string[] {
  return table.columns
    .filter(({ name, part, generated }) => generated === undefined && part !== 'created' && part !== 'updated' && name !== 'id')
    .map(({ name }) => name)
}

/** Whom people ask to join, and with which token, is the business of those who run the group. */
function isInvitation(table: DraftTable): boolean {
  return /(^|_)(invitation|invite)$/.test(table.key)
}

/** What every member may with the group's rows, and what people in some of its roles may besides. */
function memberRules(
  table: DraftTable,
  found: FoundGroup,
  may: readonly Operation[],
  every: { readonly who: Who; readonly rows: Extract<Rows, { readonly kind: 'group' }>; readonly why: Why },
  rule: MakeRule,
): readonly DraftRule[] {
  const limited = may.flatMap((operation) => {
    const allowed = rolesOfOperation(operation, table, found)
    return allowed === undefined ? [] : [{ operation, ...allowed }]
  })
  const common = may.filter((operation) => !limited.some((one) => one.operation === operation))
  const rows = every.who.kind === 'member' ? { ...every.rows, roles: every.who.roles } : every.rows
  return [
    ...(common.length === 0 ? [] : [rule(every.who, permissions(table, common), rows, every.why)]),
    ...[...groupedBy(limited, ({ roles }) => roles.join()).values()].flatMap((same) => {
      const [first] = same
      if (first === undefined || first.roles.length === 0) return []
      const who: Who = { kind: 'member', group: found.group.name, roles: first.roles }
      const of = permissions(
        table,
        same.map(({ operation }) => operation),
      )
      return [rule(who, of, { ...every.rows, roles: first.roles }, because(same.flatMap(({ claims }) => claims)))]
    }),
  ]
}
