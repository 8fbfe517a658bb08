import type { ForeignKey } from '../../schema/constraint.ts'
import type { Table } from '../../schema/table.ts'
import { expectedColumns } from '../expect/columns.ts'
import type { Probe, Row } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf, targetOf } from '../rows/facts.ts'
import {
  type Attack,
  insertSpare,
  mustFail,
  mustFailOpenedToo,
  owner,
  rowsAt,
  targetName,
  updateRow,
  whereRow,
} from './attack.ts'

/** a: the owner adds a row under a parent of another owner, or moves a row of their own there. */
export const foreignParent: Attack = (stage) => {
  const actor = owner(stage)
  if (actor === undefined) return []
  return stage.facts.schema.tables.flatMap((table) =>
    table.foreignKeys.flatMap((key): readonly Probe[] => {
      const parent = stage.facts.tables.get(targetOf(key))
      if (parent === undefined || !stage.facts.owned.has(nameOf(parent)) || stage.facts.accountTables.has(nameOf(parent)))
        return []
      if (stage.facts.accounts?.table === nameOf(parent)) return []
      const theirs = rowsAt(stage, parent, 'theirs').find(
        (made) => !stage.expectation.allows(nameOf(parent), 'select', actor, made.row),
      )
      if (theirs === undefined) return []
      const keys = foreignKeys(table, key, theirs.row)
      return [...inserts(keys), ...updates(keys)]

      function inserts(values: Readonly<Record<string, Value>>): readonly Probe[] {
        const spare = (stage.world.spares.get(nameOf(table)) ?? []).find((one) => one.person === actor?.person)
        if (spare === undefined || actor === undefined || !stage.expectation.granted(nameOf(table), 'insert', actor)) return []
        const columns = expectedColumns(stage.facts, stage.expectation, table, 'insert', actor)
        const row = Object.fromEntries(
          // The parent is named whether that is granted or not: without it the row would go somewhere else.
          Object.entries({ ...spare.values, ...values }).filter(([column]) => columns.includes(column) || column in values),
        )
        const insert = insertSpare(table, spare, row, { as: actor.identity })
        const steps = [{ ...insert, before: [...(insert.before ?? []), ...makeWay(table, parent)] }]
        return [
          mustFail(stage, {
            letter: 'a',
            table,
            object: key.name,
            tried: `insert under another owner's ${parent?.name} row`,
            actor,
            steps,
          }),
        ]
      }

      function updates(values: Readonly<Record<string, Value>>): readonly Probe[] {
        const [mine] = rowsAt(stage, table, 'mine')
        if (mine === undefined || actor === undefined || !stage.expectation.granted(nameOf(table), 'update', actor)) return []
        const step = { sql: updateRow(table, mine.row, values), as: actor.identity, before: makeWay(table, parent, mine.row) }
        const granted = expectedColumns(stage.facts, stage.expectation, table, 'update', actor)
        const tried = `move under another owner's ${parent?.name} row`
        const [asItIs, ...opened] = mustFailOpenedToo(
          stage,
          { letter: 'a', table, object: key.name, tried, actor, steps: [step] },
          false,
        )
        // Where nobody may change the reference, nothing else has to refuse it.
        const isFixed = Object.keys(values).every((column) => !granted.includes(column))
        return [...(asItIs === undefined ? [] : [asItIs]), ...(isFixed ? opened.map(refusedByGrants) : opened)]
      }
    }),
  )

  /** An attempt that only a missing privilege would refuse: where nothing else does, that is said. */
  function refusedByGrants(probe: Probe): Probe {
    const judge: Probe['judge'] = (outcomes) => {
      const verdict = probe.judge(outcomes)
      return verdict.passed ? verdict : { ...verdict, undecided: `${probe.tried}: the missing privilege alone refuses it` }
    }
    return { ...probe, judge }
  }

  /** Other rows go, where nothing rests on them: a parent that may have one child only would refuse a second before any policy does. */
  function makeWay(table: Table, parent: Table | undefined, kept?: Row): readonly string[] {
    const { membershipTables, schema } = stage.facts
    const roles = schema.access.roles
    const needed =
      membershipTables.has(nameOf(table)) || (roles !== undefined && `${roles.schema}.${roles.table}` === nameOf(table))
    if (table === parent || needed) return []
    return [`delete from ${targetName(table)}${kept === undefined ? '' : ` where not (${whereRow(table, kept)})`}`]
  }

  /** The key's columns, but for those that name an account: a composite key carries the owner, who stays. */
  function foreignKeys(table: Table, key: ForeignKey, parent: Row): Readonly<Record<string, Value>> {
    return Object.fromEntries(
      key.columns
        .map((column, at): [string, Value] => [column, (parent[key.references.columns[at] ?? ''] ?? null) as Value])
        .filter(([column]) => !stage.facts.accountColumns.has(`${nameOf(table)}.${column}`)),
    )
  }
}
