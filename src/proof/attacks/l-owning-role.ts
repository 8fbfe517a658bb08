import { literal } from '../../sql/quote.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, targetName } from './attack.ts'

/** l: a role that the application uses owns the table, or becomes its owner, or bypasses policies: none of them then apply to it. A schema that it has no way into needs none. */
export const owningRole: Attack = (stage) => {
  const { anonymous, signedIn, backend, accounts } = stage.facts.traits
  // Supabase's backend role bypasses policies by design.
  const roles = accounts === null ? [anonymous, signedIn, backend] : [anonymous, signedIn]
  return stage.facts.schema.tables.map((table) => ({
    check: 'attack l',
    object: table.name,
    tried: 'reach it as its owner, or as a role that policies do not apply to',
    expected: 'none of the roles can',
    touches: [nameOf(table)],
    steps: [
      {
        sql: `select r.rolname as role from pg_roles as r join pg_class as c on c.oid = ${literal(targetName(table))}::regclass where r.rolname in (${roles.map(literal).join(', ')}) and (r.rolsuper or r.rolbypassrls or (pg_has_role(r.oid, c.relowner, 'member') and not c.relforcerowsecurity) or (not c.relrowsecurity and has_schema_privilege(r.oid, c.relnamespace, 'usage')))`,
        rows: true,
      },
    ],
    judge: ([outcome]) => {
      const found = outcome?.rows.map((row) => row.role).join(', ') ?? ''
      return {
        observed: found === '' ? (outcome?.state ?? 'none of the roles can') : found,
        passed: outcome?.state === undefined && found === '',
      }
    },
  }))
}
