import { literal } from '../../sql/quote.ts'
import type { Probe } from '../probe.ts'
import { denied, describeOutcome } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, targetName } from './attack.ts'

/** k: privileges that no policy guards: TRUNCATE empties a table past all policies, REFERENCES tells which keys exist, TRIGGER runs code. */
export const leftPrivileges: Attack = (stage) => {
  const { anonymous, signedIn, backend } = stage.facts.traits
  return stage.facts.schema.tables.flatMap((table): readonly Probe[] => {
    const target = targetName(table)
    const asked = [anonymous, signedIn, backend].flatMap((role) =>
      ['truncate', 'references', 'trigger'].map((privilege) => ({ role, privilege })),
    )
    return [
      ...stage.actors
        .filter((actor) => actor.kind === 'anonymous' || actor.person?.main)
        .slice(0, 2)
        .map(
          (actor): Probe => ({
            check: 'attack k',
            object: table.name,
            tried: 'truncate',
            actor: actor.name,
            expected: 'refused (42501)',
            touches: [nameOf(table)],
            steps: [{ sql: `truncate table ${target} cascade`, as: actor.identity }],
            judge: ([outcome]) => ({
              observed: outcome === undefined ? 'nothing' : describeOutcome(outcome),
              passed: outcome !== undefined && denied(outcome),
            }),
          }),
        ),
      {
        check: 'attack k',
        object: table.name,
        tried: 'look for TRUNCATE, REFERENCES and TRIGGER on it',
        expected: 'none',
        touches: [nameOf(table)],
        steps: [
          {
            sql: asked
              .map(
                ({ role, privilege }) =>
                  `select ${literal(`${privilege} by ${role}`)} as left_over where has_table_privilege(${literal(role)}, ${literal(target)}, ${literal(privilege)})`,
              )
              .join(' union all '),
            rows: true,
          },
        ],
        judge: ([outcome]) => ({
          observed: outcome?.rows.map((row) => row.left_over).join(', ') || (outcome?.state ?? 'none'),
          passed: outcome?.state === undefined && outcome?.count === 0,
        }),
      },
    ]
  })
}
