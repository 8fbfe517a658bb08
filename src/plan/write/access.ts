import type { AccessRule, Group, RoleSource } from '../../schema/access.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import { writeCode, writeCodes } from '../form/code.ts'
import { leftAsFound } from '../form/left-as-found.ts'
import { writeMay } from '../form/may.ts'
import { writeColumn, writeTable } from '../form/name.ts'
import { writeRows } from '../form/rows.ts'
import { writeWho } from '../form/who.ts'
import { writeWhy } from '../form/why.ts'
import { type Block, section, table } from './layout.ts'

/** `### Actors`, where there are groups or roles: who the callers are that the access rules name. */
export function writeActors(schema: Schema): readonly Block[] {
  const { groups, roles } = schema.access
  if (groups.length === 0 && roles === undefined) return []
  const traits = traitsOf(schema.platform)
  const rows = [
    ['anonymous', `role ${writeCode(traits.anonymous, true)}, not signed in`],
    ['signed in', `role ${writeCode(traits.signedIn, true)}, any account`],
    ...groups.map((group) => [`member of ${writeCode(group.name, true)}`, groupCell(group)]),
    ...(roles === undefined ? [] : [['with a role', roleCell(roles)]]),
    ['backend', `role ${writeCode(traits.backend, true)}`],
  ]
  return section('### Actors', table(['Actor', 'Is'], rows))
}

function groupCell({ schema, table: name, membership, roles }: Group): string {
  const rows = writeTable({ schema: membership.schema, name: membership.table }, true)
  const user = writeColumn(membership.userColumn, true)
  const group = writeColumn(membership.groupColumn, true)
  const held = membership.roleColumn === undefined ? '' : `; ${writeColumn(membership.roleColumn, true)} is the role`
  const list = roles.length === 0 ? '' : `; roles ${writeCodes(roles, true)}`
  return `signed in, with a row in ${rows} where ${user} is the caller and ${group} is the ${writeTable({ schema, name }, true)} row${held}${list}`
}

function roleCell(source: RoleSource): string {
  const rows = writeTable({ schema: source.schema, name: source.table }, true)
  const list = source.roles.length === 0 ? '' : `; roles ${writeCodes(source.roles, true)}`
  return `signed in, with a row in ${rows} where ${writeColumn(source.userColumn, true)} is the caller; ${writeColumn(source.roleColumn, true)} is the role${list}`
}

/** `### Access rules`. A rule for the backend or for anonymous callers that every table has is written once. */
export function writeAccessRules(schema: Schema): readonly Block[] {
  const shared = sharedRules(schema)
  const rows = schema.access.rules.flatMap((rule) =>
    shared.has(rule) ? [] : [ruleRow(rule, writeTable({ schema: rule.schema, name: rule.table }, true), schema)],
  )
  const first = [...shared][0]
  const everywhere = first === undefined ? [] : [ruleRow(first, 'every table', schema)]
  const introduction =
    'What the documents ask for, as meaning: rules add up, and what no rule allows is refused. Policies and grants below are compiled from it.'
  const rules = table(['Table', 'Who', 'May', 'Which rows', 'Why'], [...rows, ...everywhere])
  const unread = schema.access.unread ?? []
  const left = unread.map(({ schema: home, table: name }) => writeTable({ schema: home, name }, true)).join(', ')
  const found = unread.length === 0 ? [] : [`${leftAsFound}: ${left}`]
  return section('### Access rules', rules.length === 0 ? [] : [introduction, ...rules, ...found])
}

function ruleRow(rule: AccessRule, name: string, schema: Schema): readonly string[] {
  return [
    name,
    writeWho(rule.who, schema.access),
    writeMay(rule),
    writeRows(rule.rows, { table: { schema: rule.schema, name: rule.table }, schema }),
    writeWhy(rule),
  ]
}

/** The backend's rules, if each table has exactly one and all are the same. */
function sharedRules(schema: Schema): ReadonlySet<AccessRule> {
  const rules = schema.tables.map(({ schema: namespace, name }) =>
    schema.access.rules.filter((rule) => rule.schema === namespace && rule.table === name && rule.who.kind === 'backend'),
  )
  const meaning = ({ schema: _, table: __, ...rest }: AccessRule): string => JSON.stringify(rest, (_key, value) => sorted(value))
  const single = rules.flatMap((own) => (own.length === 1 ? own : []))
  const alike = new Set(single.map(meaning)).size === 1
  const anyPath = single.some((rule) => rule.rows.kind !== 'all' && rule.rows.kind !== 'none')
  return new Set(rules.length > 1 && single.length === rules.length && alike && !anyPath ? single : [])
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
