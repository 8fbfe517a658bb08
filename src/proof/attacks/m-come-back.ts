import { expectedColumns } from '../expect/columns.ts'
import type { Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { insertSql } from '../rows/insert-sql.ts'
import { writableValues } from '../rows/make-row.ts'
import { type Attack, mustFail, mustWork, rowsAt, targetName, updateRow, whereRow } from './attack.ts'

/**
 * m: a founder whom the group's leaders have put out comes back as one of them, by the right to be the first in it. To be the first is right.
 */
export const comeBack: Attack = (stage) =>
  [...stage.facts.membershipTables].flatMap(([name, group]): readonly Probe[] => {
    const table = stage.facts.tables.get(name)
    const groupTable = stage.facts.tables.get(`${group.schema}.${group.table}`)
    if (table === undefined || groupTable === undefined || group.roles.length === 0) return []
    const { userColumn, groupColumn, roleColumn } = group.membership
    const groupKey = groupTable.primaryKey?.columns[0] ?? 'id'
    for (const actor of stage.actors.filter((one) => one.kind === 'person')) {
      const given = stage.expectation
        .rules(name, 'insert', actor)
        .flatMap(({ who, rows }) => (who.kind !== 'owner' ? [] : rows.kind === 'all of' ? rows.parts : [rows]))
      const founder = given.flatMap((rows) =>
        rows.kind === 'caller' && rows.path.steps.length === 1 && rows.path.steps[0]?.table === groupTable.name
          ? [rows.path.column]
          : [],
      )[0]
      const member = rowsAt(stage, table, 'mine').find(({ row }) => row[userColumn] === actor.person?.id)?.row
      const of = stage.rowsOf(nameOf(groupTable)).find((row) => row[groupKey] === member?.[groupColumn])
      if (founder === undefined || member === undefined || of === undefined) continue
      const columns = expectedColumns(stage.facts, stage.expectation, table, 'insert', actor)
      const leader = group.roles[0]
      const values = {
        ...Object.fromEntries(Object.entries(writableValues(table, member)).filter(([column]) => columns.includes(column))),
        ...(roleColumn === undefined || leader === undefined || !columns.includes(roleColumn) ? {} : { [roleColumn]: leader }),
      }
      const found = { sql: updateRow(groupTable, of, { [founder]: member[userColumn] as string }) }
      const leave = `delete from ${targetName(table)} where ${whereRow(table, member)}`
      const join = { sql: insertSql(table, values), as: actor.identity }
      return [
        mustFail(stage, {
          letter: 'm',
          table,
          tried: 'come back to a group that one founded and was put out of',
          actor,
          steps: [found, { sql: leave }, join],
        }),
        mustWork(stage, {
          letter: 'm',
          table,
          tried: 'be the first in a group that one founded',
          actor,
          steps: [found, { ...join, before: [leave] }],
        }),
      ]
    }
    return []
  })
