import type { Rows } from '../../schema/access.ts'
import type { Table } from '../../schema/table.ts'
import type { Person } from '../people/people.ts'
import { ownRowValues } from './caller-rows.ts'
import { closedValues, type Value } from './candidates.ts'
import { idValue, type Keys } from './choose-parents.ts'
import { type Facts, isOptional, nameOf, pathsOf, targetOf } from './facts.ts'
import { filledValue } from './filled-value.ts'
import { hintsOf } from './hints.ts'
import type { Place } from './world.ts'

/** A row to make: whose it is, and the values it must have. */
export interface Wanted {
  readonly place: Place
  readonly person?: Person
  readonly given: Keys
  /** Leave what may be empty empty. */
  readonly empty: boolean
  /** Under which of the possible parents: the first ones share the first parent, others have one each. */
  readonly turn?: number
  /** Not worth reporting when it cannot be made. */
  readonly optional: boolean
}

/** The most rows of one owner in one table. */
const mostVariants = 8

/**
 * The rows that a table should have: for each owner every combination of the values that access rules ask about, every value of a
 * closed list, one row filled and one with all that may be empty; one that is nobody's where the owner may be empty; a membership per person
 * and group; a row per account where the table describes accounts.
 */
export function plannedRows(facts: Facts, table: Table, people: readonly Person[]): readonly Wanted[] {
  const name = nameOf(table)
  const mains = people.filter((person) => person.main)
  const group = facts.membershipTables.get(name)
  if (group !== undefined) {
    const { userColumn, roleColumn } = group.membership
    return people.flatMap((person): Wanted[] => {
      const role = person.groups[group.name]
      if (person.side === undefined || role === undefined) return []
      const given = {
        [userColumn]: idValue(facts, person.id),
        ...(roleColumn === undefined || role === null ? {} : { [roleColumn]: role }),
      }
      return [{ place: person.side, person, given, empty: false, optional: false }]
    })
  }
  if (facts.accountTables.has(name) || facts.accounts?.table === name) return accountRows(facts, table, people)
  const { roles } = facts.schema.access
  if (roles !== undefined && `${roles.schema}.${roles.table}` === name) {
    return people.flatMap((person): Wanted[] =>
      person.appRole === undefined
        ? []
        : [
            {
              place: 'shared',
              person,
              given: {
                [roles.userColumn]: idValue(facts, person.id),
                [roles.roleColumn]: roleValue(table, roles.roleColumn, person.appRole),
              },
              empty: false,
              optional: false,
            },
          ],
    )
  }
  const variants = facts.groupTables.has(name) ? [{}] : variantsOf(facts, table)
  if (!facts.owned.has(name))
    return variants.map((given, at) => ({ place: 'shared', given, empty: at % 2 === 1, optional: at > 0 }))
  const nobody: readonly Wanted[] = canBeNobodys(facts, table)
    ? variants.map((given) => ({ place: 'nobody', given, empty: true, optional: true }))
    : []
  return [
    ...mains.flatMap((person) =>
      variants.map(
        (given, at): Wanted => ({ place: person.side ?? 'shared', person, given, empty: at % 2 === 1, optional: at > 0 }),
      ),
    ),
    ...mains.flatMap((person) =>
      otherParents(facts, table).map(
        (turn): Wanted => ({
          place: person.side ?? 'shared',
          person,
          given: variants[0] ?? {},
          empty: false,
          turn,
          optional: true,
        }),
      ),
    ),
    ...placedPeople(facts, table, people).map(
      (person): Wanted => ({ place: person.side ?? 'shared', person, given: {}, empty: false, optional: true }),
    ),
    ...nobody,
  ]
}

/** A few more rows where there may be several parents, which differ in what rules ask of them. */
function otherParents(facts: Facts, table: Table): readonly number[] {
  const leads = table.foreignKeys.some((key) => facts.owned.has(targetOf(key)) && !facts.accountTables.has(targetOf(key)))
  return leads ? [1, 2, 3] : []
}

/** The holders of roles that may do something with their own rows here: each gets one. */
function placedPeople(facts: Facts, table: Table, people: readonly Person[]): readonly Person[] {
  const rules = (facts.rules.get(nameOf(table)) ?? []).filter(
    (rule) =>
      (rule.who.kind === 'role' || rule.who.kind === 'member') && pathsOf(rule.rows).some(({ kind }) => kind === 'caller'),
  )
  return people.filter(
    (person) =>
      !person.main &&
      rules.some(({ who }) =>
        who.kind === 'role'
          ? person.appRole !== undefined && who.roles.includes(person.appRole)
          : who.kind === 'member' && person.groups[who.group] !== undefined,
      ),
  )
}

