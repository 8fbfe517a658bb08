import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import { accountId, type Person } from '../people/people.ts'
import type { Session } from '../session.ts'
import { ownRowValues } from './caller-rows.ts'
import { candidatesFor, type Value } from './candidates.ts'
import { idValue, type Lineage } from './choose-parents.ts'
import { type Facts, isOptional, nameOf, targetOf } from './facts.ts'
import { insertSql } from './insert-sql.ts'
import { type Making, makeRow, uniqueKeys, writableValues } from './make-row.ts'
import { ownness } from './most-own.ts'
import { fillingOrder } from './order.ts'
import { addPartitions } from './partitions.ts'
import { plannedRows, type Wanted } from './plan-rows.ts'
import { keptLimits, leavesRoom } from './row-limits.ts'
import { type Solution, solveChecks } from './solve.ts'
import type { MadeRow, Row, Spare, World } from './world.ts'

/**
 * Fills the database. Where a constraint trigger does not hold of the generated rows (so many of these per one of those), they are made
 * again without it, for statements that wait for a trigger at commit would block every change of the tables.
 */
export async function makeWorld(session: Session, facts: Facts, people: readonly Person[]): Promise<World> {
  await addPartitions(session, facts)
  await session.exec('savepoint world')
  const world = await fillWorld(session, facts, people)
  if (world.settled) {
    await session.exec('release savepoint world')
    return world
  }
  await session.exec('rollback to savepoint world; release savepoint world')
  const triggers = facts.schema.tables.flatMap((table) =>
    table.triggers
      .filter((trigger) => trigger.constraint !== undefined)
      .map((trigger) => ({
        on: qualified(table.schema, table.name),
        name: identifier(trigger.name),
        object: `${table.name}.${trigger.name}`,
      })),
  )
  await session.exec(triggers.map((one) => `alter table ${one.on} disable trigger ${one.name};`).join('\n'))
  await session.exec('savepoint again')
  const again = await fillWorld(session, facts, people)
  if (!again.settled) {
    // Statements that wait for the commit would block every change of the tables, so nothing more could be tried.
    await session.exec('rollback to savepoint again')
    const none: World = { ...again, made: new Map(), rows: new Map(), spares: new Map(), settled: true }
    await session.exec(triggers.map((one) => `alter table ${one.on} enable trigger ${one.name};`).join('\n'))
    const why = 'no rows were found that meet all deferred constraints together'
    return { ...none, missing: [...again.missing, ...facts.schema.tables.map((table) => ({ table: nameOf(table), why }))] }
  }
  await session.exec(triggers.map((one) => `alter table ${one.on} enable trigger ${one.name};`).join('\n'))
  const why = 'the generated rows do not meet it, so it was off while they were made'
  return { ...again, settled: false, missing: [...again.missing, ...triggers.map((one) => ({ table: one.object, why }))] }
}

/**
 * Fills the database with rows that fit: parents before children, each owner's rows leading to that owner's rows. Runs as superuser, so
 * no policy decides what is there, with triggers on: what they fill is left to them.
 */
