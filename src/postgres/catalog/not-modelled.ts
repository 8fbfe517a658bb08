import type { Platform } from '../../schema/platform.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Database } from '../database.ts'
import { platformObjects } from '../prelude/platform-objects.ts'
import { isUserObject, listOf, notOfAnExtension } from './query.ts'

/** Something in a database that a plan has no place for. `object` is its name, `what` says what it is, `matters` why that is worth knowing. */
export interface NotModelled {
  readonly object: string
  readonly what: string
  readonly matters: string
  /** Whether it lets callers past the policies. */
  readonly isOpen: boolean
}

export interface NotModelledOptions {
  /** Whether what has no privileges of its own in `public` counts as open to callers. Default: false. */
  readonly leavesGrants?: boolean
}

/**
 * What `readCatalog` passes over because the model has no place for it, or keeps in part. Reading a database without saying so would make a plan
 * that seems whole and is not.
 *
 * @throws the driver's error if the database does not answer.
 */
export async function notModelled(
  database: Database,
  platform: Platform,
  { leavesGrants = false }: NotModelledOptions = {},
): Promise<readonly NotModelled[]> {
  const { schemas } = platformObjects[platform.kind]
  const { anonymous, signedIn } = traitsOf(platform)
  const isOurs = `(n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', ${listOf(schemas)}))`
  const queries = kinds.map(
    ({ what, matters, from, isOpen = false }, at) =>
      `select ${at} as place, q.object, '${what.replaceAll("'", "''")}' as what, '${matters.replaceAll("'", "''")}' as matters, ${isOpen} as open from (${from(isOurs, listOf(schemas), { roles: listOf([anonymous, signedIn]), leavesGrants })}) as q`,
  )
  const rows = await database.query(`${queries.join('\nunion all\n')}\norder by place, object`)
  return rows.map((row) => ({
    object: String(row.object),
    what: String(row.what),
    matters: String(row.matters),
    isOpen: row.open === true,
  }))
}

/** The roles that callers have, as a list, and whether they reach what nothing is granted on. */
interface Callers {
  readonly roles: string
  readonly leavesGrants: boolean
}

interface Kind {
  readonly what: string
  readonly matters: string
  readonly isOpen?: boolean
  /** A query of one column, `object`. */
  readonly from: (isOurs: string, platformSchemas: string, callers: Callers) => string
}

const relations = (condition: string) => (isOurs: string) =>
  `select format('%I.%I', n.nspname, c.relname) as object from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
   where ${isUserObject('c.oid')} and ${isOurs} and ${condition} and ${notOfAnExtension('pg_class', 'c.oid')}`

const types = (condition: string) => (isOurs: string) =>
  `select format('%I.%I', n.nspname, t.typname) as object from pg_type as t join pg_namespace as n on n.oid = t.typnamespace
   where ${isUserObject('t.oid')} and ${isOurs} and ${condition} and ${notOfAnExtension('pg_type', 't.oid')}`

const routines = (condition: string) => (isOurs: string) =>
  `select format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as object
   from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace join pg_language as l on l.oid = p.prolang
   where ${isUserObject('p.oid')} and ${isOurs} and ${condition} and ${notOfAnExtension('pg_proc', 'p.oid')}`

const constraints = (condition: string) => (isOurs: string) =>
  `select format('%I on %s', k.conname, c.oid::regclass) as object
   from pg_constraint as k join pg_class as c on c.oid = k.conrelid join pg_namespace as n on n.oid = c.relnamespace
   where ${isUserObject('k.oid')} and ${isOurs} and not c.relispartition and ${condition}`

const triggers = (condition: string) => (isOurs: string) =>
  `select format('%I on %s', t.tgname, c.oid::regclass) as object
   from pg_trigger as t join pg_class as c on c.oid = t.tgrelid join pg_namespace as n on n.oid = c.relnamespace
   where ${isUserObject('t.oid')} and ${isOurs} and not t.tgisinternal and not c.relispartition and ${condition}`

const isPartition = "c.relispartition and c.relkind in ('r', 'p')"

/** Whether a role of callers has privileges on the relation `c`, which keeps no rows apart although the table that it is part of does. */
const isOpenTo = ({ roles, leavesGrants }: Callers) =>
  `not c.relrowsecurity
   and exists (select from pg_partition_ancestors(c.oid) as a join pg_class as t on t.oid = a.relid where t.relrowsecurity)
   and (${leavesGrants ? "n.nspname = 'public' and c.relacl is null" : 'false'} or exists (select from pg_roles as r where r.rolname in (${roles})
     and (has_table_privilege(r.oid, c.oid, 'insert, update, delete') or has_any_column_privilege(r.oid, c.oid, 'select'))))`

