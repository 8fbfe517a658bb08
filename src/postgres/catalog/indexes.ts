import type { Index, IndexKey, IndexMethod } from '../../schema/table-index.ts'
import { found } from './namespaces.ts'
import { given, type Scope } from './query.ts'

interface KeyRow {
  readonly column: string | null
  readonly expression: string | null
  readonly class: string | null
  readonly options: number
}

export interface IndexRow {
  readonly relation: string
  readonly name: string
  readonly method: IndexMethod
  readonly unique: boolean
  readonly nulls_not_distinct: boolean
  readonly predicate: string | null
  readonly keys: readonly KeyRow[]
  readonly include: readonly string[] | null
}

/** Indexes that no constraint brings. Operator classes are named where they are not the type's default. */
export const indexQuery = ({ isOurs }: Scope): string => `
  select i.indrelid::text as relation, ic.relname as name, am.amname as method, i.indisunique as unique,
    i.indnullsnotdistinct as nulls_not_distinct, pg_get_expr(i.indpred, i.indrelid) as predicate,
    (
      select jsonb_agg(jsonb_build_object(
        'column', a.attname,
        'expression', case when a.attname is null then pg_get_indexdef(i.indexrelid, k.position::int, false) end,
        'class', case when oc.opcdefault then null when ocn.nspname in ('pg_catalog', 'public') then oc.opcname::text
          else ocn.nspname || '.' || oc.opcname end,
        'options', i.indoption[k.position - 1]
      ) order by k.position)
      from generate_series(1, i.indnkeyatts) as k (position)
      left join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[k.position - 1] and a.attnum > 0
      join pg_opclass as oc on oc.oid = i.indclass[k.position - 1]
      join pg_namespace as ocn on ocn.oid = oc.opcnamespace
    ) as keys,
    (
      select jsonb_agg(a.attname order by k.position)
      from generate_series(i.indnkeyatts + 1, i.indnatts) as k (position)
      join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[k.position - 1]
    ) as include
  from pg_index as i
  join pg_class as ic on ic.oid = i.indexrelid
  join pg_class as c on c.oid = i.indrelid
  join pg_namespace as n on n.oid = c.relnamespace
  join pg_am as am on am.oid = ic.relam
  where ${isOurs} and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_constraint as k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by ic.relname collate "C"`

export function toIndex(row: IndexRow): Index {
  return {
    name: row.name,
    method: row.method,
    keys: row.keys.map(toKey),
    ...given('include', row.include),
    unique: row.unique,
    ...(row.nulls_not_distinct ? { nullsNotDistinct: true } : {}),
    ...given('where', row.predicate),
    reasons: found,
    serves: '',
  }
}

/** The bits of `indoption`: 1 is descending, 2 is nulls first. */
function toKey(row: KeyRow): IndexKey {
  const descending = (row.options & 1) !== 0
  const nullsFirst = (row.options & 2) !== 0
  return {
    ...given('column', row.column),
    ...given('expression', row.expression),
    ...given('operatorClass', row.class),
    ...(descending ? { descending } : {}),
    ...(nullsFirst === descending ? {} : { nulls: nullsFirst ? ('first' as const) : ('last' as const) }),
  }
}
