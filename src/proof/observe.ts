import { type Operation, operations } from '../schema/access.ts'
import { callable } from './checks/privileges.ts'
import type { Stage } from './checks/stage.ts'
import { expectedColumns } from './expect/columns.ts'
import { denied, type Probe, type StepOutcome } from './probe.ts'
import type { Observation } from './proof.ts'
import { nameOf } from './rows/facts.ts'

export interface Tried {
  readonly probe: Probe
  readonly outcomes: readonly StepOutcome[]
}

/** What each actor could do with each table, from what PostgreSQL answered. */
export function observationsOf(stage: Stage, tried: readonly Tried[]): readonly Observation[] {
  return [...tableObservations(stage, tried), ...functionObservations(stage, tried)]
}

/** An actor may run what their role may: the privilege was asked of one actor for each role. */
function functionObservations(stage: Stage, tried: readonly Tried[]): readonly Observation[] {
  return callable(stage).flatMap(({ object, shown }) =>
    stage.actors.map((actor): Observation => {
      const asked = tried.find(
        ({ probe }) =>
          probe.check === 'privileges' &&
          probe.object === object &&
          stage.actors.find((one) => one.name === probe.actor)?.kind === actor.kind,
      )
      const may = asked?.outcomes[0]?.count === 1
      return { table: shown, actor: actor.name, allowed: may ? [{ operation: 'execute' }] : [] }
    }),
  )
}

function tableObservations(stage: Stage, tried: readonly Tried[]): readonly Observation[] {
  const accesses = tried.filter((one) => one.probe.check === 'access')
  return stage.facts.schema.tables.flatMap((table) => {
    const of = stage.rowsOf(nameOf(table)).length
    if (of === 0) return []
    return stage.actors.map((actor): Observation => {
      const here = accesses.filter((one) => one.probe.object === table.name && one.probe.actor === actor.name)
      const allowed = operations.flatMap((operation): Observation['allowed'] => {
        const outcomes = here
          .filter((one) => one.probe.tried.split(/[ ,]/)[0] === operation)
          .flatMap((one) => one.outcomes.slice(0, 1))
        const first = outcomes[0]
        if (first === undefined) return []
        if (operation === 'select') return denied(first) ? [] : [{ operation, seen: first.count, of }]
        const done = operation === 'insert' ? outcomes.some((one) => !denied(one)) : first.count > 0
        return done ? [{ operation, ...columnsOf(operation) }] : []
      })
      return { table: table.name, actor: actor.name, allowed }

      function columnsOf(operation: Operation): { readonly columns?: readonly string[] } {
        if (stage.facts.unruled.has(nameOf(table))) return {}
        const columns = expectedColumns(stage.facts, stage.expectation, table, operation, actor)
        return operation !== 'delete' && columns.length < table.columns.length ? { columns } : {}
      }
    })
  })
}