async function fillWorld(session: Session, facts: Facts, people: readonly Person[]): Promise<World> {
  const made = new Map<string, MadeRow[]>()
  const spares = new Map<string, Spare[]>()
  const solutions = new Map<string, readonly Solution[]>()
  const missing: { table: string; why: string }[] = []
  const taken = new Set<string>()
  let number = 0
  await session.exec('set constraints all deferred')
  await addAccounts(session, facts, people)

  for (const { table, later } of fillingOrder(facts.schema.tables)) {
    const name = nameOf(table)
    const rows: MadeRow[] = []
    made.set(name, rows)
    for (const row of await readTable(session, table)) for (const key of uniqueKeys(table, row)) taken.add(key)
    const keys = table.foreignKeys.filter((key) => !later.includes(key))
    const wanted = plannedRows(facts, table, people)
    const solved = await solveChecks(session, table, (column, hints) => {
      const values = keyValues(column)
      const found = table.columns.find((one) => one.name === column)
      if (found === undefined) return []
      const near = [0, 1].flatMap((from) => candidatesFor(found, hints, facts.schema.enums, from))
      const asked = wanted.flatMap((one) => (column in one.given ? [one.given[column] ?? null] : []))
      return values.length > 0 ? [...values, ...(found.nullable ? [null] : [])] : distinct([...near, ...asked])
    })
    solutions.set(name, solved)
    for (const solution of solved) {
      if (solution.valid.length === 0)
        missing.push({ table: name, why: `no value found that meets ${solution.checks.join(', ')}` })
    }

    const limits = keptLimits(facts.schema, table)
    const failures: string[] = []
    const fits = (one: Wanted) => (one.turn ?? 0) < parentsOf(one)
    // Rows that lead to rows of the same table come after one of each owner is there.
    const leadsToItself = keys.some((key) => targetOf(key) === name)
    const isFirst = (one: Wanted, at: number) =>
      wanted.findIndex((other) => other.person === one.person && other.place === one.place) === at
    const first = leadsToItself ? wanted.filter(isFirst) : wanted
    await insertAll(first.filter(fits))
    if (leadsToItself) await insertAll(wanted.filter((one) => !first.includes(one) && (fits(one) || one.turn === 1)))
    await tellPeopleApart(table)
    await adopt(table, rows)
    if (rows.length === 0 && failures[0] !== undefined) missing.push({ table: name, why: failures[0] })

    async function insertAll(some: readonly Wanted[]): Promise<void> {
      const drafts: { wanted: Wanted; values: Readonly<Record<string, Value>> }[] = []
      for (const one of some) {
        const result = draft(one)
        if (
          'values' in result &&
          !leavesRoom(limits, result.values, [...rows.map(({ row }) => row), ...drafts.map((other) => other.values)])
        )
          continue
        if ('values' in result) drafts.push({ wanted: one, values: result.values })
        else if (!one.optional) failures.push(result.why)
      }
      const outcomes = await session.keepAll(
        drafts.map((one) => ({ sql: insertSql(table, one.values, ' returning *'), rows: true, ...asPerson(one.wanted.person) })),
      )
      for (const [at, one] of drafts.entries()) {
        const outcome = outcomes[at]
        const row = outcome?.rows[0]
        if (row !== undefined) {
          rows.push({ place: one.wanted.place, ...(one.wanted.person === undefined ? {} : { person: one.wanted.person }), row })
          for (const key of uniqueKeys(table, row)) taken.add(key)
        } else if (!one.wanted.optional && outcome?.state !== '23505') {
          failures.push(`${outcome?.message ?? 'no answer'} (${outcome?.state ?? 'XX000'})`)
        }
      }
    }

    function ownnessOf(one: Wanted, row: Row): number {
      return one.person === undefined ? 0 : ownness(facts, table, one.person, row, (target) => made.get(target) ?? [])
    }

    /** Of the rows that are there, the first of those that are most the person's own. */
    function mostOwn(one: Wanted): Row | undefined {
      const theirs = rows.filter((candidate) => candidate.person === one.person && candidate.place === one.place)
      return theirs.map(({ row }) => row).sort((left, right) => ownnessOf(one, right) - ownnessOf(one, left))[0]
    }

    /** How many rows of its owner a row may be put under; at least one. */
    function parentsOf(one: Wanted): number {
      const counts = keys
        .filter((key) => facts.owned.has(targetOf(key)) && !facts.accountTables.has(targetOf(key)))
        .map(
          (key) =>
            (made.get(targetOf(key)) ?? []).filter((parent) => parent.place === one.place && parent.person === one.person).length,
        )
      return Math.max(1, ...counts)
    }

    function keyValues(column: string): readonly Value[] {
      const values = keys
        .filter((key) => key.columns.includes(column))
        .flatMap((key) => {
          const at = key.columns.indexOf(column)
          const inside = (made.get(targetOf(key)) ?? []).map((one) => one.row[key.references.columns[at] ?? ''] as Value)
          const isAccount = facts.accountColumns.has(`${name}.${column}`)
          return isAccount ? people.map((person): Value => person.id) : inside
        })
      return distinct(values).slice(0, 12)
    }

    /** Where a newcomer cannot have a row, one of those that are there is taken away and added again: of somebody who owns nothing else. */
    function standIn(rows: readonly MadeRow[]): readonly Spare[] {
      if (!facts.membershipTables.has(name) && !facts.accountTables.has(name)) return []
      for (const { place, person, row } of rows) {
        if (person === undefined || person.main) continue
        return [{ place, person, values: { ...writableValues(table, row), ...loose(table) }, replaces: row }]
      }
      return []
    }

    function draft(one: Wanted) {
      number += 1
      const making: Making = { table, keys, solutions: solved, lineage: lineageOf(one), taken, number }
      const result = makeRow(one, making)
      if ('values' in result) for (const key of uniqueKeys(table, result.values)) taken.add(key)
      return result
    }

    function lineageOf(one: Wanted): Lineage {
      return {
        facts,
        place: one.place,
        person: one.person,
        others: [
          ...people.filter((person) => person !== one.person && person.side !== undefined && person.side === one.person?.side),
          ...people.filter((person) => person !== one.person && !person.settled),
        ],
        made: (target) => made.get(target) ?? [],
      }
    }
    spares.set(
      name,
      spareRows(facts, table, people, wanted).flatMap((one): readonly Spare[] => {
        const whose = { place: one.place, ...(one.person === undefined ? {} : { person: one.person }) }
        const result = draft(one)
        const own = mostOwn(one)
        // Where nothing of the person's own is left to take, what is theirs stands there already.
        if ('values' in result && (own === undefined || ownnessOf(one, result.values) >= ownnessOf(one, own)))
          return [{ ...whose, values: result.values }]
        const row = own ?? rowOf(table, rows, one.person)
        if (row === undefined) return standIn(rows)
        return [{ ...whose, values: { ...writableValues(table, row), ...loose(table) }, replaces: row }]
      }),
    )
  }

  const [settled] = await session.keepAll([{ sql: 'set constraints all immediate' }])
  await session.exec('set constraints all deferred')
  const rows = new Map<string, readonly Readonly<Record<string, unknown>>[]>()
  for (const table of facts.schema.tables) rows.set(nameOf(table), await readTable(session, table))
  return { people, made, rows, spares, solutions, missing, settled: settled?.state === undefined }

  /** The row of an account in a table with one row per account. */
  function rowOf(table: Table, rows: readonly MadeRow[], person: Person | undefined) {
    const key = table.primaryKey?.columns[0] ?? ''
    return facts.accountTables.has(nameOf(table)) ? rows.find((made) => String(made.row[key]) === person?.id)?.row : undefined
  }

  /** Rows that a trigger added for an account or a group (a profile, a first membership) are as good as those made here. */
  async function adopt(table: Table, rows: MadeRow[]): Promise<void> {
    const keyOf = (row: Readonly<Record<string, unknown>>) =>
      JSON.stringify((table.primaryKey?.columns ?? table.columns.map((column) => column.name)).map((column) => row[column]))
    const known = new Set(rows.map((one) => keyOf(one.row)))
    for (const row of await readTable(session, table)) {
      if (known.has(keyOf(row))) continue
      const person = people.find((one) =>
        table.columns.some(
          (column) => facts.accountColumns.has(`${nameOf(table)}.${column.name}`) && String(row[column.name]) === one.id,
        ),
      )
      rows.push({ place: person?.side ?? 'shared', ...(person === undefined ? {} : { person }), row })
    }
  }

  /** Rows that a trigger made for an account have what it gave them: what rules ask of the caller's own row is put in by hand. */
  async function tellPeopleApart(table: Table): Promise<void> {
    const key = table.primaryKey?.columns[0]
    if (key === undefined || !facts.accountTables.has(nameOf(table))) return
    await session.keepAll(
      people
        .filter((person) => person.settled)
        .flatMap((person) =>
          Object.entries(ownRowValues(facts, table, person)).map(([column, value]) => ({
            sql: `update ${qualified(table.schema, table.name)} set ${identifier(column)} = ${value === null ? 'null' : literal(String(value))} where ${identifier(key)} = ${literal(person.id)} and ${identifier(column)} is distinct from ${value === null ? 'null' : literal(String(value))}`,
          })),
        ),
    )
  }

  function asPerson(person: Person | undefined) {
    if (person === undefined || facts.accounts?.own !== false) return {}
    return {
      as: { role: 'none', settings: { 'request.jwt.claims': JSON.stringify({ sub: person.id, role: facts.traits.signedIn }) } },
    }
  }
}

