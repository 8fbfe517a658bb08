import type { Operation } from '../../schema/access.ts'
import type { ForeignKey } from '../../schema/constraint.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, identifiers, qualified } from '../../sql/quote.ts'
import { insertSpare, opened, rowsAt, updateRow } from '../attacks/attack.ts'
import type { Actor } from '../people/actors.ts'
import { describeOutcome, type Probe, type Row, type Step, type StepOutcome } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { idValue } from '../rows/choose-parents.ts'
import { nameOf, targetOf } from '../rows/facts.ts'
import type { Place } from '../rows/world.ts'
import { rowsAfter, spareName, sparesFor } from './access-insert.ts'
import { keyColumns, keySet, rowKey } from './row-keys.ts'
import type { Stage } from './stage.ts'
import { reads } from './touches.ts'

/** Columns by which an account would give itself more than it has. */
const worth = /^(is_)?(admin|superuser|staff)$|(^|_)(role|roles|credits?|balance|quota|tier|plan|permissions)$/

/**
 * An actor and a table of which no rules are known: the same statements are tried, what happens is written down, and what would be a leak under
 * most rules is marked for a person to look at.
 */
export function observeProbes(stage: Stage, table: Table, actor: Actor): readonly Probe[] {
  const name = nameOf(table)
  const target = qualified(table.schema, table.name)
  const keys = keyColumns(table)
  const others = keySet(keys, rowsOfOthers())
  const writable = columnsGiven('update').find((column) => isPlain(table, column))
  const observe = (tried: string, steps: readonly Step[], mark: Mark, setup?: readonly string[]): Probe => ({
    check: 'access',
    object: table.name,
    tried,
    actor: actor.name,
    expected: 'no rule is known',
    touches: reads(stage.facts, table),
    ...(setup === undefined ? {} : { setup }),
    steps,
    observes: true,
    judge: (outcomes) => {
      const [outcome] = outcomes
      if (outcome === undefined) return { observed: 'nothing', passed: false }
      const suspicious = outcome.state === undefined && actor.kind !== 'backend' ? mark(outcome, outcomes) : undefined
      return { observed: describeOutcome(outcome), passed: true, ...(suspicious === undefined ? {} : { suspicious }) }
    },
  })
  return [select(), ...inserts(), ...updates(), remove(), ...raises(), ...moves()]

  function select(): Probe {
    const given = columnsGiven('select')
    const columns = keys.every((key) => given.includes(key)) ? keys : given.slice(0, 1)
    const sql = `select ${identifiers(columns.length === 0 ? keys : columns)} from ${target}`
    return observe('select', [{ sql, as: actor.identity, rows: true }], ({ rows }) => {
      const seen = rows.filter((row) => others.has(rowKey(keys, row))).length
      return seen === 0 ? undefined : `reads ${seen} of the rows of others`
    })
  }

  function inserts(): readonly Probe[] {
    const given = columnsGiven('insert')
    return sparesFor(stage, table, actor).map((spare) => {
      const columns = given.length === 0 ? Object.keys(spare.values) : given
      const values = Object.fromEntries(Object.entries(spare.values).filter(([column]) => columns.includes(column)))
      const isForeign = spare.person !== undefined && spare.person !== actor.person && namesAccount(values)
      return observe(
        `insert ${spareName(spare, actor)}`,
        [insertSpare(table, spare, values, { as: actor.identity }), { sql: rowsAfter(stage, table, spare), rows: true }],
        () =>
          actor.kind === 'anonymous' ? 'adds rows without signing in' : isForeign ? 'adds rows in the name of others' : undefined,
      )
    })
  }

  function updates(): readonly Probe[] {
    const column = writable ?? table.columns.find((one) => isPlain(table, one.name))?.name
    if (column === undefined) return []
    const sql = `update ${target} set ${identifier(column)} = ${identifier(column)}`
    const all = stage.rowsOf(name).length
    return [
      observe('update', [{ sql, as: actor.identity }], ({ count }) => {
        if (count > 0 && actor.kind === 'anonymous') return 'changes rows without signing in'
        return count > all - others.size ? 'changes rows of others' : undefined
      }),
      observe(
        'update, with the policies alone in the way',
        [{ sql: `${sql} returning ${identifiers(keys)}`, as: actor.identity, rows: true }],
        () => undefined,
        opened(stage, table),
      ),
    ]
  }

  function remove(): Probe {
    const steps = [
      { sql: `delete from ${target}`, as: actor.identity },
      { sql: `select ${identifiers(keys)} from ${target}`, rows: true },
    ]
    const probe = observe('delete', steps, ({ count }, [, left]) => {
      if (count > 0 && actor.kind === 'anonymous') return 'deletes rows without signing in'
      const still = keySet(keys, left?.rows ?? [])
      return [...others].some((key) => !still.has(key)) ? 'deletes rows of others' : undefined
    })
    return { ...probe, withoutTriggersOn: target }
  }

  /** A column that says what an account may do, changed by the account: asked of the privilege, whatever rows there are. */
  function raises(): readonly Probe[] {
    if (actor.person === undefined || !stage.facts.owned.has(name)) return []
    return table.columns
      .filter((column) => worth.test(column.name))
      .map(({ name: column }) => {
        const sql = `update ${target} set ${identifier(column)} = ${identifier(column)}`
        return observe(`update ${column}`, [{ sql, as: actor.identity }], ({ count }) =>
          count > 0 ? `changes ${column}, which may be worth something` : undefined,
        )
      })
  }

  /** A row of one's own is handed to another account, or put under a parent of another owner. */
  function moves(): readonly Probe[] {
    const other = stage.actors.find((one) => one.person?.main && one.person.side === 'theirs')?.person
    const [mine] = rowsAt(stage, table, 'mine')
    if (!actor.person?.main || actor.person.side !== 'mine' || other === undefined || mine === undefined) return []
    const accounts = table.columns.filter((column) => stage.facts.accountColumns.has(`${name}.${column.name}`))
    const given = columnsGiven('update')
    const attempts: readonly (readonly [string, Readonly<Record<string, Value>>, string])[] = [
      ...accounts.map(
        ({ name: column }) =>
          [`update ${column} to another owner`, { [column]: idValue(stage.facts, other.id) }, 'hands rows to others'] as const,
      ),
      ...table.foreignKeys.flatMap((key) => {
        const values = parentOfOthers(key)
        return values === undefined
          ? []
          : [[`update ${key.columns.join(', ')} to another owner's parent`, values, 'puts rows under parents of others'] as const]
      }),
    ]
    return attempts.map(([tried, values, mark]) =>
      observe(
        tried,
        [{ sql: updateRow(table, mine.row, values), as: actor.identity }],
        ({ count }) => (count > 0 && Object.keys(values).every((column) => given.includes(column)) ? mark : undefined),
        opened(stage, table),
      ),
    )
  }

  function parentOfOthers(key: ForeignKey): Readonly<Record<string, Value>> | undefined {
    const parent = stage.facts.tables.get(targetOf(key))
    if (parent === undefined || stage.facts.accountTables.has(nameOf(parent)) || !stage.facts.owned.has(nameOf(parent))) return
    const [theirs] = rowsAt(stage, parent, 'theirs')
    if (theirs === undefined) return
    const own = key.columns.filter((column) => !stage.facts.accountColumns.has(`${name}.${column}`))
    return Object.fromEntries(
      own.map((column) => [column, theirs.row[key.references.columns[key.columns.indexOf(column)] ?? ''] as Value]),
    )
  }

  function rowsOfOthers(): readonly Row[] {
    const own = placesOf(stage, actor)
    return (stage.world.made.get(name) ?? [])
      .filter(({ place }) => (place === 'mine' || place === 'theirs') && !own.has(place))
      .map(({ row }) => row)
  }

  function namesAccount(values: Readonly<Record<string, Value>>): boolean {
    return Object.keys(values).some((column) => stage.facts.accountColumns.has(`${name}.${column}`))
  }

  /** What the plan's grants give the actor's role. */
  function columnsGiven(operation: Operation): readonly string[] {
    const given = stage.facts.schema.grants
      .filter(({ object, role }) => `${object.schema}.${object.name}` === name && [actor.identity.role, 'public'].includes(role))
      .flatMap((grant) => grant.privileges.filter((one) => one.privilege === operation))
    const whole = given.some((one) => one.columns === undefined)
    return table.columns
      .map((column) => column.name)
      .filter((column) => whole || given.some((one) => one.columns?.includes(column)))
  }
}

/** Among whose rows an actor stands: their own, and those of which some name them, as a row of members does. */
function placesOf({ facts, world }: Stage, { person }: Actor): ReadonlySet<Place> {
  const places = new Set<Place>(person?.side === undefined ? [] : [person.side])
  if (person === undefined || person.side !== undefined) return places
  for (const [name, rows] of world.made) {
    const columns = facts.tables.get(name)?.columns.filter((column) => facts.accountColumns.has(`${name}.${column.name}`)) ?? []
    for (const { place, row } of rows) if (columns.some((column) => String(row[column.name]) === person.id)) places.add(place)
  }
  return places
}

type Mark = (outcome: StepOutcome, all: readonly StepOutcome[]) => string | undefined

const isPlain = (table: Table, name: string): boolean => {
  const column = table.columns.find((one) => one.name === name)
  return column?.generated === undefined && column?.identity !== 'always'
}
