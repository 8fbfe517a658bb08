import { identifiers } from '../../sql/quote.ts'
import { keyColumns, keySet, sameKeys } from '../checks/row-keys.ts'
import { reads } from '../checks/touches.ts'
import { expectedColumns } from '../expect/columns.ts'
import type { Actor } from '../people/actors.ts'
import type { Probe } from '../probe.ts'
import { denied, describeOutcome } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, targetName } from './attack.ts'

/**
 * h: a session that names no account, among rows that have no owner: null is not equal to null, and a policy that says otherwise gives
 * nobody's rows to everybody.
 */
export const withoutAccount: Attack = (stage) => {
  const template = stage.actors.find((actor) => actor.kind === 'person')
  const nobody = stage.actors.find((actor) => actor.kind === 'anonymous')
  if (template === undefined || nobody === undefined) return []
  const { person: _, ...rest } = template
  const actor: Actor = {
    ...rest,
    name: 'signed in, without an account',
    identity: { role: template.identity.role, settings: nobody.identity.settings },
  }
  return stage.facts.schema.tables.flatMap((table): readonly Probe[] => {
    const name = nameOf(table)
    const rows = stage.rowsOf(name)
    if (rows.length === 0 || stage.facts.unruled.has(name)) return []
    const keys = keyColumns(table)
    const readable = expectedColumns(stage.facts, stage.expectation, table, 'select', actor)
    if (!keys.every((key) => readable.includes(key))) return []
    const visible = rows.filter((row) => stage.expectation.allows(name, 'select', actor, row))
    return [
      {
        check: 'attack h',
        object: table.name,
        tried: 'read rows without saying who one is',
        actor: actor.name,
        expected: visible.length === 1 ? '1 row' : `${visible.length} rows`,
        touches: reads(stage.facts, table),
        steps: [{ sql: `select ${identifiers(keys)} from ${targetName(table)}`, as: actor.identity, rows: true }],
        judge: ([outcome]) => {
          if (outcome === undefined) return { observed: 'nothing', passed: false }
          const same = outcome.state === undefined ? sameKeys(keySet(keys, outcome.rows), keySet(keys, visible)) : denied(outcome)
          return { observed: describeOutcome(outcome), passed: same }
        },
      },
    ]
  })
}
