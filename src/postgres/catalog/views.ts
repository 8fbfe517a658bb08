import { shortType } from '../../schema/type-spelling.ts'
import type { View } from '../../schema/view.ts'
import type { ColumnRow } from './columns.ts'
import { found } from './namespaces.ts'
import { given, isUserObject, notOfAnExtension, type Scope } from './query.ts'

export interface ViewRow {
  readonly id: string
  readonly schema: string
  readonly name: string
  readonly query: string
  readonly invoker: boolean
  readonly materialized: boolean
  readonly comment: string | null
}

export const viewQuery = ({ isOurs }: Scope): string => `
  select c.oid::text as id, n.nspname as schema, c.relname as name, pg_get_viewdef(c.oid) as query,
    coalesce((
      select split_part(option, '=', 2) in ('true', 'on', '1', 'yes') from unnest(c.reloptions) as option
      where option like 'security_invoker=%'
    ), false) as invoker,
    c.relkind = 'm' as materialized, obj_description(c.oid, 'pg_class') as comment
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where ${isUserObject('c.oid')} and c.relkind in ('v', 'm') and ${isOurs} and ${notOfAnExtension('pg_class', 'c.oid')}
  order by n.nspname collate "C", c.relname collate "C"`

export function toView(row: ViewRow, columns: readonly ColumnRow[]): View {
  return {
    schema: row.schema,
    name: row.name,
    columns: columns.map((column) => ({
      name: column.name,
      type: shortType(column.type),
      ...given('comment', column.comment),
      reasons: found,
    })),
    query: row.query.trim().replace(/;$/, ''),
    securityInvoker: row.invoker,
    ...(row.materialized ? { materialized: true } : {}),
    ...given('comment', row.comment),
    reasons: found,
  }
}
