import { literal } from '../../sql/quote.ts'
import type { Probe } from '../probe.ts'
import { denied, describeOutcome } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, targetName } from './attack.ts'

/**
 * k: privileges that no policy guards: TRUNCATE empties a table past all policies, REFERENCES tells which keys exist, TRIGGER runs code, MAINTAIN
 * locks; UPDATE on a sequence sets the next key to one that is taken.
 */
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
        tried: 'look for TRUNCATE, REFERENCES, TRIGGER and MAINTAIN on it, and UPDATE on its sequences',
        expected: 'none',
        touches: [nameOf(table)],
        steps: [
          {
            sql: [
              ...asked.map(
                ({ role, privilege }) =>
                  `select ${literal(`${privilege} by ${role}`)} as left_over where has_table_privilege(${literal(role)}, ${literal(target)}, ${literal(privilege)})`,
              ),
              // Asked of the list of grants, for versions before 17 know no such privilege.
              `select 'maintain by ' || a.grantee::regrole from pg_class as c, aclexplode(c.relacl) as a where c.oid = ${literal(target)}::regclass and a.privilege_type = 'MAINTAIN' and a.grantee in (${[anonymous, signedIn, backend].map((role) => `${literal(role)}::regrole`).join(', ')})`,
              ...[anonymous, signedIn].map(
                (role) =>
                  `select 'update of ' || d.objid::regclass || ${literal(` by ${role}`)} from pg_depend as d join pg_class as s on s.oid = d.objid where d.classid = 'pg_class'::regclass and d.refobjid = ${literal(target)}::regclass and case s.relkind when 'S' then has_sequence_privilege(${literal(role)}, d.objid, 'update') else false end`,
              ),
            ].join(' union all '),
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
