import { literal } from '../../sql/quote.ts'
import { tokenise } from '../../sql/tokenise.ts'
import type { Stage } from '../checks/stage.ts'
import type { Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, targetName } from './attack.ts'

/** Where the platform keeps what people write about themselves: in the token, and in the account's row. */
const ownClaims = new Set(["'user_metadata'", 'raw_user_meta_data'])

/**
 * c: a role from what people write about themselves. A policy must not look there at all; and an account that is made with every role
 * in its own data must not come to have one, whatever triggers copy.
 */
export const claimsOfOnesOwn: Attack = (stage) => [...policiesThatTrust(stage), ...roleFromSignUp(stage)]

function policiesThatTrust(stage: Stage): readonly Probe[] {
  const { schema } = stage.facts
  const trusts = (sql: string) => tokenise(sql).some((token) => ownClaims.has(token.text.toLowerCase()))
  const helpers = schema.routines.filter((routine) => routine.returns !== 'trigger' && trusts(routine.body))
  return schema.tables.flatMap((table) =>
    table.policies.map((policy): Probe => {
      const sql = [policy.using, policy.check].join(' ')
      const names = tokenise(sql).map((token) => token.text)
      const found = trusts(sql) ? 'user_metadata' : helpers.find((routine) => names.includes(routine.name))?.name
      return {
        check: 'attack c',
        object: `${table.name}: ${policy.name}`,
        tried: 'look for claims that people write themselves',
        expected: 'none',
        touches: [nameOf(table)],
        steps: [],
        judge: () => ({ observed: found ?? 'none', passed: found === undefined }),
      }
    }),
  )
}

function roleFromSignUp(stage: Stage): readonly Probe[] {
  const { traits, schema, accounts } = stage.facts
  const { roles } = schema.access
  if (traits.accounts === null || accounts === undefined || roles === undefined) return []
  const table = stage.facts.tables.get(`${roles.schema}.${roles.table}`)
  if (table === undefined) return []
  const id = 'dddddddd-dddd-4ddd-8ddd-dddddddddddd'
  return roles.roles.map((role): Probe => {
    const claims = { [roles.roleColumn]: role, role, is_admin: true, [role]: true }
    return {
      check: 'attack c',
      object: `${roles.table}.${roles.roleColumn}`,
      tried: `sign up as ${role}, in one's own words`,
      expected: 'no such role',
      touches: [nameOf(table)],
      steps: [
        {
          sql: `insert into ${accounts.table} (id, email, raw_user_meta_data) values (${literal(id)}, 'sign-up@example.com', ${literal(JSON.stringify(claims))}::jsonb)`,
        },
        {
          sql: `select ${literal(roles.roleColumn)} as column from ${targetName(table)} as t where to_jsonb(t) ->> ${literal(roles.userColumn)} = ${literal(id)} and to_jsonb(t) ->> ${literal(roles.roleColumn)} in (${literal(role)}, 'true')`,
          rows: true,
        },
      ],
      judge: (outcomes) => {
        const has = outcomes[1]?.count === 1
        return { observed: has ? `the account is ${role}` : 'no such role', passed: !has }
      },
    }
  })
}
