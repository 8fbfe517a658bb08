import type { Table } from '../../schema/table.ts'
import { expectedColumns, ownerColumns } from '../expect/columns.ts'
import type { Actor } from '../people/actors.ts'
import type { Probe, Row } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { idValue } from '../rows/choose-parents.ts'
import { nameOf, targetOf } from '../rows/facts.ts'
import { insertSql } from '../rows/insert-sql.ts'
import { type Attack, mustFail, mustFailOpenedToo, otherOwner, rowsAt, stranger, updateRow } from './attack.ts'

/** b: somebody who may change a row hands it to another owner, or moves it between two groups that both are theirs. */
export const changeHands: Attack = (stage) => {
  const other = otherOwner(stage)?.person
  const newcomer = stranger(stage)?.person
  if (other === undefined || newcomer === undefined) return []
  return stage.facts.schema.tables.flatMap((table) =>
    [...new Set(ownerColumns(stage.facts, table))].flatMap((column): readonly Probe[] => {
      const name = nameOf(table)
      const isAccount = stage.facts.accountColumns.has(`${name}.${column}`)
      // A table of accounts has a row for everybody but the newcomer: a key that is taken would refuse before any policy does.
      const receiver = stage.facts.accountTables.has(name) ? newcomer : other
      const theirs = isAccount
        ? idValue(stage.facts, receiver.id)
        : (elsewhere(table.foreignKeys, column) ?? ownKey(table, column))
      if (theirs === undefined) return []
      const able = stage.actors.filter((actor) => actor.kind === 'person' && !mayWrite(table, column, actor))
      const found = able
        .flatMap((actor) => changeable(table, column, actor).map((row) => ({ actor, row, after: { ...row, [column]: theirs } })))
        .sort((left, right) => Number(allowed(name, left)) - Number(allowed(name, right)))[0]
      if (found === undefined) return []
      const { actor, row } = found
      const step = { sql: updateRow(table, row, { [column]: theirs }), as: actor.identity }
      const tried = isAccount ? `hand a row to another owner by ${column}` : `move a row to another group by ${column}`
      const steps = isAccount || stage.facts.groupTables.has(name) ? [step] : [...joinTheirs(actor), step]
      const attack = { letter: 'b', table, object: `${table.name}.${column}`, tried, actor, steps }
      if (allowed(name, found)) return [mustFail(stage, attack)]
      if (isAccount || stage.facts.groupTables.has(name)) return mustFailOpenedToo(stage, attack, true)
      // Of two groups that both are the caller's no policy can tell which the row was in: the missing grant alone refuses. A group that is not
      // theirs is refused by the policy as well.
      const toOthers = { ...attack, tried: `move a row to a group of others by ${column}`, steps: [step] }
      return [mustFail(stage, attack), ...mustFailOpenedToo(stage, toOthers, true).slice(1)]
    }),
  )

  /** A group's own key: to change it would be to take over what refers to another. */
  function ownKey(table: Table, column: string): Value | undefined {
    const type = table.columns.find((one) => one.name === column)?.type
    return stage.facts.groupTables.has(nameOf(table)) && type === 'uuid' ? 'ffffffff-ffff-4fff-8fff-ffffffffffff' : undefined
  }

  function mayWrite(table: Table, column: string, actor: Actor): boolean {
    return (
      !stage.expectation.granted(nameOf(table), 'update', actor) ||
      expectedColumns(stage.facts, stage.expectation, table, 'update', actor).includes(column)
    )
  }

  function changeable(table: Table, column: string, actor: Actor): readonly Row[] {
    return stage
      .rowsOf(nameOf(table))
      .filter((row) => row[column] !== null && stage.expectation.allows(nameOf(table), 'update', actor, row))
      .filter((row) => String(row[column]) !== other?.id)
      .slice(0, 1)
  }

  function allowed(name: string, one: { readonly actor: Actor; readonly after: Row }): boolean {
    return stage.expectation.allows(name, 'update', one.actor, one.after)
  }

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

  /** The actor becomes a member of the other group as well, so that both groups are theirs. */
  function joinTheirs(actor: Actor) {
    return [...stage.facts.membershipTables].flatMap(([name, group]) => {
      const membership = stage.facts.tables.get(name)
      const [theirs] = membership === undefined ? [] : rowsAt(stage, membership, 'theirs')
      if (membership === undefined || theirs === undefined || actor.person === undefined) return []
      const fresh = (stage.world.spares.get(name) ?? []).find((spare) => spare.place === 'theirs')?.values ?? {}
      const values = { ...fresh, [group.membership.userColumn]: idValue(stage.facts, actor.person.id) }
      return [{ sql: insertSql(membership, values) }]
    })
  }
}
