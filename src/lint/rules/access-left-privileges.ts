import { displayName } from '../../schema/lookups.ts'
import { qualified } from '../../sql/quote.ts'
import type { Rule } from '../rule.ts'

/** TRUNCATE, REFERENCES and TRIGGER are never left with a role of callers: no policy governs them. */
export const leftPrivileges: Rule = {
  code: 'access/left-privileges',
  severity: 'warning',
  what: 'A role of callers holds TRUNCATE, REFERENCES or TRIGGER on a table.',
  why: 'Row level security does not govern them: TRUNCATE empties the table for everybody.',
  advice: 'Grant select, insert, update and delete by name, never "all".',
  fails:
    'create table trips (id uuid primary key); alter table trips enable row level security; grant all on table trips to authenticated;',
  passes:
    'create table trips (id uuid primary key); alter table trips enable row level security; grant select, insert on table trips to authenticated;',
  check: ({ schema, traits }) =>
    schema.grants.flatMap(({ object, role, privileges }) => {
      if (object.kind !== 'table' || ![traits.anonymous, traits.signedIn, 'public'].includes(role)) return []
      const left = privileges
        .filter(({ privilege }) => ['truncate', 'references', 'trigger'].includes(privilege))
        .map(({ privilege }) => privilege)
      if (left.length === 0) return []
      return [
        {
          part: { kind: 'grant' as const, name: object.name },
          message: `${role} holds ${left.join(', ')} on ${displayName(object)}.`,
          sql: `revoke ${left.join(', ')} on table ${qualified(object.schema, object.name)} from ${role}`,
        },
      ]
    }),
}
