import { expectedColumns, ownerColumns } from '../expect/columns.ts'
import type { Probe } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { idValue } from '../rows/choose-parents.ts'
import { nameOf, targetOf } from '../rows/facts.ts'
import { insertSql } from '../rows/insert-sql.ts'
import { type Attack, mustFail, otherOwner, owner, rowsAt, updateRow } from './attack.ts'

/** b: the owner hands a row to another owner, or moves it between two groups that both are theirs. */
export const changeHands: Attack = (stage) => {
  const actor = owner(stage)
  const other = otherOwner(stage)?.person
  if (actor === undefined || other === undefined) return []
  return stage.facts.schema.tables.flatMap((table) =>
    [...new Set(ownerColumns(stage.facts, table))].flatMap((column): readonly Probe[] => {
      const [mine] = rowsAt(stage, table, 'mine').filter((made) => made.row[column] !== null)
      const stated = stage.expectation
        .rules(nameOf(table), 'update', actor)
        .some((rule) => rule.may.some((permission) => permission.operation === 'update' && permission.columns?.includes(column)))
      if (mine === undefined || stated || !stage.expectation.granted(nameOf(table), 'update', actor)) return []
      if (expectedColumns(stage.facts, stage.expectation, table, 'update', actor).includes(column)) return []
      const isAccount = stage.facts.accountColumns.has(`${nameOf(table)}.${column}`)
      const theirs = isAccount ? idValue(stage.facts, other.id) : elsewhere(table.foreignKeys, column)
      if (theirs === undefined) return []
      const step = { sql: updateRow(table, mine.row, { [column]: theirs }), as: actor.identity }
      const tried = isAccount ? `hand a row to another owner by ${column}` : `move a row to another group by ${column}`
      const steps = isAccount ? [step] : [...joinTheirs(), step]
      return [mustFail(stage, { letter: 'b', table, object: `${table.name}.${column}`, tried, actor, steps })]
    }),
  )

  function elsewhere(
    keys: readonly { columns: readonly string[]; references: { schema: string; table: string; columns: readonly string[] } }[],
    column: string,
  ): Value | undefined {
    for (const key of keys) {
      const at = key.columns.indexOf(column)
      const parent = stage.facts.tables.get(targetOf(key))
      if (at < 0 || parent === undefined) continue
      const [made] = rowsAt(stage, parent, 'theirs')
      if (made !== undefined) return made.row[key.references.columns[at] ?? ''] as Value
    }
    return undefined
  }

  /** The owner becomes a member of the other group as well, so that both groups are theirs. */
  function joinTheirs() {
    return [...stage.facts.membershipTables].flatMap(([name, group]) => {
      const membership = stage.facts.tables.get(name)
      const [theirs] = membership === undefined ? [] : rowsAt(stage, membership, 'theirs')
      if (membership === undefined || theirs === undefined || actor?.person === undefined) return []
      const fresh = (stage.world.spares.get(name) ?? []).find((spare) => spare.place === 'theirs')?.values ?? {}
      const values = { ...fresh, [group.membership.userColumn]: idValue(stage.facts, actor.person.id) }
      return [{ sql: insertSql(membership, values) }]
    })
  }
}
