import { convention } from '../../schema/reason.ts'
import type { Routine } from '../../schema/routine.ts'
import { triggerFunction } from '../../schema/trigger-function.ts'
import { type Draft, type DraftColumn, mapTables } from '../draft.ts'
import { quoteName } from '../naming/quote-name.ts'
import { byConvention } from '../why.ts'

/** Keeps `updated_at`; one function per name of the column, since a trigger's function names it. */
export function updateRoutine(schema: string, column: string): Routine {
  return triggerFunction({
    schema,
    name: routineName(column),
    body: `\nbegin\n  new.${quoteName(column)} := now();\n  return new;\nend;\n`,
    reasons: [convention],
  })
}

export function routineName(column: string): string {
  return column === 'updated_at' ? 'set_updated_at' : `set_${column}`.slice(0, 63)
}

/** Whether a column holds the time of the last change, kept by a trigger. */
export function isStamped(column: DraftColumn): boolean {
  return column.part === 'updated' && column.type === 'timestamptz'
}

/** A trigger before every update sets the time of change, whatever the client sends. */
export function addUpdateTriggers(draft: Draft): Draft {
  return mapTables(draft, (table) => {
    const column = table.columns.find(isStamped)
    if (column === undefined) return table
    const name = routineName(column.name)
    return {
      ...table,
      triggers: [
        ...table.triggers,
        {
          name,
          timing: 'before',
          events: [{ kind: 'update' }],
          level: 'row',
          function: `${draft.traits.helperSchema}.${name}`,
          why: byConvention,
        },
      ],
    }
  })
}