/** One more row for each person, and one that is nobody's, to be inserted by one actor or another. */
function spareRows(facts: Facts, table: Table, people: readonly Person[], wanted: readonly Wanted[]): readonly Wanted[] {
  const first = wanted[0]
  if (first === undefined) return []
  const spare = { ...first, empty: false, optional: true }
  const name = nameOf(table)
  const newcomer = people.find((person) => !person.settled)
  const key = table.primaryKey?.columns[0]
  if (facts.accounts?.table === name && key !== undefined && newcomer !== undefined) {
    const id = accountId(table.columns.find((column) => column.name === key)?.type ?? 'uuid', people.length + 1)
    const person = { ...newcomer, name: 'further account', id }
    return [{ ...spare, place: 'shared', person, given: { ...first.given, [key]: idValue(facts, id) } }]
  }
  if (facts.accountTables.has(name)) {
    if (newcomer === undefined || key === undefined) return []
    return [{ ...spare, place: 'shared', person: newcomer, given: { ...first.given, [key]: idValue(facts, newcomer.id) } }]
  }
  const group = facts.membershipTables.get(name)
  const places = [...new Set(wanted.map((one) => one.place))]
  if (group !== undefined) {
    if (newcomer === undefined) return []
    const given = { ...first.given, [group.membership.userColumn]: idValue(facts, newcomer.id) }
    return places.map((place) => ({ ...spare, place, person: newcomer, given }))
  }
  if (!facts.owned.has(name)) return [spare]
  return [
    ...people.map((person): Wanted => ({ ...spare, place: person.side ?? 'shared', person })),
    ...wanted
      .filter((one) => one.place === 'nobody')
      .slice(0, 1)
      .map((one) => ({ ...one, empty: false, optional: true })),
  ]
}