function accountRows(facts: Facts, table: Table, people: readonly Person[]): readonly Wanted[] {
  const { roles } = facts.schema.access
  const key = table.primaryKey?.columns[0]
  if (key === undefined) return []
  const isRoot = facts.accounts?.table === nameOf(table)
  const holdsRoles = roles !== undefined && `${roles.schema}.${roles.table}` === nameOf(table)
  return people
    .filter((person) => person.settled || isRoot)
    .map((person): Wanted => {
      const role = holdsRoles ? (person.appRole ?? plainRole(facts, table, roles.roleColumn)) : undefined
      return {
        place: person.side ?? 'shared',
        person,
        given: {
          [key]: idValue(facts, person.id),
          ...ownRowValues(facts, table, person),
          ...(roles === undefined || role === undefined ? {} : { [roles.roleColumn]: roleValue(table, roles.roleColumn, role) }),
        },
        empty: false,
        optional: false,
      }
    })
}

function roleValue(table: Table, column: string, role: Value): Value {
  return table.columns.find((one) => one.name === column)?.type === 'boolean' ? true : role
}

/** A value of the role column that no rule gives anything: undefined leaves it to the default. */
function plainRole(facts: Facts, table: Table, columnName: string): Value | undefined {
  const column = table.columns.find((one) => one.name === columnName)
  if (column === undefined) return undefined
  if (column.type === 'boolean') return false
  if (column.nullable) return null
  const named = new Set(facts.schema.access.rules.flatMap((rule) => (rule.who.kind === 'role' ? rule.who.roles : [])))
  const values = closedValues(
    column,
    table.checks.map((check) => hintsOf(check.expression, table)),
    facts.schema.enums,
  )
  const unnamed = values.find((value) => !named.has(String(value)))
  return unnamed ?? (column.default === undefined ? values.at(-1) : undefined)
}

function canBeNobodys(facts: Facts, table: Table): boolean {
  const leading = table.foreignKeys.filter((key) => facts.owned.has(targetOf(key)) || targetOf(key) === facts.accounts?.table)
  return leading.length > 0 && leading.every((key) => isOptional(table, key))
}

/** What the rows of one owner differ in. */
function variantsOf(facts: Facts, table: Table): readonly Keys[] {
  const asked = askedColumns(facts, table)
  const combinations = [...asked].reduce<readonly Keys[]>(
    (made, [column, values]) => made.flatMap((keys) => values.map((value) => ({ ...keys, [column]: value }))),
    [{}],
  )
  const base = combinations.slice(0, mostVariants)
  const hints = table.checks.map((check) => hintsOf(check.expression, table))
  const closed = table.columns
    .filter((column) => !asked.has(column.name) && column.generated === undefined)
    .map((column) => ({
      name: column.name,
      values: closedValues(
        column,
        hints.filter((one) => one.columns.includes(column.name)),
        facts.schema.enums,
      ),
    }))
    .filter((one) => one.values.length > 0)
  const count = Math.min(mostVariants, Math.max(2, base.length, ...closed.map((one) => one.values.length)))
  return Array.from({ length: count }, (_, at) => ({
    ...base[at % base.length],
    ...Object.fromEntries(closed.map((one) => [one.name, one.values[at % one.values.length] ?? null])),
  }))
}

/** Columns of this table that some rule compares with constants or null, and the values that tell the outcomes apart. */
function askedColumns(facts: Facts, table: Table): ReadonlyMap<string, readonly Value[]> {
  const asked = new Map<string, readonly Value[]>()
  const add = (columnName: string, values: readonly Value[]) => {
    const column = table.columns.find((one) => one.name === columnName)
    if (column === undefined || column.generated !== undefined) return
    const known = asked.get(columnName) ?? []
    const wanted = values.filter((value) => value !== null || column.nullable)
    asked.set(columnName, [...known, ...wanted.filter((value) => !known.includes(value))])
  }
  const visit = (rows: Rows, start: string): void => {
    if (rows.kind === 'all of' || rows.kind === 'any of') for (const part of rows.parts) visit(part, start)
    else if ((rows.kind === 'is null' || rows.kind === 'is not null') && start === nameOf(table)) {
      const column = table.columns.find((one) => one.name === rows.column)
      const keyed = table.foreignKeys.some((key) => key.columns.includes(rows.column))
      if (column !== undefined && !keyed) add(rows.column, [null, filledValue(column.type)])
    } else if (rows.kind === 'equals') {
      const end = rows.path.steps.at(-1)
      if ((end === undefined ? start : `${end.schema}.${end.table}`) !== nameOf(table)) return
      const column = table.columns.find((one) => one.name === rows.path.column)
      if (column === undefined) return
      if (column.type === 'boolean') {
        add(rows.path.column, [true, false])
        return
      }
      const hints = table.checks
        .map((check) => hintsOf(check.expression, table))
        .filter((one) => one.columns.includes(column.name))
      const others = closedValues(column, hints, facts.schema.enums).filter((value) => !rows.values.includes(String(value)))
      add(rows.path.column, [...rows.values, others.length > 0 ? (others[0] ?? null) : null])
    }
  }
  for (const rule of facts.schema.access.rules) visit(rule.rows, `${rule.schema}.${rule.table}`)
  return asked
}
