import type { Database } from '../database.ts'
import { routineObjectName } from './routines.ts'
import { withSearchPath } from './search-path.ts'

/** The kinds of objects between which PostgreSQL keeps dependencies. A `default` is the default of a column. */
export type NodeKind =
  | 'table'
  | 'column'
  | 'default'
  | 'constraint'
  | 'index'
  | 'trigger'
  | 'policy'
  | 'view'
  | 'function'
  | 'type'

/** Names an object: its kind, its schema, and its name behind that of its table where it has one. A function's name has its argument types. */
export type NodeId = string

export function nodeId(kind: NodeKind, schema: string, ...names: readonly string[]): NodeId {
  return [kind, schema, ...names].join('\u0000')
}

export function kindOf(id: NodeId): NodeKind {
  return id.slice(0, id.indexOf('\u0000')) as NodeKind
}

/** `from` needs `to`: PostgreSQL refuses to drop `to` before it, or lets `from` go with it where `owned`. */
export interface Dependency {
  readonly from: NodeId
  readonly to: NodeId
  readonly owned: boolean
}

interface Row {
  readonly from_kind: NodeKind
  readonly from_names: readonly string[]
  readonly to_kind: NodeKind
  readonly to_names: readonly string[]
  readonly owned: boolean
}

/**
 * Every object a plan can hold, by its number in the catalog. Indexes behind constraints count as the constraint, rules as their view, a generation
 * expression as its column, arrays as their elements, row types as their table. (Manual, 52.18 pg_depend.)
 */
const nodes = `
  select 'pg_class'::regclass as classid, c.oid as objid, 0 as objsubid,
    case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind, array[n.nspname, c.relname]::text[] as names
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.oid >= 16384 and c.relkind in ('r', 'p', 'v', 'm')
  union all
  select 'pg_class'::regclass, c.oid, a.attnum, case when c.relkind in ('v', 'm') then 'view' else 'column' end,
    array[n.nspname, c.relname] || case when c.relkind in ('v', 'm') then array[]::text[] else array[a.attname::text] end
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace join pg_attribute as a on a.attrelid = c.oid
  where c.oid >= 16384 and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
  union all
  select 'pg_class'::regclass, i.indexrelid, 0, case when o.oid is null then 'index' else 'constraint' end,
    array[n.nspname, t.relname, coalesce(o.conname, c.relname)]::text[]
  from pg_index as i join pg_class as c on c.oid = i.indexrelid join pg_class as t on t.oid = i.indrelid
    join pg_namespace as n on n.oid = t.relnamespace
    left join pg_constraint as o on o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x')
  where i.indexrelid >= 16384
  union all
  select 'pg_constraint'::regclass, o.oid, 0, 'constraint', array[n.nspname, t.relname, o.conname]::text[]
  from pg_constraint as o join pg_class as t on t.oid = o.conrelid join pg_namespace as n on n.oid = t.relnamespace
  where o.oid >= 16384 and o.contype in ('p', 'u', 'x', 'c', 'f')
  union all
  select 'pg_policy'::regclass, p.oid, 0, 'policy', array[n.nspname, t.relname, p.polname]::text[]
  from pg_policy as p join pg_class as t on t.oid = p.polrelid join pg_namespace as n on n.oid = t.relnamespace
  union all
  select 'pg_trigger'::regclass, g.oid, 0, 'trigger', array[n.nspname, t.relname, g.tgname]::text[]
  from pg_trigger as g join pg_class as t on t.oid = g.tgrelid join pg_namespace as n on n.oid = t.relnamespace
  where g.oid >= 16384 and not g.tgisinternal
  union all
  select 'pg_attrdef'::regclass, d.oid, 0, case when a.attgenerated = '' then 'default' else 'column' end,
    array[n.nspname, t.relname, a.attname]::text[]
  from pg_attrdef as d join pg_attribute as a on a.attrelid = d.adrelid and a.attnum = d.adnum
    join pg_class as t on t.oid = d.adrelid join pg_namespace as n on n.oid = t.relnamespace
  union all
  select 'pg_rewrite'::regclass, r.oid, 0, 'view', array[n.nspname, c.relname]::text[]
  from pg_rewrite as r join pg_class as c on c.oid = r.ev_class join pg_namespace as n on n.oid = c.relnamespace where r.oid >= 16384
  union all
  select 'pg_proc'::regclass, p.oid, 0, 'function', array[n.nspname, p.proname]::text[] || array(
    select format_type(a.type, null) from unnest(p.proargtypes::oid[]) with ordinality as a (type, position) order by a.position)
  from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where p.oid >= 16384
  union all
  select 'pg_type'::regclass, t.oid, 0, case e.typtype when 'c' then 'table' else 'type' end, array[n.nspname, e.typname]::text[]
  from pg_type as t join pg_type as e on e.oid = case when t.typcategory = 'A' and t.typelem <> 0 then t.typelem else t.oid end
    join pg_namespace as n on n.oid = e.typnamespace where t.oid >= 16384 and e.typtype in ('e', 'c')`

/** An index behind a constraint goes with the constraint alone, whatever it says of its columns. */
const query = `
  with node as materialized (${nodes})
  select distinct f.kind as from_kind, to_jsonb(f.names) as from_names, t.kind as to_kind, to_jsonb(t.names) as to_names,
    d.deptype in ('a', 'i') and not (f.kind = 'constraint' and d.classid = 'pg_class'::regclass) as owned
  from pg_depend as d
    join node as f on f.classid = d.classid and f.objid = d.objid and f.objsubid = d.objsubid
    join node as t on t.classid = d.refclassid and t.objid = d.refobjid and t.objsubid = d.refobjsubid
  where d.objid >= 16384 and (f.kind, f.names) is distinct from (t.kind, t.names)`

/**
 * What depends on what in a database, as PostgreSQL itself keeps it. What the text of a function's body names is not among it: PostgreSQL does not
 * track that.
 */
export async function readDependencies(database: Database): Promise<readonly Dependency[]> {
  const rows = (await withSearchPath(database, () => database.query(query))) as unknown as readonly Row[]
  return rows.map((row) => ({ from: toId(row.from_kind, row.from_names), to: toId(row.to_kind, row.to_names), owned: row.owned }))
}

function toId(kind: NodeKind, [schema = '', name = '', ...rest]: readonly string[]): NodeId {
  return kind === 'function' ? nodeId(kind, schema, routineObjectName(name, rest)) : nodeId(kind, schema, name, ...rest)
}
