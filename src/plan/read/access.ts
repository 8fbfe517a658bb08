import type { Access, AccessRule, Group, RoleSource } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import { type Inline, splitCode } from '../form/inline.ts'
import { leftAsFound } from '../form/left-as-found.ts'
import { readMay } from '../form/may.ts'
import { type QualifiedName, readName, readTableName } from '../form/name.ts'
import type { Phrase } from '../form/phrase.ts'
import { readRows } from '../form/rows.ts'
import { readWho } from '../form/who.ts'
import { readWhy } from '../form/why.ts'
import { isParagraph, isTable, paragraphInline, type Section } from './markdown.ts'
import { isBlank, isOmission, readTableRows } from './rows.ts'
import type { PlanText } from './tables.ts'

/** Reads `### Actors`: the groups and where roles are kept; the other actors are there for the reader. */
export function readActors(section: Section, { text, report }: PlanText): Pick<Access, 'groups' | 'roles'> {
  const groups: Group[] = []
  let roles: RoleSource | undefined
  for (const table of section.blocks.filter(isTable)) {
    for (const row of readTableRows(table, text, report, { actor: ['actor', 'who'], is: ['is'] })) {
      const actor = attemptRule(report, row.actor, 'this actor', readActor)
      if (actor === undefined || actor === 'other') continue
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

/** What is wrong with a rule has a code of its own: the schema is whole without it, and its tables can be observed. */
function attemptRule<T>(report: PlanText['report'], cell: Inline, what: string, read: (phrase: Phrase) => T): T | undefined {
  return report.attempt(cell, what, read, 'plan/rule-unreadable')
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

function tableIn(phrase: Phrase): QualifiedName {
  return readTableName(phrase.expectCode('a table in a code span')) ?? phrase.fail('the name of a table')
}

function columnIn(phrase: Phrase): string {
  return readName(phrase.expectCode('a column in a code span')) ?? phrase.fail('the name of a column')
}

/**
 * Reads `### Access rules`. `schema` holds the tables and, in `access`, the groups that the rules speak of. Tables with a rule that cannot be
 * read are named in `unread`; a way through a function gives nothing on the table itself, so there it does not matter.
 */
export function readAccessRules(section: Section, schema: Schema, { text, report }: PlanText): Pick<Access, 'rules' | 'unread'> {
  const unread: { readonly schema: string; readonly table: string }[] = []
  const columns = {
    table: ['table'],
    who: ['who'],
    may: ['may'],
    rows: ['which rows', 'rows'],
    why: ['why', 'reason', 'comment'],
  } as const
  const rules = section.blocks.filter(isTable).flatMap((table) =>
    readTableRows(table, text, report, columns, ['why']).flatMap((row): readonly AccessRule[] => {
      if (isOmission(row.table) || isBlank(row.table) || isFunction(row.table)) return []
      const places = attemptRule(report, row.table, 'the table of this rule', (phrase) => readPlaces(phrase, schema))
      const who = attemptRule(report, row.who, 'who this rule is about', (phrase) => readWho(phrase, schema.access))
      const may = attemptRule(report, row.may, 'what this rule allows', readMay)
      if (places === undefined) return []
      return places.flatMap((place): readonly AccessRule[] => {
        const at = { schema: place.schema, table: place.name }
        const rows = who === undefined || may === undefined ? undefined : readRowsOnce(row.rows, place, schema, report)
        if (who !== undefined && may !== undefined && rows !== undefined)
          return [{ ...at, who, ...may, rows, ...readWhy(row.why) }]
        if (may?.through === undefined) unread.push(at)
        return []
      })
    }),
  )
  for (const node of section.blocks.filter(isParagraph)) {
    const inline = paragraphInline(node, text)
    if (!inline.text.startsWith(leftAsFound)) continue
    const places = report.attempt(inline, 'the tables that are left as found', (phrase) => {
      phrase.expectWords(leftAsFound.toLowerCase())
      phrase.expectMark(':')
      return readPlaces(phrase, schema)
    })
    unread.push(...(places ?? []).map(({ schema: home, name }) => ({ schema: home, table: name })))
  }
  return { rules, ...(unread.length === 0 ? {} : { unread }) }
}

/** `` `move_bench()` ``: who may run a function is what its grants say, and a rule is about rows. */
function isFunction(cell: Inline): boolean {
  const codes = splitCode(cell).flatMap((part) => (part.kind === 'code' ? [part.value] : []))
  return codes.length > 0 && codes.every((code) => code.trim().endsWith(')'))
}

function readRowsOnce(cell: Inline, table: QualifiedName, schema: Schema, report: PlanText['report']) {
  return attemptRule(report, cell, 'which rows this rule is about', (phrase) => readRows(phrase, { table, schema }))
}

/** One table or view, several, or `every table`. */
function readPlaces(phrase: Phrase, schema: Schema): readonly QualifiedName[] {
  if (phrase.words('every table') || phrase.words('all tables'))
    return schema.tables.map(({ schema: namespace, name }) => ({ schema: namespace, name }))
  const known = [...schema.tables, ...schema.views]
  const places: QualifiedName[] = []
  do {
    const place = tableIn(phrase)
    if (!known.some((object) => object.schema === place.schema && object.name === place.name)) {
      return phrase.fail('a table or view of this plan')
    }
    places.push(place)
  } while (phrase.mark(','))
  return places
}
