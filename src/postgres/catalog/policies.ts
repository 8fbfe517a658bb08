import type { Policy } from '../../schema/policy.ts'
import { given, type Scope } from './query.ts'

export interface PolicyRow {
  readonly relation: string
  readonly name: string
  readonly command: keyof typeof commands
  readonly permissive: boolean
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
  readonly comment: string | null
}

/** The role with number 0 is `public`. */
export const policyQuery = ({ isOurs }: Scope): string => `
  select p.polrelid::text as relation, p.polname as name, p.polcmd as command, p.polpermissive as permissive,
    array(
      select case when role = 0 then 'public' else pg_get_userbyid(role)::text end from unnest(p.polroles) as role order by 1
    ) as roles,
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check,
    obj_description(p.oid, 'pg_policy') as comment
  from pg_policy as p
  join pg_class as c on c.oid = p.polrelid
  join pg_namespace as n on n.oid = c.relnamespace
  where ${isOurs}
  order by p.polname collate "C"`

const commands = { r: 'select', a: 'insert', w: 'update', d: 'delete', '*': 'all' } as const

export function toPolicy(row: PolicyRow): Policy {
  return {
    name: row.name,
    command: commands[row.command],
    permissive: row.permissive,
    roles: row.roles,
    ...given('using', row.using),
    ...given('check', row.check),
    ...given('comment', row.comment),
  }
}
