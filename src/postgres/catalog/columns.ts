import type { Column } from '../../schema/column.ts'
import { shortType } from '../../schema/type-spelling.ts'
import { found } from './namespaces.ts'
import { given, isUserObject, type Scope } from './query.ts'

export interface ColumnRow {
  readonly relation: string
  readonly name: string
  readonly type: string
  readonly not_null: boolean
  readonly expression: string | null
  readonly identity: '' | 'a' | 'd'
  readonly generated: '' | 's' | 'v'
  readonly collation: string | null
  readonly comment: string | null
  readonly serial: boolean
}

/** Columns of tables and views, in their order. */
export const columnQuery = ({ isOurs }: Scope): string => `
  select c.oid::text as relation, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
    pg_get_expr(d.adbin, d.adrelid) as expression, a.attidentity as identity, a.attgenerated as generated,
    case when a.attcollation <> t.typcollation then co.collname end as collation,
    col_description(c.oid, a.attnum) as comment,
    exists (
      select from pg_depend as owned
      join pg_depend as used on used.classid = 'pg_attrdef'::regclass and used.objid = d.oid
        and used.refclassid = 'pg_class'::regclass and used.refobjid = owned.objid
      where owned.classid = 'pg_class'::regclass and owned.deptype = 'a'
        and owned.refclassid = 'pg_class'::regclass and owned.refobjid = c.oid and owned.refobjsubid = a.attnum
    ) as serial
  from pg_class as c
  join pg_namespace as n on n.oid = c.relnamespace
  join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type as t on t.oid = a.atttypid
  left join pg_attrdef as d on d.adrelid = c.oid and d.adnum = a.attnum
  left join pg_collation as co on co.oid = a.attcollation
  where ${isUserObject('c.oid')} and c.relkind in ('r', 'p', 'v', 'm') and ${isOurs}
  order by c.oid, a.attnum`

const identities = { a: 'always', d: 'by default' } as const

/**
 * A `serial` column, whose default draws from a sequence that belongs to it, is read as an identity column: the model has no sequences,
 * and this is what PostgreSQL recommends in its place.
 */
export function toColumn(row: ColumnRow): Column {
  const identity = row.serial ? 'by default' : row.identity === '' ? undefined : identities[row.identity]
  const { expression } = row
  return {
    name: row.name,
    type: shortType(row.type),
    nullable: !row.not_null,
    ...(expression === null || row.generated !== '' || row.serial ? {} : { default: expression }),
    ...given('identity', identity),
    ...(expression === null || row.generated === '' ? {} : { generated: { expression, stored: row.generated === 's' } }),
    ...given('collation', row.collation),
    ...given('comment', row.comment),
    reasons: found,
  }
}