/** References to the same table let go: those of a row that is taken away would lead to what is gone. */
function loose(table: Table): Readonly<Record<string, null>> {
  const own = table.foreignKeys.filter((key) => targetOf(key) === nameOf(table) && isOptional(table, key))
  const columns = own.flatMap((key) => key.columns.filter((name) => table.columns.find((one) => one.name === name)?.nullable))
  return Object.fromEntries(columns.map((name) => [name, null]))
}

async function readTable(session: Session, table: Table) {
  const name = identifier(table.name)
  const order = (table.primaryKey?.columns ?? []).map((column) => `${name}.${identifier(column)}`)
  const rows = await session.rows(
    `select to_jsonb(${name}) as row from ${qualified(table.schema, table.name)} as ${name}${order.length === 0 ? '' : ` order by ${order.join(', ')}`}`,
  )
  return rows.map(({ row }) => (typeof row === 'string' ? JSON.parse(row) : row) as Readonly<Record<string, unknown>>)
}

/** Accounts in the platform's own table. Where the project keeps accounts itself, they are rows like others. */
async function addAccounts(session: Session, facts: Facts, people: readonly Person[]): Promise<void> {
  if (facts.accounts === undefined || facts.accounts.own) return
  await session.keepAll(
    people.map((person) => ({
      sql: `insert into ${facts.accounts?.table} (id, email) values (${literal(person.id)}, ${literal(`${person.name.replaceAll(' ', '-')}@example.com`)})`,
    })),
  )
}

function distinct(values: readonly Value[]): readonly Value[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = JSON.stringify(value)
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}
