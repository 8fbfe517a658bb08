import type { Table } from '../../schema/table.ts'
import { identifiers, qualified } from '../../sql/quote.ts'
import type { Actor } from '../people/actors.ts'
import { describeOutcome, type Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { cameToNothing } from './refused.ts'
import { keyColumns, keySet, sameKeys } from './row-keys.ts'
import type { Stage } from './stage.ts'
import { reads } from './touches.ts'

/**
 * An actor deletes without WHERE, so that no SELECT policy hides a weak DELETE policy; what is left is read as superuser. Foreign keys
 * and triggers are off: whether they let the row go is the business of `accepts`.
 */
export function deleteProbe(stage: Stage, table: Table, actor: Actor): Probe {
  const name = nameOf(table)
  const keys = keyColumns(table)
  const target = qualified(table.schema, table.name)
  const all = stage.rowsOf(name)
  const granted = stage.expectation.granted(name, 'delete', actor)
  const kept = all.filter((row) => !stage.expectation.allows(name, 'delete', actor, row))
  const expected = granted ? describeOutcome({ count: all.length - kept.length, rows: [] }) : 'refused (42501)'
  return {
    check: 'access',
    object: table.name,
    tried: 'delete',
    actor: actor.name,
    expected,
    touches: reads(stage.facts, table),
    withoutTriggersOn: target,
    steps: [
      { sql: `delete from ${target}`, as: actor.identity },
      { sql: `select ${identifiers(keys)} from ${target}`, rows: true },
    ],
    judge: ([outcome, left]) => {
      if (outcome === undefined || left === undefined) return { observed: 'nothing', passed: false }
      const untouched = left.count === all.length
      if (!granted) return { observed: describeOutcome(outcome), passed: cameToNothing(stage, name, outcome) && untouched }
      const passed = outcome.state === undefined && sameKeys(keySet(keys, left.rows), keySet(keys, kept))
      const observed = describeOutcome(outcome)
      return { observed: observed === expected && !passed ? `${observed}, but others` : observed, passed }
    },
  }
}
