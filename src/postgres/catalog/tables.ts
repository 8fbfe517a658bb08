import type { RowSecurity } from '../../schema/table.ts'
import { isUserObject, notOfAnExtension, type Scope } from './query.ts'

export interface TableRow {
  readonly id: string
  readonly schema: string
  readonly name: string
  readonly comment: string | null
  readonly security: RowSecurity
  readonly partition_by: string | null
}

/** Tables and partitioned tables. A partition is storage of its parent and not listed. */
export const tableQuery = ({ isOurs }: Scope): string => `
  select c.oid::text as id, n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
    case when not c.relrowsecurity then 'off' when c.relforcerowsecurity then 'forced' else 'on' end as security,
    case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_by
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where ${isUserObject('c.oid')} and c.relkind in ('r', 'p') and not c.relispartition and ${isOurs} and ${notOfAnExtension('pg_class', 'c.oid')}`
