import type { Access, Group, RoleSource } from '../../schema/access.ts'
import { leadsToAccount } from '../../schema/account-key.ts'
import { singularise } from '../../schema/inflect.ts'
import { findColumn, findTable } from '../../schema/lookups.ts'
import type { Schema } from '../../schema/schema.ts'
import { type QualifiedName, readName, readTableName, tableName } from '../form/name.ts'
import type { Phrase } from '../form/phrase.ts'
import { attemptRule } from './attempt-rule.ts'
import { isTable, type Section } from './markdown.ts'
import { Report } from './report.ts'
import { readTableRows } from './rows.ts'
import type { PlanText } from './tables.ts'

/** Reads `### Actors`: the groups and where roles are kept; the other actors are there for the reader. */
export function readActors(section: Section, schema: Schema, { text, report }: PlanText): Pick<Access, 'groups' | 'roles'> {
  const groups: Group[] = []
  let roles: RoleSource | undefined
  for (const table of section.blocks.filter(isTable)) {
    for (const row of readTableRows(table, text, report, { actor: ['actor', 'who'], is: ['is'] })) {
      const actor = attemptRule(report, row.actor, 'this actor', readActor)
      if (actor === undefined) continue
      if (actor === 'other') {
        const silent = new Report(text, '')
        const member = silent.attempt(row.is, 'a member', (phrase) => readPlainMember(phrase, schema))
        if (member !== undefined) groups.push(member)
        const role = silent.attempt(row.is, 'a role', readPlainRole)
        if (role !== undefined) giveRole(groups, role, schema)
        continue
      }
      const membership = attemptRule(report, row.is, 'who this actor is', readMembership)
      if (membership === undefined) continue
      const { table: place, userColumn, group, roleColumn, roles: names } = membership
      if (actor === 'role') {
        roles = { schema: place.schema, table: place.name, userColumn, roleColumn: roleColumn ?? 'role', roles: names }
      } else if (group === undefined) {
        report.add(
          'plan/rule-unreadable',
          'error',
          row.is.start,
          `the group of "${row.actor.text}" is not said`,
          'add: and `household_id` is the `households` row',
        )
      } else {
        groups.push({
          name: actor.group,
          schema: group.table.schema,
          table: group.table.name,
          membership: {
            schema: place.schema,
            table: place.name,
            groupColumn: group.column,
            userColumn,
            ...(roleColumn === undefined ? {} : { roleColumn }),
          },
          roles: names,
        })
      }
    }
  }
  return { groups, ...(roles === undefined ? {} : { roles }) }
}

function readActor(phrase: Phrase): 'role' | 'other' | { readonly group: string } {
  if (phrase.words('with a role')) return 'role'
  if (phrase.words('member of')) return { group: phrase.expectCode('the name of a group in a code span') }
  phrase.rest()
  return 'other'
}

interface Membership {
  readonly table: QualifiedName
  readonly userColumn: string
  readonly group?: { readonly column: string; readonly table: QualifiedName }
  readonly roleColumn?: string
  readonly roles: readonly string[]
}

/** `` signed in, with a row in `members` where `user_id` is the caller and `team_id` is the `teams` row; `role` is the role; roles `a`, `b` `` */
function readMembership(phrase: Phrase): Membership {
  if (phrase.words('signed in')) phrase.mark(',')
  phrase.expectWords('with a row in')
  const table = tableIn(phrase)
  phrase.expectWords('where')
  const userColumn = columnIn(phrase)
  phrase.expectWords('is the caller')
  let group: Membership['group']
  if (phrase.words('and')) {
    const column = columnIn(phrase)
    phrase.expectWords('is the')
    group = { column, table: tableIn(phrase) }
    phrase.words('row')
  }
  let roleColumn: string | undefined
  let roles: readonly string[] = []
  while (phrase.mark(';')) {
    if (phrase.words('roles')) roles = phrase.codes('a role in a code span')
    else {
      roleColumn = columnIn(phrase)
      phrase.expectWords('is the role')
    }
  }
  return {
    table,
    userColumn,
    ...(group === undefined ? {} : { group }),
    ...(roleColumn === undefined ? {} : { roleColumn }),
    roles,
  }
}

export function tableIn(phrase: Phrase): QualifiedName {
  return readTableName(phrase.expectCode('a table in a code span')) ?? phrase.fail('the name of a table')
}

function columnIn(phrase: Phrase): string {
  return readName(phrase.expectCode('a column in a code span')) ?? phrase.fail('the name of a column')
}

/**
 * ``signed in, with a row in `members` for the team in question``: people say no more, for the foreign keys of the membership say which column
 * leads to the account and which to the group. Undefined where they leave a choice.
 */
function readPlainMember(phrase: Phrase, schema: Schema): Group {
  phrase.expectWords('signed in')
  phrase.mark(',')
  phrase.expectWords('with a row in')
  const name = tableIn(phrase)
  phrase.rest()
  const table = findTable(schema, name.schema, name.name)
  const single = (table?.foreignKeys ?? []).filter(({ columns }) => columns.length === 1)
  const isUser = ({ columns: [column] }: (typeof single)[number]) =>
    table !== undefined && column !== undefined && leadsToAccount(schema, table, column)
  const users = single.filter(isUser)
  const [user] = users
  const [group, ...others] = single.filter((key) => !isUser(key))
  if (user === undefined || users.length > 1 || group === undefined || others.length > 0) {
    return phrase.fail('where, and the columns of the account and of the group')
  }
  return {
    name: singularise(group.references.table),
    schema: group.references.schema,
    table: group.references.table,
    membership: {
      schema: name.schema,
      table: name.name,
      groupColumn: group.columns[0] ?? '',
      userColumn: user.columns[0] ?? '',
    },
    roles: [],
  }
}

interface PlainRole {
  readonly table: QualifiedName
  readonly column: string
  readonly value: string
}

/** ``a member whose `members.role` is `admin` ``. */
function readPlainRole(phrase: Phrase): PlainRole {
  phrase.words('a')
  phrase.expectWords('member whose')
  const code = phrase.expectCode('the column of the role in a code span')
  const dot = code.lastIndexOf('.')
  const table = readTableName(code.slice(0, Math.max(dot, 0)))
  const column = readName(code.slice(dot + 1))
  if (table === undefined || column === undefined) return phrase.fail('the column of the role, as in `members.role`')
  phrase.expectWords('is')
  return { table, column, value: phrase.expectCode('a role in a code span') }
}

/** The group of that membership has roles: all that the column may hold where it is a closed list, those that are named otherwise. */
function giveRole(groups: Group[], { table, column, value }: PlainRole, schema: Schema): void {
  const at = groups.findIndex(({ membership }) => membership.schema === table.schema && membership.table === table.name)
  const group = groups[at]
  if (group === undefined) return
  const place = findTable(schema, table.schema, table.name)
  const type = place === undefined ? undefined : findColumn(place, column)?.type
  const listed = schema.enums.find((one) => tableName(one.schema, one.name) === type)?.values
  groups[at] = {
    ...group,
    membership: { ...group.membership, roleColumn: column },
    roles: listed ?? [...new Set([...group.roles, value])],
  }
}
