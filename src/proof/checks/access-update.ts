import type { Table } from '../../schema/table.ts'
import { identifier, identifiers, qualified } from '../../sql/quote.ts'
import { opened } from '../attacks/attack.ts'
import { expectedColumns } from '../expect/columns.ts'
import type { Actor } from '../people/actors.ts'
import { denied, describeOutcome, type Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { cameToNothing } from './refused.ts'
import { keyColumns, keySet, sameKeys } from './row-keys.ts'
import type { Stage } from './stage.ts'
import { reads } from './touches.ts'

/**
 * An actor sets a column to what it is, in every row. Tried twice: as things are, and with every row readable and every column granted, so
 * that no SELECT policy and no missing grant hides a weak UPDATE policy.
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
  const settable = (name: string) => table.columns.find((one) => one.name === name)?.identity !== 'always'
  const column =
    columns.find(settable) ?? table.columns.find((one) => one.generated === undefined && one.identity !== 'always')?.name
  if (column === undefined) return []
  const writable = all.filter((row) => stage.expectation.allows(name, 'update', actor, row))
  const unreferable = granted && writable.some((row) => !stage.expectation.mayRefer(name, actor, row, { columns }))
  const rowCount = describeOutcome({ count: writable.length, rows: [] })
  const expected = granted && !unreferable ? rowCount : 'refused (42501)'
  const set = `update ${target} set ${identifier(column)} = ${identifier(column)}`
  const probe = {
    check: 'access',
    object: table.name,
    actor: actor.name,
    expected,
    touches: reads(stage.facts, table),
  }
  // A role that no policy applies to has its grants alone in the way.
  const isBound = actor.kind !== 'backend' || stage.facts.traits.accounts === null
  const asItIs: Probe = {
    ...probe,
    tried: 'update',
    steps: [{ sql: set, as: actor.identity }],
    judge: ([outcome]) => {
      if (outcome === undefined) return { observed: 'nothing', passed: false }
      const observed = describeOutcome(outcome)
      if (!granted) return { observed, passed: cameToNothing(stage, name, outcome) }
      if (unreferable) return { observed, passed: denied(outcome) }
      return { observed, passed: outcome.state === undefined && outcome.count === writable.length }
    },
  }
  const byPolicy: Probe = {
    ...probe,
    tried: 'update, with the policies alone in the way',
    expected: unreferable ? 'refused (42501)' : rowCount,
    setup: opened(stage, table),
    steps: [{ sql: `${set} returning ${identifiers(keys)}`, as: actor.identity, rows: true }],
    judge: ([outcome]) => {
      if (outcome === undefined) return { observed: 'nothing', passed: false }
      const observed = describeOutcome(outcome)
      if (unreferable) return { observed, passed: denied(outcome) }
      const passed = outcome.state === undefined && sameKeys(keySet(keys, outcome.rows), keySet(keys, writable))
      return { observed: observed === rowCount && !passed ? `${observed}, but others` : observed, passed }
    },
  }
  return isBound ? [asItIs, byPolicy] : [asItIs]
}
