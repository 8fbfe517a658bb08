import type { Table } from '../../schema/table.ts'
import { identifiers, qualified } from '../../sql/quote.ts'
import { expectedColumns } from '../expect/columns.ts'
import type { Actor } from '../people/actors.ts'
import { describeOutcome, type Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { cameToNothing } from './refused.ts'
import { keyColumns, keySet, sameKeys } from './row-keys.ts'
import type { Stage } from './stage.ts'
import { reads } from './touches.ts'

/** An actor reads a table and sees exactly the rows that the access rules give: no more, and none of those missing. */
export function selectProbe(stage: Stage, table: Table, actor: Actor): Probe {
  const name = nameOf(table)
  const all = stage.rowsOf(name)
  const readable = expectedColumns(stage.facts, stage.expectation, table, 'select', actor)
  const keys = keyColumns(table).filter((column) => readable.includes(column))
  const columns = keys.length > 0 ? keys : readable.length > 0 ? readable.slice(0, 1) : keyColumns(table)
  const granted = stage.expectation.granted(name, 'select', actor)
  const visible = all.filter((row) => stage.expectation.allows(name, 'select', actor, row))
  const expected = granted ? describeOutcome({ count: visible.length, rows: [] }) : 'refused (42501)'
  return {
    check: 'access',
    object: table.name,
    tried: 'select',
    actor: actor.name,
    expected,
    touches: reads(stage.facts, table),
    steps: [
      { sql: `select ${identifiers(columns)} from ${qualified(table.schema, table.name)}`, as: actor.identity, rows: true },
    ],
    judge: ([outcome]) => {
      if (outcome === undefined) return { observed: 'nothing', passed: false }
      if (!granted) return { observed: describeOutcome(outcome), passed: cameToNothing(stage, name, outcome) }
      const same =
        keys.length === keyColumns(table).length
          ? sameKeys(keySet(keys, outcome.rows), keySet(keys, visible))
          : outcome.count === visible.length
      const passed = outcome.state === undefined && same
      const observed = describeOutcome(outcome)
      return { observed: observed === expected && !passed ? `${observed}, but others` : observed, passed }
    },
  }
}
