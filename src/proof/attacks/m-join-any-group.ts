import type { Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { insertSql } from '../rows/insert-sql.ts'
import { type Attack, mustFail, stranger } from './attack.ts'

/** m: somebody adds themselves to a group that is not theirs, in each role. */
export const joinAnyGroup: Attack = (stage) => {
  const actor = stranger(stage)
  if (actor === undefined) return []
  return [...stage.facts.membershipTables].flatMap(([name, group]): readonly Probe[] => {
    const table = stage.facts.tables.get(name)
    const spare = (stage.world.spares.get(name) ?? []).find((one) => one.place === 'theirs')
    if (table === undefined || spare === undefined) return []
    const { roleColumn } = group.membership
    const roles: readonly (string | undefined)[] =
      roleColumn === undefined || group.roles.length === 0 ? [undefined] : group.roles
    const invites = stage.expectation
      .rules(nameOf(table), 'insert', actor)
      .some((rule) => stage.expectation.ruleAllows(rule, actor, spare.values))
    if (invites) return []
    return roles.map((role) =>
      mustFail(stage, {
        letter: 'm',
        table,
        tried: `add oneself to a group${role === undefined ? '' : ` as ${role}`}`,
        actor,
        steps: [
          {
            sql: insertSql(table, {
              ...spare.values,
              ...(role === undefined || roleColumn === undefined ? {} : { [roleColumn]: role }),
            }),
            as: actor.identity,
          },
        ],
      }),
    )
  })
}
