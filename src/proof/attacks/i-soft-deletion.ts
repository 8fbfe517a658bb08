import { identifiers } from '../../sql/quote.ts'
import { keyColumns } from '../checks/row-keys.ts'
import { expectedColumns } from '../expect/columns.ts'
import type { Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, mustWork, owner, rowsAt, targetName, updateRow, whereRow } from './attack.ts'

const marks = /^(deleted|archived|removed)_(at|on)$/

/** i: the owner deletes a row softly, with and without RETURNING, and still sees it: otherwise the UPDATE that deletes is refused. */
export const softDeletion: Attack = (stage) => {
  const actor = owner(stage)
  if (actor === undefined) return []
  return stage.facts.schema.tables.flatMap((table): readonly Probe[] => {
    const name = nameOf(table)
    const mark = table.columns.find((column) => marks.test(column.name) && column.nullable)
    if (mark === undefined) return []
    if (!expectedColumns(stage.facts, stage.expectation, table, 'update', actor).includes(mark.name)) return []
    const mine = rowsAt(stage, table, 'mine').find(
      (made) => made.row[mark.name] === null && stage.expectation.allows(name, 'update', actor, made.row),
    )
    if (mine === undefined) return []
    const values = { [mark.name]: '2026-01-01T00:00:00Z' }
    const remove = { sql: updateRow(table, mine.row, values), as: actor.identity }
    const returning = ` returning ${identifiers(keyColumns(table))}`
    const attack = { letter: 'i', table, actor }
    return [
      mustWork(stage, { ...attack, tried: 'delete softly', steps: [remove] }),
      mustWork(stage, {
        ...attack,
        tried: 'delete softly with RETURNING',
        steps: [{ ...remove, sql: remove.sql + returning, rows: true }],
      }),
      mustWork(stage, {
        ...attack,
        tried: 'look at what was deleted softly',
        steps: [
          remove,
          {
            sql: `select ${identifiers(keyColumns(table))} from ${targetName(table)} where ${whereRow(table, mine.row)}`,
            as: actor.identity,
            rows: true,
          },
        ],
      }),
    ]
  })
}
