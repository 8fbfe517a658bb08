import { identifiers } from '../../sql/quote.ts'
import { keyColumns } from '../checks/row-keys.ts'
import { expectedColumns } from '../expect/columns.ts'
import type { Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, insertSpare, mustWork } from './attack.ts'

/** n: somebody who may create a group does so with RETURNING, as every client library does, before any membership exists. */
export const foundAGroup: Attack = (stage) =>
  [...stage.facts.groupTables.keys()].flatMap((name): readonly Probe[] => {
    const table = stage.facts.tables.get(name)
    if (table === undefined) return []
    for (const actor of stage.actors.filter((one) => one.kind === 'person')) {
      const spare = (stage.world.spares.get(nameOf(table)) ?? []).find((one) => one.person === actor.person)
      if (spare === undefined || !stage.expectation.allows(name, 'insert', actor, spare.values)) continue
      const columns = expectedColumns(stage.facts, stage.expectation, table, 'insert', actor)
      const values = Object.fromEntries(Object.entries(spare.values).filter(([column]) => columns.includes(column)))
      const steps = [
        insertSpare(table, spare, values, {
          as: actor.identity,
          rows: true,
          returning: ` returning ${identifiers(keyColumns(table))}`,
        }),
      ]
      return [
        mustWork(stage, {
          letter: 'n',
          table,
          tried: 'create one with RETURNING',
          actor,
          steps,
        }),
      ]
    }
    return []
  })
