import type { Table } from '../../schema/table.ts'
import { identifier, identifiers, qualified } from '../../sql/quote.ts'
import { expectedColumns } from '../expect/columns.ts'
import type { Actor } from '../people/actors.ts'
import { denied, describeOutcome, type Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { keyColumns, keySet, sameKeys } from './row-keys.ts'
import type { Stage } from './stage.ts'
import { reads } from './touches.ts'

/**
 * An actor sets a column to what it is, in every row. Tried twice: as things are, and with every row readable, so that no SELECT policy
 * hides a weak UPDATE policy.
 */
export function updateProbes(stage: Stage, table: Table, actor: Actor): readonly Probe[] {
  const name = nameOf(table)
  const keys = keyColumns(table)
  const target = qualified(table.schema, table.name)
  const all = stage.rowsOf(name)
  const columns = expectedColumns(stage.facts, stage.expectation, table, 'update', actor).filter(
    (column) => table.columns.find((one) => one.name === column)?.generated === undefined,
  )
  const granted = stage.expectation.granted(name, 'update', actor) && columns.length > 0
  const column = columns[0] ?? table.columns.find((one) => one.generated === undefined)?.name
  if (column === undefined) return []
  const writable = all.filter((row) => stage.expectation.allows(name, 'update', actor, row))
  const unreferable = granted && writable.some((row) => !stage.expectation.mayRefer(name, actor, row, columns))
  const expected = granted && !unreferable ? describeOutcome({ count: writable.length, rows: [] }) : 'refused (42501)'
  const set = `update ${target} set ${identifier(column)} = ${identifier(column)}`
  const probe = {
    check: 'access',
    object: table.name,
    actor: actor.name,
    expected,
    touches: reads(stage.facts, table),
  }
  const { anonymous, signedIn, backend } = stage.facts.traits
  const opened = [
    ...[anonymous, signedIn, backend].map((role) => `grant select on table ${target} to ${identifier(role)}`),
    `create policy "dbplan reads all" on ${target} for select using (true)`,
  ]
  return [
    {
      ...probe,
      tried: 'update',
      steps: [{ sql: set, as: actor.identity }],
      judge: ([outcome]) => {
        if (outcome === undefined) return { observed: 'nothing', passed: false }
        const observed = describeOutcome(outcome)
        if (!granted || unreferable) return { observed, passed: denied(outcome) }
        return { observed, passed: outcome.state === undefined && outcome.count === writable.length }
      },
    },
    {
      ...probe,
      tried: 'update, with every row readable',
      setup: opened,
      steps: [{ sql: `${set} returning ${identifiers(keys)}`, as: actor.identity, rows: true }],
      judge: ([outcome]) => {
        if (outcome === undefined) return { observed: 'nothing', passed: false }
        const observed = describeOutcome(outcome)
        if (!granted || unreferable) return { observed, passed: denied(outcome) }
        const passed = outcome.state === undefined && sameKeys(keySet(keys, outcome.rows), keySet(keys, writable))
        return { observed: observed === expected && !passed ? `${observed}, but others` : observed, passed }
      },
    },
  ]
}
