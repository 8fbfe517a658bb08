import type { Check, Deferral, Exclusion, ForeignKey, PrimaryKey, ReferentialAction, Unique } from '../../schema/constraint.ts'
import { found } from './namespaces.ts'
import { given, isUserObject, type Scope } from './query.ts'

export interface ConstraintRow {
  readonly relation: string
  readonly name: string
  readonly kind: 'p' | 'u' | 'c' | 'f' | 'x'
  readonly columns: readonly string[]
  readonly deferral: Deferral | null
  readonly expression: string | null
  readonly nulls_not_distinct: boolean | null
  readonly target_schema: string | null
  readonly target_table: string | null
  readonly target_columns: readonly string[]
  readonly on_delete: keyof typeof actions | ' '
  readonly on_delete_columns: readonly string[]
  readonly on_update: keyof typeof actions | ' '
  readonly method: string | null
  readonly elements: readonly { readonly expression: string; readonly operator: string }[]
  readonly predicate: string | null
}

/** Names of the columns that an array of attribute numbers of `relation` lists, in its order. */
const columnNames = (numbers: string, relation: string): string => `array(
  select named.attname::text from unnest(${numbers}) with ordinality as listed (attnum, position)
  join pg_attribute as named on named.attrelid = ${relation} and named.attnum = listed.attnum order by listed.position)`

/** NOT NULL constraints, which have names of their own since PostgreSQL 18, stand with their columns. */
export const constraintQuery = ({ isOurs }: Scope): string => `
  select k.conrelid::text as relation, k.conname as name, k.contype as kind,
    ${columnNames('k.conkey', 'k.conrelid')} as columns,
    case when k.condeferrable then case when k.condeferred then 'initially deferred' else 'initially immediate' end end as deferral,
    pg_get_expr(k.conbin, k.conrelid) as expression,
    i.indnullsnotdistinct as nulls_not_distinct,
    tn.nspname as target_schema, tc.relname as target_table,
    ${columnNames('k.confkey', 'k.confrelid')} as target_columns,
    k.confdeltype as on_delete, k.confupdtype as on_update,
    ${columnNames('k.confdelsetcols', 'k.conrelid')} as on_delete_columns,
    am.amname as method,
    case when k.contype = 'x' then (
      select jsonb_agg(jsonb_build_object(
        'expression', coalesce(a.attname::text, pg_get_indexdef(k.conindid, e.position::int, false)),
        'operator', case when opn.nspname = 'pg_catalog' then o.oprname::text
          else format('operator(%I.%s)', opn.nspname, o.oprname) end
      ) order by e.position)
      from unnest(k.conexclop) with ordinality as e (operator, position)
      join pg_operator as o on o.oid = e.operator
      join pg_namespace as opn on opn.oid = o.oprnamespace
      left join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = i.indkey[e.position - 1] and a.attnum > 0
    ) else '[]' end as elements,
    pg_get_expr(i.indpred, i.indrelid) as predicate
  from pg_constraint as k
  join pg_class as c on c.oid = k.conrelid
  join pg_namespace as n on n.oid = c.relnamespace
  left join pg_class as tc on tc.oid = k.confrelid
  left join pg_namespace as tn on tn.oid = tc.relnamespace
  left join pg_index as i on i.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
  left join pg_class as ic on ic.oid = i.indexrelid
  left join pg_am as am on am.oid = ic.relam
  where ${isUserObject('k.oid')} and k.contype in ('p', 'u', 'c', 'f', 'x') and ${isOurs}
  order by k.conname collate "C"`

const actions = { a: 'no action', r: 'restrict', c: 'cascade', n: 'set null', d: 'set default' } as const

function action(code: keyof typeof actions | ' '): ReferentialAction {
  return code === ' ' ? 'no action' : actions[code]
}

export function toPrimaryKey(row: ConstraintRow): PrimaryKey {
  return { name: row.name, columns: row.columns }
}

export function toUnique(row: ConstraintRow): Unique {
  return {
    name: row.name,
    columns: row.columns,
    ...(row.nulls_not_distinct ? { nullsNotDistinct: true } : {}),
    ...given('deferrable', row.deferral),
    reasons: found,
  }
}

export function toCheck(row: ConstraintRow): Check {
  return { name: row.name, expression: row.expression ?? '', reasons: found }
}

export function toForeignKey(row: ConstraintRow): ForeignKey {
  return {
    name: row.name,
    columns: row.columns,
    references: { schema: row.target_schema ?? '', table: row.target_table ?? '', columns: row.target_columns },
    onDelete: action(row.on_delete),
    ...(row.on_delete_columns.length > 0 ? { onDeleteColumns: row.on_delete_columns } : {}),
    onUpdate: action(row.on_update),
    ...given('deferrable', row.deferral),
    reasons: found,
  }
}

export function toExclusion(row: ConstraintRow): Exclusion {
  return {
    name: row.name,
    method: row.method ?? 'gist',
    elements: row.elements,
    ...given('where', row.predicate),
    ...given('deferrable', row.deferral),
    reasons: found,
  }
}