const kinds: readonly Kind[] = [
  {
    what: 'a partition that callers reach directly',
    matters:
      'row level security is off on it, so that its rows are open whatever the policies of its table say; enable it there, or revoke what is granted',
    isOpen: true,
    from: (isOurs, _, callers) => relations(`${isPartition} and ${isOpenTo(callers)}`)(isOurs),
  },
  {
    what: 'a partition',
    matters: 'a migration from the plan would not make it, and its own policies and grants are not seen',
    from: (isOurs, _, callers) => relations(`${isPartition} and not (${isOpenTo(callers)})`)(isOurs),
  },
  {
    what: 'a table that inherits from another',
    matters: 'it is read as a table of its own, and rows of it show in its parent',
    from: relations(
      "not c.relispartition and c.relkind in ('r', 'p') and exists (select from pg_inherits as i where i.inhrelid = c.oid)",
    ),
  },
  {
    what: 'an unlogged table',
    matters: 'it is read as a plain one',
    from: relations("c.relkind = 'r' and c.relpersistence = 'u'"),
  },
  { what: 'a foreign table', matters: 'it is left out', from: relations("c.relkind = 'f'") },
  {
    what: 'a sequence of its own',
    matters: 'it is left out; a default that uses it would fail',
    from: relations(
      "c.relkind = 'S' and not exists (select from pg_depend as d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')",
    ),
  },
  { what: 'a composite type', matters: 'it is left out', from: relations("c.relkind = 'c'") },
  {
    what: 'a domain',
    matters: 'it is left out with its checks; a column of it would fail',
    from: types("t.typtype = 'd'"),
  },
  { what: 'a range type', matters: 'it is left out', from: types("t.typtype = 'r'") },
  { what: 'a procedure', matters: 'it is left out', from: routines("p.prokind = 'p'") },
  { what: 'an aggregate or window function', matters: 'it is left out', from: routines("p.prokind in ('a', 'w')") },
  {
    what: 'a function in a language other than SQL and PL/pgSQL',
    matters: 'it is left out',
    // A range type brings functions of its own.
    from: routines(
      "p.prokind = 'f' and l.lanname not in ('sql', 'plpgsql') and not exists (select from pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')",
    ),
  },
  {
    what: 'a function with its body as parsed SQL',
    matters: 'its body is not read',
    from: routines('p.prosqlbody is not null'),
  },
  {
    what: 'a function with settings beside its search path',
    matters: 'they are left out',
    from: routines("exists (select from unnest(p.proconfig) as setting where setting not like 'search_path=%')"),
  },
  {
    what: 'a constraint that is not valid yet',
    matters: 'it is read as a valid one: rows that break it may be there',
    from: constraints("not k.convalidated and k.contype in ('c', 'f')"),
  },
  {
    what: 'a check that is not inherited',
    matters: 'it is read as one that is',
    from: constraints("k.connoinherit and k.contype = 'c'"),
  },
  { what: 'a foreign key with MATCH FULL', matters: 'it is read as MATCH SIMPLE', from: constraints("k.confmatchtype = 'f'") },
  { what: 'a trigger on a view', matters: 'it is left out', from: triggers("c.relkind in ('v', 'f')") },
  { what: 'a trigger with arguments', matters: 'its arguments are left out', from: triggers('t.tgnargs > 0') },
  {
    what: 'a trigger with transition tables',
    matters: 'they are left out',
    from: triggers('(t.tgoldtable is not null or t.tgnewtable is not null)'),
  },
  {
    what: 'a trigger that is off, or fires for replication',
    matters: 'it is read as one that fires',
    from: triggers("t.tgenabled <> 'O'"),
  },
  {
    what: 'a rule',
    matters: 'it is left out',
    from: (isOurs) =>
      `select format('%I on %s', r.rulename, c.oid::regclass) as object
       from pg_rewrite as r join pg_class as c on c.oid = r.ev_class join pg_namespace as n on n.oid = c.relnamespace
       where ${isUserObject('r.oid')} and ${isOurs} and r.rulename <> '_RETURN'`,
  },
  {
    what: 'a policy on a table of the platform',
    matters: 'it is left out: who may do what there is not checked',
    from: (_, platformSchemas) =>
      `select format('%I on %s', p.polname, c.oid::regclass) as object
       from pg_policy as p join pg_class as c on c.oid = p.polrelid join pg_namespace as n on n.oid = c.relnamespace
       where n.nspname in (${platformSchemas})`,
  },
  {
    what: 'an event trigger',
    matters: 'it is left out',
    from: () =>
      `select e.evtname::text as object from pg_event_trigger as e where ${isUserObject('e.oid')} and ${notOfAnExtension('pg_event_trigger', 'e.oid')}`,
  },
]
