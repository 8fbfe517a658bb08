import type { Table } from '../../schema/table.ts'
import type { Actor } from '../people/actors.ts'
import type { Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { deleteProbe } from './access-delete.ts'
import { insertProbes } from './access-insert.ts'
import { observeProbes } from './access-observed.ts'
import { selectProbe } from './access-select.ts'
import { updateProbes } from './access-update.ts'
import type { Stage } from './stage.ts'

/** Every actor tries every operation on every table that has rows; what PostgreSQL allows must be what the rules say. */
export function accessProbes(stage: Stage): readonly Probe[] {
  return stage.facts.schema.tables.flatMap((table) =>
    stage.rowsOf(nameOf(table)).length === 0 ? [] : stage.actors.flatMap((actor) => probesFor(stage, table, actor)),
  )
}

function probesFor(stage: Stage, table: Table, actor: Actor): readonly Probe[] {
  if (stage.facts.unruled.has(nameOf(table))) return observeProbes(stage, table, actor)
  return [
    selectProbe(stage, table, actor),
    ...insertProbes(stage, table, actor),
    ...updateProbes(stage, table, actor),
    deleteProbe(stage, table, actor),
  ]
}
