import { shortName } from '../../sql/quote.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Row level security is on for every table that an API role can reach. Supabase's advisor: `rls_disabled_in_public`. */
export const rlsOff: Rule = {
  code: 'access/rls-off',
  severity: 'error',
  what: 'A table that API roles can reach has no row level security.',
  why: 'Without it, every row is open to whoever holds a grant, policies or not: on Supabase to anyone with the public key.',
  advice: 'Switch it on. A table for the backend alone gets it too, and no policy.',
  fails: 'create table tents (id uuid primary key, owner_id uuid not null references auth.users (id) on delete cascade);',
  passes: 'create table tents (id uuid primary key); alter table tents enable row level security;',
  check: (facts) =>
    facts.schema.tables.flatMap((table) => {
      const isReachable = table.schema === 'public' && facts.hasApi
      if (!isReachable || table.rowSecurity !== 'off' || isReadOnlyForAll(facts, table.name)) return []
      const policies = table.policies.length
      return [
        {
          part: partIn(table, 'table', table.name),
          message:
            policies > 0
              ? `${table.name} has ${policies} ${policies === 1 ? 'policy' : 'policies'}, but row level security is off, so none applies.`
              : `Row level security is off on ${table.name}.`,
          sql: `alter table ${shortName(table)} enable row level security`,
        },
      ]
    }),
}

/** On plain PostgreSQL a table that callers may only read, or not touch at all, needs none. */
function isReadOnlyForAll({ schema, traits }: Parameters<Rule['check']>[0], name: string): boolean {
  if (schema.platform.kind === 'supabase') return false
  const callers = [traits.anonymous, traits.signedIn, 'public']
  const grants = schema.grants.filter(
    ({ object, role }) => object.kind === 'table' && object.name === name && callers.includes(role),
  )
  return grants.every(({ privileges }) => privileges.every(({ privilege }) => privilege === 'select'))
}
