import type { Grant, GrantObject, Privilege } from '../../schema/grant.ts'
import { compareText } from '../../schema/order.ts'
import { isUserObject, listOf, notOfAnExtension, type Scope } from './query.ts'
import { routineObjectName } from './routines.ts'

export interface GrantRow {
  readonly kind: GrantObject['kind']
  readonly schema: string
  readonly name: string
  readonly input_types: readonly string[] | null
  readonly role: string
  readonly privilege: Privilege
  readonly column: string | null
}

const grantee = `case when acl.grantee = 0 then 'public' else pg_get_userbyid(acl.grantee)::text end as role, lower(acl.privilege_type) as privilege`

/**
 * What roles other than the owner hold. Where an object has no list of its own, PostgreSQL's default holds: for functions, EXECUTE for
 * everybody. On types everybody has USAGE by default, which the model takes as given; so is what the platform grants on `public`.
 */
export const grantQuery = ({ isOurs }: Scope, publicUsage: readonly string[]): string => `
  select case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'view' else 'table' end as kind,
    n.nspname as schema, c.relname as name, null::text[] as input_types, ${grantee}, null::text as column
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace, aclexplode(c.relacl) as acl
  where ${isUserObject('c.oid')} and c.relkind in ('r', 'p', 'v', 'm', 'S') and not c.relispartition and ${isOurs} and acl.grantee <> c.relowner
    and ${notOfAnExtension('pg_class', 'c.oid')}
  union all
  select case when c.relkind in ('v', 'm') then 'view' else 'table' end, n.nspname, c.relname, null, ${grantee}, a.attname
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped, aclexplode(a.attacl) as acl
  where ${isUserObject('c.oid')} and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and ${isOurs} and acl.grantee <> c.relowner
  union all
  select 'function', n.nspname, p.proname,
    array(select format_type(t.type, null) from unnest(p.proargtypes::oid[]) with ordinality as t (type, position) order by t.position),
    ${grantee}, null
  from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace,
    aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as acl
  where ${isUserObject('p.oid')} and p.prokind = 'f' and ${isOurs} and acl.grantee <> p.proowner and ${notOfAnExtension('pg_proc', 'p.oid')}
  union all
  select 'type', n.nspname, t.typname, null, ${grantee}, null
  from pg_type as t join pg_namespace as n on n.oid = t.typnamespace, aclexplode(t.typacl) as acl
  where ${isUserObject('t.oid')} and t.typtype in ('e', 'd') and ${isOurs} and acl.grantee not in (0, t.typowner) and ${notOfAnExtension('pg_type', 't.oid')}
  union all
  select 'schema', n.nspname, '', null, ${grantee}, null
  from pg_namespace as n, aclexplode(n.nspacl) as acl
  where ${isOurs} and acl.grantee <> n.nspowner and ${notOfAnExtension('pg_namespace', 'n.oid')}
    and not (n.nspname = 'public' and acl.privilege_type = 'USAGE'
      and case when acl.grantee = 0 then 'public' else pg_get_userbyid(acl.grantee)::text end in (${listOf(publicUsage)}))`

/** One grant per object and role, with its privileges and their columns sorted. */
export function toGrants(rows: readonly GrantRow[]): readonly Grant[] {
  const grants = new Map<string, { object: GrantObject; role: string; privileges: Map<Privilege, string[] | undefined> }>()
  for (const row of rows) {
    const name = row.input_types === null ? row.name : routineObjectName(row.name, row.input_types)
    const key = [row.kind, row.schema, name, row.role].join('\u0000')
    const grant = grants.get(key) ?? {
      object: { kind: row.kind, schema: row.schema, name },
      role: row.role,
      privileges: new Map<Privilege, string[] | undefined>(),
    }
    grants.set(key, grant)
    const columns = grant.privileges.get(row.privilege)
    // A privilege on the whole table covers its columns.
    if (row.column === null) grant.privileges.set(row.privilege, undefined)
    else if (columns !== undefined) columns.push(row.column)
    else if (!grant.privileges.has(row.privilege)) grant.privileges.set(row.privilege, [row.column])
  }
  return [...grants]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { object, role, privileges }]) => ({
      object,
      role,
      privileges: [...privileges]
        .sort(([a], [b]) => compareText(a, b))
        .map(([privilege, columns]) =>
          columns === undefined ? { privilege } : { privilege, columns: [...columns].sort(compareText) },
        ),
    }))
}
